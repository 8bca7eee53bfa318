package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/guidance"
)

type catalogCmd struct {
	Show  catalogShowCmd  `cmd:"" default:"withargs" help:"List notices, or show one with what comes before and after it."`
	Check catalogCheckCmd `cmd:"" help:"Say what is wrong with a file of rows, by line and column."`
}

type catalogShowCmd struct {
	catalogue

	Words []string `arg:"" optional:"" complete:"code" name:"code or words" help:"The code of a notice, as it is printed, or words that its row holds; all notices if there is none."`
}

func (c *catalogShowCmd) Run(a *app) error {
	cat, err := c.open()
	if err != nil {
		return err
	}
	m := cat.Resolve(strings.Join(c.Words, " "))
	if e, ok := m.One(); ok {
		t, _ := cat.Timeline(e.Code)
		return a.notice(cat, t)
	}
	rows := m.Entries
	if !m.Ambiguous() {
		rows = cat.Find(c.Words)
	}
	if len(rows) == 0 {
		_, err := noticeOf(cat, strings.Join(c.Words, " "))
		return err
	}
	if a.json {
		for _, e := range rows {
			if err := a.object(e); err != nil {
				return err
			}
		}
		return nil
	}
	t := table.NewWriter()
	t.AppendHeader(table.Row{"code", "title", "family", "stage", "rule", "hearing", "usual next", "row"})
	for _, e := range rows {
		t.AppendRow(table.Row{e.Code, e.Title, e.Family, stageOf(e), e.Rule, e.HearingRights, cmp.Or(e.UsualNext, none), e.Verification})
	}
	a.print(t)
	return nil
}

func stageOf(e catalog.Entry) string {
	if e.Stage == 0 {
		return none
	}
	return strconv.Itoa(e.Stage)
}

// shown is the answer about one notice.
type shown struct {
	catalog.Timeline

	Guidance *noticed.Guidance `json:"guidance,omitempty"`
}

// notice prints one notice, where it stands and what to do about it.
func (p *printer) notice(cat *catalog.Catalog, at catalog.Timeline) error {
	g := guidance.For(at.Notice)
	if p.json {
		return p.object(shown{at, g})
	}
	e := at.Notice
	t := table.NewWriter()
	row := func(name string, values ...string) {
		t.AppendRow(table.Row{name, cmp.Or(strings.Join(values, ", "), none)})
	}
	row("code", e.Code)
	row("title", e.Title)
	row("printed as", e.Aliases...)
	row("goes to", map[catalog.Audience]string{
		catalog.AudienceIndividual: "individuals", catalog.AudienceBusiness: "businesses", catalog.AudienceBoth: "individuals and businesses",
	}[e.Audience])
	family := words(e.Family)
	if e.Stage > 0 {
		family = fmt.Sprintf("%s, stage %d", family, e.Stage)
	}
	row("family", family)
	row("rule", e.Rule)
	row("prints a day to act by", yesNo(e.PrintedExpected))
	row("law", e.Authority...)
	row("hearing rights", string(e.HearingRights))
	row("forms", e.Forms...)
	row("timeline", timeline(at))
	row("may also come after", codesOf(at.Also))
	reading := "its code only: every one goes to a person"
	if e.ReadInFull {
		reading = "in full"
	}
	row("read", reading)
	row("row", string(e.Verification))
	row("sources", e.Source...)
	row("catalogue", cat.Version())
	p.print(t)
	p.advise(advice{e.Code, g, guidance.Source(e)})
	return nil
}

// timeline is what usually comes before and after a notice, which itself stands
// in brackets.
func timeline(at catalog.Timeline) string {
	var way []string
	for _, e := range at.Before {
		way = append(way, e.Code)
	}
	way = append(way, "["+at.Notice.Code+"]")
	for _, e := range at.Next {
		way = append(way, e.Code)
	}
	if at.Levy {
		way = append(way, "levy")
	}
	return strings.Join(way, " → ")
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

type catalogCheckCmd struct {
	File string `arg:"" help:"CSV with the columns that noticed schema catalogue describes."`
}

// checked is the answer about a file of rows without mistakes.
type checked struct {
	File      string `json:"file"`
	Catalogue string `json:"catalogue"`
	Notices   int    `json:"notices"`
}

// mistake is the answer about one mistake.
type mistake struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Reason string `json:"reason"`
}

func (c *catalogCheckCmd) Run(a *app) error {
	cat, err := overlay(c.File)
	found := mistakes(err)
	switch {
	case err == nil && a.json:
		return a.object(checked{c.File, cat.Version(), len(cat.Entries())})
	case err == nil:
		a.answer("%s: no mistakes; with it the catalogue is %s, of %s", c.File, cat.Version(), count(len(cat.Entries()), "notice"))
		return nil
	case len(found) == 0:
		return err
	}
	for _, m := range found {
		if !a.json {
			a.answer("%s", m)
		} else if err := a.object(mistake{m.Name, m.Line, m.Column, m.Reason}); err != nil {
			return err
		}
	}
	return fmt.Errorf("checking %s: %s", c.File, count(len(found), "mistake"))
}
