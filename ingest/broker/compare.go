package broker

import (
	"fmt"
	"slices"

	"github.com/nats-io/nats.go/jetstream"
)

// Difference is a setting of a stream or bucket on the server that is not what
// noticed would make. Nothing changes it silently: doctor shows it.
type Difference struct {
	Where string `json:"where"` // name of the stream or bucket
	What  string `json:"what"`  // name of the setting
	Is    string `json:"is"`
	Want  string `json:"want"`
	// Harmful differences break a guarantee; the others are the firm's choice.
	Harmful bool `json:"harmful"`
}

func (d Difference) String() string {
	return fmt.Sprintf("%s: %s is %s, noticed would make it %s", d.Where, d.What, d.Is, d.Want)
}

// Missing is the difference of what is not there at all. It is made by the first
// submitter or worker, so it is harmless.
func Missing(where string) Difference {
	return Difference{Where: where, What: "existence", Is: "missing", Want: "there"}
}

// Compare compares the settings of a stream that noticed's guarantees rest on.
func Compare(is, want jetstream.StreamConfig) []Difference {
	var diffs []Difference
	add := func(what string, is, want any, harmful bool) {
		if i, w := fmt.Sprint(is), fmt.Sprint(want); i != w {
			diffs = append(diffs, Difference{"", what, i, w, harmful})
		}
	}
	add("subjects", sorted(is.Subjects), sorted(want.Subjects), true)
	add("retention", is.Retention, want.Retention, true)
	add("storage", is.Storage, want.Storage, true)
	add("discard", is.Discard, want.Discard, true)
	add("max_age", is.MaxAge, want.MaxAge, true)
	add("max_msgs_per_subject", unlimited(is.MaxMsgsPerSubject), unlimited(want.MaxMsgsPerSubject), true)
	add("max_msgs", unlimited(is.MaxMsgs), unlimited(want.MaxMsgs), false)
	add("max_bytes", unlimited(is.MaxBytes), unlimited(want.MaxBytes), false)
	add("max_msg_size", unlimited(int64(is.MaxMsgSize)), unlimited(int64(want.MaxMsgSize)), true)
	add("replicas", is.Replicas, want.Replicas, false)
	add("duplicate_window", is.Duplicates, want.Duplicates, false)
	add("allow_direct", is.AllowDirect, want.AllowDirect, true)
	add("allow_atomic", is.AllowAtomicPublish || !want.AllowAtomicPublish, true, true)
	add("persist_mode", is.PersistMode, want.PersistMode, true)
	add("no_ack", is.NoAck, want.NoAck, true)
	add("sealed", is.Sealed, want.Sealed, true)
	for i := range diffs {
		diffs[i].Where = want.Name
	}
	return diffs
}

func sorted(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return s
}

func unlimited(n int64) int64 {
	if n <= 0 {
		return -1
	}
	return n
}
