// Package container takes documents out of what they come in: ZIP archives,
// mail messages (.eml) and mailboxes (.mbox), also one inside another. A file
// that is none of these is its own document. What a file is, its bytes tell,
// never its name.
//
// Nothing is passed over in silence: what can't be had and what is left out is
// named with the reason, and the others go on. Archives are strangers' bytes:
// how many files, how many bytes and how deep is bounded, and what is beyond is
// refused.
//
// It must not decide whether bytes are a document noticed reads, nor look into
// one: that is for package ingest and for those behind it.
package container
