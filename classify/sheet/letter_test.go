package sheet

import (
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

// readLetter reads a page on which any number with letters may be a code.
func readLetter(lines ...text) *Sheet {
	page := layout.New(typeset.Page(1, true), typeset.Set(1, lines...))
	return Read(page, noticed.HowText, true, false, func(s string, labelled bool) bool {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "LTR "), "Letter ")
		return labelled && (s == "5071C" || s == "1058" || s == "3172" || s == "1153")
	})
}

func TestATypedHead(t *testing.T) {
	s := readLetter(
		text{X: 60, Y: 52, Text: "Department of the Treasury"}, text{X: 349, Y: 52, Text: "IN REPLY REFER TO:"}, text{X: 469, Y: 52, Text: "0249057713"},
		text{X: 60, Y: 63, Text: "Internal Revenue Service"}, text{X: 349, Y: 63, Text: "Feb. 05, 2024"}, text{X: 450, Y: 63, Text: "LTR 5071C"}, text{X: 523, Y: 63, Text: "0"},
		text{X: 60, Y: 75, Text: "FRESNO CA"}, text{X: 127, Y: 75, Text: "93888-0025"}, text{X: 349, Y: 75, Text: "***-**-0219"}, text{X: 433, Y: 75, Text: "202212 30"},
		text{X: 60, Y: 121, Text: "630129 .296680.10323.8174 1 AB 0.653 530"}, // no street
		text{X: 60, Y: 133, Text: "GRACE WU & MINH E. ST. JOHN"}, text{X: 60, Y: 145, Text: "PO Box 2019"}, text{X: 60, Y: 157, Text: "New York, NY 10001-2020"},
		text{X: 60, Y: 196, Text: "Form"}, text{X: 139, Y: 196, Text: "1040"},
		text{X: 60, Y: 231, Text: "Dear Grace Wu & Minh E. St. John:"},
		text{X: 60, Y: 251, Text: "Verify your identity within 30 days from the date of this letter."},
	)
	for name, tt := range map[string]struct{ got, want string }{
		"code":    {places(s.Codes, func(c Code) string { return c.Text }), "header 5071C"},
		"date":    {places(s.NoticeDates, noticed.Date.String), "header 2024-02-05"},
		"periods": {places(s.Periods, func(p Period) string { return p.Form + p.End.End.String() }), "header 1040, header 2022-12-31"},
		"people":  {places(s.People, func(p string) string { return p }), "header GRACE WU / MINH E. ST. JOHN"},
		"named":   {places(s.Named, func(p string) string { return p }), "prose GRACE WU / MINH E. ST. JOHN"},
		"office":  {lines(s.Office), "Department of the Treasury / Internal Revenue Service / FRESNO CA 93888-0025"},
	} {
		if tt.got = strings.ReplaceAll(tt.got, "0000-00-00", ""); tt.got != tt.want {
			t.Errorf("%s: got  %s\n%s  want %s", name, tt.got, name, tt.want)
		}
	}
	if len(s.IDs) != 1 || s.IDs[0].Value.Last4 != "0219" {
		t.Errorf("number: %+v", s.IDs)
	}
	if len(s.References) != 1 || s.References[0].Value.Role != noticed.ReferenceReplyReferTo || s.References[0].Value.Value != "0249057713" {
		t.Errorf("reference: %+v", s.References)
	}
	if !s.AtOnce || len(s.WithinDays) != 1 || s.WithinDays[0] != 30 {
		t.Errorf("asked for within %v days, %v", s.WithinDays, s.AtOnce)
	}
}

// A label whose value can't be read holds its block together.
func TestABlockWithAValueThatIsLost(t *testing.T) {
	s := readLetter(
		text{X: 370, Y: 50, Text: "Date"}, text{X: 370, Y: 61, Text: "September 25, 2023"},
		text{X: 370, Y: 76, Text: "Number of This Letter"}, text{X: 370, Y: 87, Text: "nae"},
		text{X: 370, Y: 102, Text: "Person to contact"}, text{X: 370, Y: 113, Text: "J. Whitcomb"},
		text{X: 370, Y: 128, Text: "Employee Identification Number"}, text{X: 370, Y: 139, Text: "10096394"},
	)
	if got := places(s.NoticeDates, noticed.Date.String); got != "header 2023-09-25" {
		t.Errorf("date: %s", got)
	}
	if len(s.UnreadCodes) != 1 {
		t.Errorf("codes that can't be read: %+v", s.UnreadCodes)
	}
}

