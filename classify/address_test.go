package classify

import (
	"slices"
	"strings"
	"testing"

	"noticed"
	"noticed/classify/layout/typeset"
	"noticed/extract"
)

// addressFor is the address for a purpose on an assessment, by its lines.
func addressFor(a noticed.Assessment, role noticed.AddressRole) string {
	for _, x := range a.Addresses {
		if x.Role == role {
			return strings.Join(x.Lines, " / ")
		}
	}
	return ""
}

// A letterhead that was not read clearly is looked at again, and what two readings say
// of the office is told; what each says otherwise is not.
func TestAnUnclearLetterheadIsLookedAt(t *testing.T) {
	const right = "Holtsville, NY 11742-0480"
	for name, tt := range map[string]struct{ close, plain, want string }{
		"two alike":           {right, right, "Department of the Treasury / Internal Revenue Service / " + right},
		"each says otherwise": {right, "Holtsville, NY 11742-0430", ""},
	} {
		asked := false
		s := cp14.scanned(0.7, func(r extract.Request) paper {
			switch r.Effort {
			case extract.PlainLook:
				return cp14.with(t, 1, right, tt.plain)
			case extract.CloseLook:
				asked = asked || r.Region[1] == 0
				return cp14.with(t, 1, right, tt.close)
			case extract.SecondOpinion:
				return cp14.with(t, 1, right, "Holtsvile, NY 11742-0430")
			}
			return cp14.with(t, 1, right, "Haltsville, NY 11743-0480")
		})
		got := addressFor(only(t, s.Notices()), noticed.AddressOffice)
		if !asked || got != tt.want {
			t.Errorf("%s: looked at closely: %v; the office is %q, want %q", name, asked, got, tt.want)
		}
	}
	s := cp14.scanned(0.97, func(r extract.Request) paper {
		if r.Effort == extract.CloseLook && r.Region[1] == 0 {
			t.Errorf("a clear letterhead is read again: %+v", r)
		}
		return cp14
	})
	s.Notices()
}

// asksTo is a letter about a lien that says where a hearing is asked for at.
func asksTo(t *testing.T, city string) paper {
	t.Helper()
	p := slices.Clone(lien)
	p[0] = append(slices.Clone(lien[0]), typeset.Line{X: 64, Y: 400, Text: "Mail your request for a hearing to:"},
		typeset.Line{X: 80, Y: 412, Text: "Internal Revenue Service"}, typeset.Line{X: 80, Y: 424, Text: "PO Box 24017"}, typeset.Line{X: 80, Y: 436, Text: city})
	return p
}

// An address that only one reading has is left out, and where it is the one to ask for
// a hearing at a person looks.
func TestAnAddressThatOneReadingHas(t *testing.T) {
	const right = "Fresno, CA 93779-4017"
	for name, tt := range map[string]struct {
		confidence   float64
		close, plain string
		want         bool
	}{
		"clear":                      {0.97, "", "", true},
		"borne out by a close look":  {0.7, right, "", true},
		"each reading has its own":   {0.7, "Presno, CA 93779-4017", "Fresno, CA 98779-4017", false},
		"no other reading has any":   {0.7, "Fresno", "Fresno, 93779", false},
		"two have another one alike": {0.7, "Fresno, CA 98779-4017", "Fresno, CA 98779-4017", false},
	} {
		s := asksTo(t, right).scanned(tt.confidence, func(r extract.Request) paper {
			switch r.Effort {
			case extract.CloseLook:
				return asksTo(t, tt.close)
			case extract.PlainLook:
				return asksTo(t, tt.plain)
			case extract.SecondOpinion:
				return asksTo(t, "Fresno")
			}
			return asksTo(t, right)
		})
		a := only(t, s.Notices())
		asked := strings.Contains(reasons(a), "weak_reading addresses prose")
		if got := addressFor(a, noticed.AddressHearingRequest); strings.HasSuffix(got, right) != tt.want || asked != (got == "") {
			t.Errorf("%s: a hearing is asked for at %q; a person is asked: %v", name, got, asked)
		}
	}
}

// That a page ends where the next has the address may be seen by a second reading only.
func TestAnAddressOnTheNextPage(t *testing.T) {
	p := slices.Clone(cp14)
	p[1] = append([]typeset.Line{{X: 36, Y: 92, Text: "Internal Revenue Service"}, {X: 36, Y: 103, Text: "PO Box 149341"}, {X: 36, Y: 114, Text: "Austin, TX 78714-9685"}}, cp14[1]...)
	ends := func(said string) paper {
		out := slices.Clone(p)
		out[0] = append(slices.Clone(cp14[0]), typeset.Line{X: 36, Y: 590, Text: said})
		return out
	}
	const to = "Send your response to:"
	for name, tt := range map[string]struct{ first, second, want string }{
		"both say so":    {to, to, "Internal Revenue Service / PO Box 149341 / Austin, TX 78714-9685"},
		"the second":     {"Sond yor rospome ta", to, "Internal Revenue Service / PO Box 149341 / Austin, TX 78714-9685"},
		"neither of two": {"Keep this notice.", "Keep this notice.", ""},
	} {
		s := p.scanned(0.7, func(r extract.Request) paper {
			if r.Effort == extract.Full || r.Effort == extract.Header {
				return swap(t, ends(tt.first), "1,096.60", "1,006.60")
			}
			return ends(tt.second)
		})
		if got := addressFor(only(t, s.Notices()), noticed.AddressReply); got != tt.want {
			t.Errorf("%s: an answer goes to %q, want %q", name, got, tt.want)
		}
	}
}

