package classify

import (
	"slices"
	"strings"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/sheet"
)

// creditWords are words of rows that are taken off; of a decrease the first letter is lost
// at the edge of a box.
var creditWords = []string{"payment", "credit", "withholding", "withheld", "ecrease", "reduction", "applied", "offset", "overpaid", "overpayment", "paid"}

func isCredit(label string) bool {
	return containsAny(layout.Fold(label), creditWords) || lessens(label)
}

// lessens says whether a label is of a decrease, be a letter of the word damaged: it takes
// two to make one of an increase.
func lessens(label string) bool {
	return slices.ContainsFunc(strings.Fields(label), func(w string) bool { return layout.Resembles(layout.Fold(w), decrease) })
}

var decrease = layout.Fold("Decrease")

func refundLabel(label string) bool {
	return strings.Contains(layout.Fold(label), layout.Fold("refund"))
}

// telling is a word that tells what a row is for.
type telling struct {
	word string // folded
	role noticed.AmountRole
}

// penalty is a word that ends, whole, the labels of penalties alone: what is for a payment
// may be for the penalty on a late one.
var penalty = layout.Fold("penalty")

// roles are such words, the most telling first.
var roles = []telling{
	{layout.Fold("past due"), noticed.AmountPastDue},
	{penalty, noticed.AmountPenalty},
	{layout.Fold("penalties"), noticed.AmountPenalty},
	{layout.Fold("failure"), noticed.AmountPenalty}, // what is left of "failure-to-file penalty"
	{layout.Fold("estimated tax"), noticed.AmountPenalty},
	{layout.Fold("interest"), noticed.AmountInterest},
	{layout.Fold("payment"), noticed.AmountPayment},
	{layout.Fold("withholding"), noticed.AmountPayment},
	{layout.Fold("withheld"), noticed.AmountPayment},
	{layout.Fold("credit"), noticed.AmountCredit},
	{layout.Fold("tax"), noticed.AmountTax},
	{layout.Fold("amount you owed"), noticed.AmountTax},
	{layout.Fold("you owed"), noticed.AmountTax}, // what is left of it, or of "tax you owed"
	{layout.Fold("balance"), noticed.AmountTax},
	{layout.Fold("deficiency"), noticed.AmountTax},
}

// otherRows are rows that are told, and are none of the roles: what the account
// stood at before.
var otherRows = []string{"account balance before", "balance before this", "refund", "applied to", "amount you previously owed", "overpayment", "monthly payment", "current installment", "installment payment due", "regular payment", "this month's payment"}

// spelled says whether a label has a long word, or phrase, that tells what it is for,
// letter by letter: nothing else comes out as one, however unsure of it recognition is.
//
// So has one that is like a whole label letter by letter but for a few, "Fasdure-to-pay
// penakty", and the word payments by itself beside an amount that is taken off.
func spelled(r sheet.Row) bool {
	const long, phrase = 8, 12
	text, is := layout.Fold(r.Label), role(r.Label)
	if slices.ContainsFunc(wholeLabels, func(l telling) bool { return l.role == is && layout.Resembles(text, l.word) }) || text == payments && r.Amount < 0 {
		return true
	}
	if is == noticed.AmountOther {
		return slices.ContainsFunc(otherRows, func(row string) bool {
			folded := layout.Fold(row)
			return len(folded) >= phrase && strings.Contains(text, folded)
		})
	}
	return slices.ContainsFunc(roles, func(t telling) bool {
		return t.role == is && (len(t.word) >= long || t.word == penalty) && strings.Contains(text, t.word)
	})
}

// wholeLabels are labels that rows have, long ones, of which none is like another.
var wholeLabels = []telling{
	{layout.Fold("Failure-to-pay penalty"), noticed.AmountPenalty},
	{layout.Fold("Failure-to-file penalty"), noticed.AmountPenalty},
	{layout.Fold("Accuracy-related penalty"), noticed.AmountPenalty},
	{layout.Fold("Failure-to-deposit penalty"), noticed.AmountPenalty},
	{layout.Fold("Interest charges"), noticed.AmountInterest},
	{layout.Fold("Additional interest"), noticed.AmountInterest},
	{layout.Fold("Payments and credits"), noticed.AmountPayment},
}

var payments = layout.Fold("Payments")

func role(label string) noticed.AmountRole {
	text := layout.Fold(label)
	if otherRow(label) && !containsAny(text, []string{"past due"}) {
		return noticed.AmountOther
	}
	for _, r := range roles {
		if layout.Contains(text, r.word) {
			return r.role
		}
	}
	for _, l := range wholeLabels {
		if layout.Resembles(text, l.word) {
			return l.role
		}
	}
	return noticed.AmountOther
}

// charge says whether a label is of something charged, and not of less of it: its
// amount is not negative.
func charge(label string) bool {
	switch role(label) {
	case noticed.AmountTax, noticed.AmountPenalty, noticed.AmountInterest:
		return !containsAny(layout.Fold(label), []string{"ecrease", "reduc", "remov", "abat", "less", "credit", "adjust", "change", "correct", "refund"}) && !lessens(label)
	default:
		return false
	}
}

func otherRow(label string) bool {
	text := layout.Fold(label)
	return slices.ContainsFunc(otherRows, func(row string) bool { return layout.Contains(text, layout.Fold(row)) })
}
