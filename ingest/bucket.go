package ingest

import (
	"context"
	"encoding/base64"
	"fmt"

	"github.com/nats-io/nats.go/jetstream"
)

// The layout of an object store, ADR-20 of NATS: needed to tell what is missing
// from what is slow, and to find what a cut-off upload left behind.
const (
	bucketStream = "OBJ_" + Bucket
	chunkPrefix  = "$O." + Bucket + ".C."
	metaPrefix   = "$O." + Bucket + ".M."
)

func chunkSubject(nuid string) string { return chunkPrefix + nuid }
func metaSubject(name string) string {
	return metaPrefix + base64.URLEncoding.EncodeToString([]byte(name))
}

// countBucket counts the bucket's messages on a subject, asking the leader.
func (in *Ingest) countBucket(ctx context.Context, subject string) (uint64, error) {
	s, err := in.js.Stream(ctx, bucketStream)
	if err != nil {
		return 0, fmt.Errorf("looking at the bucket %s: %w", Bucket, err)
	}
	info, err := s.Info(ctx, jetstream.WithSubjectFilter(subject))
	if err != nil {
		return 0, fmt.Errorf("looking at the bucket %s: %w", Bucket, err)
	}
	return info.State.Subjects[subject], nil
}