// Of the label between two others, and its value, recognition left no letter.
func TestABlockWithALineThatIsLost(t *testing.T) {
	s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9,
		text{X: 50, Y: 52, Text: "Department of the Treasury"}, text{X: 367, Y: 51, Text: "Letter Date: 07-19-2023"}, text{X: 367, Y: 63, Text: "Sealy enna"},
		text{X: 367, Y: 75, Text: "Contact ID number: 1000463362"}, text{X: 367, Y: 87, Text: "Contact Telephone Number: 1-800-555-0153"},
	)), noticed.HowOCR, true, false, func(string, bool) bool { return false })
	if got := places(s.NoticeDates, noticed.Date.String); got != "header 2023-07-19" {
		t.Errorf("date: %s", got)
	}
}

func TestATypedNumberWithoutItsHyphens(t *testing.T) {
	for row, want := range map[string]string{"00 7296686": "6686", "000 00 0219": "0219", "00 72966866": "", "7296686": ""} {
		s := readLetter(text{X: 349, Y: 52, Text: "IN REPLY REFER TO: 0249057713"}, text{X: 349, Y: 63, Text: "Feb. 05, 2024"}, text{X: 450, Y: 63, Text: "LTR 5071C"}, text{X: 540, Y: 63, Text: "0"},
			text{X: 349, Y: 75, Text: row}, text{X: 433, Y: 75, Text: "202212 30"})
		if got := ""; len(s.IDs) > 0 && s.IDs[0].Value.Last4 != want || len(s.IDs) == 0 && want != got {
			t.Errorf("%q: %+v", row, s.IDs)
		}
	}
}

// The taxpayer's number of a later page's head begins where the date over it does, be that
// unreadable.
func TestATypedHeadWhoseDateIsLost(t *testing.T) {
	for _, day := range []string{"Feb. 05, 2024", "fub. o5, zo24"} {
		s := readLetter(text{X: 349, Y: 63, Text: day + "   LTR 5071C   0"}, text{X: 349, Y: 74, Text: "923-17-7901   202012 30"})
		if len(s.IDs) != 1 || s.IDs[0].Value.Last4 != "7901" {
			t.Errorf("under %s: %+v", day, s.IDs)
		}
	}
}

// The row under the letter's number begins with the taxpayer's: where neither that nor the
// period beside it can be read, it is looked at.
func TestATypedNumberWhoseRowIsSpoilt(t *testing.T) {
	for row, want := range map[string]int{"Rete 2037   20101221": 1, "Rete ae   201912 21": 1, "Rete ae": 0, "***-**-2937   201912 21": 0} {
		s := Read(layout.New(typeset.Page(1, false), typeset.Set(0.9,
			text{X: 349, Y: 63, Text: "06-07-2020"}, text{X: 450, Y: 63, Text: "LTR 5071C"}, text{X: 349, Y: 74, Text: row},
		)), noticed.HowOCR, true, false, func(s string, _ bool) bool { return s == "5071C" })
		if len(s.Unread) != want {
			t.Errorf("%q: %+v", row, s.Unread)
		}
	}
}

