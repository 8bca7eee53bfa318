package sheet

import (
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/extract"
)

// text is a line of words: x of its left end and y of its middle in points, and
// the height of its type in points.
type text struct {
	x, y, height float64
	words        string
}

// read lays lines out on a letter-size page and reads it. Every word of one
// capital pair and digits is a code here: which codes exist is not the sheet's
// business.
func read(lines ...text) *Sheet {
	var words []extract.Word
	for _, l := range lines {
		if l.height == 0 {
			l.height = 7
		}
		x := l.x
		for _, w := range strings.Split(l.words, " ") {
			width := 0.6 * l.height * float64(len(w))
			if w != "" {
				words = append(words, extract.Word{Text: w, Confidence: 1,
					Box: noticed.Box{x / 612, (l.y - l.height/2) / 792, (x + width) / 612, (l.y + l.height/2) / 792}})
			}
			x += width + 0.5*l.height
		}
	}
	page := layout.New(extract.Page{Number: 1, Width: 612, Height: 792}, words)
	return Read(page, noticed.HowText, true, false, func(s string, labelled bool) bool {
		return (strings.HasPrefix(s, "CP") || strings.HasPrefix(s, "LT")) && strings.ContainsAny(s, "0123456789") && len(s) <= 7 ||
			labelled && (s == "1058" || s == "3219N")
	})
}

var header = []text{
	{x: 36, y: 40, words: "Department of the Treasury"}, {x: 370, y: 40, words: "Notice"}, {x: 470, y: 40, words: "CP503"},
	{x: 36, y: 52, words: "Internal Revenue Service"}, {x: 370, y: 52, words: "Tax year"}, {x: 470, y: 52, words: "2016"},
	{x: 36, y: 64, words: "Holtsville, NY 11742-0480"}, {x: 370, y: 64, words: "Notice date"}, {x: 470, y: 64, words: "January 30, 2017"},
	{x: 370, y: 76, words: "Social security number"}, {x: 470, y: 76, words: "XXX-XX-4321"},
	{x: 370, y: 88, words: "To contact us"}, {x: 470, y: 88, words: "Phone 1-800-829-0922"},
	{x: 370, y: 100, words: "Your caller ID"}, {x: 470, y: 100, words: "2019"},
	{x: 500, y: 112, words: "Page 1 of 6"},
	{x: 60, y: 130, words: "018999546711s"},
	{x: 60, y: 150, words: "JAMES & KAREN Q. HINDS"}, {x: 60, y: 162, words: "22 BOULDER STREET"}, {x: 60, y: 174, words: "HANSON, CT 00000-7253"},
}

var body = []text{
	{x: 36, y: 220, height: 11, words: "Second reminder: You have unpaid taxes for 2016"},
	{x: 36, y: 236, height: 11, words: "Amount due: $9,533.53"},
	{x: 36, y: 270, words: "As we notified you before, our CP501"}, {x: 340, y: 270, height: 9, words: "Billing Summary"},
	{x: 36, y: 282, words: "Notice CP14 dated March 7, 2016 says that"}, {x: 340, y: 282, words: "Amount you owed"}, {x: 520, y: 282, words: "$9,444.07"},
	{x: 36, y: 294, words: "you owe taxes for the year 2013. See Form"}, {x: 340, y: 294, words: "Failure-to-pay penalty"}, {x: 532, y: 294, words: "34.98"},
	{x: 36, y: 306, words: "9465 and Publication 594 for $52,000.00."}, {x: 340, y: 306, words: "Interest charges"}, {x: 532, y: 306, words: "54.48"},
	{x: 340, y: 318, words: "Amount due by"},
	{x: 340, y: 327, words: "February 20 , 2017"}, {x: 520, y: 327, words: "$9,533.53"},
}

