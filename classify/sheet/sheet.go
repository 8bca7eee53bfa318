package sheet

import (
	"slices"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/printed"
)

// Seen is one value at one place of the paper.
type Seen[T any] struct {
	Value      T
	Evidence   noticed.Evidence
	Confidence float64 // of the words it was read from: 1 for a text layer
	Repaired   bool    // a damaged character was taken for the one it looks like
	Second     bool    // read by a second opinion
	Unmasked   bool    // of a masked number: read with the mask taken off
}

// Stated is a taxpayer's number in running text.
type Stated struct {
	ID       printed.TaxpayerID
	Sentence string // the words it stands among, the number masked
}

// Due is an amount that a label calls due, or to be refunded.
type Due struct {
	Amount noticed.Money
	Label  string
	Refund bool // what the taxpayer gets; Amount is as printed
}

// ActDay is a day that the page prints for an act. What the words around it say
// may fit several acts; which of them the notice has is not the page's business.
type ActDay struct {
	Day   noticed.Date
	Roles []noticed.DateRole // the likeliest first; never empty
}

// Period is a tax period, or the form it is for, or both: what the place gives.
type Period struct {
	Form string            // empty if the place does not say
	End  printed.PeriodEnd // zero if the place does not say
}

// Row is one row of a summary box.
type Row struct {
	Label      string
	Amount     noticed.Money
	CommaCents bool
	Evidence   noticed.Evidence
	Confidence float64
	Repaired   bool
	LabelClear float64     // the confidence of the label's words
	At         noticed.Box // where the amount stands, in fractions of the page
}

// Summary is the box that adds up to what is due.
type Summary struct {
	Rows  []Row
	Total *Row // nil if none was found
	// Included says that the rows are only some of what the total includes, and
	// stand under it.
	Included bool
	Box      noticed.Box // of the whole box with its title, in fractions of the page
	// Open are the lines without an amount, and where one would stand: of a label on two
	// lines one has none.
	Open []Row

	total *summaryRow
}

// TableRow is one line of a table of tax periods.
type TableRow struct {
	Form       string
	End        printed.PeriodEnd
	Amounts    []noticed.Money           // the columns of the line, from left to right
	Amount     noticed.Money             // what is owed for the period
	ID         *Seen[printed.TaxpayerID] // of the taxpayer, if the line names it
	HasAmount  bool                      // false where the line says no amount, as of a return that was not filed, or it was lost
	Evidence   noticed.Evidence
	Confidence float64
	Repaired   bool

	owed noticed.Box // of the amount in points
}

// Table is a table of tax periods.
type Table struct {
	Rows  []TableRow
	Total *Row // the sum line, nil if the table has none
	// Unread are the lines of a table that was recognised that could not be read: that
	// have a period, or stand among the others and end in an amount.
	Unread []noticed.Evidence
}

// Code is a code as a label or a place of its own presents it.
type Code struct {
	Text string // as printed, behind its label
	// Labelled says that a label (Notice, Letter, LTR) announced it, so that a
	// bare number may be one.
	Labelled bool
	// Stroke says that a sign which is much like an I stands right behind it, "CP14)".
	Stroke bool
}

// Sheet is what one page prints.
type Sheet struct {
	Page   int
	How    noticed.How
	Words  int         // how many words were read
	Whole  bool        // the whole page was read, not a band of it
	Part   noticed.Box // the part of the page that a close look was at, in fractions; zero for any other reading
	Layout *layout.Page

	Letterhead bool // "Department of the Treasury / Internal Revenue Service" on top
	MentionIRS bool // the IRS is named anywhere
	Number     int  // "Page n of m": n, 0 if not printed
	Of         int
	Numbered   noticed.Place // where it says so

	Codes       []Seen[Code]
	NoticeDates []Seen[noticed.Date]
	IDs         []Seen[printed.TaxpayerID]
	Unread      []noticed.Evidence // where a taxpayer's number is announced that can't be made out
	Unnumbered  []noticed.Evidence // blocks of the notice's own without a taxpayer's number
	Rows        []Row              // of a close look at a part of the summary: those whose amount it was at
	Lost        []noticed.Evidence // where a code, a date, a period or a number is announced of which nothing was read
	UnreadCodes []noticed.Evidence // where the code of a notice is, in its block, that can't be made out
	Periods     []Seen[Period]
	UnreadForm  bool // a tax form is announced near the top that can't be made out
	Dues        []Seen[Due]
	Proposed    []Seen[noticed.Money] // what running text says is proposed
	ActDays     []Seen[ActDay]
	LienFiled   []Seen[noticed.Date] // the day a notice of federal tax lien was filed
	GoodThrough []Seen[noticed.Date] // the day to which interest was figured
	Immediately bool                 // something is printed as due immediately
	AtOnce      bool                 // an answer is asked for at once, or within a number of days, and not by a day
	WithinDays  []int                // the numbers of days within which an answer is asked for
	LostDates   int                  // names of months that belong to no date that was read: a day may have been lost
	OtherDates  []Seen[noticed.Date] // dates that no label and no sentence explains

	Enclosure    bool // a form, publication or notice of the IRS that lies with a notice
	SummaryTitle bool // a summary box is announced
	Summary      *Summary
	Table        *Table
	PeriodColumn bool // there is a column of periods of a table that could not be read

	People     []Seen[string]      // the addressees, in capitals, with People's separator between persons
	Beside     []Seen[string]      // the addressees of another address window under the first, as People are written
	Numbers    []Seen[Stated]      // social security numbers that running text states
	Named      []Seen[string]      // people that a salutation or the head of a later page names, as People are written
	Foreign    bool                // the address window ends in no US state and ZIP code
	Country    string              // the country that the address window ends with, empty in the United States
	Office     *Seen[[]string]     // the office that sent the notice, by its lines; nil, as those below, if none was read
	Hearing    *Seen[[]string]     // where to send a hearing request
	Payment    *Seen[[]string]     // where to send a payment
	Reply      *Seen[[]string]     // where to send an answer
	Leading    *Seen[[]string]     // an address that begins the page
	Trailing   noticed.AddressRole // what the page's last words ask to be sent, to an address on the next page
	Fax        string
	Phones     []Seen[string] // where to call, as the block and running text give it
	References []Seen[noticed.Reference]

	Text string // folded text of the page, for telling what kind of mail it is
}

