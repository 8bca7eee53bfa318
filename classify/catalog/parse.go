package catalog

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Error says where a catalogue is wrong and why. Line and Column count from 1;
// Column is the byte at which the field begins.
type Error struct {
	Name   string // of the file
	Line   int
	Column int
	Reason string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Name, e.Line, e.Column, e.Reason)
}

// columns are the fields of a row, in order.
var columns = []string{
	"code", "aliases", "title", "audience", "family", "stage", "response_rule",
	"printed_deadline_expected", "authority", "hearing_rights", "forms", "usual_next",
	"source", "verification", "reading",
}

// Parse reads a catalogue from CSV: a header line with the columns of
// notices.csv, one row for each notice, lists separated by | (authority and
// source by ;), lines that begin with # ignored. name is the file's name for
// messages; known says which deadline rules exist, nil accepts any.
//
// Every mistake is found and reported at once: the error joins one *Error for
// each, in the order of the file. An alias that two rows share is not a mistake, it is ambiguous.
func Parse(r io.Reader, name string, known func(rule string) bool) (*Catalog, error) {
	p := newParser(r, name, known, nil)
	if err := p.read(); err != nil {
		return nil, err
	}
	return build(p.entries, p.staged), nil
}

type parser struct {
	name    string
	known   func(string) bool
	base    *Catalog // what the rows are laid over, nil if they stand alone
	csv     *csv.Reader
	record  []string
	entries []Entry
	staged  []bool // the row gives a stage: 0 is one, blank is none
	at      [][]position
	codes   map[string]int // code → line
	errs    []*Error
}

func newParser(r io.Reader, name string, known func(string) bool, base *Catalog) *parser {
	text := bufio.NewReader(r)
	if mark, err := text.Peek(len(byteOrderMark)); err == nil && string(mark) == byteOrderMark {
		_, _ = text.Discard(len(mark)) // it was peeked at
	}
	p := &parser{name: name, known: known, base: base, csv: csv.NewReader(text), codes: map[string]int{}}
	p.csv.Comment = '#'
	p.csv.FieldsPerRecord = -1 // counted here, to say which row
	return p
}

// byteOrderMark is what spreadsheets put before UTF-8.
const byteOrderMark = "\ufeff"

type position struct{ line, column int }

// fail notes a mistake in field i of the present record.
func (p *parser) fail(i int, format string, args ...any) {
	line, column := p.csv.FieldPos(i)
	p.failAt(position{line, column}, format, args...)
}

func (p *parser) failAt(at position, format string, args ...any) {
	p.errs = append(p.errs, &Error{p.name, at.line, at.column, fmt.Sprintf(format, args...)})
}

func (p *parser) read() error {
	for {
		record, err := p.csv.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if bad := (*csv.ParseError)(nil); errors.As(err, &bad) {
			p.failAt(position{bad.Line, bad.Column}, "%v", bad.Err)
			break
		}
		if err != nil {
			return fmt.Errorf("reading catalogue %s: %w", p.name, err)
		}
		p.record = record
		if p.at == nil {
			p.at = [][]position{}
			if !slices.Equal(record, columns) {
				p.fail(0, "the header must be %s", strings.Join(columns, ","))
				break
			}
			continue
		}
		p.row()
	}
	if p.at == nil && len(p.errs) == 0 {
		p.failAt(position{1, 1}, "the catalogue is empty: the header line is missing")
	}
	p.across()
	slices.SortStableFunc(p.errs, func(a, b *Error) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) })
	all := make([]error, 0, len(p.errs))
	for _, e := range p.errs {
		all = append(all, e)
	}
	return errors.Join(all...)
}