// Behind a month whose full stop recognition lost, the wide spaces of a typewriter make
// a gap, and the day all the same belongs to it.
func TestADayApartFromItsMonth(t *testing.T) {
	s := readLetter(
		text{X: 344, Y: 50, Text: "Letter"}, text{X: 344, Y: 60, Text: "5071C"}, text{X: 344, Y: 74, Text: "Date"}, text{X: 344, Y: 85, Text: "Mar"}, text{X: 375, Y: 85, Text: "30,"}, text{X: 399, Y: 85, Text: "2019"},
		text{X: 344, Y: 99, Text: "In reply refer to"}, text{X: 344, Y: 110, Text: "0569716108"},
	)
	if got := places(s.NoticeDates, noticed.Date.String); got != "header 2019-03-30" {
		t.Errorf("date: %s", got)
	}
	running := readLetter(text{X: 60, Y: 300, Text: "Verify your identity by Apr"}, text{X: 185, Y: 300, Text: "26, 2026. Go to our service."})
	if got := places(running.ActDays, func(d ActDay) string { return d.Day.String() }); got != "prose 2026-04-26" {
		t.Errorf("in running text: %s", got)
	}
	inLine := readLetter(text{X: 344, Y: 50, Text: "Letter number: 12C"}, text{X: 344, Y: 61, Text: "Letter date: Mar"}, text{X: 436, Y: 61, Text: "05, 2020"}, text{X: 344, Y: 72, Text: "In reply refer to: 0229096990"})
	if got := places(inLine.NoticeDates, noticed.Date.String); got != "header 2020-03-05" {
		t.Errorf("behind its label: %s", got)
	}
	if got := places(s.Codes, func(c Code) string { return c.Text }); got != "header 5071C" {
		t.Errorf("code: %s", got)
	}
}

// The number of a letter that recognition stuck to the word before it has letters for
// figures in it, and is not as good as one that was read.
func TestATypedCodeStuckToItsWord(t *testing.T) {
	for read, want := range map[string]string{"LTR 5071C": "header 5071C", "LTRSO71C": "header 5071C", "LTRS071C": "header 5071C", "LTR50O71C": ""} {
		s := readLetter(text{X: 349, Y: 52, Text: "IN REPLY REFER TO: 0249057713"}, text{X: 349, Y: 63, Text: "Feb. 05, 2024"}, text{X: 450, Y: 63, Text: read}, text{X: 540, Y: 63, Text: "0"})
		for _, ref := range s.References {
			if ref.Value.Value != "0249057713" {
				t.Errorf("reference: %q", ref.Value.Value)
			}
		}
		if got := places(s.Codes, func(c Code) string { return c.Text }); got != want || len(s.Codes) > 0 && s.Codes[0].Repaired != strings.Contains(read, "LTRS") {
			t.Errorf("%s: %q, %+v", read, got, s.Codes)
		}
	}
}

func TestTheCodeInTheFootOfALetter(t *testing.T) {
	for foot, want := range map[string]string{
		"Letter 1058 (Rev. 11-2017)":             "1058",
		"Letter 3172 (DO) (Rev. 2-2004)":         "3172",
		"Letter 1058 (11-2017)":                  "1058",
		"Ltr 3172 (Rev. 10-2019)":                "3172",
		"Lir 1058 (Rev. 2-2004)":                 "1058",
		"Letter L058 (Rev. 9-2012)":              "1058",
		"Letter 1153 (DO) Catalog Number 40545C": "1153",
		"Lotter 3172 (Rev. 3-2012)":              "3172",
		"Letter -1153 (DO) (Rev. 6-2014)":        "1153",
		"Letter -1953 (DO) (Rev. 6-2014)":        "",
		"Leter L058 (Rev. 2-204)":                "1058",
		"Number 1058 (Rev. 2-2004)":              "",
		"later 1058 dollars":                     "",
		"our Letter 1058 of last May told you":   "", // prose
		"Catalog Number 40488S":                  "",
	} {
		s := readLetter(text{X: 45, Y: 750, Text: foot})
		if got := places(s.Codes, func(c Code) string { return c.Text }); !strings.HasSuffix(got, want) || (got == "") != (want == "") {
			t.Errorf("%q: got %q", foot, got)
		}
	}
}

