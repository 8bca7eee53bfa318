package samples

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/layout"
	"noticed/samples/notice"
	"noticed/samples/page"
	"noticed/samples/pdf"
	"noticed/samples/scan"
)

func generate(t *testing.T, seed uint64, o Options) []Document {
	t.Helper()
	docs, err := Generate(seed, o)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// truths draws and lays out notices of all codes without writing files.
func truths(seed uint64, count int, altered bool) []expect.Document {
	var out []expect.Document
	for i := range count {
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		s, err := draw(r, Options{Codes: notice.Codes()[i%len(notice.Codes()):][:1]})
		if err != nil {
			panic(err)
		}
		s.Medium, s.Tamper = Text, altered
		_, truth := s.lay(r, pdf.New(pdf.Options{Font: pdf.Helvetica}))
		out = append(out, truth)
	}
	return out
}

func TestSameSeedSameBytes(t *testing.T) {
	o := Options{Count: 4}
	a, b := generate(t, 11, o), generate(t, 11, o)
	for i := range a {
		if !bytes.Equal(a[i].Data, b[i].Data) || !reflect.DeepEqual(a[i].Truth, b[i].Truth) {
			t.Errorf("document %d differs between two runs", i)
		}
	}
	for i, d := range generate(t, 12, o) {
		if bytes.Equal(a[i].Data, d.Data) {
			t.Errorf("document %d of another seed is the same", i)
		}
	}
}

func TestMedia(t *testing.T) {
	for mix, want := range map[Mix][]string{Jpeg300: {"dct"}, Mixed: {"text", "g4", "tiff"}, OnlyText: {"text"}, OnlyG4: {"g4", "tiff"}} {
		seen := map[string]int{}
		count := 6
		if mix == Jpeg300 { // its pages are large
			count = 1
		}
		for _, d := range generate(t, 8, Options{Count: count, Medium: mix}) {
			seen[d.Truth.Medium]++
			head := map[string]string{"text": "%PDF-", "g4": "%PDF-", "tiff": "II*\x00", "dct": "%PDF-"}[d.Truth.Medium]
			if !bytes.HasPrefix(d.Data, []byte(head)) && !bytes.HasPrefix(d.Data, []byte("MM\x00*")) {
				t.Errorf("%s: %s begins with %q", mix, d.Truth.File, d.Data[:4])
			}
		}
		if len(seen) != len(want) || mix == Mixed && seen["text"] != 2 {
			t.Errorf("%s gave %v", mix, seen)
		}
	}
}

func TestTruthHolds(t *testing.T) {
	for _, d := range truths(21, 300, false) {
		n := d.Notices[0]
		name := n.Code + " of " + n.NoticeDate.String()
		sum, periods := noticed.Money(0), noticed.Money(0)
		for _, r := range n.Amounts {
			if r.Role != noticed.AmountTotal {
				sum += r.Value
			}
		}
		stated := 0
		for _, p := range n.Periods {
			if p.Amount != nil {
				periods += *p.Amount
				stated++
			}
			if !p.PeriodEnd.Before(n.NoticeDate) {
				t.Errorf("%s: the period ends after the notice was written", name)
			}
		}
		if n.Code == notice.CP49 { // the rows are a refund and what was taken from it
			sum = -sum
		}
		if len(n.Amounts) > 0 && sum != n.Balance.Value {
			t.Errorf("%s: rows %s, balance %s", name, sum, n.Balance.Value)
		}
		if stated > 0 && periods != n.Balance.Value && n.Code != notice.CP523 {
			t.Errorf("%s: periods %s, balance %s", name, periods, n.Balance.Value)
		}
		sign := map[noticed.BalanceKind]bool{noticed.BalanceDue: n.Balance.Value > 0, noticed.BalanceProposed: n.Balance.Value > 0, noticed.BalanceNone: n.Balance.Value == 0, noticed.BalanceRefund: n.Balance.Value < 0}
		if !sign[n.Balance.Kind] || stated > 0 && n.Balance.Value <= 0 {
			t.Errorf("%s: %s of kind %s", name, n.Balance.Value, n.Balance.Kind)
		}
		if n.NoticeDate.Before(noticed.MustDate("2018-01-01")) || n.NoticeDate.After(noticed.MustDate("2026-10-31")) {
			t.Errorf("%s is dated %s", name, n.NoticeDate)
		}
		for _, p := range n.Printed {
			if !p.Value.After(n.NoticeDate) {
				t.Errorf("%s: %s is %s", name, p.Role, p.Value)
			}
		}
		if n.Critical != nil && (n.Critical.Date == nil || !n.Critical.Date.After(n.NoticeDate)) {
			t.Errorf("%s: critical %+v", name, n.Critical)
		}
		if len(n.Pages) != d.Pages || d.Pages > 9 {
			t.Errorf("%s has %d pages", name, d.Pages)
		}
	}
}

// An altered copy is altered in the file, once, and the truth says where.
func TestTamper(t *testing.T) {
	whats, places := map[string]int{}, map[noticed.Place]int{}
	for i, d := range truths(31, 150, true) {
		a := d.Tampered
		if a == nil || a.From == a.To || len(a.From) == 0 || !d.Review.Needed || !slices.Contains(d.Review.Fields, a.Field) {
			t.Fatalf("%d: %+v", i, a)
		}
		if strings.HasPrefix(a.To, "0") && a.What != "id_last4" && a.What != "notice_date" {
			t.Errorf("%d: %s became %s", i, a.From, a.To)
		}
		whats[a.What]++
		places[a.Place]++
	}
	for _, w := range []string{"code", "notice_date", "tax_year", "tax_period", "balance", "id_last4", "pay_by", "row"} {
		if whats[w] == 0 {
			t.Errorf("no %s was altered: %v", w, whats)
		}
	}
	for _, p := range []noticed.Place{noticed.PlaceHeader, noticed.PlaceHeadline, noticed.PlaceSummary, noticed.PlaceStub} {
		if places[p] == 0 {
			t.Errorf("nothing was altered at the %s: %v", p, places)
		}
	}
}

// The traps of the domain reference come up.
func TestTraps(t *testing.T) {
	seen := map[string]int{}
	var traps []string
	for i := range 1500 {
		r := rand.New(rand.NewPCG(41, uint64(i)))
		s, err := draw(r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := s.Notice.Expected()
		has := func(role noticed.DateRole) bool {
			return slices.ContainsFunc(n.Printed, func(d expect.PrintedDate) bool { return d.Role == role })
		}
		unsigned, careOf := false, false
		for _, row := range s.Notice.Rows {
			unsigned = unsigned || row.Unsigned
		}
		for _, line := range s.Notice.People.Window {
			careOf = careOf || strings.HasPrefix(line, "% ") || strings.HasPrefix(line, "C/O ")
		}
		traps = traps[:0]
		for trap, is := range map[string]bool{
			"block": s.Style.Design == layout.Block, "redesign": s.Style.Design == layout.Redesign, "legacy": s.Style.Design == layout.Legacy,
			"exactly 100,000": n.Balance.Value == 100_000_00, "above 100,000": n.Balance.Value > 100_000_00,
			"several periods": len(n.Periods) > 1, "masked id": n.Taxpayer.IDLast4 == nil, "joint": n.Taxpayer.Joint,
			"business": n.Taxpayer.IDKind == noticed.IDKindEIN, "references": len(n.References) > 0,
			"cp504 without a date": n.Code == notice.CP504 && !has(noticed.DatePayBy), "cp504 with a date": n.Code == notice.CP504 && has(noticed.DatePayBy),
			"hearing date printed": has(noticed.DateHearingBy), "petition date": has(noticed.DatePetitionBy), "dispute date": has(noticed.DateDisputeBy),
			"termination date": has(noticed.DateTerminateOn), "reply date": has(noticed.DateReplyBy),
			"proposed": n.Balance.Kind == noticed.BalanceProposed, "refund": n.Balance.Kind == noticed.BalanceRefund, "none": n.Balance.Kind == noticed.BalanceNone,
			"code without prefix": s.Notice.Marked != "", "abroad": s.Notice.Country != "", "in care of": careOf, "trade name": n.Taxpayer.DBA != "",
			"good through": n.Balance.GoodThrough != nil, "a decrease without its sign": unsigned, "nothing to watch": n.Critical == nil,
			"a period without an amount": n.Balance.Kind == noticed.BalanceDue && slices.ContainsFunc(n.Periods, func(p expect.Period) bool { return p.Amount == nil }),
			"a quarter":                  slices.ContainsFunc(s.Notice.Periods, func(p notice.Period) bool { return p.Quarterly }),
			"a fiscal year":              slices.ContainsFunc(s.Notice.Periods, func(p notice.Period) bool { return !p.Quarterly && p.End.Month != 12 }),
			"dashes in the date":         s.Style.Form.Dates == layout.Dashed, "a short month": s.Style.Form.Dates == layout.Short,
		} {
			traps = append(traps, trap)
			if is {
				seen[trap]++
			}
		}
	}
	for _, trap := range traps {
		if seen[trap] == 0 {
			t.Errorf("%s never came up: %v", trap, seen)
		}
	}
}

func TestTrouble(t *testing.T) {
	seen := map[string]int{}
	for _, d := range generate(t, 51, Options{Count: 12, Medium: OnlyText, Trouble: true}) {
		pages := 0
		for _, n := range d.Truth.Notices {
			for _, p := range n.Pages {
				if pages++; p != pages {
					t.Errorf("%s: pages %v", d.Truth.File, n.Pages)
				}
			}
		}
		if pages != d.Truth.Pages {
			t.Errorf("%s: %d pages are told of %d", d.Truth.File, pages, d.Truth.Pages)
		}
		switch {
		case len(d.Truth.Notices) == 2 && !d.Truth.Review.Needed:
			seen["stacked"]++
		case len(d.Truth.Notices) == 1 && d.Truth.Review.Needed:
			seen["missing"]++
		case len(d.Truth.Notices) == 1:
			seen["shuffled"]++
		}
	}
	if len(seen) != 3 {
		t.Errorf("troubles: %v", seen)
	}
}

func TestUnknownNamesAreRefused(t *testing.T) {
	for _, o := range []Options{{Medium: "grey"}, {Medium: Degraded, Degrade: []scan.Kind{"faxes"}}, {Codes: []string{"CP0"}}} {
		if _, err := One(1, 0, o); err == nil {
			t.Errorf("%+v was taken", o)
		}
	}
}

// A shuffled pile is all there, in another order.
func TestShuffle(t *testing.T) {
	for n := range 6 {
		for seed := range uint64(10) {
			sheets := make([]*page.Sheet, n)
			for i := range sheets {
				sheets[i] = page.Letter()
			}
			got := slices.Clone(sheets)
			shuffle(rand.New(rand.NewPCG(seed, 1)), got)
			if n > 1 && slices.Equal(got, sheets) {
				t.Errorf("%d sheets lie in order", n)
			}
			for _, s := range sheets {
				if !slices.Contains(got, s) {
					t.Errorf("a sheet of %d is gone", n)
				}
			}
		}
	}
}

// Combinations and photos say what they are made of; a photo of one page is a
// picture by itself.
func TestDamages(t *testing.T) {
	for i, d := range generate(t, 62, Options{Count: 3, Medium: Combined}) {
		if g := d.Truth.Damage; g == nil || len(g.Parts) < 2 || g.Legible != (g.Why == "") {
			t.Errorf("combined %d: %+v", i, g)
		}
	}
	single := 0
	for i, d := range generate(t, 67, Options{Count: 3, Medium: Photo, Codes: []string{"CP14", "CP3219A"}}) {
		g := d.Truth.Damage
		if g == nil || g.Parts[0] != (expect.Degradation{Kind: "photo", Strength: 1 + i%3}) {
			t.Errorf("photo %d: %+v", i, g)
		}
		medium, head := "dct", "%PDF-"
		if d.Truth.Pages == 1 {
			medium, head = "jpeg", "\xff\xd8"
			single++
		}
		if d.Truth.Medium != medium || !bytes.HasPrefix(d.Data, []byte(head)) {
			t.Errorf("photo %d of %d pages is %s and begins with %q", i, d.Truth.Pages, d.Truth.Medium, d.Data[:4])
		}
	}
	if single == 0 || single == 3 {
		t.Errorf("%d of 3 photos are of one page", single)
	}
}

// Of what is scanned with care everything is legible.
func TestCleanScansAreLegible(t *testing.T) {
	for i, d := range generate(t, 63, Options{Count: 3, Medium: Degraded, Degrade: []scan.Kind{scan.Inverted}}) {
		if !d.Truth.Damage.Legible {
			t.Errorf("%d, a %s: %s", i, d.Truth.File, d.Truth.Damage.Why)
		}
	}
}

// Every kind and strength comes once before any comes again.
func TestDegradationsGetTheirShare(t *testing.T) {
	o, seen := Options{Medium: Degraded}, map[scan.Degradation]int{}
	all := scan.Degradations()
	for i := range 2 * len(all) {
		d := o.damage(61, i)[0]
		if seen[d]++; seen[d] > 1+i/len(all) {
			t.Errorf("document %d has %s again", i, d)
		}
	}
	if len(seen) != len(all) {
		t.Errorf("%d of %d degradations came up", len(seen), len(all))
	}
	o.Degrade = []scan.Kind{scan.Fold}
	for _, d := range generate(t, 61, Options{Count: 3, Medium: Degraded, Degrade: o.Degrade}) {
		g := d.Truth.Damage
		if g == nil || len(g.Parts) != 1 || g.Parts[0].Kind != string(scan.Fold) || g.Parts[0].Strength < 1 || g.Parts[0].Strength > 3 {
			t.Errorf("%s: %+v", d.Truth.File, g)
		}
		head := map[string]string{"dct": "%PDF-", "g4": "%PDF-", "tiff": "II*\x00"}[d.Truth.Medium]
		if head == "" || !bytes.HasPrefix(d.Data, []byte(head)) && !bytes.HasPrefix(d.Data, []byte("MM\x00*")) {
			t.Errorf("%s (%s) begins with %q", d.Truth.File, d.Truth.Medium, d.Data[:4])
		}
	}
}
