package classify

import (
	"testing"

	"noticed"
	"noticed/classify/printed"
	"noticed/classify/sheet"
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