func (p *parser) row() {
	if len(p.record) != len(columns) {
		p.fail(0, "the row has %d columns, it must have %d", len(p.record), len(columns))
		return
	}
	f := p.record
	for i, v := range f {
		if strings.TrimSpace(v) != v {
			p.fail(i, "%s %q begins or ends with a space", columns[i], v)
		}
	}
	e := Entry{
		Code: f[0], Aliases: list(f[1], "|"), Title: f[2],
		Audience: Audience(f[3]), Family: f[4], Rule: f[6],
		Authority: list(f[8], ";"), HearingRights: HearingRights(f[9]),
		Forms: list(f[10], "|"), UsualNext: f[11], Source: list(f[12], ";"),
		Verification: Verification(f[13]),
	}
	if !validCode(e.Code) {
		p.fail(0, "code %q is not a code: letters, then a number, then letters, all capitals", e.Code)
	} else if line, twice := p.codes[e.Code]; twice {
		p.fail(0, "code %s stands on line %d already", e.Code, line)
	} else {
		line, _ := p.csv.FieldPos(0)
		p.codes[e.Code] = line
	}
	for _, a := range e.Aliases {
		if key, _ := canonical(a); !strings.ContainsAny(key, digits) {
			p.fail(1, "alias %q holds no number", a)
		}
	}
	if e.Title == "" {
		p.fail(2, "the title is empty")
	}
	p.oneOf(3, string(AudienceIndividual), string(AudienceBusiness), string(AudienceBoth))
	if !families[e.Family] {
		p.fail(4, "family %q is not known", e.Family)
	}
	staged := f[5] != ""
	if staged {
		n, err := strconv.Atoi(f[5])
		if err != nil || n < 0 || n > 9 {
			p.fail(5, "stage %q is not a number from 0 to 9", f[5])
		}
		e.Stage = n
	}
	if e.Rule == "" || p.known != nil && !p.known(e.Rule) {
		p.fail(6, "rule %q is not known", e.Rule)
	}
	e.PrintedExpected = p.oneOf(7, "yes", "no") == "yes"
	p.oneOf(9, string(RightsNone), string(RightsAppeals), string(RightsCAP), string(RightsCDP), string(RightsTaxCourt), string(RightsUnclear))
	p.oneOf(13, string(VerificationFull), string(VerificationListed), string(VerificationNone))
	e.ReadInFull = p.oneOf(14, "full", "code") == "full"
	if e.ReadInFull && p.base != nil && !p.base.readsInFull(e.Code) {
		p.fail(14, "reading: this program does not read %s in full, write code", e.Code)
	}

	at := make([]position, len(columns))
	for i := range at {
		at[i].line, at[i].column = p.csv.FieldPos(i)
	}
	p.entries, p.staged, p.at = append(p.entries, e), append(p.staged, staged), append(p.at, at)
}

func (p *parser) oneOf(i int, allowed ...string) string {
	if !slices.Contains(allowed, p.record[i]) {
		p.fail(i, "%s %q is not one of %s", columns[i], p.record[i], strings.Join(allowed, ", "))
	}
	return p.record[i]
}

func list(s, sep string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, sep)
}

// validCode says whether code is one or two capitals, a number, and perhaps
// more capitals.
func validCode(code string) bool {
	number := strings.TrimLeft(code, upper)
	suffix := strings.TrimLeft(number, digits)
	letters := len(code) - len(number)
	return letters >= 1 && letters <= 2 && len(number) > len(suffix) &&
		len(suffix) <= 2 && strings.Trim(suffix, upper) == ""
}

// build indexes rows that have been checked.
func build(entries []Entry, staged []bool) *Catalog {
	c := &Catalog{entries: entries, staged: staged, byCode: map[string]int{}, variants: map[string][]int{}}
	for i, e := range entries {
		c.byCode[e.Code] = i
	}
	for i, e := range entries {
		for _, key := range e.forms() {
			// a row's own code is never made ambiguous by the LT form of a letter
			if owner, ok := c.byCode[key]; ok && owner != i {
				continue
			}
			if !slices.Contains(c.variants[key], i) {
				c.variants[key] = append(c.variants[key], i)
			}
		}
	}
	link(c)
	c.near = targets(c)
	return c
}
