// Package sheet says what one page of mail prints and at which place of the
// paper: the label/value block of the header and of the payment stub, the
// headline, the rows of the summary box, a table of tax periods, the address
// window, and what running text says of an amount, a day and a form.
//
// It reports what is there, once for each place, and settles nothing: that two
// places disagree is for [noticed/classify] to find. It goes by position: a value
// belongs to the label beside or above it, a code counts only where a code
// stands, never where running text names one.
package sheet
