package grade

import (
	"math/rand/v2"
	"testing"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/notice"
)

// perfect is what a perfect reader would publish.
func perfect(n expect.Notice) noticed.Assessment {
	a := noticed.Assessment{
		Kind:       noticed.KindNotice,
		Document:   noticed.Document{Pages: n.Pages},
		Notice:     &noticed.Notice{Code: n.Code},
		NoticeDate: &noticed.DateField{Value: n.NoticeDate},
		Taxpayer:   &noticed.Taxpayer{Names: n.Taxpayer.Names, Joint: n.Taxpayer.Joint, IDKind: n.Taxpayer.IDKind},
		Balance:    &noticed.Balance{Value: n.Balance.Value, Kind: n.Balance.Kind, GoodThrough: n.Balance.GoodThrough},
		Contact:    &noticed.Contact{Phone: n.Phone},
	}
	if n.Taxpayer.IDLast4 != nil {
		a.Taxpayer.IDLast4 = &noticed.TextField{Value: *n.Taxpayer.IDLast4}
	}
	for _, r := range n.References {
		a.References = append(a.References, noticed.Reference(r))
	}
	for _, x := range n.Addresses {
		a.Addresses = append(a.Addresses, noticed.Address{Role: x.Role, Lines: append([]string{"Internal Revenue Service"}, x.Lines...)})
	}
	for _, p := range n.Periods {
		a.Periods = append(a.Periods, noticed.Period{Form: p.Form, TaxYear: p.PeriodEnd.Year, PeriodEnd: p.PeriodEnd, Amount: p.Amount})
	}
	for _, r := range n.Amounts {
		a.Amounts = append(a.Amounts, noticed.Amount{Role: r.Role, Label: r.Label, Value: r.Value})
	}
	for _, d := range n.Printed {
		a.PrintedDates = append(a.PrintedDates, noticed.PrintedDate{Role: d.Role, Value: d.Value})
	}
	for _, d := range n.Deadlines {
		a.Deadlines = append(a.Deadlines, noticed.Deadline{Action: d.Action, Date: d.Date, Critical: n.Critical != nil && d.Action == n.Critical.Action})
	}
	return a
}

func drawn(code string, seed uint64) expect.Document {
	n := notice.Draw(rand.New(rand.NewPCG(seed, 1)), code).Expected()
	n.Pages = []int{1, 2, 3}
	return expect.Document{Kind: noticed.KindNotice, Notices: []expect.Notice{n}}
}

func TestPerfectReadingHasNoMiss(t *testing.T) {
	for seed := range uint64(60) {
		for _, code := range notice.Codes() {
			truth := drawn(code, seed)
			v := Document(truth, []noticed.Assessment{perfect(truth.Notices[0])}, "")
			if len(v.Misses) != 0 || v.Silent != 0 {
				t.Fatalf("%s of seed %d: %+v", code, seed, v)
			}
		}
	}
}

