// Package noticed is the public contract of the daemon that reads IRS mail:
// what a result looks like ([Assessment]), what happened to a document
// ([Receipt]), and the few values both are made of ([Date], [Money], [Box],
// [Evidence], [Deadline], [Reason]).
//
// It holds types and their JSON form and nothing else: no I/O, no clock, no
// knowledge of NATS, of pixels or of what an IRS notice says. Every other
// package of the module may import it; it imports none of them. Field names and
// the meaning of every enumerated value are promised within a major version of
// the schema: changes only add.
package noticed

// Version is the version of the program, written into every assessment as
// reading.program and into the metadata of the streams.
const Version = "0.1.0"
