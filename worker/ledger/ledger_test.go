package ledger_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"
	"go.uber.org/goleak"

	"noticed"
	"noticed/ingest/broker"
	"noticed/worker/ledger"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func start(t *testing.T) (*broker.Broker, *ledger.Ledger) {
	t.Helper()
	b, err := broker.Open(t.Context(), broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	l, err := ledger.Open(t.Context(), b.JetStream, ledger.Config{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b, l
}

var sha = strings.Repeat("5f2c", 16)

// notice is an assessment as reading hands it over.
func notice(sha string, ordinal int, code string) noticed.Assessment {
	a := noticed.Assessment{
		Schema: noticed.AssessmentSchema, ID: fmt.Sprintf("%s-%d", sha, ordinal), Version: 1, By: "machine", Kind: noticed.KindNotice,
		Notice: &noticed.Notice{Code: code, Printed: code},
	}
	if code == "" {
		a.Kind, a.Notice = noticed.KindUnknown, nil
	}
	return a
}

func outcome(sha string, expect uint64, codes ...string) ledger.Outcome {
	o := ledger.Outcome{
		Tenant: "acme", SHA256: sha, Ended: noticed.EndedAssessed, Expect: expect, Tries: 1, Deliveries: 1,
		Document: noticed.Document{Name: "a.pdf", Pages: []int{1}},
		Pages:    []noticed.PageOutcome{{Page: 1, How: noticed.HowText}},
	}
	for i, c := range codes {
		o.Assessments = append(o.Assessments, notice(sha, i+1, c))
	}
	return o
}

func commit(t *testing.T, l *ledger.Ledger, o ledger.Outcome) (noticed.Receipt, uint64) {
	t.Helper()
	r, seq, err := l.Commit(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r, seq
}

// state is the present state as a reader of the stream sees it, without this
// package: subject, version, what it supersedes, status.
func state(t *testing.T, b *broker.Broker) []string {
	t.Helper()
	s, err := b.JetStream.Stream(t.Context(), ledger.Stream)
	if err != nil {
		t.Fatal(err)
	}
	info, err := s.Info(t.Context(), jetstream.WithSubjectFilter("notices.assessed.>"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for subject := range info.State.Subjects {
		m, err := s.GetLastMsgForSubject(t.Context(), subject)
		if err != nil {
			t.Fatal(err)
		}
		var a noticed.Assessment
		if err := json.Unmarshal(m.Data, &a); err != nil {
			t.Fatal(err)
		}
		was := "null"
		if a.Supersedes != nil {
			was = fmt.Sprint(*a.Supersedes)
		}
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s v%d>%s %s", strings.ReplaceAll(strings.TrimPrefix(subject, "notices.assessed.acme."), sha, "doc"), a.Version, was, a.Status)))
	}
	slices.Sort(lines)
	return lines
}

func wantState(t *testing.T, b *broker.Broker, want ...string) {
	t.Helper()
	if got := state(t, b); !slices.Equal(got, want) {
		t.Errorf("state:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Show 8, second half: a correction with another code leaves nothing alive under
// the old one; and so does another split, and a way back.
func TestVersions(t *testing.T) {
	b, l := start(t)
	r1, s1 := commit(t, l, outcome(sha, 0, "CP504", "LT11"))
	if r1.Version != 1 || len(r1.Assessments) != 2 {
		t.Errorf("first receipt %+v", r1)
	}
	wantState(t, b, "CP504.doc-1 v1>null", "LT11.doc-2 v1>null")

	o := outcome(sha, s1, "CP503", "LT11")
	o.By = "pat"
	r2, s2 := commit(t, l, o)
	wantState(t, b, "CP503.doc-1 v2>1", "CP504.doc-1 v2>1 withdrawn", "LT11.doc-2 v2>1")
	if r2.Version != 2 || r2.By != "pat" || len(r2.Assessments) != 3 {
		t.Errorf("second receipt %+v", r2)
	}

	_, s3 := commit(t, l, outcome(sha, s2, "CP503")) // one notice after all
	wantState(t, b, "CP503.doc-1 v3>2", "CP504.doc-1 v2>1 withdrawn", "LT11.doc-2 v3>2 withdrawn")

	dead := outcome(sha, s3)
	dead.Ended, dead.Reason = noticed.EndedDead, &noticed.ReadError{Code: "x", Message: "X."}
	_, s4 := commit(t, l, dead)
	wantState(t, b, "CP503.doc-1 v4>3 withdrawn", "CP504.doc-1 v2>1 withdrawn", "LT11.doc-2 v3>2 withdrawn")

	r5, s5 := commit(t, l, outcome(sha, s4, "CP504", "", "LT11"))
	wantState(t, b, "CP503.doc-1 v4>3 withdrawn", "CP504.doc-1 v5>4", "LT11.doc-2 v3>2 withdrawn", "LT11.doc-3 v5>null", "UNKNOWN.doc-2 v5>3")

	last, err := l.Last(t.Context(), "acme", sha)
	if err != nil || last.Sequence != s5 || last.Receipt.Version != r5.Version {
		t.Errorf("last is %+v, %v", last, err)
	}
	live, err := l.OfDocument(t.Context(), "acme", sha)
	if err != nil || len(live) != 3 || live[0].Version != 5 {
		t.Errorf("live: %d, %v", len(live), err)
	}
	all, err := l.Assessments(t.Context(), ledger.Filter{Tenant: "acme"})
	if err != nil || len(all) != 3 {
		t.Errorf("listed: %d, %v", len(all), err)
	}
	// History is kept: 2 + 3 + 2 + 1 + 3 assessments and five receipts.
	s, err := b.JetStream.Stream(t.Context(), ledger.Stream)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.CachedInfo().State.Msgs; n != 11+5 {
		t.Errorf("%d messages in the history", n)
	}
}

// Show 8, first half.
func TestOneOfManyWins(t *testing.T) {
	b, l := start(t)
	expect := uint64(0)
	for version := 1; version <= 3; version++ {
		var wg sync.WaitGroup
		var mu sync.Mutex
		var won []uint64
		lost := 0
		for i := range 16 {
			wg.Go(func() {
				_, seq, err := l.Commit(context.Background(), outcome(sha, expect, fmt.Sprintf("CP%d", i), "LT11"))
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil:
					won = append(won, seq)
				case errors.Is(err, ledger.ErrAlreadyEnded):
					lost++
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if len(won) != 1 || lost != 15 {
			t.Fatalf("version %d: %d won, %d lost", version, len(won), lost)
		}
		expect = won[0]
		live, err := l.OfDocument(t.Context(), "acme", sha)
		if err != nil || len(live) != 2 {
			t.Errorf("version %d: %d alive, %v", version, len(live), err)
		}
	}
	// Nothing of the losers was published: 3 + 4 + 4 messages at most.
	s, err := b.JetStream.Stream(t.Context(), ledger.Stream)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.CachedInfo().State.Msgs; n < 9 || n > 11 {
		t.Errorf("%d messages", n)
	}
}

func TestTenantsApart(t *testing.T) {
	_, l := start(t)
	commit(t, l, outcome(sha, 0, "LT11"))
	o := outcome(sha, 0, "LT11")
	o.Tenant = "bolt"
	if r, _ := commit(t, l, o); r.Version != 1 || r.Document.Tenant != "bolt" {
		t.Errorf("the other tenant's receipt: %+v", r)
	}
	all, err := l.Assessments(t.Context(), ledger.Filter{Tenant: "bolt"})
	if err != nil || len(all) != 1 {
		t.Errorf("%d assessments, %v", len(all), err)
	}
}

func TestUnfit(t *testing.T) {
	_, l := start(t)
	bad := outcome(sha, 0, "LT 11.>")
	twice := outcome(sha, 0, "LT11", "CP14")
	twice.Assessments[1].ID = twice.Assessments[0].ID
	unreadable := outcome(sha, 0, "LT11")
	unreadable.Assessments[0].Kind = noticed.KindUnreadable
	noDate := outcome(sha, 0, "LT11")
	noDate.Assessments[0].NoticeDate = &noticed.DateField{}
	huge := outcome(sha, 0, "LT11", "CP14")
	huge.Assessments[0].Notice.Title = strings.Repeat("x", 9<<20)
	for name, o := range map[string]ledger.Outcome{"code": bad, "twice": twice, "kind": unreadable, "date": noDate, "huge": huge} {
		if _, _, err := l.Commit(t.Context(), o); !errors.Is(err, ledger.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	many := outcome(sha, 0)
	for i := range ledger.MaxBatch {
		many.Assessments = append(many.Assessments, notice(sha, i+1, "LT11"))
	}
	if _, _, err := l.Commit(t.Context(), many); !errors.Is(err, ledger.ErrTooMany) {
		t.Errorf("a thousand and one: %v", err)
	}
	if r, err := l.Receipt(t.Context(), "acme", sha); r != nil || err != nil {
		t.Errorf("a receipt of what was never committed: %v, %v", r, err)
	}
	many.Assessments = many.Assessments[1:]
	commit(t, l, many)
}

func TestOtherMailAndDead(t *testing.T) {
	b, l := start(t)
	o := outcome(sha, 0)
	o.Ended = noticed.EndedOtherMail
	o.Assessments = []noticed.Assessment{{ID: sha + "-1", Kind: noticed.KindOtherMail}}
	commit(t, l, o)
	wantState(t, b, "OTHER.doc-1 v1>null")
	dead := outcome(strings.Repeat("a", 64), 0)
	dead.Ended, dead.Reason = noticed.EndedDead, &noticed.ReadError{Code: "encrypted", Message: "It needs a password."}
	commit(t, l, dead)
	r, err := l.Receipt(t.Context(), "acme", dead.SHA256)
	if err != nil || r == nil || r.Reason == nil || r.Reason.Code != "encrypted" || r.Assessments == nil {
		t.Errorf("receipt %+v, %v", r, err)
	}
}

func TestWatch(t *testing.T) {
	b, l := start(t)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	commit(t, l, outcome(strings.Repeat("0", 64), 0, "CP14"))
	w, err := l.Watch(ctx, ledger.Filter{Tenant: "acme"}, ledger.Since{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Stop()
	_, seq := commit(t, l, outcome(sha, 0, "LT11", "CP504"))
	var got []string
	for range 3 {
		e, err := w.Next(ctx)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case e.Receipt != nil:
			got = append(got, fmt.Sprintf("%s receipt %s %d", e.Tenant, e.Receipt.Ended, e.Pending))
			if e.Sequence != seq {
				t.Errorf("receipt at %d, want %d", e.Sequence, seq)
			}
		case e.Assessment != nil:
			got = append(got, fmt.Sprintf("%s %s %d", e.Tenant, e.Assessment.Notice.Code, e.Pending))
		}
	}
	if want := []string{"acme LT11 2", "acme CP504 1", "acme receipt assessed 0"}; !slices.Equal(got, want) {
		t.Errorf("saw %q, want %q", got, want)
	}
	short, stop := context.WithTimeout(ctx, 50*time.Millisecond)
	defer stop()
	if _, err := w.Next(short); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("with nothing to see: %v", err)
	}
	var n int
	count := func(ledger.Event) error { n++; return nil }
	for want, f := range map[int]ledger.Filter{
		5: {}, 2: {Receipts: true}, 3: {Results: true}, 1: {Results: true, Code: "LT11"},
	} {
		n = 0
		if err := l.List(ctx, f, count); err != nil || n != want {
			t.Errorf("%+v: %d, %v; want %d", f, n, err, want)
		}
	}
	n = 0
	if err := l.List(ctx, ledger.Filter{Tenant: "nobody"}, count); err != nil || n != 0 {
		t.Errorf("nobody's: %d, %v", n, err)
	}
	_ = b
}

func TestCheck(t *testing.T) {
	b, _ := start(t)
	if d, err := ledger.Check(t.Context(), b.JetStream, ledger.Config{}); err != nil || len(d) != 0 {
		t.Errorf("what noticed made itself differs: %v, %v", d, err)
	}
	if err := b.JetStream.DeleteStream(t.Context(), ledger.Stream); err != nil {
		t.Fatal(err)
	}
	if d, err := ledger.Check(t.Context(), b.JetStream, ledger.Config{}); err != nil || len(d) != 1 || d[0].Harmful {
		t.Errorf("missing: %v, %v", d, err)
	}
	_, err := b.JetStream.CreateStream(t.Context(), jetstream.StreamConfig{
		Name: ledger.Stream, Subjects: []string{"notices.assessed.>", "notices.ended.>"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var h interface{ Hint() string }
	if _, err := ledger.Open(t.Context(), b.JetStream, ledger.Config{}, nil); !errors.As(err, &h) {
		t.Errorf("a log that takes no batches: %v", err)
	}
}
