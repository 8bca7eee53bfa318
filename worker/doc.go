// Package worker is the loop: take a document from the intake log, have it read,
// commit what came of it in one batch, and only then settle the message.
//
// The guarantee and the reasons are in DESIGN.md beside this file. In short:
// delivery is at least once, the outcome is exactly one, and a message is never
// settled before its outcome is known.
//
// This package must not parse a document's bytes in its own process: a [Reader]
// has that done elsewhere.
package worker
