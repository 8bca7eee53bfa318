package ingest

import (
	"encoding/json"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/nats-io/nats.go"
)

// Anybody who may publish may publish any headers: whatever they say, the
// document gets a hash, a name without id numbers, and a block that can be put
// on record.
func FuzzDescribe(f *testing.F) {
	f.Add("notices.intake.acme.bulk", "123-45-6789.pdf", "ref", "2026-06-03T10:11:12Z", "", "7", "1", "batch.zip/mail.eml", []byte("%PDF-1.4"))
	f.Add("notices.intake.acme.urgent", "", "", "0000-01-01T00:00:00Z", "acme/"+hash(nil), "-1", "-1", "", []byte(nil))
	f.Add("notices.intake.bolt.bulk", "../..", "\r\n", "", "acme/x", "99999999999999999999", "99999999", "../123-45-6789/..", []byte("x"))
	f.Fuzz(func(t *testing.T, subject, name, reference, received, object, replaces, replays, within string, data []byte) {
		h := nats.Header{}
		for k, v := range map[string]string{
			HeaderName: name, HeaderWithin: within, HeaderReference: reference, HeaderReceived: received,
			HeaderObject: object, HeaderReplaces: replaces, HeaderReplays: replays,
		} {
			if v != "" {
				h.Set(k, v)
			}
		}
		stored := time.Date(2026, 6, 3, 10, 11, 12, 0, time.UTC)
		d, err := describe(subject, h, data, 1, stored)
		if _, _, bad := tenantOf(subject); bad != nil {
			if err == nil {
				t.Fatalf("subject %q is taken", subject)
			}
			return
		}
		if !sha256Hex.MatchString(d.SHA256) || d.Tenant == "" || d.Replays < 0 {
			t.Fatalf("%+v", d)
		}
		if d.Object && (len(data) > 0 || object != objectName(d.Tenant, d.SHA256)) {
			t.Fatalf("%q of tenant %q is taken for a stored document", object, d.Tenant)
		}
		if err == nil && !d.Object && d.SHA256 != hash(data) {
			t.Fatal("the hash is not that of the bytes")
		}
		for _, s := range []string{d.Name, d.Reference} {
			if Mask(s) != s || len(s) > 255 || !utf8.ValidString(s) {
				t.Fatalf("%q", s)
			}
		}
		if d.Received.After(stored.Add(settling)) {
			t.Fatalf("received %s", d.Received)
		}
		if _, err := json.Marshal(d.Block()); err != nil {
			t.Fatal(err)
		}
	})
}
