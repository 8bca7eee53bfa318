package sheet

import (
	"testing"

	"noticed"
)

func TestDaysOfSentences(t *testing.T) {
	for sentence, want := range map[string]string{
		"Please pay $1,075.21 by February 20, 2018 to avoid interest.":                                               "prose pay_by 2018-02-20",
		"The last day to file a petition with the Tax Court is July 2, 2018.":                                        "prose petition_by 2018-07-02",
		"Use Form 12153, Request for a Collection Due Process or Equivalent Hearing, and mail it by Apr. 11, 2019.":  "prose hearing_by 2019-04-11",
		"Use Form 12153, Request for a Collection Due Process or Equivalent Hearing, and. mail it by Apr. 11, 2019.": "prose hearing_by 2019-04-11",
		"Ask for a hearing on any action you disagree with. lf you pay, pay $12.00 by June 5, 2024.":                 "prose pay_by 2024-06-05",
		"Your request for a hearing must be received or postmarked by June 9, 2025.":                                 "prose hearing_by 2025-06-09",
		"You have the right to a hearing. Your request must be postmarked no later than March 21, 2022.":             "prose hearing_by 2022-03-21",
		"An equivalent hearing may be requested by June 1, 2027.":                                                    "",
		"If you disagree, you must tell us by May 14, 2021.":                                                         "prose dispute_by 2021-05-14",
		"Please respond by June 17, 2026.":                                                                           "prose reply_by 2026-06-17",
		"Visit your local IRS office in person by October 30, 2024.":                                                 "prose reply_by 2024-10-30",
		"We will terminate your installment agreement on July 11, 2022.":                                             "prose terminate_on 2022-07-11",
		"We will end your agreementon July 11, 2022 unless you pay $610.00.":                                         "prose terminate_on 2022-07-11",
		"We received your payment on July 11, 2022.":                                                                 "",
		"We wrote to you on October 6, 2024 and have had no answer.":                                                 "",
		"If you don't agree, call us. • Send us $32,805,31 on or before April 5, 2021.":                              "prose pay_by 2021-04-05",
	} {
		if got := places(read(text{X: 36, Y: 300, Text: sentence}).ActDays, day); got != want {
			t.Errorf("%s\n  got  %q\n  want %q", sentence, got, want)
		}
	}
}

func TestDaysOfLabels(t *testing.T) {
	for label, want := range map[string]noticed.DateRole{
		"Last day to petition Tax Court":     noticed.DatePetitionBy,
		"Last day to dispute these changes:": noticed.DateDisputeBy,
		"Request a hearing by":               noticed.DateHearingBy,
		"Respond by":                         noticed.DateReplyBy,
		"Termination date":                   noticed.DateTerminateOn,
		"Pay by":                             noticed.DatePayBy,
	} {
		s := read(text{X: 36, Y: 300, Text: label + " April 27, 2026"})
		if len(s.ActDays) != 1 || s.ActDays[0].Value.Roles[0] != want || s.ActDays[0].Value.Day != noticed.MustDate("2026-04-27") {
			t.Errorf("%s: %+v", label, s.ActDays)
		}
	}
}

func TestDaysThatAreNoDeadline(t *testing.T) {
	s := read(
		text{X: 36, Y: 300, Text: "Interest and penalties are figured to September 25, 2025."},
		text{X: 36, Y: 340, Text: "We filed a Notice of Federal Tax Lien on July 22, 2025 with the Secretary of State."},
	)
	if got := places(s.GoodThrough, noticed.Date.String); got != "prose 2025-09-25" {
		t.Errorf("good through: %s", got)
	}
	if got := places(s.LienFiled, noticed.Date.String); got != "prose 2025-07-22" {
		t.Errorf("filed: %s", got)
	}
	if len(s.ActDays) != 0 {
		t.Errorf("acts: %+v", s.ActDays)
	}
}

func TestAtOnce(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Call us at 1-800-829-1040 within 10 days.":                       true,
		"File your Form 1040 now.":                                        true,
		"Cail 800-829-3903 in the next 10 days.":                          true,
		"Form 1040 immediately, and include full payment of any tax due.": true,
		"If you already paid within the last 21 days, ignore it.":         false,
		"You may request a hearing within 30 days.":                       false,
		"A lien is released within 30 days.":                              false,
	} {
		if got := read(text{X: 36, Y: 300, Text: sentence}).AtOnce; got != want {
			t.Errorf("%s: %v", sentence, got)
		}
	}
	if s := read(text{X: 36, Y: 300, Text: "Respond right away, at the latest on March 3x, 2026."}); s.LostDates != 1 {
		t.Errorf("a day that was lost is not counted: %d", s.LostDates)
	}
	if s := read(text{X: 36, Y: 300, Text: "Mail it to us: 31 December Ln, Bristol. Call within 10 days."}); s.LostDates != 0 {
		t.Error("a street is counted for a day that was lost")
	}
}
