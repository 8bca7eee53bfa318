package reading

import (
	"context"
	"errors"
	"fmt"

	"noticed"
	"noticed/classify"
	"noticed/classify/catalog"
	"noticed/extract"
)

// tries is how often a document is begun in one delivery: a second death of the
// process that reads it is the document's own fault.
const tries = 2

// Reader reads documents. It may be used from several goroutines.
type Reader struct {
	opener  extract.Opener
	catalog *catalog.Catalog
}

// New returns a reader that has documents opened by opener and knows the
// notices of the catalogue.
func New(opener extract.Opener, cat *catalog.Catalog) *Reader {
	return &Reader{opener: opener, catalog: cat}
}

// Read reads one document to its end. A document that can never be read ends
// dead, with the reason; an error is a passing fault, and the document should be
// read again later.
func (r *Reader) Read(ctx context.Context, s Submission) (Outcome, error) {
	out := Outcome{Document: s.Document}
	for {
		out.Tries++
		err := r.try(ctx, s, &out)
		var refusal *extract.Refusal
		var death *extract.Death
		switch {
		case err == nil:
			return out, nil
		case ctx.Err() != nil:
			return Outcome{}, fmt.Errorf("reading document %s: %w", s.Document.SHA256, ctx.Err())
		case errors.As(err, &refusal):
			return dead(out, string(refusal.Code), refusal.Message), nil
		case errors.As(err, &death) && out.Tries >= tries:
			return dead(out, string(death.Code), fmt.Sprintf("Reading it broke the reading process %d times. %s", out.Tries, death.Message)), nil
		case errors.As(err, &death):
			continue
		default:
			return Outcome{}, fmt.Errorf("reading document %s: %w", s.Document.SHA256, err)
		}
	}
}

func dead(out Outcome, code, message string) Outcome {
	out.Ended = noticed.EndedDead
	out.Assessments = []noticed.Assessment{}
	if out.Pages == nil {
		out.Pages = []noticed.PageOutcome{}
	}
	if out.Document.Pages == nil {
		out.Document.Pages = []int{}
	}
	out.Reason = &noticed.ReadError{Code: code, Message: message}
	return out
}

// try reads the document once: look, understand, look again, until nothing more
// needs to be asked.
func (r *Reader) try(ctx context.Context, s Submission, out *Outcome) (err error) {
	doc, err := r.opener.Open(ctx, s.Data)
	if err != nil {
		return fmt.Errorf("opening it: %w", err)
	}
	defer func() { err = errors.Join(err, doc.Close()) }()
	out.Document.Pages = []int{}
	for _, p := range doc.Pages() {
		out.Document.Pages = append(out.Document.Pages, p.Number)
	}
	session := classify.NewSession(classify.Input{Pages: doc.Pages(), Document: s.Document, Catalog: r.catalog})
	for need := session.Need(); len(need) > 0; need = session.Need() {
		for _, request := range need {
			answer, err := doc.Read(ctx, request)
			if err != nil {
				return fmt.Errorf("reading page %d of %d: %w", request.Page, len(doc.Pages()), err)
			}
			answer.Request = request
			session.Add(answer)
		}
	}
	out.Assessments, out.Pages = session.Notices(), session.Pages()
	if len(out.Assessments) == 0 {
		*out = dead(*out, "no_readable_page", unreadable(out.Pages))
		return nil
	}
	out.Ended = noticed.EndedOtherMail
	for _, a := range out.Assessments {
		if a.Kind != noticed.KindOtherMail {
			out.Ended = noticed.EndedAssessed
		}
	}
	return nil
}

// unreadable says why no page could be read.
func unreadable(pages []noticed.PageOutcome) string {
	for _, p := range pages {
		if p.Why != "" {
			return fmt.Sprintf("No page could be read. Page %d: %s.", p.Page, p.Why)
		}
	}
	return "No page could be read: there are no words on it."
}
