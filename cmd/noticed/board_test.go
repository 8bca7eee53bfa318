package main

import (
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"

	"noticed"
	"noticed/worker/ledger"
)

func shownOn(b *board, width, height int) string {
	b.width, b.height = width, height
	return b.picture()
}

// found is an event of a notice with a deadline.
func found(id, code, due string, review bool) ledger.Event {
	date := noticed.MustDate(due)
	return ledger.Event{Tenant: "acme", Assessment: &noticed.Assessment{
		ID: id, Kind: noticed.KindNotice, Notice: &noticed.Notice{Code: code},
		Document:  noticed.Document{Name: "a scan with quite a long name " + id + ".pdf"},
		Balance:   &noticed.Balance{Value: 953353, Kind: noticed.BalanceDue},
		Deadlines: []noticed.Deadline{{Action: noticed.ActRequestCDPHearing, Date: &date, Critical: true}},
		Review:    noticed.Review{Needed: review, Reasons: []noticed.Reason{{Code: noticed.ReasonDisagreement, Field: noticed.FieldBalance}}},
	}}
}

func receipt(sha string, ended noticed.Ended) ledger.Event {
	return ledger.Event{Tenant: "acme", Receipt: &noticed.Receipt{
		Document: noticed.Document{Name: sha + ".pdf", SHA256: sha}, Ended: ended, Reason: &noticed.ReadError{Code: "damaged", Message: "The file is damaged."},
	}}
}

func TestBoard(t *testing.T) {
	b := &board{keys: map[string]bool{}, today: noticed.MustDate("2026-06-20")}
	if got := shownOn(b, 80, 24); !strings.Contains(got, "waiting for results") {
		t.Errorf("empty:\n%s", got)
	}
	b.take(found("1", "LT11", "2026-07-06", false), selection{})
	b.take(found("2", "CP14", "2026-06-25", true), selection{})
	b.take(receipt("1", noticed.EndedAssessed), selection{}) // says nothing that the results do not
	b.take(receipt("3", noticed.EndedDead), selection{})
	want := `
deadline    notice      balance    document            review
2026-07-06  LT11        $9,533.53  a scan with quite…  no
2026-06-25  CP14        $9,533.53  a scan with quite…  disagreement (bala…
-           unreadable  -          3.pdf               The file is damage…

3 results, 1 for a person to look at, 1 could not be read
`
	if got := "\n" + shownOn(b, 80, 24); got != want {
		t.Errorf("got:%swant:%s", got, want)
	}
	if got := shownOn(b, 140, 24); !strings.Contains(got, "2026-07-06  request CDP hearing  LT11 ") || !strings.Contains(got, "a scan with quite a long name 1.pdf") {
		t.Errorf("wide:\n%s", got)
	}
	for width := 60; width < 160; width++ {
		for line := range strings.Lines(shownOn(b, width, 24)) {
			if n := text.StringWidthWithoutEscSequences(strings.TrimRight(line, "\n")); n >= width {
				t.Errorf("a line of %d on a screen of %d: %q", n, width, line)
			}
		}
	}

	// A correction takes the place of what it corrects, whatever its code; what
	// was read again is dead no longer.
	b.take(found("1", "CP504", "2026-07-06", false), selection{})
	old := found("1", "LT11", "2026-07-06", false)
	old.Assessment.Status = noticed.StatusWithdrawn
	b.take(old, selection{})
	b.take(receipt("3", noticed.EndedAssessed), selection{})
	got := shownOn(b, 80, 24)
	if strings.Contains(got, "LT11") || strings.Count(got, "CP504") != 1 || strings.Contains(got, "3.pdf") || !strings.HasSuffix(got, "\n2 results, 1 for a person to look at\n") {
		t.Errorf("corrected:\n%s", got)
	}
	// What is no longer wanted goes, too.
	b.take(found("2", "CP14", "2026-06-25", false), selection{Review: true})
	if got := shownOn(b, 80, 24); strings.Contains(got, "CP14") {
		t.Errorf("looked at:\n%s", got)
	}

	// On a small screen the newest stay.
	for _, id := range []string{"5", "6", "7", "8", "9", "10", "11", "12"} {
		b.take(found(id, "CP14", "2026-06-25", true), selection{})
	}
	got = shownOn(b, 140, 10)
	if strings.Count(got, "\n") >= 10 || strings.Contains(got, "name 5.pdf") || !strings.Contains(got, "name 12.pdf") || !strings.Contains(got, "9 results, the last 6 of them here, ") {
		t.Errorf("on a small screen:\n%s", got)
	}
}

func TestPaint(t *testing.T) {
	b := &board{today: noticed.MustDate("2026-06-20")}
	due := func(day string) row { return row{view: view{deadline: day, notice: "CP14"}} }
	for _, tc := range []struct {
		r    row
		cell string
		want text.Colors
	}{
		{due("2026-06-19"), "deadline", text.Colors{text.FgRed}},
		{due("2026-06-20"), "deadline", text.Colors{text.FgYellow}},
		{due("2026-07-03"), "deadline", text.Colors{text.FgYellow}},
		{due("2026-07-04"), "deadline", nil},
		{due(none), "deadline", nil},
		{due("2026-06-19"), "document", nil},
		{row{look: true}, "review", text.Colors{text.FgYellow}},
		{row{look: true, view: view{notice: unreadableNotice}}, "review", text.Colors{text.FgRed}},
	} {
		if got := b.paint(tc.r, tc.cell); len(got) != len(tc.want) || len(got) == 1 && got[0] != tc.want[0] {
			t.Errorf("%s of %+v: %v, want %v", tc.cell, tc.r, got, tc.want)
		}
	}
}
