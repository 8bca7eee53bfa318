package baseline

import (
	"strings"
	"time"

	"noticed"
)

// Understand takes the fields of a notice from its text. A person is asked to
// look where the code, the date or the balance is missing.
func Understand(text string) noticed.Assessment {
	a := noticed.Assessment{Schema: noticed.AssessmentSchema, Version: 1, By: "baseline", Kind: noticed.KindNotice}
	for p := range strings.Count(strings.TrimRight(text, "\f\n"), "\f") + 1 {
		a.Document.Pages = append(a.Document.Pages, p+1)
	}
	code := strings.NewReplacer(" ", "", "-", "", "\n", "").Replace(first(text, codes))
	fromIRS := strings.Contains(text, "Internal Revenue Service") || strings.Contains(text, "Department of the Treasury")
	if code == "" || !fromIRS {
		a.Kind = noticed.KindOtherMail
		a.Issuer = &noticed.Issuer{Name: firstLine(text), Seems: seems(text)}
		if !fromIRS {
			return a
		}
		a.Kind = noticed.KindUnknown
	}
	switch {
	case strings.HasPrefix(code, "3219"):
		code = "CP" + code
	case code != "" && code[0] >= '0' && code[0] <= '9':
		code = "L" + code
	}
	a.Notice = &noticed.Notice{Code: code, Printed: code}
	if d, ok := parseDate(first(text, noticeDates)); ok {
		a.NoticeDate = &noticed.DateField{Value: d}
	}
	a.Taxpayer = taxpayer(text)
	a.Balance = balance(text, code)
	a.Periods = periods(text, a.Balance)
	a.Amounts = amounts(text)
	if d, ok := parseDate(first(text, payBys)); ok {
		a.PrintedDates = append(a.PrintedDates, noticed.PrintedDate{Role: noticed.DatePayBy, Value: d})
	}
	for _, r := range dates {
		if d, ok := parseDate(first(text, r.list)); ok {
			a.PrintedDates = append(a.PrintedDates, noticed.PrintedDate{Role: r.role, Value: d})
		}
	}
	if p := first(text, phone); p != "" {
		a.Contact = &noticed.Contact{Phone: p}
	}
	if c := first(text, cases); c != "" {
		a.References = append(a.References, noticed.Reference{Role: noticed.ReferenceCase, Value: c})
	}
	if c := first(text, aurs); c != "" {
		a.References = append(a.References, noticed.Reference{Role: noticed.ReferenceAURControl, Value: c})
	}
	a.Deadlines = deadlines(a)
	for _, missing := range []struct {
		is    bool
		field noticed.Field
	}{{code == "", noticed.FieldCode}, {a.NoticeDate == nil, noticed.FieldNoticeDate}, {a.Balance == nil, noticed.FieldBalance}} {
		if missing.is {
			a.Review.Needed = true
			a.Review.Reasons = append(a.Review.Reasons, noticed.Reason{Code: noticed.ReasonMissing, Field: missing.field, Message: "not found"})
		}
	}
	return a
}

// taxpayer looks for the address window: capitals, and a line with a town and a
// ZIP code two lines down.
func taxpayer(text string) *noticed.Taxpayer {
	t := &noticed.Taxpayer{}
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(strings.SplitN(strings.TrimSpace(lines[i]), "   ", 2)[0])
	}
	for i := 2; i < len(lines); i++ {
		if !town.MatchString(lines[i]) || !caps.MatchString(lines[i-2]) || strings.Contains(lines[i-2], "INTERNAL REVENUE") {
			continue
		}
		name := lines[i-2]
		if i > 2 && caps.MatchString(lines[i-3]) && lines[i-3] != "" {
			name = lines[i-3] + " " + name
		}
		t.Joint = strings.Contains(name, " & ") || strings.Contains(name, " AND ")
		t.Names = []string{name}
		break
	}
	if id := first(text, ids); id != "" {
		t.IDKind, t.IDLast4 = noticed.IDKindSSN, &noticed.TextField{Value: id}
	} else if id := first(text, eins); id != "" {
		t.IDKind, t.IDLast4 = noticed.IDKindEIN, &noticed.TextField{Value: id}
	}
	return t
}

func balance(text, code string) *noticed.Balance {
	switch code {
	case "CP05", "CP515", "L5071C", "L4883C", "L5747C", "L6331C", "L12C", "L2645C":
		return &noticed.Balance{Kind: noticed.BalanceNone}
	}
	if v, ok := parseMoney(first(text, balances)); ok {
		kind := noticed.BalanceDue
		switch code {
		case "CP2000", "CP3219A", "CP3219N":
			kind = noticed.BalanceProposed
		case "L3172":
			kind = noticed.BalanceLien
		}
		return &noticed.Balance{Value: v, Kind: kind}
	}
	if v, ok := parseMoney(first(text, refunds)); ok {
		return &noticed.Balance{Value: -v, Kind: noticed.BalanceRefund}
	}
	return nil
}

func periods(text string, b *noticed.Balance) []noticed.Period {
	p := noticed.Period{Form: first(text, forms)}
	if end, ok := parseDate(first(text, periodEnds)); ok {
		p.PeriodEnd = end
	} else if year := first(text, years); year != "" {
		end, err := noticed.ParseDate(year + "-12-31")
		if err != nil {
			return nil
		}
		p.PeriodEnd = end
	} else {
		return nil
	}
	p.TaxYear = p.PeriodEnd.Year
	if b != nil && b.Kind != noticed.BalanceNone && b.Kind != noticed.BalanceRefund {
		p.Amount = &b.Value
	}
	return []noticed.Period{p}
}

