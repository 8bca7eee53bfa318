package classify

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"noticed"
	"noticed/classify/catalog"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
	"noticed/classify/printed"
	"noticed/classify/sheet"
	"noticed/extract"
)

// paper is a document as it lies on the desk: the lines of each page.
type paper [][]typeset.Line

// with returns the paper with a text exchanged on one page, once.
func (p paper) with(t *testing.T, page int, from, to string) paper {
	t.Helper()
	out := slices.Clone(p)
	out[page-1] = slices.Clone(p[page-1])
	for i, l := range out[page-1] {
		if l.Text == from {
			out[page-1][i].Text = to
			return out
		}
	}
	t.Fatalf("page %d has no line %q", page, from)
	return nil
}

// A CP14 of the block design on two pages. Each line that a test exchanges is
// made unlike the others by trailing spaces, which set nothing.
var cp14 = paper{{
	{X: 36, Y: 40, Text: "Department of the Treasury"}, {X: 370, Y: 40, Text: "Notice"}, {X: 470, Y: 40, Text: "CP14"},
	{X: 36, Y: 52, Text: "Internal Revenue Service"}, {X: 370, Y: 52, Text: "Tax year"}, {X: 470, Y: 52, Text: "2017"},
	{X: 36, Y: 64, Text: "Holtsville, NY 11742-0480"}, {X: 370, Y: 64, Text: "Notice date"}, {X: 470, Y: 64, Text: "January 30, 2018"},
	{X: 370, Y: 76, Text: "Social security number"}, {X: 470, Y: 76, Text: "987-65-4321"},
	{X: 370, Y: 88, Text: "To contact us"}, {X: 470, Y: 88, Text: "1-800-829-0922"},
	{X: 500, Y: 112, Text: "Page 1 of 2"},
	{X: 60, Y: 150, Text: "JAMES & KAREN Q. HINDS"}, {X: 60, Y: 162, Text: "22 BOULDER STREET"}, {X: 60, Y: 174, Text: "HANSON, CT 00000-7253"},
	{X: 36, Y: 220, Size: 11, Text: "You have a balance due for 2017"},
	{X: 36, Y: 236, Size: 11, Text: "Amount due: $1,075.21"},
	{X: 36, Y: 270, Text: "You owe tax on your 2017 Form 1040. If you"}, {X: 340, Y: 270, Size: 9, Text: "Billing Summary"},
	{X: 36, Y: 282, Text: "paid within the last 21 days, ignore our"}, {X: 340, Y: 282, Text: "Tax you owed"}, {X: 520, Y: 282, Text: "$3,183.00"},
	{X: 36, Y: 294, Text: "CP501 of March 3, 2017 about Form 1040X."}, {X: 340, Y: 294, Text: "Payments and credits"}, {X: 520, Y: 294, Text: "-3,328.00"},
	{X: 36, Y: 306, Text: "See Notice 746 and Publication 594."}, {X: 340, Y: 306, Text: "Failure-to-file penalty"}, {X: 520, Y: 306, Text: "1,096.60"},
	{X: 340, Y: 318, Text: "Interest charges"}, {X: 532, Y: 318, Text: "123.61"},
	{X: 340, Y: 330, Text: "Amount due by February 20, 2018"}, {X: 520, Y: 330, Text: "$1,075.21"},
	{X: 36, Y: 620, Text: "Internal Revenue Service"}, {X: 370, Y: 620, Text: "Notice"}, {X: 470, Y: 620, Text: "CP14 "},
	{X: 36, Y: 632, Text: "Holtsville, NY 11742-0480"}, {X: 370, Y: 632, Text: "Notice date"}, {X: 470, Y: 632, Text: "January 30, 2018 "},
	{X: 36, Y: 644, Text: "James & Karen Q. Hinds"}, {X: 370, Y: 644, Text: "Social security number"}, {X: 470, Y: 644, Text: "987-65-4321 "},
	{X: 36, Y: 670, Text: "Write the tax year (2017), and the form number (1040) on your payment."},
	{X: 36, Y: 700, Size: 9, Text: "Amount due by February 20, 2018 "}, {X: 330, Y: 700, Size: 9, Text: "$1,075.21 "},
	{X: 36, Y: 760, Text: "CP14  "},
}, {
	{X: 370, Y: 40, Text: "Notice"}, {X: 470, Y: 40, Text: "CP14"}, {X: 370, Y: 52, Text: "Tax year"}, {X: 470, Y: 52, Text: "2017"},
	{X: 370, Y: 64, Text: "Notice date"}, {X: 470, Y: 64, Text: "January 30, 2018"}, {X: 500, Y: 76, Text: "Page 2 of 2"},
	{X: 36, Y: 120, Text: "We charge interest on unpaid tax. The IRS can file a lien, and a later CP504 tells of a levy."},
	{X: 36, Y: 140, Text: "You can ask for a payment plan with Form 9465; a user fee of $107.00 applies to most of them."},
	{X: 36, Y: 160, Text: "Keep this notice for your records, and do call if you have questions about what it says."},
}}

