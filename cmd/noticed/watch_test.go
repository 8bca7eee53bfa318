package main

import (
	"bufio"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"noticed"
	"noticed/ingest/broker"
)

// The log remembers: a watch that begins in the past sees what came since, and
// then what comes.
func TestWatchSince(t *testing.T) {
	q := openQueue(t, broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}, Name: "test"})
	q.kill(t, "../../samples/mail/cp14_block.pdf", "crash")
	cmd := exec.Command("noticed", "watch", "--since", "1h", "--review", "--json", "--server", q.URL())
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	for _, name := range []string{"cp14_block.pdf", "lt11_block_periods.pdf"} {
		line, err := lines.ReadString('\n')
		if err != nil || !strings.Contains(line, `"name":"`+name+`"`) || !strings.Contains(line, noticed.ReceiptSchema) {
			t.Errorf("%q (%v), want the receipt of %s", line, err, name)
		}
		if name == "cp14_block.pdf" {
			q.kill(t, "../../samples/mail/lt11_block_periods.pdf", "crash")
		}
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("noticed watch did not end well: %v", err)
	}
}

func TestSince(t *testing.T) {
	zone := time.FixedZone("", -5*60*60)
	now := time.Date(2026, 6, 3, 10, 11, 12, 0, zone)
	for in, want := range map[string]time.Time{
		"2026-06-01": time.Date(2026, 6, 1, 0, 0, 0, 0, zone),
		"90m":        now.Add(-90 * time.Minute),
		"2h":         now.Add(-2 * time.Hour),
		"3d":         now.AddDate(0, 0, -3),
		"2w":         now.AddDate(0, 0, -14),
	} {
		var s sinceArg
		if err := s.UnmarshalText([]byte(in)); err != nil || !s.time(now).Equal(want) {
			t.Errorf("%s: %s, want %s (%v)", in, s.time(now), want, err)
		}
	}
	for _, in := range []string{"", "yesterday", "2026-02-30", "-2h", "d", "1.5d", "3 d", "99999999d"} {
		var s sinceArg
		if err := s.UnmarshalText([]byte(in)); err == nil {
			t.Errorf("%q is taken for %s", in, s.time(now))
		}
	}
}

func TestSelection(t *testing.T) {
	day := noticed.MustDate("2026-07-01")
	notice := func(review bool, days ...string) noticed.Assessment {
		a := noticed.Assessment{Kind: noticed.KindNotice, Review: noticed.Review{Needed: review}}
		for _, d := range days {
			if d == "" {
				a.Deadlines = append(a.Deadlines, noticed.Deadline{Action: noticed.ActPay})
				continue
			}
			date := noticed.MustDate(d)
			a.Deadlines = append(a.Deadlines, noticed.Deadline{Action: noticed.ActPay, Date: &date})
		}
		return a
	}
	mail := noticed.Assessment{Kind: noticed.KindOtherMail}
	dead := unreadableAs(noticed.Document{Name: "x"}, noticed.ReadError{Message: "Empty"})
	for _, tc := range []struct {
		what string
		s    selection
		a    noticed.Assessment
		want bool
	}{
		{"everything", selection{}, mail, true},
		{"a notice that is sure, for review", selection{Review: true}, notice(false), false},
		{"a notice that is not, for review", selection{Review: true}, notice(true), true},
		{"what could not be read, for review", selection{Review: true}, dead, true},
		{"the day before", selection{Before: &day}, notice(false, "", "2026-06-30"), true},
		{"the day itself", selection{Before: &day}, notice(false, "2026-07-01"), false},
		{"one of two", selection{Before: &day}, notice(false, "2027-01-01", "2026-05-01"), true},
		{"none at all, and sure of it", selection{Before: &day}, notice(false, ""), false},
		{"none could be told", selection{Before: &day}, notice(true, ""), true},
		{"a later one that is in doubt", selection{Before: &day}, notice(true, "2026-08-01"), false},
		{"what could not be read may have one", selection{Before: &day}, dead, true},
		{"other mail has none", selection{Before: &day}, mail, false},
		{"a kind", selection{Kind: []string{"other_mail"}}, mail, true},
		{"another kind", selection{Kind: []string{"irs_notice", "unreadable"}}, mail, false},
		{"both must fit", selection{Kind: []string{"irs_notice"}, Review: true}, notice(false), false},
	} {
		if got := tc.s.takes(tc.a); got != tc.want {
			t.Errorf("%s: %t, want %t", tc.what, got, tc.want)
		}
	}
}
