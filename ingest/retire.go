package ingest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// orphanAge is how long a stored document may wait for its message on the
// intake log, and a chunk for the rest of its document.
const orphanAge = time.Hour

// Retired counts what the retention sweep removed.
type Retired struct {
	Messages int // of the intake log
	Objects  int // documents in the bucket that ended long ago
	Orphans  int // documents and cut-off uploads that no message speaks of
}

// Retire removes, oldest first, the messages and stored bytes of documents that
// ended more than keep before now, and what lies in the bucket for more than an
// hour without a message. It never touches a document that has not ended, which
// is why it is a sweep and not a limit on age.
func (in *Ingest) Retire(ctx context.Context, now time.Time, keep time.Duration, ended func(tenant, sha256 string) (time.Time, bool)) (Retired, error) {
	var n Retired
	// The objects are listed first: one that is put after that is not looked at,
	// and one that was put before has had an hour to get its message.
	objects, err := in.bucket.List(ctx)
	if err != nil && !errors.Is(err, jetstream.ErrNoObjectsFound) {
		return n, fmt.Errorf("listing stored documents: %w", err)
	}
	chunks, err := in.chunks(ctx)
	if err != nil {
		return n, err
	}
	old := func(tenant, sha string) bool {
		at, ok := ended(tenant, sha)
		return ok && now.Sub(at) > keep
	}
	spoken := map[string]bool{}
	var remove []uint64
	err = in.Entries(ctx, 0, func(d Document) error {
		// A message that came later than the end is a repeat or asks for a new
		// reading: its turn comes.
		if old(d.Tenant, d.SHA256) && now.Sub(d.Stored) > keep {
			remove = append(remove, d.Sequence)
			return nil
		}
		if d.Object {
			spoken[objectName(d.Tenant, d.SHA256)] = true
		}
		return nil
	})
	if err != nil {
		return n, err
	}
	for _, seq := range remove {
		if err := in.stream.DeleteMsg(ctx, seq); err != nil && !errors.Is(err, jetstream.ErrMsgNotFound) {
			return n, fmt.Errorf("removing message %d of the intake log: %w", seq, err)
		}
		n.Messages++
	}
	whole := map[string]bool{}
	for _, o := range objects {
		whole[o.NUID] = true
		tenant, sha, _ := strings.Cut(o.Name, "/")
		orphan := !old(tenant, sha)
		if spoken[o.Name] || orphan && now.Sub(o.ModTime) < orphanAge {
			continue
		}
		if err := in.bucket.Delete(ctx, o.Name); err != nil && !errors.Is(err, jetstream.ErrObjectNotFound) {
			return n, fmt.Errorf("removing stored document %.12s: %w", sha, err)
		}
		if orphan {
			n.Orphans++
		} else {
			n.Objects++
		}
	}
	return n, in.cutOff(ctx, now, chunks, whole, &n)
}

// chunks returns the subjects under which the bucket keeps chunks.
func (in *Ingest) chunks(ctx context.Context) ([]string, error) {
	s, err := in.js.Stream(ctx, bucketStream)
	if err != nil {
		return nil, fmt.Errorf("looking at the bucket %s: %w", Bucket, err)
	}
	info, err := s.Info(ctx, jetstream.WithSubjectFilter(chunkPrefix+"*"))
	if err != nil {
		return nil, fmt.Errorf("looking at the bucket %s: %w", Bucket, err)
	}
	var subjects []string
	for subject := range info.State.Subjects {
		subjects = append(subjects, subject)
	}
	return subjects, nil
}

// cutOff removes the chunks of uploads that never came to their end.
func (in *Ingest) cutOff(ctx context.Context, now time.Time, chunks []string, whole map[string]bool, n *Retired) error {
	s, err := in.js.Stream(ctx, bucketStream)
	if err != nil {
		return fmt.Errorf("looking at the bucket %s: %w", Bucket, err)
	}
	for _, subject := range chunks {
		if whole[strings.TrimPrefix(subject, chunkPrefix)] {
			continue
		}
		last, err := s.GetLastMsgForSubject(ctx, subject)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			continue // it belonged to a document that was removed above
		}
		if err != nil {
			return fmt.Errorf("looking at a cut-off upload: %w", err)
		}
		if now.Sub(last.Time) < orphanAge {
			continue
		}
		if err := s.Purge(ctx, jetstream.WithPurgeSubject(subject)); err != nil {
			return fmt.Errorf("removing a cut-off upload: %w", err)
		}
		n.Orphans++
	}
	return nil
}
