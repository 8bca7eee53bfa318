package ics

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"noticed"
	"noticed/classify/deadline"
)

var update = flag.Bool("update", false, "write the golden files")

var stamp = time.Date(2026, 6, 5, 14, 30, 0, 0, time.UTC)

const id = "5f2c1e0d9b8a7f6e5d4c3b2a190817263544536271808f9eadbccbda0918273a-1"

// assessment is one of a notice dated June 4, 2026, by the rule.
func assessment(code, rule string, change ...func(*deadline.Input)) noticed.Assessment {
	day := noticed.MustDate("2026-06-04")
	in := deadline.Input{Rule: rule, Verified: true, NoticeDate: &day, Abroad: deadline.AbroadNo, ImmediatePayment: true}
	for _, c := range change {
		c(&in)
	}
	r := deadline.Compute(in)
	fax := "855-111-2222"
	a := noticed.Assessment{
		Schema: noticed.AssessmentSchema, ID: id, Version: 1, By: "machine", Kind: noticed.KindNotice,
		Document:  noticed.Document{Name: "PAT EXAMPLE 2022.pdf", SHA256: id[:64], Tenant: "acme", Reference: "client 4711"},
		Notice:    &noticed.Notice{Code: code, Title: "Final notice; intent to levy, and your right to a hearing"},
		Taxpayer:  &noticed.Taxpayer{Names: []string{"PAT EXAMPLE", "SAM EXAMPLE"}, IDLast4: &noticed.TextField{Value: "1234"}},
		Balance:   &noticed.Balance{Value: 953353, Kind: noticed.BalanceDue},
		Addresses: []noticed.Address{{Role: noticed.AddressHearingRequest, Lines: []string{"Internal Revenue Service", "P.O. Box 24017", "Fresno, CA 93779-4017"}, Fax: &fax}},
		Deadlines: r.Deadlines,
		Review:    noticed.Review{Needed: len(r.Reasons) > 0, Reasons: r.Reasons},
	}
	if in.NoticeDate != nil {
		a.NoticeDate = &noticed.DateField{Value: *in.NoticeDate}
	}
	return a
}

func write(t testing.TB, at time.Time, as ...noticed.Assessment) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := Write(&b, as, Options{Stamp: at})
	if err != nil {
		t.Fatal(err)
	}
	if got := bytes.Count(b.Bytes(), []byte("BEGIN:VEVENT\r\n")); got != n {
		t.Fatalf("%d events, %d were counted", got, n)
	}
	return b.Bytes()
}

func find(t testing.TB, events []seen, action noticed.Action) seen {
	t.Helper()
	for _, e := range events {
		if strings.HasSuffix(e.uid, "-"+string(action)+"@noticed") {
			return e
		}
	}
	t.Fatalf("no %s among %+v", action, events)
	return seen{}
}

func TestGolden(t *testing.T) {
	got := write(t, stamp, assessment("LT11", "CDP_LEVY_30"))
	const name = "testdata/lt11.ics"
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the calendar changed (-update writes it):\n%s", got)
	}
	method, events := read(t, got)
	if method != "PUBLISH" || len(events) != 2 {
		t.Errorf("%s with %d events", method, len(events))
	}
}

