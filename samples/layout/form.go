package layout

import (
	"fmt"
	"math/rand/v2"

	"noticed"
	"noticed/samples/notice"
	"noticed/samples/page"
)

// Form is where things stand within a design: what one hand sets beside a label
// another sets under it.
type Form struct {
	Header   HeaderForm
	Coupon   HeaderForm
	Number   NumberForm
	Headline HeadlineForm
	Narrow   bool // the summary is so narrow that labels wrap
	Footer   bool // later pages end with the code and its revision
	Below    bool // the summary stands under the prose, not beside it
	Lined    bool // tables have lines around every cell
	Split    bool // a long label of the header goes on below its value
	Dates    DateForm
}

// DateForm is how dates are written: those with dashes and slashes are for the
// notice date in the header and on the stub.
type DateForm int

// The forms of dates.
const (
	InWords DateForm = iota // January 30, 2018
	Dashed                  // 01-30-2018
	Short                   // Jan. 30, 2018, wherever a day stands
	Slashed                 // 01/30/2018
)

// Write writes a date in the form.
func (f DateForm) Write(d noticed.Date) string {
	switch f {
	case Dashed:
		return fmt.Sprintf("%02d-%02d-%d", d.Month, d.Day, d.Year)
	case Slashed:
		return fmt.Sprintf("%02d/%02d/%d", d.Month, d.Day, d.Year)
	case Short:
		month := d.Month.String()
		if len(month) > 4 {
			month = month[:3] + "."
		}
		return fmt.Sprintf("%s %d, %d", month, d.Day, d.Year)
	}
	return notice.Long(d)
}

// Act writes the day for an act in the form.
func (f DateForm) Act(d noticed.Date) string {
	if f == Short {
		return f.Write(d)
	}
	return notice.Long(d)
}

// HeaderForm is how labels and values stand.
type HeaderForm int

// The forms of labels and values.
const (
	Columns HeaderForm = iota // values in a column of their own
	Flush                     // values end at the right margin
	Colon                     // "Notice: CP14"
	Boxed                     // columns in a frame
	Stacked                   // values under their labels
	Across                    // labels in a row, values in the next; coupons only
)

// NumberForm is where "Page n of m" stands.
type NumberForm int

// The places of the page number.
const (
	InHeader NumberForm = iota
	OnTop
	AtFoot // of later pages; on page 1 it stands above the coupon
)

// HeadlineForm is how the headline and its amount stand.
type HeadlineForm int

// The forms of the headline.
const (
	AtLeft HeadlineForm = iota
	Centered
	Apart // the amount at the right margin
)

func drawForm(r *rand.Rand) Form {
	f := Form{Narrow: r.IntN(100) < 20, Footer: r.IntN(100) < 20}
	pick := func(weights ...int) int {
		n := r.IntN(100)
		for i, w := range weights {
			if n -= w; n < 0 {
				return i
			}
		}
		return 0
	}
	f.Header = HeaderForm(pick(56, 12, 12, 12, 8))
	f.Coupon = []HeaderForm{Columns, Colon, Across}[pick(64, 16, 20)]
	f.Number = NumberForm(pick(70, 15, 15))
	f.Headline = HeadlineForm(pick(76, 10, 14))
	return f
}

// pairs prints labels and values from left on and returns the y below.
// A block too wide for the left edge asked for moves to the left.
func (p *press) pairs(f HeaderForm, rows []row, left, y, size, step float64) float64 {
	const right = 592
	s := p.sheet
	label, value := p.say.labelFace, p.say.valueFace
	labels, values := 0.0, 0.0
	for _, r := range rows {
		labels = max(labels, p.width(label, size, r.label))
		values = max(values, p.width(value, size, r.value))
	}
	at := left + labels + 10
	if f == Boxed && p.voiced() {
		values += 5
	}
	if over := at + values - right; over > 0 && f != Across && f != Stacked {
		left, at = left-over, at-over
	}
	top := y
	switch f {
	case Stacked:
		for _, r := range rows {
			s.Put(left, y, size-0.8, label, r.label)
			s.Put(left, y+size*1.05, size, value, r.value)
			y += size*1.05 + step*0.95
		}
		return y
	case Across:
		x := left
		for _, r := range rows {
			s.Put(x, y, size-0.6, label, r.label)
			s.Put(x, y+step, size, value, r.value)
			x += max(p.width(label, size-0.6, r.label), p.width(value, size, r.value)) + 26
		}
		return y + 2*step
	case Colon:
		for _, r := range rows {
			s.Put(left, y, size, label, r.label+":")
			s.Put(left+p.width(label, size, r.label+": "), y, size, value, r.value)
			y += step
		}
		return y
	}
	apart := p.chance(25) // all labels, then all values, in the file
	ruled := f != Boxed && p.chance(35)
	put := func(r row, y float64) {
		x := at
		if f == Flush {
			x = right - p.width(value, size, r.value)
		}
		s.Put(x, y, size, value, r.value)
	}
	for _, r := range rows {
		s.Put(left, y, size, label, r.label)
		if ruled {
			s.Rule(left, right, y+size*0.32, 0.4)
		}
		if !apart {
			put(r, y)
		}
		y += step
	}
	if apart {
		for i, r := range rows {
			put(r, top+float64(i)*step)
		}
	}
	if f == Boxed {
		s.Frame(left-5, top-size-3, right, y-step+size*0.5, 0.7)
		y += 4
	}
	return y
}

// pageNumber prints "Page n of m" where it does not stand in the header.
func (p *press) pageNumber() {
	text := fmt.Sprintf("Page %d of %d", p.number(), p.of)
	switch p.s.Form.Number {
	case OnTop:
		p.sheet.Right(p.m, p.right, 30, 8.4, page.Regular, text)
	case AtFoot:
		y := 768.0
		if p.number() == 1 && !p.noStub() {
			y = p.couponTop() - 6
		}
		p.sheet.Put(p.left, y, 8.4, page.Regular, text)
	}
}
