package main

import (
	"strings"

	"noticed"
	"noticed/classify/guidance"
)

// advice is what is known of one notice, for a person.
type advice struct {
	code     string
	guidance *noticed.Guidance // nil if nothing is known
	source   []string          // what it rests on, if that is to be shown
}

// advise prints for each notice what it means, what to do next and what follows
// if nothing is done, and that it is no advice on the case at hand. A notice that
// nothing is known of is left out, one that comes again is told once.
func (p *printer) advise(all ...advice) {
	told := map[string]bool{}
	for _, a := range all {
		if a.guidance == nil || a.guidance.Meaning == "" || told[a.code] {
			continue
		}
		if len(told) == 0 {
			p.answer("\nnext steps (%s)", guidance.Disclaimer)
		}
		told[a.code] = true
		p.answer("%s: %s", a.code, a.guidance.Meaning)
		for _, step := range a.guidance.NextSteps {
			p.answer("  - %s", step)
		}
		p.answer("  if nothing is done: %s", a.guidance.IfIgnored)
		if len(a.source) > 0 {
			p.answer("  from: %s", strings.Join(a.source, "; "))
		}
	}
}

// adviceOn is the advice that an assessment carries. There is none while it is in
// doubt which notice it is: the steps of another could cost a right.
func adviceOn(a noticed.Assessment) advice {
	if a.Notice == nil {
		return advice{}
	}
	for _, r := range a.Review.Reasons {
		if r.Field == noticed.FieldCode && r.Code != noticed.ReasonNotReadInDetail {
			return advice{}
		}
	}
	return advice{code: a.Notice.Code, guidance: a.Guidance}
}