// Each way of being wrong must be seen, in its own field, and be silent only
// without a review.
func TestEveryErrorIsSeen(t *testing.T) {
	day := noticed.MustDate("2020-02-02")
	for name, c := range map[string]struct {
		field Field
		spoil func(*noticed.Assessment)
	}{
		"another code":      {Code, func(a *noticed.Assessment) { a.Notice.Code = "CP503" }},
		"no code":           {Code, func(a *noticed.Assessment) { a.Notice = nil }},
		"another date":      {Date, func(a *noticed.Assessment) { a.NoticeDate.Value = day }},
		"no date":           {Date, func(a *noticed.Assessment) { a.NoticeDate = nil }},
		"a cent more":       {Balance, func(a *noticed.Assessment) { a.Balance.Value++ }},
		"proposed, not due": {Balance, func(a *noticed.Assessment) { a.Balance.Kind = noticed.BalanceProposed }},
		"no balance":        {Balance, func(a *noticed.Assessment) { a.Balance = nil }},
		"another year":      {Periods, func(a *noticed.Assessment) { a.Periods[0].PeriodEnd.Year--; a.Periods[0].TaxYear-- }},
		"tax year apart":    {Periods, func(a *noticed.Assessment) { a.Periods[0].TaxYear-- }},
		"another form":      {Periods, func(a *noticed.Assessment) { a.Periods[0].Form = "720" }},
		"no form":           {Periods, func(a *noticed.Assessment) { a.Periods[0].Form = "" }},
		"no period amount":  {Periods, func(a *noticed.Assessment) { a.Periods[0].Amount = nil }},
		"a period too many": {Periods, func(a *noticed.Assessment) { a.Periods = append(a.Periods, a.Periods[0]) }},
		"no periods":        {Periods, func(a *noticed.Assessment) { a.Periods = nil }},
		"another name":      {Names, func(a *noticed.Assessment) { a.Taxpayer.Names = []string{"NOBODY ELSE"} }},
		"a name too few":    {Names, func(a *noticed.Assessment) { a.Taxpayer.Names = nil }},
		"joint or not":      {Names, func(a *noticed.Assessment) { a.Taxpayer.Joint = !a.Taxpayer.Joint }},
		"another id":        {ID, func(a *noticed.Assessment) { a.Taxpayer.IDLast4 = &noticed.TextField{Value: "9x99"} }},
		"ein, not ssn":      {ID, func(a *noticed.Assessment) { a.Taxpayer.IDKind = "other" }},
		"a date too many": {Printed, func(a *noticed.Assessment) {
			a.PrintedDates = append(a.PrintedDates, noticed.PrintedDate{Role: noticed.DateReplyBy, Value: day})
		}},
		"no printed date": {Printed, func(a *noticed.Assessment) { a.PrintedDates = nil }},
		"a row less":      {Amounts, func(a *noticed.Assessment) { a.Amounts = a.Amounts[1:] }},
		"a row's sign":    {Amounts, func(a *noticed.Assessment) { a.Amounts[0].Value = -a.Amounts[0].Value }},
		"a row's role":    {Amounts, func(a *noticed.Assessment) { a.Amounts[0].Role = noticed.AmountInterest }},
		"a fee among them": {Amounts, func(a *noticed.Assessment) {
			a.Amounts = append(a.Amounts, noticed.Amount{Role: noticed.AmountOther, Value: 3100})
		}},
		"critical day":     {Critical, func(a *noticed.Assessment) { a.Deadlines[0].Date = &day }},
		"critical act":     {Critical, func(a *noticed.Assessment) { a.Deadlines[0].Action = noticed.ActReply }},
		"none is critical": {Critical, func(a *noticed.Assessment) { a.Deadlines[0].Critical = false }},
		"two are critical": {Critical, func(a *noticed.Assessment) {
			a.Deadlines = append(a.Deadlines, noticed.Deadline{Action: noticed.ActReply, Date: &day, Critical: true})
		}},
		"no deadlines": {Acts, func(a *noticed.Assessment) { a.Deadlines = nil }},
	} {
		t.Run(name, func(t *testing.T) {
			truth := drawn(notice.CP14, 3)
			if truth.Notices[0].Taxpayer.IDLast4 == nil {
				t.Fatal("the seed masks the id: choose another")
			}
			a := perfect(truth.Notices[0])
			c.spoil(&a)
			v := Document(truth, []noticed.Assessment{a}, "")
			if v.Wrong[c.field] != 1 {
				t.Errorf("not seen: %+v", v)
			}
			if v.Silent != 1 {
				t.Errorf("silent = %d without review, want 1", v.Silent)
			}
			a.Review.Needed = true
			if v := Document(truth, []noticed.Assessment{a}, ""); v.Silent != 0 || v.Reviewed != 1 || v.Wrong[c.field] != 1 {
				t.Errorf("with review: %+v", v)
			}
		})
	}
}

