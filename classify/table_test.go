package classify

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"noticed"
	"noticed/classify/layout/typeset"
	"noticed/classify/printed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
	"noticed/extract"
)

// periodLine is a line of a table of periods at a height of the page.
func periodLine(year int, y float64, cents noticed.Money) sheet.TableRow {
	return sheet.TableRow{Form: "1040", End: printed.PeriodEnd{End: noticed.Date{Year: year, Month: 12, Day: 31}}, Amount: cents, HasAmount: true,
		Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.1, y, 0.9, y + 0.02}, Place: noticed.PlaceTable}}
}

// Two readings of a line outvote a third, and no line takes part in the vote of
// its neighbour, whose box may reach into its own.
func TestReadingsOfATableVote(t *testing.T) {
	first := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100), periodLine(2019, 0.512, 207), periodLine(2020, 0.524, 300)}}
	second := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100), periodLine(2019, 0.512, 201), periodLine(2020, 0.524, 300)}}
	part := &sheet.Table{Rows: []sheet.TableRow{periodLine(2019, 0.513, 201)}}
	got := voted(first, []*sheet.Table{first, second, part})
	for i, want := range []noticed.Money{100, 201, 300} {
		if r := got.Rows[i]; r.Amount != want || r.End.End.Year != 2018+i {
			t.Errorf("line %d: %v of %v", i+1, r.Amount, r.End.End)
		}
	}
	if first.Rows[1].Amount != 207 {
		t.Error("the reading itself was changed")
	}
	if got := voted(first, []*sheet.Table{first, second}); got.Rows[1].Amount != 207 {
		t.Errorf("one against one gave %v", got.Rows[1].Amount)
	}
}

// An amount that was lost is not nothing: the lines of a table are its balance
// only where each has an amount, or says why it has none.
func TestLostAmountIsNoBalance(t *testing.T) {
	line := func(text string, has bool) sheet.TableRow {
		r := periodLine(2021, 0.5, 100)
		r.Evidence.Text, r.HasAmount = text, has
		if !has {
			r.Amount = 0
		}
		return r
	}
	for name, tc := range map[string]struct {
		rows  []sheet.TableRow
		found bool
		want  noticed.Money
	}{
		"both priced":    {[]sheet.TableRow{line("1040 2021 $1.00", true), line("1040 2021 $1.00", true)}, true, 200},
		"one not filed":  {[]sheet.TableRow{line("1040 2021 $1.00", true), line("1040 2021 Return not filed", false)}, true, 100},
		"none filed":     {[]sheet.TableRow{line("1040 2021 Return due", false)}, true, 0},
		"an amount lost": {[]sheet.TableRow{line("1120-S 2021", false)}, false, 0},
		"one of two":     {[]sheet.TableRow{line("1040 2021 $1.00", true), line("1040 2021 [", false)}, false, 0},
	} {
		f := &fields{table: &sheet.Table{Rows: tc.rows}}
		if s := f.orSum(settled[noticed.Money]{}); s.found != tc.found || s.value != tc.want {
			t.Errorf("%s: found %v, %v", name, s.found, s.value)
		}
	}
}

// A line that one reading has with another amount needs three that are alike.
func TestALineThatOneReadingHasOtherwise(t *testing.T) {
	with := func(cents noticed.Money) *sheet.Sheet {
		return &sheet.Sheet{Table: &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, cents)}}}
	}
	l := leaf{number: 1, sheet: with(4844712), seconds: []*sheet.Sheet{with(4844712), with(4544712)}}
	f := &fields{item: item{leaves: []leaf{l}}}
	if f.readTable(); f.tableConfirmed() {
		t.Error("two readings against one are believed")
	}
	three := l
	three.seconds = append(slices.Clone(l.seconds), with(4844712))
	f = &fields{item: item{leaves: []leaf{three}}}
	if f.readTable(); !f.tableConfirmed() {
		t.Error("three readings against one are not believed")
	}
	for _, s := range append([]*sheet.Sheet{l.sheet}, l.seconds...) {
		s.Table.Total = &sheet.Row{Amount: 4844712}
	}
	f = &fields{item: item{leaves: []leaf{l}}}
	if f.readTable(); f.tableConfirmed() {
		t.Error("the total of one line proves it, though it is but another copy")
	}
	for _, s := range append([]*sheet.Sheet{l.sheet}, l.seconds...) {
		s.Table.Rows, s.Table.Total = append(s.Table.Rows, periodLine(2019, 0.53, 100)), &sheet.Row{Amount: 4844812}
	}
	f = &fields{item: item{leaves: []leaf{l}}}
	if f.readTable(); !f.tableConfirmed() {
		t.Error("two readings against one are not believed, and the lines come to their total")
	}
	l.seconds[1].Table.Total = &sheet.Row{Amount: 4544812}
	f = &fields{item: item{leaves: []leaf{l}}}
	if f.readTable(); f.tableConfirmed() {
		t.Error("the third comes to another total")
	}
}