// Window says whether a name was read in the address window, or what stands for it.
func (s *Sheet) Window() bool {
	return slices.ContainsFunc(s.People, func(o Seen[string]) bool { return o.Evidence.Place == noticed.PlaceHeader })
}

// Block says whether the page has a label/value block at a place.
func (s *Sheet) Block(place noticed.Place) bool {
	for _, c := range s.NoticeDates {
		if c.Evidence.Place == place {
			return true
		}
	}
	for _, c := range s.Codes {
		if c.Evidence.Place == place && c.Value.Labelled {
			return true
		}
	}
	return false
}

// CodeTest says whether a text can be the code of a notice. labelled says that a
// label announced it.
type CodeTest func(text string, labelled bool) bool

// reader reads one page.
type reader struct {
	*Sheet
	isCode                CodeTest
	hits                  []hit
	stubTop               float64 // y at which the payment stub begins; the page's height if there is none
	tableTop, tableBottom float64 // of the table of periods; both 0 if there is none
	boxTop                float64 // of the summary box
	typed                 bool    // the page has the head of a letter from the correspondence system
	wholeDollars          bool    // the summary at hand has no cents
	pointless             bool    // amounts of the summary at hand may have lost their points
	second                bool
	used                  map[noticed.Box]bool // boxes of dates that are explained
}

// Read says what a page prints. second marks words that are a second opinion.
func Read(page *layout.Page, how noticed.How, whole, second bool, isCode CodeTest) *Sheet {
	page = withWholeDays(withoutTransmission(page))
	r := &reader{
		Sheet:   &Sheet{Page: page.Number, How: how, Whole: whole, Layout: page},
		isCode:  isCode,
		stubTop: page.Height,
		second:  second,
		used:    map[noticed.Box]bool{},
	}
	for c := range page.Cells {
		r.Words += len(c.Words)
		r.Text += layout.Fold(c.Text()) + " "
	}
	r.findHits()
	r.findStub()
	r.readLetterhead()
	r.readTable()
	r.readBlocks()
	r.readBareCodes()
	r.readUnreadCorner()
	r.readSummary()
	r.readDues()
	r.readHeadline()
	r.readProse()
	r.readAddresses()
	r.readOtherDates()
	r.readAtOnce()
	r.readNamed()
	r.readEnclosure()
	return r.Sheet
}

// place is where on the paper a box stands, for a value of a label/value block.
func (r *reader) place(b noticed.Box) noticed.Place {
	switch {
	case b.MidY() >= r.stubTop:
		return noticed.PlaceStub
	case b.MidY() > 0.93*r.Layout.Height:
		return noticed.PlaceFooter
	default:
		return noticed.PlaceHeader
	}
}

func (r *reader) evidence(b noticed.Box, text string, place noticed.Place) noticed.Evidence {
	return noticed.Evidence{Page: r.Page, Box: r.Layout.Fraction(b), Text: printed.Mask(text), Place: place}
}

func see[T any](r *reader, v T, run layout.Run, start, end int, place noticed.Place, repaired bool) Seen[T] {
	return Seen[T]{
		Value:      v,
		Evidence:   r.evidence(run.Box(start, end), run.Text[start:end], place),
		Confidence: clearness(run, start, end),
		Repaired:   repaired,
		Second:     r.second,
	}
}

// spelt is how clear a month's name is whose letters are all there, whatever recognition
// thinks of it: dirt that touches it takes its confidence and leaves its spelling, and
// with it would go the day and the year beside it.
const spelt = 0.9

// clearness is the confidence of the least clear of the words between two byte offsets.
func clearness(run layout.Run, start, end int) float64 {
	c := 1.0
	for _, w := range run.Between(start, end) {
		if w.Confidence < spelt && printed.LongMonth(w.Text) {
			w.Confidence = spelt
		}
		c = min(c, w.Confidence)
	}
	return c
}
