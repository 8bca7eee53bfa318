// Package ingest is where a document arrives. Whatever door it came through, it
// is looked at (what format, not what it says), refused with a reason or hashed,
// stored once and put on the intake log. It owns the stream NOTICES and the
// bucket of documents, and reads an intake message back into the document.
//
// A document is a tenant and the SHA-256 of the bytes: the same bytes from the
// same tenant are one document however often they come, the same bytes from two
// tenants are two that know nothing of each other.
//
// A file's name may carry a person's name. It travels in a header and in the
// document block of results, with id numbers masked, and never reaches a
// subject, an object's name, a log or a metric.
//
// This package must not read what a document says and must not know the worker.
package ingest
