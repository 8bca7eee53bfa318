package ics

import (
	"fmt"
	"strings"
	"unicode"

	"noticed"
	"noticed/classify/printed"
)

// clean makes a text fit for a calendar, with no number of a taxpayer beyond its
// last four digits.
func clean(s string) string { return printed.Mask(plain(s)) }

// plain makes a text valid UTF-8 without control characters but line ends.
func plain(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// oneLine is clean, without line ends.
func oneLine(s string) string { return strings.ReplaceAll(clean(s), "\n", " ") }

// act names what a deadline is for.
func act(d noticed.Deadline) string {
	return strings.ReplaceAll(strings.ReplaceAll(string(d.Action), "_", " "), "cdp", "CDP")
}

func summary(a noticed.Assessment, d noticed.Deadline) string {
	s := act(d)
	switch {
	case d.OnlyIfMissed != "":
		s += " (only if the CDP hearing was missed)"
	case d.ContingentOn != "":
		s += " (only on " + d.ContingentOn + ")"
	}
	switch {
	case d.Date == nil:
		s += ": no last day known, act by " + short(d.ActBy)
	case d.ActBy != nil && *d.ActBy != *d.Date:
		s += ", act by " + short(d.ActBy)
	}
	if a.Notice != nil && a.Notice.Code != "" {
		s = a.Notice.Code + ": " + s
	}
	if a.Review.Needed {
		s = "check: " + s
	}
	return oneLine(s + who(a))
}

// who names the taxpayer, and the last four digits of the number.
func who(a noticed.Assessment) string {
	var all []string
	if a.Document.Reference != "" {
		all = append(all, a.Document.Reference)
	}
	if t := a.Taxpayer; t != nil {
		all = append(all, t.Names...)
		if t.IDLast4 != nil && len(t.IDLast4.Value) <= 4 {
			all = append(all, "…"+t.IDLast4.Value)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return " [" + strings.Join(all, ", ") + "]"
}

// text is what stands in the event, a line for each thing a person needs.
func text(a noticed.Assessment, d noticed.Deadline) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }

	if a.Notice != nil {
		line("%s %s", a.Notice.Code, a.Notice.Title)
	}
	if a.NoticeDate != nil {
		line("Notice date: %s", long(&a.NoticeDate.Value))
	}
	if d.Date != nil {
		line("Last day: %s (%s)", long(d.Date), d.Basis)
	} else {
		line("Last day: not known")
	}
	if d.ActBy != nil {
		line("Act by: %s", long(d.ActBy))
	}
	if d.Printed != nil && d.Computed != nil {
		line("Printed: %s; computed: %s", long(d.Printed), long(d.Computed))
	}
	for _, s := range d.RolledPast {
		line("Moved past: %s (%s)", long(&s.Date), s.Reason)
	}
	if d.Form != "" {
		line("Form: %s", d.Form)
	}
	if d.SatisfiedBy != "" {
		line("In time if: %s", inTime[d.SatisfiedBy])
	}
	line("If missed: %s", strings.ReplaceAll(string(d.IfMissed), "_", " "))
	if d.Authority != "" {
		line("Law: %s", d.Authority)
	}
	for _, to := range a.Addresses {
		if to.Role == sendTo[d.Action] {
			line("Send to: %s", strings.Join(to.Lines, ", "))
			if to.Fax != nil {
				line("Fax: %s", *to.Fax)
			}
		}
	}
	if a.Balance != nil {
		line("Balance: $%s (%s)", a.Balance.Value, a.Balance.Kind)
	}
	if d.Note != "" {
		line("Note: %s", d.Note)
	}
	if a.Status == noticed.StatusWithdrawn {
		line("Withdrawn: this reading of the document no longer holds.")
	}
	for _, r := range a.Review.Reasons {
		line("A person must look: %s", r.Message)
	}
	line("Assessment %s, version %d", a.ID, a.Version)
	line("General information, not legal or tax advice. Whoever acts on it reads the notice.")
	return strings.TrimSuffix(clean(b.String()), "\n")
}

var inTime = map[noticed.SatisfiedBy]string{
	noticed.ByPostmark:   "postmarked by then",
	noticed.ByReceipt:    "received by then",
	noticed.ByCourtEFile: "filed electronically by midnight Eastern time, or postmarked by then",
}

// sendTo says which of the addresses on the notice an act goes to.
var sendTo = map[noticed.Action]noticed.AddressRole{
	noticed.ActPay:                      noticed.AddressPayment,
	noticed.ActRequestCDPHearing:        noticed.AddressHearingRequest,
	noticed.ActRequestEquivalentHearing: noticed.AddressHearingRequest,
	noticed.ActReply:                    noticed.AddressReply,
	noticed.ActDisputeMathError:         noticed.AddressReply,
}

func short(d *noticed.Date) string {
	return fmt.Sprintf("%.3s %.3s %d", d.Weekday(), d.Month, d.Day)
}

func long(d *noticed.Date) string {
	return fmt.Sprintf("%s, %s %d, %d", d.Weekday(), d.Month, d.Day, d.Year)
}
