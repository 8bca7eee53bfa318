// Package classify gets from words to notices: where each begins and ends, which
// notice it is, its fields with evidence and confidence, and whether a person
// must look.
//
// It is a session without I/O: it never touches a file, a pixel, the network or
// the clock. [Session.Need] says which regions of which pages to read next, and
// with which effort; whoever drives it ([noticed/worker/reading]) has extract
// read them and hands the words to [Session.Add], until [Session.Finished].
//
// Its rule is that a value is certain only when every place of the paper that
// states it states the same and the arithmetic holds. What is not certain is
// still shown, with the reason why a person must look.
package classify
