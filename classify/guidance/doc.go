// Package guidance tells in plain words what a notice means, what to do next and
// what follows if nothing is done. The texts are a table (texts.json, embedded),
// each row with the sources it rests on: the law, a page of the IRS, or public
// explanations whose facts were taken over and whose sentences were not.
//
// A row is for families and rules of the catalogue, and may be for some codes
// only. What no row covers has no text: nothing is made up for it. The texts name
// no day, because a day belongs to one notice and stands among its deadlines.
//
// Whoever shows a text shows [Disclaimer] with it. The package must not read
// documents, count days or know the clock.
package guidance
