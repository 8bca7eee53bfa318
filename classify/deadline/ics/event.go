package ics

import (
	"fmt"
	"slices"
	"time"

	ical "github.com/arran4/golang-ical"

	"noticed"
)

// event is one deadline of one assessment.
type event struct {
	uid       string
	day       noticed.Date // the last day; where there is none, the safe day to act
	summary   string
	text      string
	sequence  int
	tentative bool // a person must look first
	cancelled bool
	alarms    []int // days before day
}

// remind are the days before the last one at which an alarm goes off.
var remind = []int{14, 7, 2}

// ofVersion makes the events of one version of an assessment. A deadline without
// a day has one if there is a safe day to act.
func ofVersion(a noticed.Assessment, today noticed.Date) []event {
	var events []event
	seen := map[noticed.Action]int{}
	for _, d := range a.Deadlines {
		seen[d.Action]++
		day := lastDay(d)
		if day == nil {
			continue
		}
		uid := fmt.Sprintf("%s-%s-%s", a.Document.Tenant, a.ID, d.Action)
		if n := seen[d.Action]; n > 1 {
			uid = fmt.Sprintf("%s-%d", uid, n)
		}
		e := event{
			uid: plain(uid) + "@noticed", day: *day, summary: summary(a, d), text: text(a, d),
			tentative: a.Review.Needed || d.Basis == noticed.BasisEstimated,
			cancelled: a.Status == noticed.StatusWithdrawn,
		}
		if rings(d, a.Deadlines, today) {
			e.alarms = alarms(*day, d.ActBy)
		}
		events = append(events, e)
	}
	return events
}

// lastDay is the day of a deadline's event, if it has one.
func lastDay(d noticed.Deadline) *noticed.Date {
	if d.Date != nil {
		return d.Date
	}
	return d.ActBy
}

// rings says whether a deadline has alarms. One that exists only if something
// happens has none; one that exists only if another was missed has some when that
// one's day has passed, not before: it must not seem to be the other choice.
func rings(d noticed.Deadline, all []noticed.Deadline, today noticed.Date) bool {
	if d.ContingentOn != "" {
		return false
	}
	if d.OnlyIfMissed == "" {
		return true
	}
	return !slices.ContainsFunc(all, func(first noticed.Deadline) bool {
		day := lastDay(first)
		return first.Action == d.OnlyIfMissed && (day == nil || !day.Before(today))
	})
}

// alarms are days before the event. The last of them would come too late where
// the safe day to act lies before the last day: then there is one more.
func alarms(day noticed.Date, actBy *noticed.Date) []int {
	all := slices.Clone(remind)
	if actBy == nil {
		return all
	}
	last := remind[len(remind)-1]
	if n := day.DaysSince(*actBy) + last; !slices.Contains(all, n) {
		all = append(all, n)
		slices.SortFunc(all, func(a, b int) int { return b - a })
	}
	return all
}

func (e event) component(stamp time.Time) *ical.VEvent {
	c := ical.NewEvent(e.uid)
	c.SetDtStampTime(stamp)
	c.SetSequence(e.sequence)
	c.SetOrganizer(organizer, ical.WithCN("noticed"))
	c.SetAllDayStartAt(midnight(e.day))
	c.SetAllDayEndAt(midnight(e.day.AddDays(1)))
	c.SetSummary(e.summary)
	c.SetDescription(e.text)
	c.SetClass(ical.ClassificationConfidential)
	c.SetTimeTransparency(ical.TransparencyTransparent)
	switch {
	case e.cancelled:
		c.SetStatus(ical.ObjectStatusCancelled)
		return c
	case e.tentative:
		c.SetStatus(ical.ObjectStatusTentative)
	default:
		c.SetStatus(ical.ObjectStatusConfirmed)
	}
	for _, n := range e.alarms {
		alarm := c.AddAlarm()
		alarm.SetAction(ical.ActionDisplay)
		alarm.SetTrigger(fmt.Sprintf("-P%dD", n))
		alarm.SetProperty(ical.ComponentPropertyDescription, e.summary)
	}
	return c
}

func midnight(d noticed.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}