func TestAnEventSaysWhatToDoByWhen(t *testing.T) {
	_, events := read(t, write(t, stamp, assessment("LT11", "CDP_LEVY_30")))
	e := find(t, events, noticed.ActRequestCDPHearing)
	if e.start != "20260706" || e.end != "20260707" || e.status != "CONFIRMED" || e.sequence != "1" || e.stamp != "20260605T143000Z" ||
		e.class != "CONFIDENTIAL" || e.transparency != "TRANSPARENT" || e.uid != "acme-"+id+"-request_cdp_hearing@noticed" {
		t.Errorf("%+v", e)
	}
	if e.summary != "LT11: request CDP hearing, act by Thu Jul 2 [client 4711, PAT EXAMPLE, SAM EXAMPLE, …1234]" {
		t.Errorf("summary %q", e.summary)
	}
	for _, want := range []string{
		"Notice date: Thursday, June 4, 2026\n", "Last day: Monday, July 6, 2026 (computed)\n", "Act by: Thursday, July 2, 2026\n",
		"Moved past: Saturday, July 4, 2026 (Saturday)\n", "Moved past: Sunday, July 5, 2026 (Sunday)\n", "Form: 12153\n",
		"In time if: postmarked by then\n", "If missed: right lost\n", "Law: IRC 6330(a)(3)(B)\n",
		"Send to: Internal Revenue Service, P.O. Box 24017, Fresno, CA 93779-4017\nFax: 855-111-2222\n", "Balance: $9533.53 (due)\n",
		"version 1\n", "not legal or tax advice",
	} {
		if !strings.Contains(e.description, want) {
			t.Errorf("no %q in %q", want, e.description)
		}
	}
	if strings.Contains(e.description, ".pdf") {
		t.Errorf("the file's name is in the calendar: %q", e.description)
	}
	// 14, 7 and 2 days before, and 2 before the safe day, which is four days earlier
	if !slices.Equal(e.triggers, []string{"-P14D", "-P7D", "-P6D", "-P2D"}) {
		t.Errorf("alarms %v", e.triggers)
	}
	plain := find(t, events, noticed.ActRequestEquivalentHearing)
	if plain.triggers != nil || plain.start != "20270604" || !strings.Contains(plain.summary, "only if the CDP hearing was missed") {
		t.Errorf("%+v", plain)
	}
}

func TestAlarms(t *testing.T) {
	onTime := assessment("CP2000", "AUR_30_60") // the 30th day is Saturday, July 4
	_, events := read(t, write(t, stamp, onTime))
	if e := find(t, events, noticed.ActReply); !slices.Equal(e.triggers, []string{"-P14D", "-P7D", "-P4D", "-P2D"}) {
		t.Errorf("alarms %v", e.triggers)
	}
	ordinary := assessment("CP2000", "AUR_30_60", func(in *deadline.Input) { d := noticed.MustDate("2026-06-01"); in.NoticeDate = &d })
	_, events = read(t, write(t, stamp, ordinary))
	if e := find(t, events, noticed.ActReply); !slices.Equal(e.triggers, []string{"-P14D", "-P7D", "-P2D"}) {
		t.Errorf("alarms %v", e.triggers)
	}
	// the equivalent hearing rings when the day for the other has passed, not on it
	for at, want := range map[string]int{"2026-07-06T23:59:59Z": 0, "2026-07-07T00:00:00Z": 3} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		_, events = read(t, write(t, now, assessment("LT11", "CDP_LEVY_30")))
		if e := find(t, events, noticed.ActRequestEquivalentHearing); len(e.triggers) != want {
			t.Errorf("at %s: alarms %v", at, e.triggers)
		}
	}
	// what exists only if the plan ends has none
	_, events = read(t, write(t, stamp, assessment("CP523", "CP523_30_THEN_30")))
	if e := find(t, events, noticed.ActAppealTermination); e.triggers != nil || !strings.Contains(e.summary, "only on termination") {
		t.Errorf("%+v", e)
	}
	if e := find(t, events, noticed.ActCureDefault); len(e.triggers) == 0 {
		t.Errorf("%+v", e)
	}
}

func TestALienWithoutAFilingDayStandsOnItsSafeDay(t *testing.T) {
	_, events := read(t, write(t, stamp, assessment("L3172", "CDP_LIEN_5BD_30")))
	e := find(t, events, noticed.ActRequestCDPHearing)
	if e.start != "20260702" || e.status != "TENTATIVE" || !strings.HasPrefix(e.summary, "check: L3172: request CDP hearing: no last day known, act by Thu Jul 2 [") ||
		!strings.Contains(e.description, "Last day: not known\n") || !slices.Equal(e.triggers, []string{"-P14D", "-P7D", "-P2D"}) {
		t.Errorf("%+v", e)
	}
	if e := find(t, events, noticed.ActRequestEquivalentHearing); e.triggers != nil || e.status != "TENTATIVE" {
		t.Errorf("%+v", e)
	}
}

