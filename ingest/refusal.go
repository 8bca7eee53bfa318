package ingest

// RefusalCode says why a document can't be accepted, or can't be had any more,
// for programs. The codes of the door are the same as those behind it.
type RefusalCode string

// The refusals.
const (
	RefusedEmpty       RefusalCode = "empty"
	RefusedNotDocument RefusalCode = "not_a_document"
	RefusedTooLarge    RefusalCode = "too_large"

	// These are of what lies in an archive or a message.
	RefusedEncrypted   RefusalCode = "encrypted"
	RefusedDamaged     RefusalCode = "damaged"
	RefusedUnsupported RefusalCode = "unsupported"

	// These are met only when an accepted document is fetched.
	RefusedMissing    RefusalCode = "missing"     // the bytes are no longer stored
	RefusedAltered    RefusalCode = "altered"     // the bytes are not those that were announced
	RefusedBadMessage RefusalCode = "bad_message" // headers that contradict each other
)

// Refusal is a permanent reason not to take or not to read a document. Message
// is a sentence for a person.
type Refusal struct {
	Code    RefusalCode `json:"code"`
	Message string      `json:"message"`
}

func (r *Refusal) Error() string { return r.Message }