func TestDismissedDeadAndInvented(t *testing.T) {
	truth := drawn(notice.LT11, 4)
	a := perfect(truth.Notices[0])
	other := noticed.Assessment{Kind: noticed.KindOtherMail}
	doubted := noticed.Assessment{Kind: noticed.KindOtherMail, Review: noticed.Review{Needed: true}}
	bank := expect.Document{Kind: noticed.KindOtherMail}
	for name, c := range map[string]struct {
		truth  expect.Document
		got    []noticed.Assessment
		dead   string
		silent int
	}{
		"dismissed as other mail":       {truth, []noticed.Assessment{other}, "", 1},
		"dismissed with doubt":          {truth, []noticed.Assessment{doubted}, "", 0},
		"nothing at all":                {truth, nil, "", 1},
		"dead":                          {truth, nil, "timeout", 0},
		"one more notice than there is": {truth, []noticed.Assessment{a, a}, "", 1},
		"and a leaflet":                 {truth, []noticed.Assessment{a, other}, "", 0},
		"a bank's letter":               {bank, []noticed.Assessment{other}, "", 0},
		"a bank's letter as a notice":   {bank, []noticed.Assessment{a}, "", 1},
	} {
		if v := Document(c.truth, c.got, c.dead); v.Silent != c.silent {
			t.Errorf("%s: silent = %d, want %d: %+v", name, v.Silent, c.silent, v)
		}
	}
}

