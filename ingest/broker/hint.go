package broker

// hinted is an error that knows what the user can do about it.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// Hint returns what the user can do about it.
func (h hinted) Hint() string { return h.hint }

// WithHint adds to an error what the user can do about it. The command line
// finds it by errors.As with an interface{ Hint() string }.
func WithHint(err error, hint string) error {
	if err == nil {
		return nil
	}
	return hinted{err, hint}
}
