// Package expect holds the truth of a sample: what a perfect reader would say
// of it. It is written by the generator from what it drew, never by a reader,
// and compared with a reading by samples/eval.
package expect

import (
	"fmt"
	"strings"

	"noticed"
)

// Document is the truth of one sample file.
type Document struct {
	File     string        `json:"file"`
	Medium   string        `json:"medium"`           // text, g4, dct, tiff, png or jpeg
	Design   string        `json:"design,omitempty"` // block, redesign or legacy
	Producer string        `json:"producer"`         // what wrote the file
	Seed     uint64        `json:"seed"`
	Index    int           `json:"index"`
	Kind     noticed.Kind  `json:"kind"`
	Pages    int           `json:"pages"`
	Notices  []Notice      `json:"notices"`           // empty for other mail
	Issuer   *Issuer       `json:"issuer,omitempty"`  // of other mail; nil where the paper names nobody
	Seems    string        `json:"seems,omitempty"`   // what the other mail seems to be: issuer.seems of the contract
	Written  *noticed.Date `json:"written,omitempty"` // the day by which other mail was written
	Review   Review        `json:"review"`
	Tampered *Tampered     `json:"tampered,omitempty"`

	Damage *Damage `json:"damage,omitempty"`
}

// Damage says what was done to a scan or a photo.
type Damage struct {
	Parts   []Degradation `json:"parts"`         // one, or the several of a combination
	Legible bool          `json:"legible"`       // whether a person could read every value; decided beforehand
	Why     string        `json:"why,omitempty"` // what can't be read and why
}

// Degradation is one way in which a scan is worse than it could be.
type Degradation struct {
	Kind     string `json:"kind"`
	Strength int    `json:"strength"` // 1 to 3
}

func (d *Damage) String() string {
	var parts []string
	for _, x := range d.Parts {
		parts = append(parts, fmt.Sprintf("%s %d", x.Kind, x.Strength))
	}
	return strings.Join(parts, " + ")
}

// Issuer is who sent a piece of other mail. A reading names it rightly if any
// of the words stands in its issuer.name, whatever the case.
type Issuer struct {
	Name  string   `json:"name"` // as printed
	Words []string `json:"words"`
}

// Review says whether a person must look at the document. Where Needed is
// false a reader may still ask for a person; where it is true it must.
type Review struct {
	Needed bool            `json:"needed"`
	Fields []noticed.Field `json:"fields,omitempty"` // a reason must name one of them
	Why    string          `json:"why,omitempty"`
}

// Tampered says which one printed copy of a value was altered.
type Tampered struct {
	Field noticed.Field `json:"field"`
	What  string        `json:"what"` // code, notice_date, tax_year, tax_period, balance, id_last4, row or the role of a printed date
	Place noticed.Place `json:"place"`
	Page  int           `json:"page"` // of the document, from 1
	From  string        `json:"from"`
	To    string        `json:"to"`
}

// Notice is the truth of one notice.
type Notice struct {
	Code       string        `json:"code"`
	Pages      []int         `json:"pages"`
	NoticeDate noticed.Date  `json:"notice_date"`
	Taxpayer   Taxpayer      `json:"taxpayer"`
	Periods    []Period      `json:"periods"`
	Balance    Balance       `json:"balance"`
	Amounts    []Amount      `json:"amounts"` // the rows of the summary above its total
	Printed    []PrintedDate `json:"printed_dates"`
	Critical   *Deadline     `json:"critical"` // nil: no deadline has a date
	Deadlines  []Deadline    `json:"deadlines"`
	References []Reference   `json:"references,omitempty"`
	Addresses  []Address     `json:"addresses,omitempty"`
	Phone      string        `json:"phone,omitempty"`
}

// Reference is a number the IRS wants quoted.
type Reference struct {
	Role  noticed.ReferenceRole `json:"role"`
	Value string                `json:"value"`
}

// Address is an address of the IRS by what it is for.
type Address struct {
	Role  noticed.AddressRole `json:"role"`
	Lines []string            `json:"lines"`
}

// Taxpayer is whom the notice is about.
type Taxpayer struct {
	Names   []string       `json:"names"` // one entry a person, in capitals
	Joint   bool           `json:"joint"`
	IDLast4 *string        `json:"id_last4"` // nil where the paper masks every digit
	IDKind  noticed.IDKind `json:"id_kind"`
	DBA     string         `json:"dba,omitempty"` // a line "DBA ..." of the window; whether it is told is not graded
}

// Period is one tax period. Form is "" where the paper nowhere names one, and
// Amount nil where none is stated for it, or nothing is asked to be paid.
type Period struct {
	Form      string         `json:"form"`
	PeriodEnd noticed.Date   `json:"period_end"`
	Amount    *noticed.Money `json:"amount"`
}

// Balance is what the notice asks to be paid: none is 0.00, a refund negative.
type Balance struct {
	Value       noticed.Money       `json:"value"`
	Kind        noticed.BalanceKind `json:"kind"`
	GoodThrough *noticed.Date       `json:"good_through,omitempty"` // the day to which interest is figured, if the paper says
}

// Amount is one row of the summary.
type Amount struct {
	Role  noticed.AmountRole `json:"role"`
	Label string             `json:"label"`
	Value noticed.Money      `json:"value"`
}

// PrintedDate is a date printed for an act, each role once. A proposal (CP2000)
// whose total is labelled "Amount due by" with a date prints it twice over: as
// reply_by and as pay_by, though nothing must be paid by then.
type PrintedDate struct {
	Role  noticed.DateRole `json:"role"`
	Value noticed.Date     `json:"value"`
}

// Deadline is an act and its last day; the day is nil where there is none.
type Deadline struct {
	Action noticed.Action `json:"action"`
	Date   *noticed.Date  `json:"date"`
}
