package broker

import (
	"errors"
	"testing"

	"github.com/nats-io/nats.go/jetstream"
)

func TestVersion(t *testing.T) {
	for v, ok := range map[string]bool{
		"2.12.0": true, "2.15.2": true, "3.0.0": true, "2.12.0-beta.1": true, "10.0.1": true,
		"2.11.9": false, "2.9.10": false, "1.4.0": false, "": false, "dev": false,
	} {
		if err := checkVersion(v); (err == nil) != ok {
			t.Errorf("version %q: %v", v, err)
		}
	}
	var h interface{ Hint() string }
	if err := checkVersion("2.9.10"); !errors.As(err, &h) || h.Hint() == "" {
		t.Error("no hint for an old server")
	}
}

func TestCompare(t *testing.T) {
	want := jetstream.StreamConfig{Name: "S", Subjects: []string{"b", "a"}, Discard: jetstream.DiscardNew, AllowAtomicPublish: true, MaxBytes: 10}
	same := want
	same.Subjects, same.MaxMsgs, same.MaxMsgsPerSubject = []string{"a", "b"}, -1, -1
	if d := Compare(same, want); len(d) != 0 {
		t.Errorf("the same with the server's defaults filled in: %v", d)
	}
	same.MaxBytes, same.AllowAtomicPublish, same.Subjects = 20, false, []string{"a", "b", "c"}
	d := Compare(same, want)
	if len(d) != 3 {
		t.Fatalf("want three differences, got %v", d)
	}
	for _, x := range d {
		if x.Where != "S" || x.Harmful != (x.What != "max_bytes") {
			t.Errorf("%+v", x)
		}
	}
}