// Readings that lost an amount do not outvote one that has it; and that one is believed
// where the table then comes to its total.
func TestAnAmountThatMostReadingsLost(t *testing.T) {
	with := func(cents noticed.Money) *sheet.Sheet {
		lost := periodLine(2019, 0.53, cents)
		lost.HasAmount = cents != 0
		return &sheet.Sheet{Table: &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100), lost}, Total: &sheet.Row{Amount: 300}}}
	}
	for cents, want := range map[noticed.Money]bool{200: true, 250: false} {
		l := leaf{number: 1, sheet: with(0), seconds: []*sheet.Sheet{with(0), with(cents)}}
		f := &fields{item: item{leaves: []leaf{l}}}
		if f.readTable(); f.table.Rows[1].Amount != cents || f.tableConfirmed() != want {
			t.Errorf("%v: %+v", cents, f.table.Rows[1])
		}
	}
}

func TestALineThatAddsUpAcross(t *testing.T) {
	line := periodLine(2018, 0.5, 7)
	for want, amounts := range map[bool][]noticed.Money{true: {4, 2, 1, 7}, false: {4, 2, 2, 7}} {
		if line.Amounts = amounts; line.AddsAcross() != want {
			t.Errorf("%v: %v", amounts, !want)
		}
	}
	for _, amounts := range [][]noticed.Money{{7, 7}, {0, 7, 0, 7}} {
		if line.Amounts = amounts; line.AddsAcross() {
			t.Errorf("%v: one column says the other", amounts)
		}
	}
}

// Where the header names the period, and only the line of a table says what it owes,
// that line is checked all the same.
func TestALineThatAloneSaysWhatIsOwed(t *testing.T) {
	with := func(cents noticed.Money) *sheet.Sheet {
		return &sheet.Sheet{Table: &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, cents)}}}
	}
	for _, second := range []noticed.Money{4844712, 4544712} {
		l := leaf{number: 1, sheet: with(4844712), seconds: []*sheet.Sheet{with(second)}}
		f := &fields{item: item{leaves: []leaf{l}}, profile: profile.Profile{Money: profile.Lines, Periods: profile.Any}}
		f.end = settled[noticed.Date]{value: noticed.MustDate("2018-12-31"), found: true, confidence: agreed}
		f.readTable()
		f.readBalance()
		if got := f.balanceReasons(); f.balance.value != 4844712 || (len(got) > 0) != (second != 4844712) {
			t.Errorf("read as %v and %v: %v is due, reasons %+v", noticed.Money(4844712), second, f.balance.value, got)
		}
	}
}

// A table that the first reading did not find is taken from the others.
func TestATableOfLaterReadings(t *testing.T) {
	table := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100)}}
	f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{}, seconds: []*sheet.Sheet{{Table: table}}}}}}
	if f.readTable(); f.table == nil || f.tableConfirmed() {
		t.Errorf("read as %+v, and believed by itself", f.table)
	}
	f.item.leaves[0].seconds = append(f.item.leaves[0].seconds, &sheet.Sheet{Table: table})
	if f.readTable(); f.table == nil || !f.tableConfirmed() {
		t.Errorf("two readings are not enough for %+v", f.table)
	}
	for _, r := range []sheet.TableRow{{Form: "1040", End: printed.PeriodEnd{End: noticed.MustDate("2024-09-02")}}, {End: table.Rows[0].End}} {
		f.item.leaves[0].seconds = []*sheet.Sheet{{Table: &sheet.Table{Rows: []sheet.TableRow{r}}}}
		if f.table = nil; f.item.leaves[0].bestTable() != nil {
			t.Errorf("%+v is no line of a table that the first reading did not find", r)
		}
	}
}

