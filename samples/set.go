package samples

import (
	"fmt"
	"math/rand/v2"
	"time"

	"noticed"
	"noticed/samples/expect"
	"noticed/samples/layout"
	"noticed/samples/letter"
	"noticed/samples/notice"
	"noticed/samples/othermail"
)

// Member is a document of the committed set, samples/mail.
type Member struct {
	Name string // without extension
	Make func() (Document, error)
}

// member is a notice of the set as it is written down here.
type member struct {
	name   string
	seed   uint64
	code   string
	medium Medium
	tamper bool
	wish   func(*notice.Notice, *layout.Style) bool // what the notice must be like; may set the style
}

// draw tries the seeds from the member's own on until one gives what is wished
// for.
func (m member) draw() (Spec, *rand.Rand) {
	for seed := m.seed; ; seed++ {
		r := rand.New(rand.NewPCG(seed, 900))
		n := notice.Draw(r, m.code)
		s := layout.DrawStyle(r, n)
		s.MaxPages, s.Stuffer, s.Rates, s.CouponLast = 2, false, false, false
		if m.wish(n, &s) {
			return Spec{Notice: n, Style: s, Medium: m.medium, Tamper: m.tamper}, r
		}
	}
}

func block(s *layout.Style) bool { s.Design = layout.Block; return true }
func redesign(n *notice.Notice, s *layout.Style) bool {
	s.Design = layout.Redesign
	return n.Date.Year >= 2023
}

var members = []member{
	{"cp14_block", 100, notice.CP14, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		s.CouponFirst, s.ByLine = true, false
		return block(s) && n.People.Joint && n.ID.Last4 != ""
	}},
	{"cp14_redesign", 200, notice.CP14, Text, false, redesign},
	{"cp504_block_pay_by", 300, notice.CP504, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.PayBy != nil
	}},
	{"cp504_redesign", 400, notice.CP504, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return redesign(n, s) && n.PayBy == nil
	}},
	{"lt11_block_periods", 500, notice.LT11, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		s.ByLine, s.CouponFirst = true, false
		return block(s) && len(n.Periods) == 3
	}},
	{"lt11_redesign_hearing_by", 600, notice.LT11, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return redesign(n, s) && n.Hearing != nil && !notice.BusinessDay(n.Date.AddDays(30))
	}},
	{"cp14_hundred_thousand", 700, notice.CP14, G4, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.Balance == 100_000_00 && n.Date.Month == time.December
	}},
	{"cp504_scan", 800, notice.CP504, G4, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.PayBy == nil && n.ID.Last4 == ""
	}},
	{"lt11_scan", 900, notice.LT11, G4, false, func(n *notice.Notice, s *layout.Style) bool {
		return redesign(n, s) && len(n.Periods) == 2 && !n.Business()
	}},
	{"cp504_fax", 1000, notice.CP504, TIFF, false, func(n *notice.Notice, s *layout.Style) bool {
		return redesign(n, s) && n.PayBy != nil
	}},
	{"lt11_business", 1100, notice.LT11, TIFF, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.Business() && len(n.Periods) > 1
	}},
	{"cp14_page", 1200, notice.CP14, PNG, false, func(_ *notice.Notice, s *layout.Style) bool {
		s.MaxPages = 1
		return block(s)
	}},
	{"cp501_block", 3010, notice.CP501, Text, false, func(n *notice.Notice, s *layout.Style) bool { return block(s) && n.PayBy != nil }},
	{"cp12_refund", 3100, notice.CP12, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.DisputeBy != nil && n.Rows[len(n.Rows)-1].Label == "Payments and credits"
	}},
	{"cp21a_decrease", 3200, notice.CP21A, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return redesign(n, s) && n.Rows[1].Unsigned
	}},
	{"cp49_applied", 3310, notice.CP49, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.Balance < 0 && n.Rows[0].Label != "Refund due"
	}},
	{"cp508c_abroad", 3400, notice.CP508C, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.Country != "" && len(n.Periods) == 3
	}},
	{"cp3219n_scan", 3800, notice.CP3219N, G4, false, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.Marked != "" && n.Country == ""
	}},
	{"cp90_scan", 3950, notice.CP90, G4, false, func(n *notice.Notice, s *layout.Style) bool {
		s.Enclosed = false
		return redesign(n, s) && len(n.Periods) == 2 && n.Hearing != nil
	}},
	{"l1058_scan", 3100, notice.L1058, G4, false, func(n *notice.Notice, s *layout.Style) bool {
		s.Design, s.Enclosed = letter.Field, false
		return len(n.Periods) == 3 && !n.Business() && n.ID.Last4 != "" && n.Hearing == nil
	}},
	{"cp523_terminated", 3500, notice.CP523, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return redesign(n, s) && n.TerminateOn != nil && *n.TerminateOn == n.Date.AddDays(30) && len(n.Periods) == 2 && !n.Business() && len(n.Rows) == 1
	}},
	{"cp2000_proposed", 3600, notice.CP2000, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		return redesign(n, s) && n.ReplyBy != nil && n.PayBy == nil && n.Balance > 0 && len(n.Payers) == 2
	}},
	{"cp297_fiscal", 4000, notice.CP297, TIFF, false, func(n *notice.Notice, s *layout.Style) bool {
		s.Enclosed = false
		return block(s) && len(n.Periods) == 1 && n.Periods[0].End.Month != time.December && !n.Periods[0].Quarterly
	}},
	{"cp515_legacy", 3700, notice.CP515, Text, false, func(n *notice.Notice, s *layout.Style) bool {
		s.Design = layout.Legacy
		return n.ReplyBy != nil
	}},
	{"cp14_altered", 1300, notice.CP14, Text, true, func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.ID.Last4 != ""
	}},
}

