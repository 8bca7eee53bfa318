package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"

	"noticed"
)

// view is an assessment as a person wants to see it: one row of the table.
type view struct {
	document, notice, period, balance, noticeDate, deadline, act, review string
}

// none stands where there is nothing to show, unreadableNotice where there is no
// telling.
const (
	none             = "-"
	unreadableNotice = "could not be read"
)

func viewOf(a noticed.Assessment) view {
	v := view{
		document: a.Document.Name, notice: none, period: none, balance: none,
		noticeDate: none, deadline: none, act: none, review: none,
	}
	switch {
	case a.Status == noticed.StatusWithdrawn:
		v.notice = "withdrawn"
		return v
	case a.Kind == noticed.KindUnreadable && a.Error != nil:
		v.notice, v.review = unreadableNotice, a.Error.Message
		return v
	case a.Kind == noticed.KindOtherMail:
		v.notice = "other mail"
		if a.Issuer != nil && a.Issuer.Seems != "" {
			v.notice += " (" + a.Issuer.Seems + ")"
		}
	case a.Notice != nil && a.Notice.Code != "":
		v.notice = a.Notice.Code
	default:
		v.notice = "unknown"
	}
	if len(a.Periods) > 0 {
		var periods []string
		for _, p := range a.Periods {
			periods = append(periods, periodOf(p))
		}
		v.period = strings.Join(periods, ", ")
	}
	if a.Balance != nil {
		v.balance = balanceOf(*a.Balance)
	}
	if a.NoticeDate != nil {
		v.noticeDate = a.NoticeDate.Value.String()
	}
	for _, d := range a.Deadlines {
		if d.Critical && d.Date != nil {
			v.deadline, v.act = d.Date.String(), words(string(d.Action))
		}
	}
	v.review = reviewOf(a.Review)
	return v
}

func periodOf(p noticed.Period) string {
	when := strconv.Itoa(p.TaxYear)
	if p.PeriodEnd.Month != time.December {
		when = p.PeriodEnd.String()
	}
	if p.Form == "" {
		return when
	}
	return p.Form + " " + when
}

func balanceOf(b noticed.Balance) string {
	s := dollars(b.Value)
	if b.Kind == noticed.BalanceProposed || b.Kind == noticed.BalanceLien || b.Kind == noticed.BalanceRefund {
		s += " " + string(b.Kind)
	}
	return s
}

// dollars writes an amount with sign and thousands: -$1,234.50.
func dollars(m noticed.Money) string {
	s, negative := strings.CutPrefix(m.String(), "-")
	whole, cents, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if negative {
		return "-$" + whole + "." + cents
	}
	return "$" + whole + "." + cents
}

func reviewOf(r noticed.Review) string {
	if !r.Needed {
		return "no"
	}
	seen, reasons := map[string]bool{}, []string(nil)
	for _, reason := range r.Reasons {
		s := words(string(reason.Code))
		if reason.Field != "" {
			s += " (" + string(reason.Field) + ")"
		}
		if !seen[s] {
			seen[s], reasons = true, append(reasons, s)
		}
	}
	return strings.Join(reasons, ", ")
}

// words makes a token of the contract readable: request_cdp_hearing.
func words(token string) string {
	return strings.ReplaceAll(strings.ReplaceAll(token, "_", " "), "cdp", "CDP")
}

// line says in one line what was found.
func (v view) line() string {
	s := v.document + ": " + v.notice
	if v.noticeDate != none {
		s += " of " + v.noticeDate
	}
	if v.balance != none {
		s += ", " + v.balance
	}
	switch {
	case v.deadline == none:
	case strings.HasSuffix(v.act, " from"): // levy possible from
		s += ", " + v.act + " " + v.deadline
	default:
		s += ", " + v.act + " by " + v.deadline
	}
	switch {
	case v.notice == unreadableNotice:
		s += ": " + v.review
	case v.review != none && v.review != "no":
		s += "; a person must look: " + v.review
	}
	return s
}

func tableOf(views []view) table.Writer {
	t := table.NewWriter()
	t.AppendHeader(table.Row{"document", "notice", "period", "balance", "notice date", "deadline", "act", "review"})
	for _, v := range views {
		t.AppendRow(table.Row{v.document, v.notice, v.period, v.balance, v.noticeDate, v.deadline, v.act, v.review})
	}
	return t
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
