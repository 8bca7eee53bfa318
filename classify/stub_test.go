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
		f.item.leaves = []leaf{{number: 9, sheet: later}}
		for i := range whole {
			f.item.leaves = append(f.item.leaves, leaf{number: i + 1, sheet: first})
		}
		if f.wantsStub() != want {
			t.Errorf("%d pages read whole: %v", whole, !want)
		}
	}
	if f.balance.value = -5; f.wantsStub() {
		t.Error("who gets a refund has no stub")
	}
}