// Set is the committed set. Those of other producers are not made here: their
// bytes stand in samples/mail, and only their truth is known to the generator.
func Set() []Member {
	var set []Member
	for _, m := range members {
		set = append(set, Member{m.name, func() (Document, error) {
			s, r := m.draw()
			d, err := s.Make(r)
			if err != nil {
				return Document{}, fmt.Errorf("making sample %s: %w", m.name, err)
			}
			d.Truth.Seed, d.Truth.File = m.seed, m.name+m.medium.extension()
			return d, nil
		}})
	}
	for _, m := range others {
		set = append(set, Member{m.name, func() (Document, error) {
			d, err := Other(rand.New(rand.NewPCG(m.seed, 1)), m.kind, m.medium)
			if err != nil {
				return Document{}, fmt.Errorf("making sample %s: %w", m.name, err)
			}
			d.Truth.Seed, d.Truth.File = m.seed, m.name+m.medium.extension()
			return d, nil
		}})
	}
	return set
}

// others are the pieces of mail in the set that are no notices.
var others = []struct {
	name   string
	seed   uint64
	kind   othermail.Kind
	medium Medium
}{
	{"bank_letter", 1, othermail.Bank, Text},
	{"state_levy_scan", 2, othermail.StateLevy, G4},
	{"transcript", 3, othermail.Transcript, Text},
}

// ForeignMember is a document of the set that another program wrote.
type ForeignMember struct {
	Name  string
	Maker string
	draw  member
	pages int
}

// Foreign are the documents of the set that other programs wrote; see
// samples/producers.
func Foreign() []ForeignMember {
	plain := func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && n.Balance < 100_000_00 && n.ID.Last4 != "" && (n.Code != notice.CP504 || n.PayBy == nil)
	}
	several := func(n *notice.Notice, s *layout.Style) bool {
		return block(s) && len(n.Periods) == 2 && !n.Business()
	}
	return []ForeignMember{
		{"cp14_libreoffice", "libreoffice", member{seed: 2100, code: notice.CP14, wish: plain}, 2},
		{"cp504_chromium", "chromium", member{seed: 2200, code: notice.CP504, wish: plain}, 2},
		{"lt11_ghostscript", "ghostscript", member{seed: 2300, code: notice.LT11, wish: several}, 2},
		{"cp504_cairo", "cairo", member{seed: 2400, code: notice.CP504, wish: func(n *notice.Notice, s *layout.Style) bool { return redesign(n, s) && n.PayBy != nil }}, 2},
	}
}

// Notice is what the document says and how it is laid out.
func (m ForeignMember) Notice() (*notice.Notice, layout.Style) {
	s, _ := m.draw.draw()
	return s.Notice, s.Style
}

// Truth is the truth of the document.
func (m ForeignMember) Truth() expect.Document {
	n, style := m.Notice()
	e := n.Expected()
	for k := range m.pages {
		e.Pages = append(e.Pages, k+1)
	}
	return expect.Document{
		File: m.Name + ".pdf", Medium: string(Text), Design: string(style.Design), Producer: m.Maker,
		Seed: m.draw.seed, Kind: noticed.KindNotice, Pages: m.pages, Notices: []expect.Notice{e},
	}
}