// amounts are the lines with a sum between the summary's title and its total.
func amounts(text string) []noticed.Amount {
	at := -1
	for _, title := range []string{"Billing Summary", "Account Summary", "Summary of proposed changes", "Summary"} {
		if at = strings.Index(text, title); at >= 0 {
			break
		}
	}
	if at < 0 {
		return nil
	}
	var out []noticed.Amount
	for _, m := range row.FindAllStringSubmatch(text[at:], -1) {
		label := strings.ToLower(m[1])
		if strings.Contains(label, "amount due") || strings.Contains(label, "amount you owe") && !strings.Contains(label, "owed") {
			break
		}
		v, ok := parseMoney(m[2])
		if !ok {
			continue
		}
		role := noticed.AmountOther
		for _, k := range []struct {
			word string
			role noticed.AmountRole
		}{{"penalty", noticed.AmountPenalty}, {"interest", noticed.AmountInterest}, {"payment", noticed.AmountPayment}, {"credit", noticed.AmountCredit},
			{"owed", noticed.AmountTax}, {"tax", noticed.AmountTax}} {
			if strings.Contains(label, k.word) {
				role = k.role
				break
			}
		}
		out = append(out, noticed.Amount{Role: role, Label: m[1], Value: v})
	}
	return out
}

// rules are the acts and the days from the notice date, where no day is printed.
var rules = map[string]struct {
	act     noticed.Action
	printed noticed.DateRole
	days    int
}{
	"LT11": {noticed.ActRequestCDPHearing, noticed.DateHearingBy, 30}, "L1058": {noticed.ActRequestCDPHearing, noticed.DateHearingBy, 30},
	"CP90": {noticed.ActRequestCDPHearing, noticed.DateHearingBy, 30}, "CP297": {noticed.ActRequestCDPHearing, noticed.DateHearingBy, 30},
	"L3172":  {noticed.ActRequestCDPHearing, noticed.DateHearingBy, 35},
	"CP2000": {noticed.ActReply, noticed.DateReplyBy, 30}, "L1153": {noticed.ActRequestAppeals, noticed.DateReplyBy, 60},
	"CP3219A": {noticed.ActPetitionTaxCourt, noticed.DatePetitionBy, 90}, "CP3219N": {noticed.ActPetitionTaxCourt, noticed.DatePetitionBy, 90},
	"CP11": {noticed.ActDisputeMathError, noticed.DateDisputeBy, 60}, "CP12": {noticed.ActDisputeMathError, noticed.DateDisputeBy, 60},
	"CP504": {noticed.ActLevyPossibleFrom, "", 30}, "CP504B": {noticed.ActLevyPossibleFrom, "", 30},
	"CP523":  {noticed.ActCureDefault, noticed.DateTerminateOn, 30},
	"L5071C": {noticed.ActVerifyIdentity, "", 30}, "L4883C": {noticed.ActVerifyIdentity, "", 30},
	"CP14": {noticed.ActPay, noticed.DatePayBy, 21},
}

// deadlines gives the act of the code, and paying where a day is printed for it;
// the earliest is the one to watch.
func deadlines(a noticed.Assessment) []noticed.Deadline {
	printed := map[noticed.DateRole]noticed.Date{}
	for _, p := range a.PrintedDates {
		printed[p.Role] = p.Value
	}
	var out []noticed.Deadline
	add := func(act noticed.Action, d noticed.Date) {
		out = append(out, noticed.Deadline{Action: act, Date: &d})
	}
	if rule, known := rules[a.Notice.Code]; known {
		if d, ok := printed[rule.printed]; ok {
			add(rule.act, d)
		} else if a.NoticeDate != nil {
			add(rule.act, workday(a.NoticeDate.Value.AddDays(rule.days)))
		}
	}
	if d, ok := printed[noticed.DatePayBy]; ok && (len(out) == 0 || out[0].Action != noticed.ActPay) {
		add(noticed.ActPay, d)
	}
	earliest := -1
	for i, d := range out {
		if earliest < 0 || d.Date.Before(*out[earliest].Date) {
			earliest = i
		}
	}
	if earliest >= 0 {
		out[earliest].Critical = true
	}
	return out
}

// workday moves a weekend to Monday.
func workday(d noticed.Date) noticed.Date {
	for d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		d = d.AddDays(1)
	}
	return d
}

// seems guesses what other mail is from the words in it.
func seems(text string) string {
	lower := strings.ToLower(text)
	for _, k := range []struct{ word, kind string }{
		{"department of revenue", "state tax notice"}, {"franchise tax board", "state tax notice"}, {"transcript", "IRS transcript"},
		{"1099", "wage or income statement"}, {"w-2", "wage or income statement"}, {"fax", "fax cover"}, {"statement period", "bank statement"},
		{"bank", "bank letter"}, {"cpa", "reply to the IRS"}, {"insurance", "insurance letter"}, {"invoice", "invoice or bill"}, {"court", "court mail"},
	} {
		if strings.Contains(lower, k.word) {
			return k.kind
		}
	}
	return "private letter"
}

func firstLine(text string) string {
	for l := range strings.SplitSeq(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			return l
		}
	}
	return ""
}