var received = noticed.MustDate("2018-02-02")

func session(pages []extract.Page) *Session {
	return NewSession(Input{Pages: pages, Catalog: catalog.Embedded(),
		Document: noticed.Document{Name: "scan.pdf", SHA256: "5f2c", Tenant: "default", Received: &received}})
}

// answer reads a request off the paper. On a scan the words are as clear as
// confidence says.
func (p paper) answer(r extract.Request, how noticed.How, confidence float64) extract.Answer {
	a := extract.Answer{Request: r, How: how}
	for _, w := range typeset.Set(confidence, p[r.Page-1]...) {
		if w.Box.MidY() <= r.Region.Bottom() && w.Box.MidY() >= r.Region.Top() {
			a.Words = append(a.Words, w)
		}
	}
	return a
}

// read reads a paper with a text layer to the end.
func (p paper) read() []noticed.Assessment {
	s := p.open(true)
	for need := s.Need(); len(need) > 0; need = s.Need() {
		for _, r := range need {
			s.Add(p.answer(r, noticed.HowText, 1))
		}
	}
	return s.Notices()
}

// scanned reads a paper without a text layer until nothing more is asked; as gives
// the paper as the reading that answers a request sees it.
func (p paper) scanned(confidence float64, as func(extract.Request) paper) *Session {
	s := p.open(false)
	for need := s.Need(); len(need) > 0; need = s.Need() {
		for _, r := range need {
			s.Add(as(r).answer(r, noticed.HowOCR, confidence))
		}
	}
	return s
}

// alike is a paper that every reading sees the same.
func (p paper) alike(extract.Request) paper { return p }

func (p paper) open(textLayer bool) *Session {
	var pages []extract.Page
	for i := range p {
		pages = append(pages, typeset.Page(i+1, textLayer))
	}
	return session(pages)
}

func only(t *testing.T, all []noticed.Assessment) noticed.Assessment {
	t.Helper()
	if len(all) != 1 {
		t.Fatalf("got %d assessments, want 1", len(all))
	}
	return all[0]
}

func reasons(a noticed.Assessment) string {
	var out []string
	for _, r := range a.Review.Reasons {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", r.Code, r.Field, r.Place)))
	}
	return strings.Join(out, "; ")
}