// A line that no reading could read leaves the table in doubt until one can.
func TestALineThatNoReadingHas(t *testing.T) {
	one := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100)}, Unread: []noticed.Evidence{{Page: 1, Box: noticed.Box{0.1, 0.47, 0.9, 0.48}}}}
	two := &sheet.Table{Rows: []sheet.TableRow{periodLine(2017, 0.47, 50), periodLine(2018, 0.50, 100)}}
	for i, seconds := range [][]*sheet.Sheet{{{Table: one}}, {{Table: two}, {Table: two}}} {
		f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Table: one}, seconds: seconds}}}}
		if f.readTable(); f.tableConfirmed() != (i == 1) {
			t.Errorf("%d: %d lines, believed %v", i, len(f.table.Rows), i == 0)
		}
	}
}

// A year alone among days is what is left of one, unless three readings have it.
func TestAYearAmongDays(t *testing.T) {
	for _, tt := range []struct {
		bare     bool
		seconds  int
		form     string
		month    time.Month // in which the other line's period ends
		believed bool
	}{{false, 1, "1040", 12, true}, {true, 1, "1040", 12, false}, {true, 2, "1040", 12, true}, {true, 2, "941", 3, false}, {true, 2, "940", 3, true}} {
		table := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100), periodLine(2019, 0.53, 100)}}
		table.Rows[1].End.BareYear, table.Rows[1].Form, table.Rows[0].End.End.Month = tt.bare, tt.form, tt.month
		l := leaf{number: 1, sheet: &sheet.Sheet{Table: table}}
		for range tt.seconds {
			l.seconds = append(l.seconds, &sheet.Sheet{Table: table})
		}
		f := &fields{item: item{leaves: []leaf{l}}}
		if f.readTable(); f.tableConfirmed() != tt.believed {
			t.Errorf("a year alone %v for %s in %d readings, believed %v", tt.bare, tt.form, tt.seconds+1, !tt.believed)
		}
	}
}

// A form that only one reading could read is believed where all other lines have it, and no
// reading has another.
func TestAFormThatOneReadingHas(t *testing.T) {
	rows := func(form string) *sheet.Table {
		t := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100), periodLine(2019, 0.53, 100), periodLine(2020, 0.56, 100)}}
		t.Rows[1].Form = form
		return t
	}
	for other, believed := range map[string]bool{"1040": true, "": true, "1040A": false} {
		f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Table: rows("1040")}, seconds: []*sheet.Sheet{{Table: rows(other)}}}}}}
		if f.readTable(); f.tableConfirmed() != believed {
			t.Errorf("with %q in the other: believed %v", other, !believed)
		}
	}
	twice := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Table: rows("944")}, seconds: []*sheet.Sheet{{Table: rows("944")}, {Table: rows("941")}}}}}}
	if twice.readTable(); twice.tableConfirmed() {
		t.Error("believed a form that one reading of three has otherwise")
	}
	otherYear := rows("1040")
	otherYear.Rows[1].End.End.Year = 2013
	f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Table: rows("1040")}, seconds: []*sheet.Sheet{{Table: otherYear}}}}}}
	if f.readTable(); f.tableConfirmed() {
		t.Error("believed a period that one reading has otherwise")
	}
}

// A line that one reading lost whole is taken from another, and no line twice.
func TestALineThatWasLost(t *testing.T) {
	first := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100), periodLine(2020, 0.524, 300)}}
	second := &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.501, 100), periodLine(2019, 0.523, 200), periodLine(2020, 0.546, 300)}}
	got := completed(&sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.50, 100), periodLine(2020, 0.546, 300)}}, []*sheet.Table{first, second})
	if len(got.Rows) != 3 || got.Rows[1].End.End.Year != 2020 && got.Rows[1].End.End.Year != 2019 {
		t.Fatalf("%+v", got.Rows)
	}
	got = completed(first, []*sheet.Table{first, first})
	if len(got.Rows) != 2 {
		t.Errorf("%d lines", len(got.Rows))
	}
}

// A reading that lost the heads takes what is owed from another column: the table
// says from which.
func TestAnAmountFromTheColumnOfTheTable(t *testing.T) {
	line := func(y float64, owed noticed.Money, all ...noticed.Money) sheet.TableRow {
		r := periodLine(2018, y, owed)
		r.Amounts = all
		return r
	}
	table := &sheet.Table{Rows: []sheet.TableRow{line(0.50, 50, 100, 50), line(0.53, 60, 110, 60)}}
	if got := inColumn(line(0.50, 100, 100, 50), table); got.Amount != 50 {
		t.Errorf("took %v", got.Amount)
	}
	if got := inColumn(line(0.50, 100, 100), table); got.Amount != 100 {
		t.Errorf("with one amount only: %v", got.Amount)
	}
	mixed := &sheet.Table{Rows: []sheet.TableRow{line(0.50, 50, 100, 50), line(0.53, 110, 110, 60)}}
	if got := inColumn(line(0.50, 100, 100, 50), mixed); got.Amount != 100 {
		t.Errorf("from a table that knows no column: %v", got.Amount)
	}
}

