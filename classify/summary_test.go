package classify

import (
	"fmt"
	"testing"

	"noticed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// Rows that lost their minus do not come to a refund that is printed with one.
func TestARefundWithItsMinus(t *testing.T) {
	unsigned := func(total noticed.Money) *sheet.Summary {
		return &sheet.Summary{Rows: []sheet.Row{{Label: "Tax decrease", Amount: 4}, {Label: "Payment increase", Amount: 3}}, Total: &sheet.Row{Label: "Proposed refund", Amount: total}}
	}
	for total, want := range map[noticed.Money]noticed.Money{7: 4, -7: -4} {
		if s := unsigned(total); !closing(s) || s.Rows[0].Amount != want {
			t.Errorf("a refund of %d: %+v", total, s.Rows)
		}
	}
}

// Payments by itself is what is left of the label of a penalty as well, unless the amount
// is taken off.
func TestPaymentsByItself(t *testing.T) {
	for amount, want := range map[noticed.Money]bool{5: false, -5: true} {
		if got := spelled(sheet.Row{Label: "Payments", Amount: amount}); got != want {
			t.Errorf("beside %d: %v", amount, got)
		}
	}
}

// A decrease that lost its first letter is one.
func TestADecreaseWithoutItsD(t *testing.T) {
	s := &sheet.Summary{Rows: []sheet.Row{{Label: "Account balance before changes", Amount: 9}, {Label: "ecrease in accuracy-related penalty", Amount: 4}}, Total: &sheet.Row{Label: "Amount you owe", Amount: 5}}
	if !closing(s) || s.Rows[1].Amount != -4 || !labelled(s) {
		t.Errorf("%+v", s.Rows)
	}
	for label, want := range map[string]bool{"Increase in tax": false, "ncrease in tax": false, "Deciease in tax": true, "Dectease in tax": true} {
		if isCredit(label) != want {
			t.Errorf("%s is taken off: %v", label, !want)
		}
	}
}

// A row that no look has right, and no two have alike, is what the others leave for it.
func TestARowByTheSum(t *testing.T) {
	box := func(total noticed.Money, amounts ...noticed.Money) *sheet.Summary {
		s := &sheet.Summary{Total: &sheet.Row{Label: "Amount due", Amount: total}}
		for i, a := range amounts {
			y := 0.4 + 0.02*float64(i)
			label := []string{"Tax you owed", "Payments and credits", "Interest"}[i]
			s.Rows = append(s.Rows, sheet.Row{Label: label, Amount: a, Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.5, y, 0.9, y + 0.01}}})
		}
		return s
	}
	for name, tt := range map[string]struct {
		readings []*sheet.Summary
		want     noticed.Money // of the payments; 0: it is not mended
	}{
		"misread otherwise each time":    {[]*sheet.Summary{box(4000000, 5000000, -4200000, 300000), box(4000000, 5000000, -1500000, 300000)}, -1300000},
		"without its minus":              {[]*sheet.Summary{box(4000000, 5000000, 4200000, 300000), box(4000000, 5000000, 1500000, 300000)}, -1300000},
		"read alike, and not as the sum": {[]*sheet.Summary{box(4000000, 5000000, -1200000, 300000), box(4000000, 5000000, -1200000, 300000)}, 0},
		"nothing like what it must be":   {[]*sheet.Summary{box(4000000, 5000000, -4200000, 300000), box(4000000, 5000000, -8555500, 300000)}, 0},
		"two rows are in doubt":          {[]*sheet.Summary{box(4000000, 5000000, -4200000, 300000), box(4000000, 5000000, -1500000, 800000)}, 0},
		"the total is, too":              {[]*sheet.Summary{box(4000000, 5000000, -4200000, 300000), box(4100000, 5000000, -1500000, 300000)}, 0},
		"altered, and one look astray":   {[]*sheet.Summary{box(500000, 400000, 68000, 40000), box(500000, 400000, 68000, 40000), box(500000, 400000, 65000, 40000)}, 0},
		"a credit that would be charged": {[]*sheet.Summary{box(160000, 100000, -51000, 10000), box(160000, 100000, -50600, 10000)}, 0},
		"a row that one reading lost":    {[]*sheet.Summary{box(4000000, 5000000, -4200000), box(4000000, 5000000, -1500000, 300000), box(4000000, 5000000, -1200000)}, 0},
		"read once":                      {[]*sheet.Summary{box(4000000, 5000000, -4200000, 300000)}, 0},
	} {
		s, guess := bySum(tt.readings)
		if got := s != nil; guess || got != (tt.want != 0) || got && (s.Rows[1].Amount != tt.want || !closing(s)) {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

// What the others leave for a row that a single look has, or for one of few figures, is a
// guess: it is shown, and a person is asked.
func TestARowThatIsGuessed(t *testing.T) {
	box := func(amounts ...noticed.Money) *sheet.Summary {
		s := &sheet.Summary{Total: &sheet.Row{Label: "Amount due", Amount: 18580, Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.5, 0.5, 0.9, 0.51}}}}
		for i, a := range amounts {
			y := 0.4 + 0.02*float64(i)
			s.Rows = append(s.Rows, sheet.Row{Label: []string{"Tax you owed", "Penalty", "Interest charges"}[i], Amount: a, Confidence: 0.9, LabelClear: 0.9, Evidence: noticed.Evidence{Page: 1, Box: noticed.Box{0.5, y, 0.9, y + 0.01}}})
		}
		return s
	}
	for name, tt := range map[string]struct {
		interest []noticed.Money // at each look, the first two of which have the rest alike
		guessed  bool
	}{
		"one look":            {[]noticed.Money{160}, true},
		"of few figures":      {[]noticed.Money{160, 130}, true},
		"alike, and not so":   {[]noticed.Money{160, 160}, false},
		"nothing like it":     {[]noticed.Money{975}, false},
		"it adds up as it is": {[]noticed.Money{180, 160}, false},
	} {
		l := leaf{number: 1, sheet: &sheet.Sheet{Summary: box(17946, 454)}}
		for _, v := range tt.interest {
			l.seconds = append(l.seconds, &sheet.Sheet{Summary: box(17946, 454, v)})
		}
		f := &fields{item: item{leaves: []leaf{l}}, profile: profile.Profile{Summary: profile.No}} // asked for or not: it is published
		f.readSummary()
		if f.guessed != tt.guessed || tt.guessed && (f.closes || f.summary.Rows[2].Amount != 180 || len(f.sumReasons()) != 1) {
			t.Errorf("%s: guessed %v, %+v", name, f.guessed, f.summary)
		}
	}
}