func TestACleanNotice(t *testing.T) {
	a := only(t, cp14.read())
	if a.Review.Needed {
		t.Errorf("review: %s", reasons(a))
	}
	if a.Kind != noticed.KindNotice || a.Notice.Code != "CP14" || a.NoticeDate.Value.String() != "2018-01-30" ||
		a.Balance.Value != noticed.Dollars(1075, 21) || a.Balance.Kind != noticed.BalanceDue || a.Balance.Label != "Amount due" {
		t.Errorf("got %+v of %v, balance %+v", a.Notice, a.NoticeDate, a.Balance)
	}
	if len(a.Periods) != 1 || a.Periods[0].Form != "1040" || a.Periods[0].PeriodEnd.String() != "2017-12-31" || *a.Periods[0].Amount != a.Balance.Value {
		t.Errorf("periods %+v", a.Periods)
	}
	if strings.Join(a.Taxpayer.Names, ", ") != "JAMES HINDS, KAREN Q. HINDS" || !a.Taxpayer.Joint || a.Taxpayer.IDLast4.Value != "4321" {
		t.Errorf("taxpayer %+v", a.Taxpayer)
	}
	if len(a.Amounts) != 4 || a.Amounts[1].Value != noticed.Dollars(-3328, 0) || a.Amounts[1].Role != noticed.AmountPayment {
		t.Errorf("amounts %+v", a.Amounts)
	}
	if len(a.Deadlines) != 1 || a.Deadlines[0].Date.String() != "2018-02-20" || !a.Deadlines[0].Critical || a.Deadlines[0].Basis != noticed.BasisPrinted {
		t.Errorf("deadlines %+v", a.Deadlines)
	}
	if len(a.Document.Pages) != 2 || a.ID != "5f2c-1" {
		t.Errorf("pages %v of %s", a.Document.Pages, a.ID)
	}
	b, err := json.Marshal(a)
	if err != nil || strings.Contains(string(b), "987-65") {
		t.Errorf("the assessment shows a whole social security number (%v): %s", err, b)
	}
}

// Whichever printed copy of a value is altered, a person is asked, and told
// which field at which place.
func TestEveryCopyCounts(t *testing.T) {
	for _, tt := range []struct {
		page     int
		from, to string
		want     string
	}{
		{1, "CP14", "CP15", "disagreement notice.code header"},
		{1, "CP14 ", "CP16", "disagreement notice.code stub"},
		{1, "CP14  ", "CP11", "disagreement notice.code stub"},
		{2, "CP14", "CP13", "disagreement notice.code header"},
		{1, "January 30, 2018", "January 20, 2018", "disagreement notice_date header"},
		{1, "January 30, 2018 ", "January 31, 2018", "disagreement notice_date stub"},
		{1, "2017", "2016", "disagreement periods header"},
		{1, "You have a balance due for 2017", "You have a balance due for 2015", "disagreement periods headline"},
		{1, "Write the tax year (2017), and the form number (1040) on your payment.", "Write the tax year (2014), and the form number (1040) on your payment.", "disagreement periods stub"},
		{1, "987-65-4321", "987-65-4327", "disagreement taxpayer.id_last4 header"},
		{1, "987-65-4321 ", "987-65-4821", "disagreement taxpayer.id_last4 stub"},
		{1, "Amount due: $1,075.21", "Amount due: $1,075.27", "disagreement balance headline"},
		{1, "$1,075.21", "$1,015.21", "sum_mismatch amounts summary"},
		{1, "$1,075.21", "$1,015.21", "disagreement balance summary"},
		{1, "$1,075.21 ", "$4,075.21", "disagreement balance stub"},
		{1, "123.61", "128.61", "sum_mismatch amounts summary"},
		{1, "Amount due by February 20, 2018", "Amount due by February 28, 2018", "disagreement printed_dates summary"},
		{1, "Amount due by February 20, 2018 ", "Amount due by March 20, 2018", "disagreement printed_dates stub"},
	} {
		a := only(t, cp14.with(t, tt.page, tt.from, tt.to).read())
		found := false
		for r := range strings.SplitSeq(reasons(a), "; ") {
			// With two copies against each other the place may be either's.
			found = found || r == tt.want || len(strings.Fields(tt.want)) == 3 && strings.HasPrefix(r, strings.Join(strings.Fields(tt.want)[:2], " ")) && tt.page == 1
		}
		if !found || !a.Review.Needed {
			t.Errorf("%q for %q on page %d: got %q, want %q", tt.to, tt.from, tt.page, reasons(a), tt.want)
		}
	}
}

