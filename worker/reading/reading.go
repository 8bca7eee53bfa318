// Package reading drives the reading of one document: it asks classify what to
// look at next, has extract look, and turns what was understood into
// assessments. `noticed read` and the worker share it; there is no NATS in it,
// no pixel and no rule about notices.
package reading

import "noticed"

// Submission is a document to be read.
type Submission struct {
	// Document carries what is known before reading: name (masked), sha256,
	// tenant, reference, received. Its Pages are filled in by reading.
	Document noticed.Document
	Data     []byte
}

// Outcome is how the reading of a document ended. It is what one atomic commit
// publishes, but for the transport's own figures (deliveries, times).
type Outcome struct {
	Ended       noticed.Ended
	Assessments []noticed.Assessment // version 1, by machine; empty if Ended is dead
	Document    noticed.Document     // with every page of the document
	Pages       []noticed.PageOutcome
	Tries       int
	Reason      *noticed.ReadError // why it is dead
}