// What the others leave for the one line whose amount no look has is a guess as well.
func TestARowThatNoLookHas(t *testing.T) {
	place := func(i int) noticed.Evidence {
		return noticed.Evidence{Page: 1, Box: noticed.Box{0.5, 0.4 + 0.02*float64(i), 0.9, 0.41 + 0.02*float64(i)}}
	}
	penalty := sheet.Row{Label: "Failure-to-file penalty", LabelClear: 0.9, Evidence: place(2)}
	for name, tt := range map[string]struct {
		total, other noticed.Money // other is the last row's at the third look
		open         []sheet.Row
		want         string
	}{
		"one line":                         {30, 8, []sheet.Row{penalty}, "Tax you owed 40; Payments and credits -30; Failure-to-file penalty 12; Interest charges 8; "},
		"one look astray":                  {30, 3, []sheet.Row{penalty}, "Tax you owed 40; Payments and credits -30; Failure-to-file penalty 12; Interest charges 8; "},
		"no line":                          {30, 8, nil, ""},
		"two lines":                        {30, 8, []sheet.Row{penalty, {Label: "Interest", LabelClear: 0.9, Evidence: place(3)}}, ""},
		"a line that says nothing":         {30, 8, []sheet.Row{{Label: "by the day", LabelClear: 0.9, Evidence: place(2)}}, ""},
		"a label that is spoilt":           {30, 8, []sheet.Row{{Label: "penalty", LabelClear: 0.2, Evidence: place(2)}}, ""},
		"a charge that would be taken off": {10, 8, []sheet.Row{penalty}, ""},
	} {
		var readings []*sheet.Summary
		for _, v := range []noticed.Money{8, 8, tt.other} {
			readings = append(readings, &sheet.Summary{Open: tt.open, Total: &sheet.Row{Label: "Amount due", Amount: tt.total, Evidence: place(5)}, Rows: []sheet.Row{
				{Label: "Tax you owed", Amount: 40, Evidence: place(0)}, {Label: "Payments and credits", Amount: -30, Evidence: place(1)}, {Label: "Interest charges", Amount: v, Evidence: place(4)},
			}})
		}
		got := ""
		s, guess := bySum(readings)
		if s != nil {
			for _, r := range s.Rows {
				got += fmt.Sprintf("%s %d; ", r.Label, r.Amount)
			}
		}
		if got != tt.want || guess != (tt.want != "") {
			t.Errorf("%s: %s, guess %v", name, got, guess)
		}
	}
}