func TestWhatIsWrongWithANotice(t *testing.T) {
	for name, tt := range map[string]struct {
		paper paper
		want  string
	}{
		"a page is missing":         {cp14[:1], "page_missing document.pages"},
		"the first page is missing": {cp14[1:], "page_missing document.pages"},
		"from the future":           {swap(t, cp14, "January 30, 2018", "March 30, 2018"), "future_notice_date notice_date"},
		"about a later period":      {swap(t, cp14, "2017", "2018"), "implausible periods"},
		"no code at all":            {swap(t, cp14, "CP14", ""), "code_unreadable notice.code"},
		"an unlisted code":          {swap(t, cp14, "CP14", "CP999"), "unknown_code notice.code"},
		"a code not read in full":   {swap(t, cp14, "CP14", "CP521"), "not_read_in_detail notice.code"},
		"an alias of two codes":     {swap(t, cp14, "CP14", "CP210/CP220"), "ambiguous_code notice.code"},
		"another family's title":    {swap(t, cp14, "You have a balance due for 2017", "Notice of intent to levy for 2017"), "implausible notice.code"},
		"an unexplained later day":  {cp14.with(t, 1, "See Notice 746 and Publication 594.", "Act on March 3, 2018 at the latest."), "weak_reading printed_dates prose"},
	} {
		t.Run(name, func(t *testing.T) {
			all := tt.paper.read()
			a := only(t, all)
			if !strings.Contains(reasons(a), tt.want) || !a.Review.Needed {
				t.Errorf("got %q, want %q", reasons(a), tt.want)
			}
		})
	}
}

// swap exchanges a text wherever it is a line of its own, or part of one.
func swap(t *testing.T, p paper, from, to string) paper {
	t.Helper()
	out := paper{}
	n := 0
	for _, lines := range p {
		lines = slices.Clone(lines)
		for i, l := range lines {
			if strings.Contains(l.Text, from) {
				lines[i].Text = strings.ReplaceAll(l.Text, from, to)
				n++
			}
		}
		out = append(out, lines)
	}
	if n == 0 {
		t.Fatalf("nothing says %q", from)
	}
	return out
}

// A page whose head differs from those before it in one thing is a misread page of
// the same notice, one that differs in two belongs to another.
func TestAPageBelongsToTheNoticeBeforeIt(t *testing.T) {
	page := func(number string, swaps ...string) []typeset.Line {
		p := swap(t, paper{cp14[1]}, "Page 2 of 2", number)
		for i := 0; i < len(swaps); i += 2 {
			p = swap(t, p, swaps[i], swaps[i+1])
		}
		return p[0]
	}
	first, second := swap(t, cp14, "Page 1 of 2", "Page 1 of 3")[0], page("Page 2 of 3")
	for name, tt := range map[string]struct {
		paper paper
		want  int
	}{
		"every head alike":        {paper{first, second, page("Page 3 of 3")}, 1},
		"another date":            {paper{first, page("Page 2 of 3", "January 30, 2018", "January 3, 2013"), page("Page 3 of 3")}, 1},
		"another code":            {paper{first, second, page("Page 3 of 3", "CP14", "CP504")}, 1},
		"another date and code":   {paper{first, second, page("Page 3 of 3", "CP14", "CP504", "January 30, 2018", "March 12, 2018")}, 2},
		"another number of pages": {paper{first, second, page("Page 3 of 5")}, 2},
		"a code in small letters": {paper{first, second, page("Page 3 of 3", "CP14", "cp14", "January 30, 2018", "March 12, 2018")}, 1},
	} {
		if got := tt.paper.read(); len(got) != tt.want {
			t.Errorf("%s: got %d notices, want %d", name, len(got), tt.want)
		}
	}
	// nobody knows whose the later page is
	all := paper{swap(t, paper{first}, "Page 1 of 3", "Page one")[0], page("Page 3 of 3", "CP14", "CP504", "January 30, 2018", "March 12, 2018")}.read()
	if len(all) != 2 {
		t.Fatalf("got %d notices, want 2", len(all))
	}
	wants(t, all[0], noticed.ReasonPageMissing, noticed.FieldPages, "")
}