func TestWhatHasNoDayHasNoEvent(t *testing.T) {
	file := write(t, stamp, assessment("CP05", "WAIT_60"), noticed.Assessment{ID: "x-1", Kind: noticed.KindOtherMail})
	if method, events := first(t, file); method != "PUBLISH" || len(events) != 0 {
		t.Errorf("%s %+v", method, events)
	}
}

// calendar is what a calendar program keeps: by UID, the event of the highest
// sequence it was shown (RFC 5546, 2.1.5).
type calendar map[string]seen

func (c calendar) take(t *testing.T, file []byte) {
	t.Helper()
	method, events := read(t, file)
	for _, e := range events {
		if known, ok := c[e.uid]; ok && known.sequence > e.sequence {
			continue
		}
		if method == "CANCEL" && e.status != "CANCELLED" {
			t.Errorf("a CANCEL without STATUS: %+v", e)
		}
		c[e.uid] = e
	}
}

// open are the starts of the events that are not cancelled, by act.
func (c calendar) open() string {
	var all []string
	for uid, e := range c {
		if e.status != "CANCELLED" {
			all = append(all, e.start+" "+strings.TrimSuffix(uid[strings.LastIndex(uid, "-")+1:], "@noticed"))
		} else if e.triggers != nil {
			all = append(all, "a cancelled event rings: "+uid)
		}
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

func version(a noticed.Assessment, n int, status noticed.Status) noticed.Assessment {
	before := n - 1
	a.Version, a.Supersedes, a.Status = n, &before, status
	return a
}

func TestCorrectionAndWithdrawalUpdateTheCalendar(t *testing.T) {
	one := assessment("LT11", "CDP_LEVY_30")
	dated := version(assessment("LT11", "CDP_LEVY_30", func(in *deadline.Input) { d := noticed.MustDate("2026-06-01"); in.NoticeDate = &d }), 2, "")
	recoded := version(assessment("CP504", "LEVY_6331D_30"), 3, "")
	gone := version(dated, 3, noticed.StatusWithdrawn) // on its old subject, in the same commit
	withdrawn := version(recoded, 4, noticed.StatusWithdrawn)
	back := version(recoded, 5, "")

	c := calendar{}
	history := []noticed.Assessment{}
	for _, step := range []struct {
		add    []noticed.Assessment
		method string
		want   string
	}{
		{[]noticed.Assessment{one}, "PUBLISH", "20260706 request_cdp_hearing, 20270604 request_equivalent_hearing"},
		{[]noticed.Assessment{dated}, "PUBLISH", "20260701 request_cdp_hearing, 20270601 request_equivalent_hearing"},
		{[]noticed.Assessment{recoded, gone}, "PUBLISH", "20260704 levy_possible_from"},
		{[]noticed.Assessment{withdrawn}, "CANCEL", ""},
		{[]noticed.Assessment{back}, "PUBLISH", "20260704 levy_possible_from"},
	} {
		history = append(history, step.add...)
		mixed := slices.Clone(history)
		slices.Reverse(mixed) // the order of the log is no matter
		file := write(t, stamp, mixed...)
		if !bytes.Equal(file, write(t, stamp, history...)) {
			t.Error("the order of the versions made a difference")
		}
		if method, _ := read(t, file); method != step.method {
			t.Errorf("method %s, want %s", method, step.method)
		}
		c.take(t, file)
		if got := c.open(); got != step.want {
			t.Errorf("the calendar has %q, want %q", got, step.want)
		}
	}
	// an old file opened again changes nothing
	c.take(t, write(t, stamp, one))
	if got := c.open(); got != "20260704 levy_possible_from" {
		t.Errorf("an old file brought back %q", got)
	}
	// the withdrawal alone is enough to cancel
	c = calendar{}
	c.take(t, write(t, stamp, one))
	c.take(t, write(t, stamp, version(one, 2, noticed.StatusWithdrawn)))
	if got := c.open(); got != "" || len(c) != 2 {
		t.Errorf("the calendar has %q", got)
	}
}

func TestTenantsDoNotShareEvents(t *testing.T) {
	one, two := assessment("LT11", "CDP_LEVY_30"), assessment("LT11", "CDP_LEVY_30")
	two.Document.Tenant = "beta"
	_, events := read(t, write(t, stamp, one, two, one))
	if len(events) != 4 {
		t.Errorf("%d events", len(events))
	}
	seenUIDs := map[string]bool{}
	for _, e := range events {
		if seenUIDs[e.uid] {
			t.Errorf("%s twice", e.uid)
		}
		seenUIDs[e.uid] = true
	}
}

// Whatever stands on paper, the file keeps its form: both parsers see the events
// there are, with the same words, and no number of a taxpayer is among them.
func TestWhateverThePaperSays(t *testing.T) {
	words := rapid.OneOf(
		rapid.String(),
		rapid.SampledFrom([]string{
			"A;B,C\\D\"E:F", "one\r\ntwo\nthree\rfour", "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", strings.Repeat("é", 60), strings.Repeat("😀", 80),
			strings.Repeat("x", 300), "\x00\x1b[2J\u0085\u2028", "SSN 123-45-6789, EIN 12-3456789, 123456789", "\\n \\; \\,", "\xff\xfe", "…", " ",
		}),
	)
	rapid.Check(t, func(r *rapid.T) {
		a := assessment("LT11", "CDP_LEVY_30")
		a.Taxpayer.Names = []string{words.Draw(r, "name"), words.Draw(r, "second name")}
		a.Document.Reference = words.Draw(r, "reference")
		a.Notice.Title = words.Draw(r, "title")
		a.Addresses[0].Lines = []string{words.Draw(r, "line")}
		a.Deadlines[1].Note = words.Draw(r, "note")
		a.Review.Reasons = []noticed.Reason{{Message: words.Draw(r, "reason")}}
		a.Taxpayer.IDLast4.Value = rapid.SampledFrom([]string{"1234", "123456789"}).Draw(r, "id")
		var b bytes.Buffer
		if n, err := Write(&b, []noticed.Assessment{a}, Options{Stamp: stamp, Name: words.Draw(r, "calendar")}); err != nil || n != 2 {
			r.Fatalf("%d events: %v", n, err)
		}
		_, events := read(t, b.Bytes())
		if len(events) != 2 || t.Failed() {
			r.Fatalf("%d events in\n%s", len(events), b.Bytes())
		}
		for i, action := range []noticed.Action{noticed.ActRequestCDPHearing, noticed.ActRequestEquivalentHearing} {
			e := find(t, events, action)
			if e.summary != summary(a, a.Deadlines[i+1]) || e.description != text(a, a.Deadlines[i+1]) {
				r.Fatalf("written %q and %q, read %+v", summary(a, a.Deadlines[i+1]), text(a, a.Deadlines[i+1]), e)
			}
		}
		for _, number := range []string{"123-45-6789", "12-3456789", "123456789"} {
			if strings.Contains(strings.ReplaceAll(b.String(), "\r\n ", ""), number) {
				r.Fatalf("%s is in\n%s", number, b.String())
			}
		}
	})
}

func TestWriteSaysWhatWentWrong(t *testing.T) {
	_, err := Write(brokenPipe{}, []noticed.Assessment{assessment("LT11", "CDP_LEVY_30")}, Options{Stamp: stamp})
	if !errors.Is(err, io.ErrClosedPipe) || !strings.HasPrefix(err.Error(), "writing the calendar: ") {
		t.Errorf("%v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