// Rows that two readings lost are taken from the looks at single amounts that add up; until
// then the places of all amounts are asked for, and the gap where a row was lost.
func TestLooksAtAmounts(t *testing.T) {
	place := func(i int) noticed.Box { y := 0.4 + 0.02*float64(i); return noticed.Box{0.5, y, 0.9, y + 0.01} }
	row := func(i int, amount noticed.Money) sheet.Row {
		return sheet.Row{Label: []string{"Tax you owed", "Penalty", "Interest charges"}[i], Amount: amount, Confidence: 0.9, LabelClear: 0.9, Evidence: noticed.Evidence{Page: 1, Box: place(i)}, At: place(i)}
	}
	total := &sheet.Row{Label: "Amount due", Amount: 600, Evidence: noticed.Evidence{Page: 1, Box: place(3)}, At: place(3)}
	lost := func() *sheet.Sheet {
		return &sheet.Sheet{Summary: &sheet.Summary{Rows: []sheet.Row{row(0, 100)}, Total: total, Open: []sheet.Row{{At: place(1)}, {At: place(2)}}, Box: noticed.Box{0.3, 0.38, 0.9, 0.47}}}
	}
	gapped := func() *sheet.Sheet {
		s := lost()
		s.Summary.Open = s.Summary.Open[:1]
		return s
	}
	look := func(i int, amount noticed.Money) *sheet.Sheet {
		return &sheet.Sheet{Part: place(i), Rows: []sheet.Row{row(i, amount)}}
	}
	for name, tt := range map[string]struct {
		read   func() *sheet.Sheet
		looks  []*sheet.Sheet
		closes bool
		asked  int
	}{
		"none yet":               {lost, nil, false, 4},
		"both":                   {lost, []*sheet.Sheet{look(1, 200), look(2, 300)}, true, 0},
		"the second look":        {lost, []*sheet.Sheet{look(1, 700), look(1, 200), look(2, 900), look(2, 300)}, true, 0},
		"one of them":            {lost, []*sheet.Sheet{look(1, 200)}, false, 4},
		"what does not add up":   {lost, []*sheet.Sheet{look(1, 200), look(2, 350)}, false, 4},
		"a row without its line": {gapped, nil, false, 4},
		"the line in the gap":    {gapped, []*sheet.Sheet{look(1, 200), look(2, 300)}, true, 0},
		"read wrongly alike":     {gapped, []*sheet.Sheet{look(0, 150), look(1, 250), look(2, 200)}, true, 0},
	} {
		l := leaf{number: 1, sheet: tt.read(), seconds: append([]*sheet.Sheet{tt.read()}, tt.looks...)}
		f := &fields{item: item{leaves: []leaf{l}}}
		f.readSummary()
		asked, withLabel := f.unsureAmounts(), 0
		for _, e := range asked {
			if e.Box.Left() == 0.3 {
				withLabel++
			}
		}
		if lost := 3 - len(tt.read().Summary.Rows) - len(tt.read().Summary.Open); withLabel > lost || tt.asked > 0 && withLabel < lost {
			t.Errorf("%s: %d gaps are looked at with their labels, want %d", name, withLabel, lost)
		}
		if f.closes != tt.closes || len(asked) != tt.asked || tt.closes && len(f.summary.Rows) != 3 {
			t.Errorf("%s: closes %v, asked %d, %+v", name, f.closes, len(asked), f.summary.Rows)
		}
	}
}