// A later page contradicts the notice before it by what was read of its head clearly.
func TestASpoiltHeadIsNoOtherNotice(t *testing.T) {
	head := func(code, last4 string, confidence float64) leaf {
		return leaf{number: 3, sheet: &sheet.Sheet{
			Codes: []sheet.Seen[sheet.Code]{{Value: sheet.Code{Text: code, Labelled: true}, Confidence: confidence}},
			IDs:   []sheet.Seen[printed.TaxpayerID]{{Value: printed.TaxpayerID{Last4: last4}, Confidence: confidence}},
		}}
	}
	before := item{leaves: []leaf{head("LT38", "5462", 0.9)}, notice: true}
	for confidence, want := range map[float64]bool{0.4: false, 0.9: true} {
		if got := contradicts(before, head("LT338", "6546", confidence)); got != want {
			t.Errorf("read with %.1f: %v", confidence, got)
		}
	}
	of := func(l leaf, n int) leaf { l.sheet.Of = n; return l }
	first, later := of(head("LT38", "5462", 0.9), 3), of(head("LT38", "5462", 0.9), 8)
	later.sheet.Number = 2
	for _, l := range []leaf{first, later} {
		l.sheet.NoticeDates = []sheet.Seen[noticed.Date]{{Value: noticed.Date{Year: 2024, Month: 3, Day: 4}, Confidence: 0.9}}
	}
	for how, want := range map[noticed.How]bool{noticed.HowOCR: false, noticed.HowText: true} {
		later.how = how
		if got := contradicts(item{leaves: []leaf{first}, of: 3}, later); got != want {
			t.Errorf("another number of pages by %s: %v", how, got)
		}
	}
	if contradicts(item{leaves: []leaf{head("CP504B", "5462", 0.9)}}, head("CP5048", "6546", 0.9)) {
		t.Error("an 8 for a B is another code")
	}
}

func TestAStackIsTakenApart(t *testing.T) {
	second := swap(t, swap(t, swap(t, cp14, "January 30, 2018", "January 22, 2018"), "987-65-4321", "987-65-1111"), "February 20, 2018", "February 12, 2018")
	letter := paper{{
		{X: 36, Y: 40, Text: "First Bank of Springfield"}, {X: 36, Y: 60, Text: "Dear customer, your checking account statement is enclosed with this letter today."},
		{X: 36, Y: 80, Text: "Please keep it with your records and call us should any of the figures look wrong to you."},
	}}
	all := slices.Concat(letter, cp14, second).read()
	if len(all) != 3 {
		t.Fatalf("got %d assessments, want 3", len(all))
	}
	if all[0].Kind != noticed.KindOtherMail || all[0].Review.Needed || all[0].Issuer.Seems != "bank letter" {
		t.Errorf("the letter: %s %+v %s", all[0].Kind, all[0].Issuer, reasons(all[0]))
	}
	for i, want := range []string{"4321 [2 3]", "1111 [4 5]"} {
		a := all[i+1]
		if got := fmt.Sprint(a.Taxpayer.IDLast4.Value, " ", a.Document.Pages); got != want || a.Review.Needed {
			t.Errorf("notice %d: got %s, want %s; %s", i+1, got, want, reasons(a))
		}
	}
}

// On scans: what was asked for, answer by answer, in any order.
func TestTheOrderOfAnswersDoesNotMatter(t *testing.T) {
	run := func(seed uint64) (string, map[extract.Request]int) {
		s := cp14.open(false)
		asked := map[extract.Request]int{}
		shuffle := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // a test's order
		for need := s.Need(); len(need) > 0; need = s.Need() {
			r := need[shuffle.IntN(len(need))]
			asked[r]++
			a := cp14.answer(r, noticed.HowOCR, 0.9)
			shuffle.Shuffle(len(a.Words), func(i, j int) { a.Words[i], a.Words[j] = a.Words[j], a.Words[i] })
			s.Add(a)
		}
		b, err := json.Marshal(s.Notices())
		if err != nil {
			t.Fatal(err)
		}
		return string(b), asked
	}
	want, _ := run(1)
	rapid.Check(t, func(t *rapid.T) {
		got, asked := run(rapid.Uint64().Draw(t, "seed"))
		if got != want {
			t.Fatalf("another order gave\n%s\nwant\n%s", got, want)
		}
		for r, n := range asked {
			if n > 1 {
				t.Fatalf("%+v was asked for %d times", r, n)
			}
		}
	})
}

