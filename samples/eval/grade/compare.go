package grade

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"noticed"
	"noticed/samples/expect"
)

// compare writes what was wanted and what was read of a field in the same form:
// equal strings are equal values.
func compare(f Field, want expect.Notice, a noticed.Assessment) (w, g string) {
	switch f {
	case Code:
		return want.Code, code(a)
	case Date:
		if a.NoticeDate != nil {
			g = a.NoticeDate.Value.String()
		}
		return want.NoticeDate.String(), g
	case Balance:
		if a.Balance != nil {
			g = fmt.Sprintf("%s %s", a.Balance.Value, a.Balance.Kind)
		}
		return fmt.Sprintf("%s %s", want.Balance.Value, want.Balance.Kind), g
	case Periods:
		return wantPeriods(want.Periods), gotPeriods(a.Periods)
	case Names:
		return people(want.Taxpayer, a.Taxpayer)
	case ID:
		return ids(want, a)
	case Printed:
		return printed(want, a)
	case Amounts:
		return amounts(want, a)
	case Critical, Acts:
		return deadlines(f, want, a)
	case Pages:
		return fmt.Sprint(want.Pages), fmt.Sprint(a.Document.Pages)
	case References:
		return references(want, a)
	case Addresses:
		return addresses(want, a)
	case Through:
		if a.Balance != nil {
			g = day(a.Balance.GoodThrough)
		} else {
			g = "none"
		}
		return day(want.Balance.GoodThrough), g
	case Phone:
		if a.Contact != nil {
			g = a.Contact.Phone
		}
		return canonical(want.Phone), canonical(g)
	}
	panic("grading: no such field: " + string(f))
}

func money(m *noticed.Money) string {
	if m == nil {
		return "-"
	}
	return m.String()
}

func period(form string, end noticed.Date, amount *noticed.Money) string {
	return fmt.Sprintf("%s/%s/%s", canonical(form), end, money(amount))
}

func wantPeriods(ps []expect.Period) string {
	var out []string
	for _, p := range ps {
		out = append(out, period(p.Form, p.PeriodEnd, p.Amount))
	}
	return set(out)
}

func gotPeriods(ps []noticed.Period) string {
	var out []string
	for _, p := range ps {
		s := period(p.Form, p.PeriodEnd, p.Amount)
		if p.TaxYear != p.PeriodEnd.Year {
			s += fmt.Sprintf(" (tax year %d)", p.TaxYear)
		}
		out = append(out, s)
	}
	return set(out)
}

// set writes a list whose order does not matter.
func set(s []string) string {
	slices.Sort(s)
	return strings.Join(s, ", ")
}

// people compares who is named, not how the two of a couple were put apart:
// "JAMES & KAREN HINDS" and "JAMES HINDS", "KAREN HINDS" are the same people. A
// trade name may stand among them or not.
func people(want expect.Taxpayer, got *noticed.Taxpayer) (w, g string) {
	wanted := words(want.Names)
	write := func(seen map[string]bool, joint bool) string {
		s := strings.ReplaceAll(set(slices.Collect(maps.Keys(seen))), ", ", " ")
		if joint {
			s += " (joint)"
		}
		return s
	}
	if got != nil {
		read := words(got.Names)
		if want.DBA != "" {
			for t := range words([]string{"DBA " + want.DBA}) {
				if !wanted[t] {
					delete(read, t)
				}
			}
		}
		g = write(read, got.Joint)
	}
	return write(wanted, want.Joint), g
}

// words are the different words of names.
func words(names []string) map[string]bool {
	seen := map[string]bool{}
	for _, n := range names {
		for word := range strings.FieldsSeq(n) {
			if word = canonical(word); word != "" && word != "AND" {
				seen[word] = true
			}
		}
	}
	return seen
}

func ids(want expect.Notice, a noticed.Assessment) (w, g string) {
	w, g = "masked", "masked"
	if want.Taxpayer.IDLast4 != nil {
		w = fmt.Sprintf("%s %s", *want.Taxpayer.IDLast4, want.Taxpayer.IDKind)
	}
	if a.Taxpayer != nil && a.Taxpayer.IDLast4 != nil && a.Taxpayer.IDLast4.Value != "" {
		g = fmt.Sprintf("%s %s", a.Taxpayer.IDLast4.Value, a.Taxpayer.IDKind)
	}
	return w, g
}

func references(want expect.Notice, a noticed.Assessment) (string, string) {
	var w, g []string
	for _, r := range want.References {
		w = append(w, string(r.Role)+" "+canonical(r.Value))
	}
	for _, r := range a.References {
		g = append(g, string(r.Role)+" "+canonical(r.Value))
	}
	return set(w), set(g)
}

// addresses compares what is printed for each purpose, however it is broken into
// lines, and whether it begins with the name of the IRS or not.
func addresses(want expect.Notice, a noticed.Assessment) (string, string) {
	line := func(role noticed.AddressRole, lines []string) string {
		s := canonical(strings.Join(lines, ""))
		for _, head := range []string{"DEPARTMENTOFTHETREASURY", "INTERNALREVENUESERVICE"} {
			s = strings.ReplaceAll(s, head, "")
		}
		return string(role) + " " + s
	}
	var w, g []string
	for _, x := range want.Addresses {
		w = append(w, line(x.Role, x.Lines))
	}
	for _, x := range a.Addresses {
		g = append(g, line(x.Role, x.Lines))
	}
	return set(w), set(g)
}

func day(d *noticed.Date) string {
	if d == nil {
		return "none"
	}
	return d.String()
}

func printed(want expect.Notice, a noticed.Assessment) (string, string) {
	var w, g []string
	for _, d := range want.Printed {
		w = append(w, fmt.Sprintf("%s %s", d.Role, d.Value))
	}
	for _, d := range a.PrintedDates {
		g = append(g, fmt.Sprintf("%s %s", d.Role, d.Value))
	}
	return set(w), set(g)
}

// amounts compares the rows above the total: how many, what for, how much. A
// payment is a credit. A total that is wanted (of all balances, on a CP523) must
// be there; any other may.
func amounts(want expect.Notice, a noticed.Assessment) (string, string) {
	row := func(role noticed.AmountRole, v noticed.Money) string {
		if role == noticed.AmountPayment {
			role = noticed.AmountCredit
		}
		return fmt.Sprintf("%s %s", role, v)
	}
	var w, g []string
	for _, r := range want.Amounts {
		w = append(w, row(r.Role, r.Value))
	}
	for _, r := range a.Amounts {
		if s := row(r.Role, r.Value); r.Role != noticed.AmountTotal || slices.Contains(w, s) {
			g = append(g, s)
		}
	}
	return set(w), set(g)
}

func deadlines(f Field, want expect.Notice, a noticed.Assessment) (string, string) {
	act := func(a noticed.Action, d *noticed.Date) string { return string(a) + " " + day(d) }
	var w, g []string
	if f == Critical {
		if want.Critical != nil {
			w = append(w, act(want.Critical.Action, want.Critical.Date))
		}
		for _, d := range a.Deadlines {
			if d.Critical {
				g = append(g, act(d.Action, d.Date))
			}
		}
		return set(w), set(g)
	}
	expected := map[noticed.Action]bool{}
	for _, d := range want.Deadlines {
		expected[d.Action] = true
		w = append(w, act(d.Action, d.Date))
	}
	for _, d := range a.Deadlines {
		if expected[d.Action] || d.Date != nil { // a further act without a date says nothing wrong
			g = append(g, act(d.Action, d.Date))
		}
	}
	return set(w), set(g)
}