func TestAnEnclosureSaysNothingOfItsOwn(t *testing.T) {
	s := readLetter(
		text{X: 45, Y: 56, Text: "Form 668(Y)(c) Department of the Treasury Internal Revenue Service"},
		text{X: 45, Y: 72, Text: "Notice of Federal Tax Lien"}, text{X: 45, Y: 90, Text: "Date"}, text{X: 100, Y: 90, Text: "June 1, 2026"},
		text{X: 45, Y: 160, Text: "Kind of tax"}, text{X: 140, Y: 160, Text: "Tax period ended"}, text{X: 280, Y: 160, Text: "Date of assessment"}, text{X: 480, Y: 160, Text: "Unpaid balance"},
		text{X: 45, Y: 172, Text: "1040"}, text{X: 140, Y: 172, Text: "12/31/2019"}, text{X: 280, Y: 172, Text: "06/30/2020"}, text{X: 490, Y: 172, Text: "$6,000.00"},
		text{X: 45, Y: 200, Text: "Total"}, text{X: 490, Y: 200, Text: "$6,000.00"},
	)
	if !s.Enclosure || len(s.NoticeDates)+len(s.Codes)+len(s.Dues)+len(s.OtherDates) != 0 || s.Letterhead {
		t.Errorf("%+v", s)
	}
	if s.Table == nil || len(s.Table.Rows) != 1 || s.Table.Rows[0].End.End != noticed.MustDate("2019-12-31") || s.Table.Rows[0].Amount != noticed.Dollars(6000, 0) {
		t.Errorf("its table is a copy of the letter's: %+v", s.Table)
	}
}

func TestAnAddressAbroad(t *testing.T) {
	s := readLetter(
		text{X: 55, Y: 51, Text: "Department of the Treasury"}, text{X: 55, Y: 63, Text: "Internal Revenue Service"}, text{X: 55, Y: 75, Text: "Portland, OR 97204"},
		text{X: 55, Y: 130, Text: "MIGUEL WHITFIELD &"}, text{X: 55, Y: 142, Text: "PETER HOLLINGSWORTH"}, text{X: 55, Y: 154, Text: "88 RUE DES TILLEULS"},
		text{X: 55, Y: 166, Text: "69003 LYON"}, text{X: 55, Y: 178, Text: "FRANCE"},
	)
	if s.Country != "France" || s.Foreign {
		t.Errorf("country %q, foreign %v", s.Country, s.Foreign)
	}
	if got := places(s.People, func(p string) string { return p }); got != "header MIGUEL WHITFIELD / PETER HOLLINGSWORTH" {
		t.Errorf("people: %s", got)
	}
}

func TestAnInitialAbroadThatIsABar(t *testing.T) {
	s := readLetter(
		text{X: 55, Y: 51, Text: "Department of the Treasury"}, text{X: 55, Y: 63, Text: "Internal Revenue Service"}, text{X: 55, Y: 75, Text: "Austin, TX 73301-0021"},
		text{X: 55, Y: 130, Text: "BILL | AND FATIMA P ELLSWORTH"}, text{X: 55, Y: 142, Text: "LINDENWEG 30"}, text{X: 55, Y: 154, Text: "10115 BERLIN"}, text{X: 55, Y: 166, Text: "GERMANY"},
	)
	if got := places(s.People, func(p string) string { return p }); got != "header BILL I ELLSWORTH / FATIMA P ELLSWORTH" || s.Country != "Germany" {
		t.Errorf("people: %s, country %q", got, s.Country)
	}
	if part := s.Within(noticed.Box{0, 0, 0.55, 0.3}); part.Country != "Germany" || s.Within(noticed.Box{0, 0, 0.55, 0.1}).Country != "" {
		t.Errorf("a look at the window: country %q", part.Country)
	}
}

func TestABusinessAbroadThatBeginsWithAFigure(t *testing.T) {
	s := readLetter(
		text{X: 55, Y: 51, Text: "Department of the Treasury"}, text{X: 55, Y: 63, Text: "Internal Revenue Service"}, text{X: 55, Y: 75, Text: "Portland, OR 97204"},
		text{X: 55, Y: 118, Text: "096338310246s"}, text{X: 55, Y: 130, Text: "21ST CENTURY ROOFING INC"}, text{X: 55, Y: 142, Text: "% DENISE MOREAU"},
		text{X: 55, Y: 154, Text: "3-12-7 Minami Aoyama"}, text{X: 55, Y: 166, Text: "Minato-ku Tokyo 107-0062"}, text{X: 55, Y: 178, Text: "Japan"},
	)
	if got := places(s.People, func(p string) string { return p }); got != "header 21ST CENTURY ROOFING INC" || s.Country != "Japan" {
		t.Errorf("people: %s, country %q", got, s.Country)
	}
}

