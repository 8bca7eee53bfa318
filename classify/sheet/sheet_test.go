package sheet

import (
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

type text = typeset.Line

// read lays lines out on a letter-size page and reads it. Every word of one
// capital pair and digits is a code here: which codes exist is not the sheet's
// business.
func read(lines ...text) *Sheet {
	page := layout.New(typeset.Page(1, true), typeset.Set(1, lines...))
	return Read(page, noticed.HowText, true, false, func(s string, labelled bool) bool {
		return (strings.HasPrefix(s, "CP") || strings.HasPrefix(s, "LT")) && strings.ContainsAny(s, "0123456789") && len(s) <= 7 ||
			labelled && s == "1058" || s == "3219N"
	})
}

var header = []text{
	{X: 36, Y: 40, Text: "Department of the Treasury"}, {X: 370, Y: 40, Text: "Notice"}, {X: 470, Y: 40, Text: "CP503"},
	{X: 36, Y: 52, Text: "Internal Revenue Service"}, {X: 370, Y: 52, Text: "Tax year"}, {X: 470, Y: 52, Text: "2016"},
	{X: 36, Y: 64, Text: "Holtsville, NY 11742-0480"}, {X: 370, Y: 64, Text: "Notice date"}, {X: 470, Y: 64, Text: "January 30, 2017"},
	{X: 370, Y: 76, Text: "Social security number"}, {X: 470, Y: 76, Text: "XXX-XX-4321"},
	{X: 370, Y: 88, Text: "To contact us"}, {X: 470, Y: 88, Text: "Phone 1-800-829-0922"},
	{X: 370, Y: 100, Text: "Your caller ID"}, {X: 470, Y: 100, Text: "2019"},
	{X: 500, Y: 112, Text: "Page 1 of 6"},
	{X: 60, Y: 130, Text: "018999546711s"},
	{X: 60, Y: 150, Text: "JAMES & KAREN Q. HINDS"}, {X: 60, Y: 162, Text: "22 BOULDER STREET"}, {X: 60, Y: 174, Text: "HANSON, CT 00000-7253"},
}

var body = []text{
	{X: 36, Y: 220, Size: 11, Text: "Second reminder: You have unpaid taxes for 2016"},
	{X: 36, Y: 236, Size: 11, Text: "Amount due: $9,533.53"},
	{X: 36, Y: 270, Text: "As we notified you before, our CP501"}, {X: 340, Y: 270, Size: 9, Text: "Billing Summary"},
	{X: 36, Y: 282, Text: "Notice CP14 dated March 7, 2016 says that"}, {X: 340, Y: 282, Text: "Amount you owed"}, {X: 520, Y: 282, Text: "$9,444.07"},
	{X: 36, Y: 294, Text: "you owe taxes for the year 2013. See Form"}, {X: 340, Y: 294, Text: "Failure-to-pay penalty"}, {X: 532, Y: 294, Text: "34.98"},
	{X: 36, Y: 306, Text: "9465 and Publication 594 for $52,000.00."}, {X: 340, Y: 306, Text: "Interest charges"}, {X: 532, Y: 306, Text: "54.48"},
	{X: 340, Y: 318, Text: "Amount due by"},
	{X: 340, Y: 327, Text: "February 20 , 2017"}, {X: 520, Y: 327, Text: "$9,533.53"},
}

var stub = []text{
	{X: 36, Y: 600, Text: "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -"},
	{X: 36, Y: 620, Text: "Internal Revenue Service"}, {X: 370, Y: 620, Text: "Notice"}, {X: 470, Y: 620, Text: "CP503"},
	{X: 36, Y: 632, Text: "Holtsville, NY 11742-0480"}, {X: 370, Y: 632, Text: "Notice date"}, {X: 470, Y: 632, Text: "January 30, 2017"},
	{X: 36, Y: 644, Text: "James & Karen Q. Hinds"}, {X: 370, Y: 644, Text: "Social security number"}, {X: 470, Y: 644, Text: "XXX-XX-4321"},
	{X: 36, Y: 670, Text: "Write your social security number (XXX-XX-4321), the tax year (2016), and the form number (1040A) on your payment."},
	{X: 36, Y: 700, Size: 9, Text: "Amount due by February 20, 2017"}, {X: 330, Y: 700, Size: 9, Text: "$9,533.53"},
	{X: 36, Y: 760, Text: "CP503"},
}

func whole1() []text { return slices.Concat(header, body, stub) }

func places[T any](seen []Seen[T], show func(T) string) string {
	var out []string
	for _, s := range seen {
		out = append(out, string(s.Evidence.Place)+" "+show(s.Value))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// day is a day with the likeliest of its acts.
func day(d ActDay) string { return string(d.Roles[0]) + " " + d.Day.String() }

func TestEveryPlaceOfANoticeIsRead(t *testing.T) {
	s := read(whole1()...)
	for name, tt := range map[string]struct{ got, want string }{
		"codes":  {places(s.Codes, func(c Code) string { return c.Text }), "header CP503, stub CP503, stub CP503"},
		"dates":  {places(s.NoticeDates, noticed.Date.String), "header 2017-01-30, stub 2017-01-30"},
		"dues":   {places(s.Dues, func(d Due) string { return d.Amount.String() }), "headline 9533.53, stub 9533.53, summary 9533.53"},
		"pay by": {places(s.ActDays, day), "stub pay_by 2017-02-20, summary pay_by 2017-02-20"},
		"periods": {places(s.Periods, func(p Period) string { return p.Form + p.End.End.String() }),
			"header 2016-12-31, headline 2016-12-31, stub 1040A, stub 2016-12-31"},
		"people": {places(s.People, func(p string) string { return p }), "header JAMES HINDS / KAREN Q. HINDS, stub JAMES HINDS / KAREN Q. HINDS"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got  %s\n\twant %s", name, tt.got, tt.want)
		}
	}
	if len(s.IDs) != 3 || s.IDs[0].Value.Last4 != "4321" {
		t.Errorf("numbers: %+v", s.IDs)
	}
	if s.Number != 1 || s.Of != 6 || len(s.Phones) != 1 || s.Phones[0].Value != "1-800-829-0922" || !s.Letterhead {
		t.Errorf("page %d of %d, phones %v, letterhead %v", s.Number, s.Of, s.Phones, s.Letterhead)
	}
}

func TestSummaryRows(t *testing.T) {
	s := read(whole1()...)
	if s.Summary == nil || s.Summary.Total == nil {
		t.Fatal("no summary, or no total")
	}
	var got []string
	for _, r := range s.Summary.Rows {
		got = append(got, r.Label+" "+r.Amount.String())
	}
	if want := "Amount you owed 9444.07; Failure-to-pay penalty 34.98; Interest charges 54.48"; strings.Join(got, "; ") != want {
		t.Errorf("got %s", strings.Join(got, "; "))
	}
	if s.Summary.Total.Label != "Amount due by February 20 , 2017" {
		t.Errorf("the total's label is %q", s.Summary.Total.Label)
	}
}

// A code behind running text on its line, of which the words between were lost, is none; one
// behind the sender is.
func TestACodeBehindRunningText(t *testing.T) {
	for before, want := range map[string]int{"You may have received other notices, such": 0, "Internal Revenue Service": 1, "Los Angeles Gang Task Force, Room": 1} {
		s := read(text{X: 36, Y: 100, Text: before}, text{X: 400, Y: 100, Text: "CP501"})
		if len(s.Codes) != want {
			t.Errorf("behind %q: %+v", before, s.Codes)
		}
	}
}

// What running text names is never this notice's code, date, year or amount.
func TestProseDoesNotSpeak(t *testing.T) {
	s := read(slices.Concat(header[3:5], []text{ // no label/value block but a lone label
		{X: 36, Y: 300, Text: "Notice CP14 dated March 7, 2016 is about the tax"},
		{X: 36, Y: 312, Text: "year 2013 and an amount due of $1,200.00 that we"},
		{X: 36, Y: 324, Text: "CP504"},
	})...)
	if len(s.Codes) != 0 || len(s.NoticeDates) != 0 || len(s.Periods) != 0 {
		t.Errorf("codes %v dates %v periods %v", s.Codes, s.NoticeDates, s.Periods)
	}
	for _, d := range s.Dues {
		if d.Evidence.Place != noticed.PlaceProse {
			t.Errorf("due %v at the %s", d.Value, d.Evidence.Place)
		}
	}
}

func TestRunningHeads(t *testing.T) {
	for name, lines := range map[string][]text{
		"labels on one line":  {{X: 36, Y: 40, Text: "Notice CP14 Tax year 2022 Notice date January 30, 2023 Taxpayer ID number ***-**-4321"}, {X: 520, Y: 40, Text: "Page 2 of 4"}},
		"no labels":           {{X: 36, Y: 40, Text: "CP14"}, {X: 100, Y: 40, Text: "January 30, 2023"}, {X: 250, Y: 40, Text: "***-**-4321"}, {X: 520, Y: 40, Text: "Page 2 of 4"}},
		"no labels, a period": {{X: 36, Y: 40, Text: "CP14"}, {X: 90, Y: 40, Text: "June 30, 2022"}, {X: 200, Y: 40, Text: "January 30, 2023"}, {X: 350, Y: 40, Text: "***-**-4321"}, {X: 520, Y: 40, Text: "Page 2 of 4"}},
		"glued by recognition": {{X: 370, Y: 40, Text: "NoticeCP14"}, {X: 370, Y: 50, Text: "Noticedate January30,2023"}, {X: 370, Y: 60, Text: "Taxpayer ID number ***-**-4321"},
			{X: 370, Y: 70, Text: "Page 2 of 4"}},
		"one label, and signs between the rest": {{X: 36, Y: 40, Text: "Notice CP14 = January 30, 2023 + ***-**-4321"}, {X: 520, Y: 40, Text: "Page 2 of 4"}},
		"one label, and the rest behind it":     {{X: 36, Y: 40, Text: "Notice CP14 January 30, 2023 ***-**-4321"}, {X: 520, Y: 40, Text: "Page 2 of 4"}},
		"the word of read as figures":           {{X: 36, Y: 40, Text: "Notice CP14 Notice date January 30, 2023 Taxpayer ID number ***-**-4321"}, {X: 520, Y: 40, Text: "Page 2 0f4"}},
	} {
		s := read(lines...)
		if len(s.Codes) != 1 || s.Codes[0].Value.Text != "CP14" || len(s.NoticeDates) != 1 || s.NoticeDates[0].Value != noticed.MustDate("2023-01-30") ||
			len(s.IDs) != 1 || s.IDs[0].Value.Last4 != "4321" || s.Number != 2 || s.Of != 4 {
			t.Errorf("%s: codes %+v dates %+v ids %+v page %d of %d", name, s.Codes, s.NoticeDates, s.IDs, s.Number, s.Of)
		}
	}
	for number, want := range map[string]int{"Page | of 3": 1, "Page l of 3": 1, "Page | 2 of 3": 2, "Page x of 3": 0} {
		if s := read(text{X: 370, Y: 40, Text: "Notice CP14"}, text{X: 370, Y: 50, Text: "Notice date January 30, 2023"}, text{X: 370, Y: 60, Text: number}); s.Number != want {
			t.Errorf("%q: page %d, want %d", number, s.Number, want)
		}
	}
}

// A code without its letters says which notice it is where its own last letter stands; a
// number may be a year.
func TestACodeWithoutItsLettersInARunningHead(t *testing.T) {
	for code, labelled := range map[string]bool{"3219N": true, "CP14": false} {
		s := read(text{X: 36, Y: 40, Text: code}, text{X: 100, Y: 40, Text: "January 30, 2023"}, text{X: 520, Y: 40, Text: "Page 2 of 4"})
		if len(s.Codes) != 1 || s.Codes[0].Value != (Code{Text: code, Labelled: labelled}) {
			t.Errorf("%s: %+v", code, s.Codes)
		}
	}
}

// The later page of a letter may have a head without a number; running text is none.
func TestAHeadWithoutAPageNumber(t *testing.T) {
	for line, want := range map[string]int{"LTRCP14 January 30, 2023 ***-**-4321": 1, "LTR CP14 January 30, 2023 ***-**-4321": 1, "CP14 January 30, 2023": 0, "See CP14 of January 30, 2023 on ***-**-4321": 0} {
		s := read(text{X: 36, Y: 40, Text: line})
		if len(s.Codes) != want || len(s.NoticeDates) != want || len(s.IDs) != want {
			t.Errorf("%q: codes %+v dates %+v ids %+v", line, s.Codes, s.NoticeDates, s.IDs)
		}
	}
}

func TestTableOfPeriods(t *testing.T) {
	s := read(
		text{X: 50, Y: 230, Text: "Type of tax"}, text{X: 220, Y: 230, Text: "Tax period"}, text{X: 500, Y: 230, Text: "Amount due"},
		text{X: 50, Y: 243, Text: "1040A"}, text{X: 220, Y: 243, Text: "2016"}, text{X: 510, Y: 243, Text: "$3,161.81"},
		text{X: 50, Y: 256, Text: "941"}, text{X: 220, Y: 256, Text: "09-30-2019"}, text{X: 510, Y: 256, Text: "$2,670.95"},
		text{X: 50, Y: 269, Text: "CIVPEN"}, text{X: 220, Y: 269, Text: "202012"}, text{X: 510, Y: 269, Text: "$5,421.95"},
		text{X: 50, Y: 282, Text: "Total"}, text{X: 510, Y: 282, Text: "$11,254.71"},
	)
	if s.Table == nil {
		t.Fatal("no table")
	}
	got := ""
	for _, r := range s.Table.Rows {
		got += r.Form + " " + r.End.End.String() + " " + r.Amount.String() + "; "
	}
	if want := "1040A 2016-12-31 3161.81; 941 2019-09-30 2670.95; CIVPEN 2020-12-31 5421.95; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if s.Table.Total == nil || s.Table.Total.Amount != noticed.Dollars(11254, 71) {
		t.Errorf("total %+v", s.Table.Total)
	}
	if len(s.Dues) != 0 {
		t.Errorf("a column's head was taken for a label: %+v", s.Dues)
	}
}

// lines are the lines of an address, nothing of none.
func lines(a *Seen[[]string]) string {
	if a == nil {
		return ""
	}
	return strings.Join(a.Value, " / ")
}

func TestHearingRequest(t *testing.T) {
	s := read(
		text{X: 36, Y: 100, Text: "If you wish to appeal, complete the enclosed Form 12153, Request for a"},
		text{X: 36, Y: 110, Text: "Collection Due Process Hearing, by July 1, 2026. We may levy after that."},
		text{X: 36, Y: 120, Text: "Mail your request for a hearing to:"},
		text{X: 50, Y: 132, Text: "Internal Revenue Service"},
		text{X: 50, Y: 142, Text: "PO Box 24017"},
		text{X: 50, Y: 152, Text: "Fresno, CA 93779-4017"},
		text{X: 36, Y: 180, Text: "You may ask for an equivalent hearing by June 1, 2027."},
	)
	if got := places(s.ActDays, day); got != "prose hearing_by 2026-07-01" {
		t.Errorf("hearing by: %s", got)
	}
	if lines(s.Hearing) != "Internal Revenue Service / PO Box 24017 / Fresno, CA 93779-4017" {
		t.Errorf("hearing address: %v", lines(s.Hearing))
	}
	if got := places(s.OtherDates, noticed.Date.String); got != "prose 2027-06-01" {
		t.Errorf("dates without an explanation: %s", got)
	}
}

func TestPersons(t *testing.T) {
	for lines, want := range map[string]string{
		"JAMES & KAREN Q. HINDS":           "JAMES HINDS / KAREN Q. HINDS",
		"JOHN AND MARY SMITH":              "JOHN SMITH / MARY SMITH",
		"PAT R & SAM EXAMPLE":              "PAT R EXAMPLE / SAM EXAMPLE",
		"PAT DOE & SAM EXAMPLE":            "PAT DOE / SAM EXAMPLE",
		"RUTH YAMAMOTO &|PHILIP ABERNATHY": "RUTH YAMAMOTO / PHILIP ABERNATHY",
		"CEDAR & STONE BUILDERS LLC":       "CEDAR & STONE BUILDERS LLC",
		"PAT EXAMPLE":                      "PAT EXAMPLE",
	} {
		if got := strings.Join(persons(strings.Split(lines, "|")), PeopleSeparator); got != want {
			t.Errorf("%q: got %q, want %q", lines, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Notice CP14 Notice date January 30, 2023 Amount due by February 20, 2023 $1.00", 40.0, 7.0)
	f.Add("Billing Summary", 300.0, 9.0)
	f.Fuzz(func(_ *testing.T, words string, y, height float64) {
		if len(words) > 400 || !(y > 0 && y < 792) || !(height > 0.1 && height < 100) {
			return
		}
		read(append(whole1(), text{X: 36, Y: y, Size: height, Text: words}, text{X: 300, Y: y, Size: height, Text: words})...)
	})
}

func TestAPeriodInTheStub(t *testing.T) {
	s := read(append(slices.Clone(header),
		text{X: 36, Y: 620, Text: "Internal Revenue Service"}, text{X: 370, Y: 620, Text: "Notice"}, text{X: 470, Y: 620, Text: "CP503"},
		text{X: 370, Y: 632, Text: "Notice date"}, text{X: 470, Y: 632, Text: "January 30, 2017"},
		text{X: 36, Y: 670, Text: "Write the tax period (December 31, 2016), and the form number (944) on your payment."})...)
	if got := places(s.Periods, func(p Period) string { return p.Form + " " + p.End.End.String() }); !strings.Contains(got, "stub  2016-12-31") {
		t.Errorf("got %s", got)
	}
}

// A letterhead whose lines are damaged where they begin is one all the same, and
// that of a state is none.
func TestADamagedLetterhead(t *testing.T) {
	for _, tt := range []struct {
		lines [2]string
		want  bool
	}{
		{[2]string{"Department of the Treasury", "Iniemat Revenue Service"}, true},
		{[2]string{"pebarinent of the Treasury", "Iniemat Revenue Service"}, true},
		{[2]string{"ment of the Treasury", "nal Revenue Service"}, true},
		{[2]string{"Depart", "IRS _ Internal Revenue Service"}, true},
		{[2]string{"rtment of the Treasury", "Connecticut Revenue Services"}, false},
		{[2]string{"Department of the Treasury", "Division of Taxation"}, false}, // New Jersey's
		{[2]string{"U.S. Department of the Treasury", "Bureau of the Fiscal Service"}, false},
	} {
		s := read(text{X: 36, Y: 40, Text: tt.lines[0]}, text{X: 36, Y: 52, Text: tt.lines[1]}, text{X: 36, Y: 64, Text: "Holtsville, NY 11742-0480"})
		if s.Letterhead != tt.want {
			t.Errorf("%q: %v", tt.lines, s.Letterhead)
		}
	}
}

// Periods under one another are those of a table, be the rest of it unreadable.
// Days between which interest is counted are not.
func TestAColumnOfPeriods(t *testing.T) {
	column := func(head string, below ...string) []text {
		out := []text{{X: 180, Y: 300, Text: head}}
		for i, s := range below {
			out = append(out, text{X: 180, Y: 312 + 12*float64(i), Text: s})
		}
		return out
	}
	for name, tt := range map[string]struct {
		lines []text
		want  bool
	}{
		"periods":             {column("Tax period", "201612", "201712"), true},
		"days":                {column("Period ending", "December 31, 2016", "March 31, 2017"), true},
		"one period":          {column("Tax period", "201612"), false},
		"one period, twice":   {column("Tax period", "201612", "201612"), false},
		"a value and another": {column("Tax year", "2016", "Notice date", "January 30, 2017"), false},
		"interest":            {column("Period", "April 15, 2016", "June 30, 2016", "December 31, 2016"), false},
	} {
		if s := read(tt.lines...); s.PeriodColumn != tt.want || s.Table != nil {
			t.Errorf("%s: %v", name, s.PeriodColumn)
		}
	}
}

// Where an answer goes may stand under the last line of a list's item, or begin the
// next page.
func TestWhereAnAnswerGoes(t *testing.T) {
	item := []text{{X: 36, Y: 400, Text: "- Complete the Response form and send it to us with a signed statement so we"}, {X: 46, Y: 411, Text: "receive it by September 16, 2026."}}
	address := func(x, y float64) []text {
		return []text{{X: x, Y: y, Text: "Internal Revenue Service"}, {X: x, Y: y + 11, Text: "PO Box 149341"}, {X: x, Y: y + 22, Text: "Austin, TX 78714-9685"}}
	}
	want := "Internal Revenue Service / PO Box 149341 / Austin, TX 78714-9685"
	if s := read(append(address(46, 422), item...)...); lines(s.Reply) != want {
		t.Errorf("under the item: %q", lines(s.Reply))
	}
	if s := read(append(item, text{X: 450, Y: 440, Text: "Continued on back..."})...); s.Trailing != noticed.AddressReply {
		t.Errorf("at the end of the page: %q", s.Trailing)
	}
	if s := read(append(item, text{X: 300, Y: 411, Text: "*"}, text{X: 450, Y: 440, Text: "Continued on back..."})...); s.Trailing != noticed.AddressReply {
		t.Errorf("with dirt beside its last line: %q", s.Trailing)
	}
	if s := read(append(item, text{X: 36, Y: 440, Text: "We charge interest until you pay what you owe in full."})...); s.Trailing != "" {
		t.Errorf("in the middle of the page: %q", s.Trailing)
	}
	if s := read(address(36, 90)...); lines(s.Leading) != want {
		t.Errorf("on the next page: %q", lines(s.Leading))
	}
}

// The last line of a paragraph may be the name of the stub, and is no title of it.
func TestAParagraphThatNamesTheStub(t *testing.T) {
	for said, want := range map[string]string{
		"payment coupon": "Internal Revenue Service / PO Box 24017 / Fresno, CA 93779-4017",
		"Payment coupon": "", // what is below it is on the stub
	} {
		s := read(
			text{X: 36, Y: 480, Text: "You can pay online, or mail a check or money order with the"}, text{X: 36, Y: 491, Text: said},
			text{X: 36, Y: 520, Text: "Mail your request for a hearing to:"},
			text{X: 50, Y: 532, Text: "Internal Revenue Service"}, text{X: 50, Y: 542, Text: "PO Box 24017"}, text{X: 50, Y: 552, Text: "Fresno, CA 93779-4017"},
			text{X: 370, Y: 600, Text: "Notice"}, text{X: 470, Y: 600, Text: "CP297"},
			text{X: 370, Y: 612, Text: "Notice date"}, text{X: 470, Y: 612, Text: "August 16, 2021"},
		)
		if got := lines(s.Hearing); got != want {
			t.Errorf("under %q: %q, want %q", said, got, want)
		}
	}
}

// A line of an address that could hardly be recognised is one of it all the same: an
// address without it would look right. Of the city alone the rest was lost.
func TestAnAddressWithALineThatIsDamaged(t *testing.T) {
	for name, tt := range map[string]struct {
		line       string
		confidence float64
		want       string
	}{
		"hardly recognised": {"n045 e buter aue", 0.3, "Internal Revenue Service / n045 e buter aue / Fresno, CA 93727-5136"},
		"clear words":       {"and so we wrote", 0.95, ""},
	} {
		words := append(typeset.Set(0.95, text{X: 50, Y: 120, Text: "Mail your request for a hearing to:"}, text{X: 50, Y: 132, Text: "Internal Revenue Service"},
			text{X: 50, Y: 154, Text: "Fresno, CA 93727-5136"}), typeset.Set(tt.confidence, text{X: 50, Y: 143, Text: tt.line})...)
		s := Read(layout.New(typeset.Page(1, false), words), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		if got := lines(s.Hearing); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// A town that is spelt out is clear whatever recognition thinks of it, and the service's
// name beside a logo takes nothing from an address.
func TestHowClearAnAddressIs(t *testing.T) {
	for town, want := range map[string]float64{"Philadelphia,": 0.9, "Phiiadelphia,": 0.1} {
		words := slices.Concat(typeset.Set(0.1, text{X: 36, Y: 40, Text: "Department of the Treasury"}, text{X: 36, Y: 64, Text: town}),
			typeset.Set(0.95, text{X: 36, Y: 52, Text: "Internal Revenue Service"}, text{X: 92, Y: 64, Text: "PA 19255-0010"}))
		s := Read(layout.New(typeset.Page(1, false), words), noticed.HowOCR, true, false, func(string, bool) bool { return false })
		if s.Office == nil || s.Office.Confidence != want {
			t.Errorf("%s: %q is %+v clear, want %v", town, lines(s.Office), s.Office, want)
		}
	}
}

// An address on a scan with a word as high as two lines has lost one of them.
func TestAnAddressThatLostALine(t *testing.T) {
	for how, want := range map[noticed.How]float64{noticed.HowOCR: 0, noticed.HowText: 0.95} {
		for height, want := range map[float64]float64{1: 0.95, 2.1: want} {
			words := typeset.Set(0.95, text{X: 36, Y: 40, Text: "Department of the Treasury"}, text{X: 36, Y: 52, Text: "Internal Revenue Service"},
				text{X: 36, Y: 70, Text: "Philadelphia, PA 19101-8208"})
			for i, w := range words {
				if w.Text == "Revenue" { // one that is clear is cut to the height of its line
					words[i].Confidence, words[i].Box[3] = 0.6, w.Box.Top()+height*w.Box.Height()
				}
			}
			s := Read(layout.New(typeset.Page(1, false), words), how, true, false, func(string, bool) bool { return false })
			if s.Office == nil || s.Office.Confidence != want {
				t.Errorf("%s, %v as high: %q is %+v clear, want %v", how, height, lines(s.Office), s.Office, want)
			}
		}
	}
}

// The stroke of a logo beside the service's name reaches into the next line, which is the
// address's all the same.
func TestAStrokeBesideALetterhead(t *testing.T) {
	words := typeset.Set(0.95, text{X: 60, Y: 40, Text: "Department of the Treasury"}, text{X: 40, Y: 52, Text: "_"}, text{X: 60, Y: 52, Text: "Internal Revenue Service"},
		text{X: 60, Y: 62, Text: "P.O. Box 9052"}, text{X: 60, Y: 72, Text: "Andover, MA 01810-9052"})
	for i, w := range words {
		if w.Text == "_" {
			words[i].Box[1], words[i].Box[3] = w.Box.Top()-0.003, w.Box.Top()+0.02
			words[i].Box[0], words[i].Box[2] = 0.085, 0.095
		}
	}
	s := Read(layout.New(typeset.Page(1, false), words), noticed.HowOCR, true, false, func(string, bool) bool { return false })
	if got := lines(s.Office); got != "Department of the Treasury / Internal Revenue Service / P.O. Box 9052 / Andover, MA 01810-9052" {
		t.Errorf("got %q", got)
	}
}
