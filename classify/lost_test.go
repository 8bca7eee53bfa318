package classify

import (
	"testing"

	"noticed"
	"noticed/classify/profile"
	"noticed/classify/sheet"
)

// A bill without a payment stub on the pages that were read may have it on a later one.
func TestAStubOnALaterPage(t *testing.T) {
	first, later := &sheet.Sheet{Whole: true}, &sheet.Sheet{}
	f := &fields{item: item{leaves: []leaf{{number: 1, sheet: first}, {number: 2, sheet: later}}}, profile: profile.Profile{Money: profile.Due}}
	if f.balance.value = 5; !f.wantsStub() {
		t.Error("the later page is not read for the stub")
	}
	first.Codes = []sheet.Seen[sheet.Code]{{Value: sheet.Code{Text: "CP14", Labelled: true}, Evidence: noticed.Evidence{Place: noticed.PlaceStub}}}
	if f.wantsStub() {
		t.Error("the stub is on the first page")
	}
	first.Codes = nil
	for whole, want := range map[int]bool{3: true, 4: false} { // and not on every page of a book
		f.item.leaves = []leaf{{number: 7, sheet: later}, {number: 8, sheet: later}, {number: 9, sheet: later}}
		for i := range whole {
			f.item.leaves = append(f.item.leaves, leaf{number: i + 1, sheet: first})
		}
		if f.wantsStub() != want {
			t.Errorf("%d pages read whole: %v", whole, !want)
		}
	}
	if f.item.leaves = f.item.leaves[1:]; !f.wantsStub() {
		t.Error("the last two pages of six are not read for the stub")
	}
	if f.balance.value = -5; f.wantsStub() {
		t.Error("who gets a refund has no stub")
	}
	f.item.leaves, f.profile.Money = []leaf{{number: 1, sheet: first}, {number: 2, sheet: later}}, profile.Lines
	for code, want := range map[string]bool{"LT16": true, "L1058": false} { // a letter has no slip
		if f.code.value = code; f.wantsStub() != want {
			t.Errorf("%s: %v", code, !want)
		}
	}
}

// Of looks at an address window that the first reading lost, one with a country and one
// without leave it open where it is.
func TestLooksAtALostWindow(t *testing.T) {
	look := func(country string) *sheet.Sheet {
		return &sheet.Sheet{Country: country, People: []sheet.Seen[string]{{Value: "ANN LEE", Evidence: noticed.Evidence{Place: noticed.PlaceHeader}}}}
	}
	for name, tt := range map[string]struct {
		seconds      []*sheet.Sheet
		abroad, here bool
	}{
		"none":   {nil, false, false},
		"here":   {[]*sheet.Sheet{look("")}, false, true},
		"abroad": {[]*sheet.Sheet{look("Jamaica")}, true, false},
		"both":   {[]*sheet.Sheet{look("Jamaica"), look("")}, true, true},
	} {
		f := &fields{item: item{leaves: []leaf{{number: 1, sheet: &sheet.Sheet{Foreign: true}, seconds: tt.seconds}}}}
		if f.abroadLooked() != tt.abroad || f.windowLooked() != tt.here {
			t.Errorf("%s: abroad %v, here %v", name, f.abroadLooked(), f.windowLooked())
		}
	}
}
