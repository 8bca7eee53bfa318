package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/nats-io/nats.go"

	"noticed"
	"noticed/ingest/broker"
)

// An answer that stops half-way is no answer: an assessment that it does not
// name would be taken for one that never was, and begin at version 1 again.
func TestLateAnswerIsNotTheWhole(t *testing.T) {
	b, err := broker.Open(t.Context(), broker.Options{Embedded: &broker.Embedded{Dir: t.TempDir()}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	nc := b.JetStream.Conn()
	send := map[string]func(*nats.Msg){
		"nothing": func(*nats.Msg) {},
		"half": func(ask *nats.Msg) {
			data, _ := json.Marshal(noticed.Assessment{ID: "x-1", Version: 3})
			m := nats.NewMsg(ask.Reply)
			m.Data = data
			for k, v := range map[string]string{
				"Nats-Stream": Stream, "Nats-Subject": "notices.assessed.acme.LT11.x-1", "Nats-Sequence": "7",
				"Nats-Time-Stamp": "2026-01-02T03:04:05Z", "Nats-Num-Pending": "1",
			} {
				m.Header.Set(k, v)
			}
			_ = nc.PublishMsg(m)
		},
	}
	for name, answer := range send {
		// There is no log on this server: who answers in its place is slow.
		asked := make(chan struct{}, 1)
		sub, err := nc.Subscribe("$JS.API.DIRECT.GET."+Stream, func(m *nats.Msg) {
			answer(m)
			asked <- struct{}{}
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		l := &Ledger{js: b.JetStream}
		got := 0
		err = l.lastOn(ctx, []string{"notices.assessed.acme.*.x-1", "notices.assessed.acme.*.x-2"}, func(string, noticed.Assessment) { got++ })
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) || !broker.Passing(err) {
			t.Errorf("%s: %d read, %v", name, got, err)
		}
		<-asked
		if name == "half" && got != 1 {
			t.Errorf("%d read of the half that came", got)
		}
		_ = sub.Unsubscribe()
	}
}