var stub = []text{
	{x: 36, y: 600, words: "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -"},
	{x: 36, y: 620, words: "Internal Revenue Service"}, {x: 370, y: 620, words: "Notice"}, {x: 470, y: 620, words: "CP503"},
	{x: 36, y: 632, words: "Holtsville, NY 11742-0480"}, {x: 370, y: 632, words: "Notice date"}, {x: 470, y: 632, words: "January 30, 2017"},
	{x: 36, y: 644, words: "James & Karen Q. Hinds"}, {x: 370, y: 644, words: "Social security number"}, {x: 470, y: 644, words: "XXX-XX-4321"},
	{x: 36, y: 670, words: "Write your social security number (XXX-XX-4321), the tax year (2016), and the form number (1040A) on your payment."},
	{x: 36, y: 700, height: 9, words: "Amount due by February 20, 2017"}, {x: 330, y: 700, height: 9, words: "$9,533.53"},
	{x: 36, y: 760, words: "CP503"},
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

func TestEveryPlaceOfANoticeIsRead(t *testing.T) {
	s := read(whole1()...)
	for name, tt := range map[string]struct{ got, want string }{
		"codes":  {places(s.Codes, func(c Code) string { return c.Text }), "header CP503, stub CP503, stub CP503"},
		"dates":  {places(s.NoticeDates, noticed.Date.String), "header 2017-01-30, stub 2017-01-30"},
		"dues":   {places(s.Dues, func(d Due) string { return d.Amount.String() }), "headline 9533.53, stub 9533.53, summary 9533.53"},
		"pay by": {places(s.PayBy, noticed.Date.String), "stub 2017-02-20, summary 2017-02-20"},
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
	if s.Number != 1 || s.Of != 6 || s.Phone != "1-800-829-0922" || !s.Letterhead {
		t.Errorf("page %d of %d, phone %q, letterhead %v", s.Number, s.Of, s.Phone, s.Letterhead)
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

// What running text names is never this notice's code, date, year or amount.
func TestProseDoesNotSpeak(t *testing.T) {
	s := read(slices.Concat(header[3:5], []text{ // no label/value block but a lone label
		{x: 36, y: 300, words: "Notice CP14 dated March 7, 2016 is about the tax"},
		{x: 36, y: 312, words: "year 2013 and an amount due of $1,200.00 that we"},
		{x: 36, y: 324, words: "CP504"},
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
		"labels on one line": {{x: 36, y: 40, words: "Notice CP14 Tax year 2022 Notice date January 30, 2023 Taxpayer ID number ***-**-4321"}, {x: 520, y: 40, words: "Page 2 of 4"}},
		"no labels":          {{x: 36, y: 40, words: "CP14"}, {x: 100, y: 40, words: "January 30, 2023"}, {x: 250, y: 40, words: "***-**-4321"}, {x: 520, y: 40, words: "Page 2 of 4"}},
		"glued by recognition": {{x: 370, y: 40, words: "NoticeCP14"}, {x: 370, y: 50, words: "Noticedate January30,2023"}, {x: 370, y: 60, words: "Taxpayer ID number ***-**-4321"},
			{x: 370, y: 70, words: "Page 2 of 4"}},
	} {
		s := read(lines...)
		if len(s.Codes) != 1 || s.Codes[0].Value.Text != "CP14" || len(s.NoticeDates) != 1 || s.NoticeDates[0].Value != noticed.MustDate("2023-01-30") ||
			len(s.IDs) != 1 || s.IDs[0].Value.Last4 != "4321" || s.Number != 2 || s.Of != 4 {
			t.Errorf("%s: codes %+v dates %+v ids %+v page %d of %d", name, s.Codes, s.NoticeDates, s.IDs, s.Number, s.Of)
		}
	}
}

func TestTableOfPeriods(t *testing.T) {
	s := read(
		text{x: 50, y: 230, words: "Type of tax"}, text{x: 220, y: 230, words: "Tax period"}, text{x: 500, y: 230, words: "Amount due"},
		text{x: 50, y: 243, words: "1040A"}, text{x: 220, y: 243, words: "2016"}, text{x: 510, y: 243, words: "$3,161.81"},
		text{x: 50, y: 256, words: "941"}, text{x: 220, y: 256, words: "09-30-2019"}, text{x: 510, y: 256, words: "$2,670.95"},
		text{x: 50, y: 269, words: "CIVPEN"}, text{x: 220, y: 269, words: "202012"}, text{x: 510, y: 269, words: "$5,421.95"},
		text{x: 50, y: 282, words: "Total"}, text{x: 510, y: 282, words: "$11,254.71"},
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

func TestHearingRequest(t *testing.T) {
	s := read(
		text{x: 36, y: 100, words: "If you wish to appeal, complete the enclosed Form 12153, Request for a"},
		text{x: 36, y: 110, words: "Collection Due Process Hearing, by July 1, 2026. We may levy after that."},
		text{x: 36, y: 120, words: "Mail your request for a hearing to:"},
		text{x: 50, y: 132, words: "Internal Revenue Service"},
		text{x: 50, y: 142, words: "PO Box 24017"},
		text{x: 50, y: 152, words: "Fresno, CA 93779-4017"},
		text{x: 36, y: 180, words: "You may ask for an equivalent hearing by June 1, 2027."},
	)
	if got := places(s.HearingBy, noticed.Date.String); got != "prose 2026-07-01" {
		t.Errorf("hearing by: %s", got)
	}
	if strings.Join(s.Hearing, " / ") != "Internal Revenue Service / PO Box 24017 / Fresno, CA 93779-4017" {
		t.Errorf("hearing address: %v", s.Hearing)
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
		read(append(whole1(), text{x: 36, y: y, height: height, words: words}, text{x: 300, y: y, height: height, words: words})...)
	})
}
