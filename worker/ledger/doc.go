// Package ledger keeps the log of results, the stream ASSESSMENTS: what each
// document turned out to hold, and the receipt that says how it ended.
//
// The guarantee: everything that is published for a document (assessments,
// withdrawals of earlier ones, receipt) becomes visible together or not at all,
// and of several who try to end the same document exactly one does.
//
// It rests on one atomic batch per document, guarded by the expected last
// sequence of the receipt's subject. A first reading expects none, a correction
// the receipt it corrects. Whoever loses that race gets [ErrAlreadyEnded] and
// has published nothing.
//
// The last message on a subject is the present state; the history stays.
//
// This package must not know how a document is read or where it is queued; only
// [Ledger.Account] holds the intake log against it.
package ledger
