package noticed

import "encoding/json"

// List is a slice whose JSON form is never null: a reader of the contract may
// walk every list without asking first whether it is there. It is assignable
// from and to a plain slice.
type List[T any] []T

// MarshalJSON writes the elements, and [] where there are none.
func (l List[T]) MarshalJSON() ([]byte, error) {
	if len(l) == 0 {
		return []byte("[]"), nil
	}
	return json.Marshal([]T(l))
}