// Boilerplate behind the first page of a clean notice is not read but for its
// top.
func TestACleanScanNeedsLittle(t *testing.T) {
	s := cp14.open(false)
	var asked []string
	for need := s.Need(); len(need) > 0; need = s.Need() {
		for _, r := range need {
			asked = append(asked, fmt.Sprint(r.Page, r.Effort))
			s.Add(cp14.answer(r, noticed.HowOCR, 0.95))
		}
	}
	if got := strings.Join(asked, " "); got != "1full 2header" {
		t.Errorf("asked for %s", got)
	}
	if a := only(t, s.Notices()); a.Review.Needed {
		t.Errorf("review: %s", reasons(a))
	}
}

// A digit that the first pass read wrongly in one place is settled by a second
// reading of the ink; one that is printed wrongly is not.
func TestASecondOpinion(t *testing.T) {
	misread := cp14.with(t, 1, "January 30, 2018 ", "January 36, 2018")
	misread = misread.with(t, 1, "Amount due: $1,075.21", "Amount due: $1,675.21")
	read := func(first, second paper) noticed.Assessment {
		return only(t, first.scanned(0.9, func(r extract.Request) paper {
			if r.Effort == extract.SecondOpinion {
				return second
			}
			return first
		}).Notices())
	}
	if a := read(misread, cp14); a.Review.Needed || a.Balance.Value != noticed.Dollars(1075, 21) {
		t.Errorf("a misread amount was not settled: %s %s", a.Balance.Value, reasons(a))
	}
	printed := cp14.with(t, 1, "Amount due: $1,075.21", "Amount due: $1,675.21")
	if a := read(printed, printed); !strings.Contains(reasons(a), "disagreement balance headline") {
		t.Errorf("an amount printed wrongly passed: %s", reasons(a))
	}
}

func TestUnreadablePages(t *testing.T) {
	s := cp14.open(false)
	for need := s.Need(); len(need) > 0; need = s.Need() {
		for _, r := range need {
			a := cp14.answer(r, noticed.HowOCR, 0.95)
			if r.Page == 2 {
				a = extract.Answer{Request: r, How: noticed.HowUnreadable, Unreadable: "the picture is damaged"}
			}
			s.Add(a)
		}
	}
	a := only(t, s.Notices())
	if !strings.Contains(reasons(a), "page_unreadable document.pages") || a.Balance == nil {
		t.Errorf("got %q", reasons(a))
	}
	if p := s.Pages(); len(p) != 2 || p[1].Why != "the picture is damaged" || p[1].How != noticed.HowUnreadable {
		t.Errorf("pages %+v", p)
	}
	blank := session([]extract.Page{typeset.Page(1, false)})
	for need := blank.Need(); len(need) > 0; need = blank.Need() {
		for _, r := range need {
			blank.Add(extract.Answer{Request: r, How: noticed.HowOCR})
		}
	}
	if n := blank.Notices(); len(n) != 0 {
		t.Errorf("an assessment was made of a blank page: %+v", n)
	}
}

// A page that lay sideways, or that a fax stretched, is laid out in the shape in which
// it was read.
func TestThePageHasTheShapeInWhichItWasRead(t *testing.T) {
	sideways := extract.Page{Number: 1, Width: typeset.Height, Height: typeset.Width}
	for shape, want := range map[float64]float64{0: typeset.Width / typeset.Height, 1.25: 1.25} {
		s := session([]extract.Page{sideways})
		a := cp14.answer(extract.Request{Page: 1, Region: noticed.WholePage, Effort: extract.Full}, noticed.HowOCR, 0.97)
		a.Shape = shape
		s.Add(a)
		if got := s.sheets[a.Request].Layout.Height / layout.Width; math.Abs(got-want) > 1e-6 {
			t.Errorf("with the shape %v it was laid out in %v", shape, got)
		}
	}
}
