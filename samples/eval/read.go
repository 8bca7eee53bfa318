package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"time"

	"noticed"
	"noticed/samples"
	"noticed/samples/eval/baseline"
	"noticed/samples/eval/grade"
	"noticed/worker/reading"
)

// result is one document, read and graded.
type result struct {
	doc      samples.Document
	noticed  graded
	baseline *graded // nil: not asked for
}

// graded is what one reader made of a document.
type graded struct {
	verdict grade.Verdict
	took    time.Duration
}

// one generates and reads document i.
func one(ctx context.Context, reader *reading.Reader, o options, i int) (result, error) {
	doc, err := samples.One(o.seed, i, o.Options)
	if err != nil {
		return result{}, err
	}
	sum := sha256.Sum256(doc.Data)
	received := lastDate(doc).AddDays(3)
	began := time.Now()
	out, err := reader.Read(ctx, reading.Submission{
		Document: noticed.Document{Name: "scan" + filepath.Ext(doc.Truth.File), SHA256: hex.EncodeToString(sum[:]), Tenant: "default", Received: &received},
		Data:     doc.Data,
	})
	if err != nil {
		return result{}, fmt.Errorf("reading %s: %w", doc.Truth.File, err)
	}
	r := result{doc: doc}
	r.noticed.took = time.Since(began)
	dead := ""
	if out.Ended == noticed.EndedDead && out.Reason != nil {
		dead = out.Reason.Code + ": " + out.Reason.Message
	}
	r.noticed.verdict = grade.Document(doc.Truth, out.Assessments, dead)
	if o.baseline {
		began = time.Now()
		a, err := baseline.Read(ctx, doc.Data)
		if err != nil {
			return result{}, fmt.Errorf("reading %s with the baseline: %w", doc.Truth.File, err)
		}
		r.baseline = &graded{took: time.Since(began), verdict: grade.Document(doc.Truth, []noticed.Assessment{a}, "")}
	}
	if v := r.noticed.verdict; o.keep != "" && (len(v.Misses) > 0 || v.Silent > 0) {
		if err := keep(o.keep, doc, out); err != nil {
			return result{}, err
		}
	}
	return r, nil
}

// lastDate is the latest date of a document: mail comes in after it was written.
func lastDate(d samples.Document) noticed.Date {
	var last noticed.Date
	if d.Truth.Written != nil {
		last = *d.Truth.Written
	}
	for _, n := range d.Truth.Notices {
		if n.NoticeDate.After(last) {
			last = n.NoticeDate
		}
	}
	return last
}