// What is graded for the record is seen in its own field and is never silent.
func TestAside(t *testing.T) {
	day := noticed.MustDate("2020-02-02")
	for name, c := range map[string]struct {
		field Field
		spoil func(*noticed.Assessment)
	}{
		"another address":   {Addresses, func(a *noticed.Assessment) { a.Addresses[0].Lines = []string{"Nowhere"} }},
		"another purpose":   {Addresses, func(a *noticed.Assessment) { a.Addresses[0].Role = noticed.AddressReply }},
		"no address":        {Addresses, func(a *noticed.Assessment) { a.Addresses = nil }},
		"a day of interest": {Through, func(a *noticed.Assessment) { a.Balance.GoodThrough = &day }},
		"a case number": {References, func(a *noticed.Assessment) {
			a.References = append(a.References, noticed.Reference{Role: noticed.ReferenceAURControl, Value: "1"})
		}},
		"another phone": {Phone, func(a *noticed.Assessment) { a.Contact.Phone = "1-800-555-0100" }},
		"pages":         {Pages, func(a *noticed.Assessment) { a.Document.Pages = []int{1} }},
	} {
		truth := drawn(notice.LT11, 3)
		a := perfect(truth.Notices[0])
		c.spoil(&a)
		v := Document(truth, []noticed.Assessment{a}, "")
		if v.Wrong[c.field] != 1 || len(v.Misses) != 1 || v.Silent != 0 {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestMail(t *testing.T) {
	truth := expect.Document{Kind: noticed.KindOtherMail, Seems: "bank letter", Issuer: &expect.Issuer{Name: "First Meadow Savings Bank", Words: []string{"First Meadow"}}}
	day := noticed.MustDate("2020-02-02")
	right := noticed.Assessment{Kind: noticed.KindOtherMail, Issuer: &noticed.Issuer{Name: "FIRST MEADOW SAVINGS BANK", Seems: "bank letter"}}
	state := right
	state.Issuer = &noticed.Issuer{Name: "First Meadow", Seems: "state tax notice"}
	nobody := right
	nobody.Issuer = &noticed.Issuer{Seems: "bank letter"}
	doubted := right
	doubted.Review.Needed = true
	dated := noticed.Assessment{Kind: noticed.KindNotice, Deadlines: []noticed.Deadline{{Action: noticed.ActPay, Date: &day}}}
	asked := dated
	asked.Review.Needed = true
	for name, c := range map[string]struct {
		got                       []noticed.Assessment
		dead                      string
		named, deadline, reviewed bool
	}{
		"rightly":                  {[]noticed.Assessment{right}, "", true, false, false},
		"as another kind":          {[]noticed.Assessment{state}, "", false, false, false},
		"from nobody":              {[]noticed.Assessment{nobody}, "", false, false, false},
		"with doubt":               {[]noticed.Assessment{doubted}, "", true, false, true},
		"a notice with a deadline": {[]noticed.Assessment{dated}, "", false, true, false},
		"and a person asked":       {[]noticed.Assessment{asked}, "", false, false, true},
		"dead":                     {nil, "timeout: it took too long", false, false, true},
		"dead for having no words": {nil, "no_readable_page: no words", false, false, true},
	} {
		m := Document(truth, c.got, c.dead).Mail
		if m == nil || m.Named() != c.named || m.Deadline != c.deadline || m.Reviewed != c.reviewed {
			t.Errorf("%s: %+v", name, m)
		}
	}
	blank := expect.Document{Kind: noticed.KindOtherMail, Seems: "blank page"}
	if m := Document(blank, nil, "no_readable_page: no words").Mail; !m.Named() || m.Reviewed {
		t.Errorf("a blank page: %+v", m)
	}
}

// A notice is not in sight because a person looks at another one in the file.
func TestDismissedBesideAnother(t *testing.T) {
	truth := drawn(notice.LT11, 4)
	behind := drawn(notice.CP14, 5).Notices[0]
	behind.Pages = []int{4, 5}
	truth.Notices = append(truth.Notices, behind)
	a := perfect(truth.Notices[0])
	a.Review.Needed = true
	if v := Document(truth, []noticed.Assessment{a}, ""); v.Silent != 1 || v.Reviewed != 1 {
		t.Errorf("the review is of the first notice's pages only: %+v", v)
	}
	a.Document.Pages = []int{1, 2, 3, 4, 5}
	if v := Document(truth, []noticed.Assessment{a}, ""); v.Silent != 0 || v.Reviewed != 2 {
		t.Errorf("the review holds the pages of both: %+v", v)
	}
}

func TestConfidence(t *testing.T) {
	truth := drawn(notice.CP14, 3)
	a := perfect(truth.Notices[0])
	a.Notice.Confidence, a.Balance.Confidence = 0.9, 0.4
	a.Balance.Value++
	a.NoticeDate = nil
	got := map[Field]Confidence{}
	for _, c := range Document(truth, []noticed.Assessment{a}, "").Each[0].Confidence {
		got[c.Field] = c
	}
	if got[Code] != (Confidence{Code, 0.9, true}) || got[Balance] != (Confidence{Balance, 0.4, false}) || len(got) != 3 {
		t.Errorf("%v", got)
	}
}

func TestTampered(t *testing.T) {
	truth := drawn(notice.CP504, 5)
	truth.Review = expect.Review{Needed: true, Fields: []noticed.Field{noticed.FieldBalance}}
	truth.Tampered = &expect.Tampered{Field: noticed.FieldBalance, Place: noticed.PlaceStub}
	a := perfect(truth.Notices[0])
	if v := Document(truth, []noticed.Assessment{a}, ""); v.Caught || v.Silent != 1 {
		t.Errorf("passed without review: %+v", v)
	}
	a.Review = noticed.Review{Needed: true, Reasons: []noticed.Reason{{Field: noticed.FieldNoticeDate, Place: noticed.PlaceStub}}}
	if v := Document(truth, []noticed.Assessment{a}, ""); !v.Caught || v.Named || v.Silent != 0 {
		t.Errorf("reviewed for another field: %+v", v)
	}
	a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Field: noticed.FieldBalance, Place: noticed.PlaceStub})
	if v := Document(truth, []noticed.Assessment{a}, ""); !v.Caught || !v.Named || !v.Placed {
		t.Errorf("reviewed for the right field: %+v", v)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		a, b  []string
		trade string
		equal bool
	}{
		{[]string{"JAMES HINDS", "KAREN Q. HINDS"}, []string{"JAMES & KAREN Q HINDS"}, "", true},
		{[]string{"SEAN O'BRIEN"}, []string{"Sean OBrien"}, "", true},
		{[]string{"JAMES HINDS", "KAREN HINDS"}, []string{"JAMES HINDS"}, "", false},
		{[]string{"JAMES HINDS"}, []string{"JAMES HIND"}, "", false},
		{[]string{"HARBOR DINER INC"}, []string{"HARBOR DINER INC", "DBA HARBOR NIGHTS"}, "HARBOR NIGHTS", true},
		{[]string{"HARBOR DINER INC"}, []string{"HARBOR NIGHTS"}, "HARBOR NIGHTS", false},
	} {
		w, g := people(expect.Taxpayer{Names: c.a, DBA: c.trade}, &noticed.Taxpayer{Names: c.b})
		if got := w == g; got != c.equal {
			t.Errorf("names %q and %q: equal is %v", w, g, got)
		}
	}
}