func TestTradeNamesAreNobody(t *testing.T) {
	s := readLetter(
		text{X: 55, Y: 51, Text: "Department of the Treasury"}, text{X: 55, Y: 63, Text: "Internal Revenue Service"}, text{X: 55, Y: 75, Text: "Portland, OR 97204"},
		text{X: 55, Y: 130, Text: "21ST CENTURY ROOFING INC"}, text{X: 55, Y: 142, Text: "D/B/A BRIGHT SMILES"}, text{X: 55, Y: 154, Text: "% JO DOE"},
		text{X: 55, Y: 166, Text: "400 COMMERCE ROW"}, text{X: 55, Y: 178, Text: "SALEM, OR 97301"},
	)
	if got := places(s.People, func(p string) string { return p }); got != "header 21ST CENTURY ROOFING INC" {
		t.Errorf("people: %s", got)
	}
}

func TestACapitalReadAsItsSmallLetter(t *testing.T) {
	for line, want := range map[string]string{
		"Li R & NATHAN IRSAY": "LI R & NATHAN IRSAY",
		"WEI O. CoX":          "WEI O. CoX", // no word of it shows that it is in capitals
		"BARLOW Court St":     "BARLOW Court St",
		"NATHAN IRSAY":        "NATHAN IRSAY",
	} {
		if got := mendCase(line); got != want {
			t.Errorf("%q: got %q", line, got)
		}
	}
}

