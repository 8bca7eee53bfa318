// Package deadline turns the rule of a notice and the dates it prints into
// deadlines: which act, counted from which event, in which kind of days, moved
// over which holidays, overruled by which printed date, by which authority, and
// what is lost when the day passes.
//
// It is pure functions over civil dates. It knows rules, not notice codes (the
// catalogue maps one to the other), and it must not read documents, files or
// the clock: whether a day has passed is the reader's business.
package deadline