// What the rows add up to bears out another place, where the total was misread.
func TestTheSumOfTheRowsIsSeen(t *testing.T) {
	s := &sheet.Summary{Rows: []sheet.Row{{Amount: 400, Confidence: 0.9}, {Amount: 300, Confidence: 0.7}}, Total: &sheet.Row{Amount: 100}}
	for due, want := range map[noticed.Money]int{700: 1, 800: 0} {
		f := &fields{summaries: []*sheet.Summary{s}}
		dues := []sheet.Seen[noticed.Money]{{Value: due, Confidence: 0.9, Evidence: noticed.Evidence{Place: noticed.PlaceHeadline}}}
		if got := f.rowsSum(dues); len(got) != want || want == 1 && (got[0].Value != 700 || got[0].Confidence != 0.7) {
			t.Errorf("%v at the headline: %+v", due, got)
		}
		if dues[0].Evidence.Place = noticed.PlaceSummary; len(f.rowsSum(dues)) != 0 {
			t.Error("the summary bears itself out")
		}
		if f.closes = true; len(f.rowsSum(dues)) != 0 {
			t.Error("the total is seen already")
		}
	}
}

// A payment that is added to what is owed is no payment: the beginning of its label was
// misread.
func TestAPaymentThatIsOwed(t *testing.T) {
	for name, tt := range map[string]struct {
		label  string
		amount noticed.Money
		total  string
		want   bool
	}{
		"misread":         {"Pest due lastallinent payment", 5, "Payment due immediately", false},
		"past due":        {"Past due installment payment", 5, "Payment due immediately", true},
		"taken off":       {"Payments", -5, "Amount due", true},
		"part of refunds": {"Payments", 5, "Your refund", true},
	} {
		s := &sheet.Summary{Rows: []sheet.Row{{Label: tt.label, Amount: tt.amount, Confidence: 0.9}}, Total: &sheet.Row{Label: tt.total, Amount: 5}}
		if got := labelled(s); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A label that begins twice has taken in the beginning of the next.
func TestALabelThatBeginsTwice(t *testing.T) {
	for label, want := range map[string]bool{"Increase © in t ax Increase in failure-to-pay": true, "Increase in failure-to-pay penalty": false} {
		if got := ofTwoRows(label); got != want {
			t.Errorf("%s: %v", label, got)
		}
	}
}

// A payment whose minus one reading lost is the same amount in both: no second way to add
// up.
func TestAJoinWithAPaymentWithoutItsMinus(t *testing.T) {
	reading := func(tax, paid noticed.Money) *sheet.Summary {
		s := &sheet.Summary{}
		for i, r := range []sheet.Row{{Label: "Increase in tax", Amount: tax}, {Label: "Payments you made", Amount: paid}, {Label: "Interest charges", Amount: 12}, {Label: "Total", Amount: 112}} {
			y := 0.5 + 0.02*float64(i)
			r.Evidence = noticed.Evidence{Page: 1, Box: noticed.Box{0.6, y, 0.9, y + 0.01}}
			if s.Total = &r; r.Label != "Total" {
				s.Rows = append(s.Rows, r)
			}
		}
		return s
	}
	got := joins([]*sheet.Summary{reading(30, -30), reading(130, 30)})
	if len(got) != 1 || got[0].Rows[0].Amount != 130 || got[0].Rows[1].Amount != -30 {
		t.Errorf("%d joins", len(got))
	}
}

// A row whose label has two lines leaves the first of them to no other row.
func TestTheFirstLineOfALabel(t *testing.T) {
	for name, tt := range map[string][4]string{
		"it goes on in small letters":          {"Decrease in failure-to-file penalty Decrease in", "failure-to-pay penalty", "Decrease in failure-to-file penalty", "Decrease in failure-to-pay penalty"},
		"another begins":                       {"Tax you owed Decrease in", "Interest charges", "Tax you owed Decrease in", "Interest charges"},
		"two labels of which one lost its row": {"Failure-to-file penalty Payments and", "lnterest charges", "Failure-to-file penalty Payments and", "lnterest charges"},
		"it is all one":                        {"Payments we applied to", "your account", "Payments we applied to", "your account"},
	} {
		rows := []sheet.Row{{Label: tt[0], Confidence: 0.9}, {Label: tt[1], Confidence: 0.9}}
		if partLabels(rows); rows[0].Label != tt[2] || rows[1].Label != tt[3] {
			t.Errorf("%s: %q and %q", name, rows[0].Label, rows[1].Label)
		}
	}
}