func TestFromMixed(t *testing.T) {
	for in, want := range map[string]string{
		"OIga Young": "Olga Young", "lrene Ng": "Irene Ng", "Wi1liam 0rr": "William 0rr", "ANN-IRIS": "ANN-IRIS", "O'Iara": "O'Iara", "Ann-Iris Bell": "Ann-Iris Bell",
	} {
		if got := fromMixed(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// The heading over a letter and its salutation may run into its first sentence.
func TestTheDayALienWasFiled(t *testing.T) {
	for sentence, want := range map[string]string{
		"We filed a Notice of Federal Tax Lien on June 16, 2023 with the Lane County Clerk.":     "prose 2023-06-16",
		"A Notice of Federal Tax Lien was filed against you on 06/16/2023.":                      "prose 2023-06-16",
		"You must ask for a hearing by July 26, 2023, as a Notice of Federal Tax Lien is filed.": "",
		"Your return was filed on June 16, 2023.":                                                "",
	} {
		s := readLetter(
			text{X: 64, Y: 260, Size: 8, Text: "Notice of Federal Tax Lien Filing and Your Right to a Hearing"},
			text{X: 64, Y: 272, Text: "Dear Wei Santos y Vega Jr,"}, text{X: 64, Y: 284, Text: sentence},
			text{X: 64, Y: 320, Text: "You may have other rights, and the enclosed publication tells of all of them."},
		)
		if got := places(s.LienFiled, noticed.Date.String); got != want {
			t.Errorf("%s: got %q, want %q", sentence, got, want)
		}
	}
}

func TestAPeriodOrSeveral(t *testing.T) {
	s := readLetter(text{X: 44, Y: 249, Text: "Tax period(s): December 31, 2021"}, text{X: 44, Y: 275, Text: "Dear Kenneth N Novak:"})
	if got := places(s.Periods, func(p Period) string { return p.End.End.String() }); got != "header 2021-12-31" {
		t.Errorf("got %s", got)
	}
}

// A label for the tax form near the top with nothing behind it that is one is told:
// there is a form on the paper that could not be made out.
func TestAFormThatCantBeMadeOut(t *testing.T) {
	for name, tt := range map[string]struct {
		lines []text
		want  bool
	}{
		"made out":                 {[]text{{X: 370, Y: 90, Text: "Form: 1040-SR"}}, false},
		"garbled":                  {[]text{{X: 370, Y: 90, Text: "Form: 1O4Q-5R"}}, true},
		"lost":                     {[]text{{X: 370, Y: 90, Text: "Form:"}}, true},
		"at the foot of the page":  {[]text{{X: 370, Y: 700, Text: "Form:"}}, false},
		"in the middle of a line":  {[]text{{X: 36, Y: 90, Text: "as you said on your Form: and more"}}, false},
		"right of it, by a column": {[]text{{X: 370, Y: 90, Text: "Tax form:"}, {X: 500, Y: 90, Text: "941"}}, false},
	} {
		if s := read(tt.lines...); s.UnreadForm != tt.want {
			t.Errorf("%s: %v, periods %+v", name, s.UnreadForm, s.Periods)
		}
	}
}

// The office's address on the stub is none to pay to, unless it stands there in capitals.
func TestOnceMore(t *testing.T) {
	office := []string{"Internal Revenue Service", "Cincinnati, OH 45999-0149"}
	for name, tt := range map[string]struct {
		office, stub []string
		want         bool
	}{
		"the same":               {office, office, true},
		"with a slip":            {office, []string{"Internal Revenue Service", "Cincinnati, OH 45909-0149"}, true},
		"in capitals":            {office, []string{"Internal Revenue Service", "CINCINNATI, OH 45999-0149"}, false},
		"both in capitals":       {[]string{"FRESNO CA 93888-0025"}, []string{"FRESNO CA 93888-0025"}, true},
		"another town":           {office, []string{"Austin, TX 73301-0021"}, false},
		"no office was read":     {nil, office, false},
		"nothing is on the stub": {office, nil, false},
	} {
		if OnceMore(tt.office, tt.stub) != tt.want {
			t.Errorf("%s: once more is %v", name, !tt.want)
		}
	}
}

// The head of a later page of a letter says date and number though the letter's own number
// beside the date can't be read: that is looked at.
func TestATypedHeadWhoseCodeIsSpoilt(t *testing.T) {
	for code, want := range map[string]struct {
		ids, unread int
		dates       string
	}{
		"LTR 5071C":    {1, 0, "header 2019-06-13"},
		"LTR 5@71C KO": {1, 1, "header 2019-06-13"},
		"LTRS5071C 0":  {1, 0, "header 2019-06-13"},
		"LTR S5O11C 0": {1, 1, "header 2019-06-13"}, // of no letter
		"RTL 5@71C":    {0, 0, ""},
	} {
		s := Read(layout.New(typeset.Page(2, false), typeset.Set(0.9,
			text{X: 349, Y: 52, Text: "0653050774"}, text{X: 349, Y: 63, Text: "June 13, 2019"}, text{X: 450, Y: 63, Text: code}, text{X: 349, Y: 74, Text: "987-65-4320   201712 00"},
		)), noticed.HowOCR, false, false, func(s string, _ bool) bool { return s == "5071C" })
		if got := places(s.NoticeDates, noticed.Date.String); got != want.dates || len(s.IDs) != want.ids || len(s.UnreadCodes) != want.unread {
			t.Errorf("%s: dates %q, numbers %+v, unread %+v", code, got, s.IDs, s.UnreadCodes)
		}
	}
}

// Dirt before a line of an address is no part of it.
func TestDirtBeforeAnAddress(t *testing.T) {
	s := readLetter(text{X: 60, Y: 100, Text: "Mail your request for a hearing to:"}, text{X: 60, Y: 112, Text: "Internal Revenue Service"},
		text{X: 60, Y: 122, Text: "P.O. Box 24017"}, text{X: 60, Y: 132, Text: "'Fresno, CA 93779"})
	if got := lines(s.Hearing); got != "Internal Revenue Service / P.O. Box 24017 / Fresno, CA 93779" {
		t.Errorf("got %q", got)
	}
}

// Wide spaces part the head of a later page of a letter, and the number in it.
func TestAPlainHeadInPieces(t *testing.T) {
	for number, want := range map[string]string{"XXX-XX-1638": "header 2019-08-19", "XXX  -XX-  1638": "header 2019-08-19", "XXX  -  XX-  1638": "header 2019-08-19", "XXX  XX-  1638": "header 2019-08-19", "through that person": ""} {
		s := readLetter(text{X: 60, Y: 42, Text: "5071C¢"}, text{X: 120, Y: 42, Text: "August 19, 2019"}, text{X: 230, Y: 42, Text: number},
			text{X: 60, Y: 70, Text: "identity through that person alone."})
		if got := places(s.NoticeDates, noticed.Date.String); got != want {
			t.Errorf("%s: %q, want %q", number, got, want)
		}
	}
}

// A word before the date in the head of a later page, where the code stands, is looked at.
func TestARunningHeadWhoseCodeIsSpoilt(t *testing.T) {
	for word, want := range map[string]int{"LTiL": 1, "CP14": 0, "2021": 0, "a": 0} {
		s := Read(layout.New(typeset.Page(2, false), typeset.Set(0.9, text{X: 36, Y: 40, Text: word}, text{X: 100, Y: 40, Text: "November 27, 2023"},
			text{X: 220, Y: 40, Text: "XXX-XX-6466"}, text{X: 520, Y: 40, Text: "Page 2 of 2"},
		)), noticed.HowOCR, false, false, func(s string, _ bool) bool { return s == "CP14" })
		if len(s.UnreadCodes) != want {
			t.Errorf("%s: %+v", word, s.UnreadCodes)
		}
	}
}

// The head of a later page of a letter says code, date and number in one line: what of it
// can't be read is noted where the two others stand, and what can is taken.
func TestALaterHeadWithADamagedPart(t *testing.T) {
	type want struct {
		codes, dates, ids   string
		codesUnread, number int
		lost                int
	}
	all := want{"5071C", "2020-10-05", "8231", 0, 0, 0}
	for line, w := range map[string]want{
		"LTR 5071C October 5, 2020 XXX-XX-8231":             all,
		"Letter 5071¢ October 5, 2020 XXX-XX- 8231":         all, // the C was read as a sign
		"Letter 5071C¢ October 5, 2020 XXX-XX-8231":         all, // dirt
		"LTR 5071C October 5, 2020 XXX-XxX-8231":            all,
		"LT R S074C October 5, 2020 XXX-XX-8231":            {"", "2020-10-05", "8231", 1, 0, 0},
		"LYRS071C October 5, 2020 XXX-XX-8231":              {"", "2020-10-05", "8231", 1, 0, 0},
		"LTR 5071C Q8-03-2021 -**~8231":                     {"5071C", "", "8231", 0, 0, 1},
		"LTR 5071C October 5, 2020 #%X-0X-82":               {"5071C", "2020-10-05", "", 0, 1, 0},
		"5071C October 5, 2020 and before":                  {},
		"See 5071C of October 5, 2020 on ***-**-8231":       {},
		"5071C October 5, 2020 on ***-**-8231":              {},
		"5071C 2019 October 5, 2020 XXX-XX-8231":            all,
		"5071C October 5, 2020 2019 XXX-XX-8231":            all,
		"5071C October 5, 2020 2019":                        {},
		"5071C =©2019 October 5, 2020 XXX-XX-8231":          all,
		"5071C 2019 return October 5, 2020 XXX-XX-8231":     {},
		"5071C October 5, 2020 October 9, 2021 XXX-XX-8231": {},
	} {
		page := layout.New(typeset.Page(2, false), typeset.Set(0.9, text{X: 60, Y: 42, Text: line}, text{X: 60, Y: 300, Text: "identity through that person alone."}))
		s := Read(page, noticed.HowOCR, false, false, func(s string, _ bool) bool { return s == "5071C" })
		got := want{codesUnread: len(s.UnreadCodes), number: len(s.Unread), lost: len(s.Lost)}
		for _, c := range s.Codes {
			got.codes += c.Value.Text
		}
		for _, d := range s.NoticeDates {
			got.dates += d.Value.String()
		}
		for _, id := range s.IDs {
			got.ids += id.Value.Last4
		}
		if got != w {
			t.Errorf("%s:\n got  %+v\n want %+v", line, got, w)
		}
		if periods := places(s.Periods, func(p Period) string { return p.End.End.String() }); strings.Contains(line, "2019") && w == all && periods != "header 2019-12-31" {
			t.Errorf("%s: periods %q", line, periods)
		}
	}
}
