// Package profile says what each notice that is read in full states: what its
// money means, whether a summary adds up to it, whether it is about one tax
// period or may list several, whether it names a tax form. A value that a notice
// must state and that was not found is a reason for a person to look; one that
// it never states is no loss.
//
// The profiles are data (profiles.csv, embedded): no notice code stands in Go
// source. The package must not read documents, and knows nothing of deadlines:
// those are rules of the catalogue.
package profile

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"sync"
)

// Money says what the amount of a notice means.
type Money string

// The kinds of money.
const (
	Due      Money = "due"      // a total that must be paid
	Headline Money = "headline" // the payment that the headline asks for; other totals stand beside it
	Lines    Money = "lines"    // a total, or the sum of the lines of a table without one; or nothing but periods
	Proposed Money = "proposed" // not assessed yet
	Lien     Money = "lien"     // the total of a filed lien, or the sum of its lines
	None     Money = "none"     // nothing is asked to be paid
	Refund   Money = "refund"   // what the taxpayer gets, unless the notice says that something is due
)

// Presence says whether a notice states something.
type Presence string

// The degrees of presence.
const (
	Must Presence = "must"
	May  Presence = "may"
	No   Presence = "no"
)

// Periods says how many tax periods a notice may be about.
type Periods string

// The numbers of periods.
const (
	One Periods = "one"
	Any Periods = "any"
)

// Number says whose number a notice shows.
type Number string

// The owners of a number.
const (
	Own   Number = "own"   // the addressee's
	Other Number = "other" // that of a business for which the addressee answers
)

// Profile is what a notice states.
type Profile struct {
	Code    string
	Money   Money
	Summary Presence // a box of rows that add up to the money
	Periods Periods
	Form    Presence // the tax form of a period
	Number  Number   // whose number it shows
}

//go:embed profiles.csv
var table []byte

var profiles = sync.OnceValue(func() map[string]Profile {
	out, err := parse(table)
	if err != nil {
		panic(fmt.Sprintf("reading the embedded profiles: %v", err)) // a test parses them
	}
	return out
})

// Of returns the profile of a code, and whether there is one: whether the notice
// is read in full.
func Of(code string) (Profile, bool) {
	p, ok := profiles()[code]
	return p, ok
}

// Loose is the profile of a notice that is not read in full: whatever is found
// is told, and a person looks.
func Loose(code string) Profile {
	return Profile{Code: code, Money: Lines, Summary: May, Periods: Any, Form: May, Number: Own}
}

// Codes lists the codes that have a profile, in no order.
func Codes() []string {
	var out []string
	for c := range profiles() {
		out = append(out, c)
	}
	return out
}

var columns = []string{"code", "money", "summary", "periods", "form", "number"}

func parse(data []byte) (map[string]Profile, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment = '#'
	r.FieldsPerRecord = len(columns)
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading profiles: %w", err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], columns) {
		return nil, fmt.Errorf("reading profiles: the header must be %v", columns)
	}
	presence := []string{string(Must), string(May), string(No)}
	allowed := [][]string{nil,
		{string(Due), string(Headline), string(Lines), string(Proposed), string(Lien), string(None), string(Refund)},
		presence, {string(One), string(Any)}, presence, {string(Own), string(Other)}}
	out := map[string]Profile{}
	for i, row := range rows[1:] {
		for j, v := range row {
			if allowed[j] != nil && !slices.Contains(allowed[j], v) {
				return nil, fmt.Errorf("reading profiles: row %d (%s): %s %q is not one of %v", i+1, row[0], columns[j], v, allowed[j])
			}
		}
		if _, twice := out[row[0]]; twice {
			return nil, fmt.Errorf("reading profiles: %s stands twice", row[0])
		}
		out[row[0]] = Profile{row[0], Money(row[1]), Presence(row[2]), Periods(row[3]), Presence(row[4]), Number(row[5])}
	}
	return out, nil
}
