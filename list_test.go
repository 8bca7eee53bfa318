package noticed_test

import (
	"encoding/json"
	"testing"

	"noticed"
)

func TestListIsNeverNull(t *testing.T) {
	for want, list := range map[string]noticed.List[int]{"[]": nil, "[1,2]": {1, 2}} {
		if b, err := json.Marshal(map[string]noticed.List[int]{"L": list}); err != nil || string(b) != `{"L":`+want+`}` {
			t.Errorf("%#v in JSON: %s (%v), want %s", list, b, err, want)
		}
	}
	if b, err := json.Marshal(noticed.List[int]{}); err != nil || string(b) != "[]" {
		t.Errorf("an empty list is %s (%v)", b, err)
	}
}