// An address that shows a slip is left out however clear it is, and how many readings have
// it; on a text layer it stands as it is printed.
func TestSlipped(t *testing.T) {
	for name, tt := range map[string]struct {
		confidence float64
		lines      []string
		want       bool
	}{
		"clean":                              {0.95, []string{"ACS Support Stop 5050", "PO Box 219236", "Kansas City, MO 64121-9236"}, false},
		"a letter":                           {0.95, []string{"ACS Support Stap 5050", "PO Box 219236", "Kansas City, MO 64121-9236"}, true},
		"a figure of the box":                {0.95, []string{"P.O. BOX 931206", "LOUISVILLE, KY 40293-1200"}, true},
		"a figure of the ZIP code":           {0.95, []string{"P.O. BOX 931200", "LOUISVILLE, KY 40293-1206"}, true},
		"a box of another ZIP code":          {0.95, []string{"PO Box 149341", "Austin, TX 78714-9685"}, false},
		"a short box":                        {0.95, []string{"PO Box 480", "Holtsville, NY 11742-0480"}, false},
		"a stop that may begin with an O":    {0.95, []string{"100 SW Main St, STOP 0150", "Portland, OR 97204"}, true},
		"one that does":                      {0.95, []string{"100 SW Main St, STOP O150", "Portland, OR 97204"}, false},
		"no box":                             {0.95, []string{"Fresno, CA 93888-0025"}, false},
		"a letter that the text layer gives": {1, []string{"ACS Support Stap 5050", "Kansas City, MO 64121-9236"}, false},
	} {
		o := post{Value: tt.lines, Confidence: tt.confidence}
		if told := len(sureOf([]post{o, o})) > 0; slipped(o) != tt.want || told == tt.want {
			t.Errorf("%s: a slip: %v; told: %v", name, !tt.want, told)
		}
	}
}

// Where two readings take the sentence above an address differently, it is for one purpose.
func TestAnAddressForOnePurpose(t *testing.T) {
	const right = "Fresno, CA 93779-4017"
	answer := swap(t, asksTo(t, right), "Mail your request for a hearing to:", "Send your response to:")
	s := answer.open(false)
	for need := s.Need(); len(need) > 0; need = s.Need() {
		for _, r := range need {
			if r.Effort == extract.SecondOpinion {
				s.Add(answer.answer(r, noticed.HowOCR, 0.97))
			} else {
				s.Add(asksTo(t, right).answer(r, noticed.HowOCR, 0.7))
			}
		}
	}
	a := only(t, s.Notices())
	if hearing, reply := addressFor(a, noticed.AddressHearingRequest), addressFor(a, noticed.AddressReply); !strings.HasSuffix(hearing, right) || reply != "" {
		t.Errorf("a hearing is asked for at %q, an answer goes to %q", hearing, reply)
	}
}

// Two readings that are alike bear an address out, unless another is as clear and has it
// otherwise.
func TestReadingsOfAnAddress(t *testing.T) {
	const a, b = "San Francisco, CA 94120-7704", "San Francisco, CA 94126-7704"
	seen := func(line string, confidence float64) post { return post{Value: []string{line}, Confidence: confidence} }
	for name, tt := range map[string]struct {
		seen []post
		want string
	}{
		"one that is clear":                  {[]post{seen(a, 0.9)}, a},
		"one that is not":                    {[]post{seen(a, 0.89)}, ""},
		"two alike":                          {[]post{seen(a, 0.4), seen(a, 0.7)}, a},
		"three that can hardly be read":      {[]post{seen(a, 0.4), seen(a, 0.45), seen(a, 0.1)}, a},
		"two that can hardly be read":        {[]post{seen(a, 0.4), seen(a, 0.45)}, ""},
		"another that is less clear":         {[]post{seen(b, 0.6), seen(a, 0.7), seen(a, 0.6)}, a},
		"another that is as clear":           {[]post{seen(b, 0.7), seen(a, 0.7), seen(a, 0.6)}, ""},
		"two that are clear, not alike":      {[]post{seen(a, 0.93), seen(b, 0.95)}, ""},
		"the clearer of two is the one most": {[]post{seen(b, 0.93), seen(a, 0.95), seen(a, 0.6)}, a},
	} {
		if got := strings.Join(sureOf(tt.seen), " "); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
