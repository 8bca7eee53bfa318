// Package printed reads single values in the forms that IRS paper prints them:
// dates, amounts of money, tax periods, taxpayer numbers. It takes a short run
// of text that stands where such a value should stand and says what it is; it
// does not go looking for values in a page, and it never guesses: a form that is
// not on its list is not a value.
//
// Scans hand over damaged digits. A value that could only be read by taking a
// letter for the digit it looks like is marked Repaired, so that the caller can
// ask for a second witness.
package printed