// A line without a form among lines with one is not confirmed, however often it
// was read so; in a table without forms nothing is missing.
func TestALineWithoutItsForm(t *testing.T) {
	formless := periodLine(2019, 0.53, 200)
	formless.Form = ""
	tables := func(rows ...sheet.TableRow) *fields {
		table := &sheet.Table{Rows: rows}
		l := leaf{number: 1, sheet: &sheet.Sheet{Table: table}, seconds: []*sheet.Sheet{{Table: table}}}
		return &fields{table: table, tableOn: l}
	}
	if got := tables(periodLine(2018, 0.50, 100), formless).unconfirmed(); len(got) != 1 || got[0] != formless.Evidence {
		t.Errorf("%+v", got)
	}
	if got := tables(formless).unconfirmed(); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// Where writing covers an amount of the first table, a later one of the same
// periods that adds up to its total is taken; not one of other periods.
func TestALaterTableOfTheSamePeriods(t *testing.T) {
	lost := periodLine(2019, 0.53, 0)
	lost.HasAmount = false
	later := func(year int) *sheet.Table {
		return &sheet.Table{Rows: []sheet.TableRow{periodLine(2018, 0.30, 100), periodLine(year, 0.33, 200)}, Total: &sheet.Row{Amount: 300}}
	}
	for name, tt := range map[string]struct {
		first  []sheet.TableRow
		later  *sheet.Table
		onPage int
	}{
		"the same":                  {[]sheet.TableRow{periodLine(2018, 0.50, 100), lost}, later(2019), 3},
		"another period":            {[]sheet.TableRow{periodLine(2018, 0.50, 100), lost}, later(2020), 1},
		"nothing lost on the first": {[]sheet.TableRow{periodLine(2018, 0.50, 100), periodLine(2019, 0.53, 207)}, later(2019), 1},
	} {
		f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Table: &sheet.Table{Rows: tt.first}}}, {number: 3, sheet: &sheet.Sheet{Table: tt.later}}}}}
		if f.readTable(); f.tableOn.number != tt.onPage {
			t.Errorf("%s: taken from page %d", name, f.tableOn.number)
		}
	}
}

// Of a later page only the top is read at first: a table of periods that begins
// there may go on below, and all of its page is read.
func TestATableThatGoesOnBelow(t *testing.T) {
	p := swap(t, cp14, "CP14", "LT38")
	p[1] = append(slices.Clone(p[1]), typeset.Line{X: 50, Y: 130, Text: "Form"}, typeset.Line{X: 150, Y: 130, Text: "Tax period"}, typeset.Line{X: 400, Y: 130, Text: "Amount you owe"})
	for i := range 4 {
		y := 142 + 14*float64(i)
		p[1] = append(p[1], typeset.Line{X: 50, Y: y, Text: "1040"}, typeset.Line{X: 150, Y: y, Text: fmt.Sprint(2013 + i)}, typeset.Line{X: 400, Y: y, Text: fmt.Sprintf("$%d.00", 100+i)})
	}
	whole := false
	a := only(t, p.scanned(0.95, func(r extract.Request) paper {
		whole = whole || r.Page == 2 && r.Effort == extract.Full
		return p
	}).Notices())
	if len(a.Periods) != 4 || !whole {
		t.Errorf("%d periods, page 2 read whole %v: %s", len(a.Periods), whole, reasons(a))
	}
}

// A table whose lines have amounts, none of them what is owed, was not read; one of returns
// that were not filed has none.
func TestATableThatLostWhatIsOwed(t *testing.T) {
	for name, amounts := range map[string][]noticed.Money{"lost": {5000}, "none": nil} {
		with := func() *sheet.Sheet {
			line := periodLine(2018, 0.50, 0)
			line.HasAmount, line.Amounts = false, amounts
			return &sheet.Sheet{Table: &sheet.Table{Rows: []sheet.TableRow{line}}}
		}
		f := &fields{item: item{leaves: []leaf{{number: 1, sheet: with(), seconds: []*sheet.Sheet{with(), with()}}}}}
		if f.readTable(); f.tableConfirmed() != (amounts == nil) {
			t.Errorf("%s: confirmed %v", name, f.tableConfirmed())
		}
	}
}
