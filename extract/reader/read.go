package reader

import (
	"errors"
	"fmt"
	"slices"

	"noticed"
	"noticed/extract"
	"noticed/extract/format"
	"noticed/extract/ocr"
	"noticed/extract/pdftext"
	"noticed/extract/raster"
)

const (
	// pad is read beyond a region on all sides, so that a word on its edge is read
	// whole: half an amount looks like an amount.
	pad = 0.02
	// linePad is as much above and below a line, which its neighbours must not
	// enter.
	linePad = 0.005
	// edge is how near to the edge of what was cut out a word is taken for cut
	// through, in fractions of the page.
	edge = 0.002
	// lineHeight and blockHeight are the regions' heights up to which they are
	// taken for one line and for one even block.
	lineHeight, blockHeight = 0.022, 0.4
	// drawPixels bounds what PDFium draws: four times A4 at 200 dpi.
	drawPixels = 25_000_000
	// kept pictures: the page at hand at both resolutions.
	kept = 2
)

func (d *Document) readText(r extract.Request) (extract.Answer, error) {
	a := extract.Answer{Request: r, Words: []extract.Word{}, How: noticed.HowText}
	if !d.pages[r.Page-1].TextLayer {
		return a, nil
	}
	l, err := d.text.Layer(r.Page - 1)
	if err != nil {
		return a, err
	}
	a.Words = inside(l.Words, r.Region)
	return a, nil
}

// readAgain reads by other means than the first time. A text layer both engines
// agreed on is read by PDFium alone; one that only PDFium could read, from a
// picture of the page. A picture is read at another resolution, as another kind
// of layout.
func (d *Document) readAgain(r extract.Request) (extract.Answer, error) {
	if d.pages[r.Page-1].TextLayer {
		l, err := d.text.Layer(r.Page - 1)
		if err != nil {
			return extract.Answer{}, err
		}
		if l.Engine == pdftext.Ledongthuc {
			return extract.Answer{Request: r, Words: inside(l.Words, r.Region), How: noticed.HowText}, nil
		}
	}
	layout := ocr.Column
	switch h := r.Region.Height(); {
	case h <= lineHeight:
		layout = ocr.Line
	case h <= blockHeight:
		layout = ocr.Block
	}
	p, err := d.picture(r.Page-1, raster.SecondDPI)
	if err != nil {
		return extract.Answer{}, err
	}
	return d.recognise(r, p.Part, layout)
}

// readClosely reads a small region with the lines around it: Tesseract reads a
// lone line worse than a block.
func (d *Document) readClosely(r extract.Request) (extract.Answer, error) {
	dpi := float64(raster.SecondDPI)
	if r.Effort == extract.PlainLook || r.Effort == extract.PlainDigits {
		dpi = raster.FirstDPI
	}
	p, err := d.picture(r.Page-1, dpi)
	if err != nil {
		return extract.Answer{}, err
	}
	switch {
	case r.Effort.Digits():
		return d.recognise(r, p.TallPart, ocr.Block)
	case r.Effort == extract.FiguresLook:
		return d.recognise(r, p.Part, ocr.Figures)
	case r.Effort == extract.PlainLook:
		return d.recognise(r, p.Part, ocr.Block)
	}
	return d.recognise(r, p.SmoothPart, ocr.Block)
}

// readPicture reads a page's picture for the first time. Where hardly a word is
// clear the page may stand on its head, its print having too few letters that rise
// above the line for that to show: it is read the other way up as well.
func (d *Document) readPicture(r extract.Request) (extract.Answer, error) {
	a, err := d.readFirst(r)
	at := d.poses[r.Page-1]
	if err != nil || at.looked {
		return a, err
	}
	if quarters := lying(a.Words); quarters != 0 {
		at.turn = raster.Turn{Quarters: (at.turn.Quarters + quarters) % 4}
		d.turned(r.Page-1, at)
		if a, err = d.readFirst(r); err != nil {
			return a, err
		}
	}
	mean, enough := clearness(a.Words)
	if !enough && r.Region != noticed.WholePage {
		return a, nil // the top of a page: it may have nothing there
	}
	at.looked = true
	d.poses[r.Page-1] = at
	if !enough || mean >= unclear {
		return a, nil
	}
	whole := extract.Request{Page: r.Page, Region: noticed.WholePage, Effort: r.Effort}
	if r.Region != noticed.WholePage {
		asIs, err := d.readFirst(whole)
		if err != nil {
			return extract.Answer{}, err
		}
		mean, _ = clearness(asIs.Words)
	}
	d.turnOver(r.Page - 1)
	over, err := d.readFirst(whole)
	if err != nil {
		return extract.Answer{}, err
	}
	if c, enough := clearness(over.Words); !enough || c < max(mean, unclear) {
		d.turnOver(r.Page - 1)
		return a, nil
	}
	if r.Region == noticed.WholePage {
		over.Request = r
		return over, nil
	}
	return d.readFirst(r)
}

func (d *Document) readFirst(r extract.Request) (extract.Answer, error) {
	p, err := d.picture(r.Page-1, raster.FirstDPI)
	if err != nil {
		return extract.Answer{}, err
	}
	a, err := d.recognise(r, p.Part, ocr.Page)
	if err == nil && len(a.Words) == 0 && r.Region == noticed.WholePage && p.Printed() {
		return a, errors.New("it is not blank, and no word was recognised on it")
	}
	return a, err
}

// unclear is the mean confidence of words below which they make no sense: print
// that stands on its head has less, even poor print more.
const unclear = 0.6

// clearness is the mean confidence of the words of three letters and more, and
// whether there are enough to tell.
func clearness(words []extract.Word) (mean float64, enough bool) {
	const few = 8
	n, sum := 0, 0.0
	for _, w := range words {
		if len(w.Text) >= 3 {
			n++
			sum += w.Confidence
		}
	}
	return sum / float64(max(n, 1)), n >= few
}

// recognise reads a region that cut takes out of a picture. The words are those
// whose middle lies inside the region and that the cut did not go through.
func (d *Document) recognise(r extract.Request, cut func(noticed.Box) (raster.Part, error), l ocr.Layout) (extract.Answer, error) {
	high := pad
	if l == ocr.Line {
		high = linePad
	}
	around := noticed.Box{max(r.Region[0]-pad, 0), max(r.Region[1]-high, 0), min(r.Region[2]+pad, 1), min(r.Region[3]+high, 1)}
	part, err := cut(around)
	if err != nil {
		return extract.Answer{}, err
	}
	d.ocred++
	read, err := d.reader.ocr.Read(part.TIFF, l)
	if err != nil {
		return extract.Answer{}, err
	}
	words := make([]extract.Word, 0, len(read))
	for _, w := range read {
		b := part.Box(w.Box)
		if cutThrough(b, around) {
			continue
		}
		words = append(words, extract.Word{Text: w.Text, Box: b, Confidence: w.Confidence})
	}
	shape := float64(part.Page.Y) / float64(part.Page.X)
	return extract.Answer{Request: r, Words: inside(words, r.Region), How: noticed.HowOCR, Shape: shape}, nil
}

// cutThrough is whether a word touches a side of the cut that is not the
// page's.
func cutThrough(b, cut noticed.Box) bool {
	return cut[0] > 0 && b[0] < cut[0]+edge || cut[1] > 0 && b[1] <= cut[1] ||
		cut[2] < 1 && b[2] > cut[2]-edge || cut[3] < 1 && b[3] >= cut[3]
}

// inside picks the words whose middle lies in the region.
func inside(words []extract.Word, region noticed.Box) []extract.Word {
	in := make([]extract.Word, 0, len(words))
	for _, w := range words {
		if region.Holds(w.Box) {
			in = append(in, w)
		}
	}
	return in
}

// sheet is a picture of a page at a resolution, upright.
type sheet struct {
	page    int
	dpi     float64
	picture *raster.Picture
}

// picture gives page i (from 0) upright, drawing or decoding it if it is not at
// hand. Both resolutions are turned alike, so that boxes mean the same on both.
func (d *Document) picture(i int, dpi float64) (*raster.Picture, error) {
	for _, s := range d.pictures {
		if s.page == i && s.dpi == dpi {
			return s.picture, nil
		}
	}
	if !d.poses[i].looked && dpi != raster.FirstDPI {
		if _, err := d.readPicture(extract.Request{Page: i + 1, Region: noticed.WholePage}); err != nil {
			return nil, err
		}
	}
	p, err := d.draw(i, dpi)
	if err != nil {
		return nil, err
	}
	if err := d.straighten(p, i, dpi); err != nil {
		p.Close()
		return nil, err
	}
	// The second reading sees the page as it is: what the first lost with a rule
	// stays for it to find.
	if dpi == raster.FirstDPI {
		if err := p.EraseRules(); err != nil {
			p.Close()
			return nil, err
		}
	}
	if len(d.pictures) >= kept {
		d.pictures[0].picture.Close()
		d.pictures = d.pictures[1:]
	}
	d.pictures = append(d.pictures, sheet{i, dpi, p})
	return p, nil
}

// pose is how a page lies on its picture.
type pose struct {
	sheet  raster.Sheet
	turn   raster.Turn
	looked bool // its words were read, so that it is known which way up it stands
	soft   bool // it is out of focus
}

// lying is by how many quarters clockwise a page must be turned of which Tesseract found
// by itself that it lies on its side: the boxes of its words are higher than wide, one
// below the other or one above the other. It is 0 for all others.
func lying(words []extract.Word) (quarters int) {
	const few = 12
	long, high, down := 0, 0, 0
	for i, w := range words {
		if len(w.Text) < 4 {
			continue
		}
		long++
		if w.Box.Height() > w.Box.Width() {
			high++
			if i > 0 && w.Box.MidY() > words[i-1].Box.MidY() {
				down++
			}
		}
	}
	switch {
	case long < few || 4*high < 3*long:
		return 0
	case 2*down > high:
		return 3
	}
	return 1
}

// turnOver turns page i the other way up, for good.
func (d *Document) turnOver(i int) {
	at := d.poses[i]
	at.turn.Quarters = (at.turn.Quarters + 2) % 4
	d.turned(i, at)
}

// turned is told how page i lies, other than was known.
func (d *Document) turned(i int, at pose) {
	d.poses[i] = at
	d.pictures = slices.DeleteFunc(d.pictures, func(s sheet) bool {
		if s.page == i {
			s.picture.Close()
		}
		return s.page == i
	})
}

// straighten makes of the picture of page i an upright, sharp page in even light. What
// it finds out about the first picture of a page holds for all.
func (d *Document) straighten(p *raster.Picture, i int, dpi float64) error {
	at, known := d.poses[i]
	if !known {
		at.sheet = p.Sheet()
	}
	if err := p.Flatten(at.sheet, dpi); err != nil {
		return err
	}
	for _, clean := range []func() error{p.DropLid, p.EvenLight, p.Despeckle, p.Stretch} {
		if err := clean(); err != nil {
			return err
		}
	}
	if !known {
		at.soft = p.Soft()
	}
	if at.soft {
		if err := p.Sharpen(); err != nil {
			return err
		}
	}
	if err := p.LiftStains(); err != nil {
		return err
	}
	if !known {
		at.turn = p.Tilt()
		if d.poses == nil {
			d.poses = map[int]pose{}
		}
		d.poses[i] = at
	}
	if err := p.Apply(at.turn); err != nil {
		return err
	}
	return p.Sift()
}

func (d *Document) draw(i int, dpi float64) (*raster.Picture, error) {
	if d.format != format.PDF {
		return raster.Decode(d.data, d.format, i, dpi)
	}
	gray, at, release, err := d.pdf.Picture(i, dpi, drawPixels)
	if err != nil {
		return nil, err
	}
	defer release()
	if dpi == raster.FirstDPI {
		if err := d.damaged(i, gray); err != nil {
			return nil, err
		}
	}
	inked, err := d.inked(i)
	if err != nil {
		return nil, err
	}
	if inked {
		return d.drawWithoutInk(i, at)
	}
	p, err := raster.FromGray(gray, at)
	if err != nil {
		return nil, fmt.Errorf("drawing page %d: %w", i+1, err)
	}
	return p, nil
}

// inked says whether a page has ink of a colour on it.
func (d *Document) inked(i int) (bool, error) {
	if inked, ok := d.inks[i]; ok {
		return inked, nil
	}
	small, _, release, err := d.pdf.Color(i, raster.InkDPI, drawPixels)
	if err != nil {
		return false, err
	}
	defer release()
	inked, err := raster.Inked(small)
	if err != nil {
		return false, fmt.Errorf("drawing page %d: %w", i+1, err)
	}
	d.inks[i] = inked
	return inked, nil
}

func (d *Document) drawWithoutInk(i int, dpi float64) (*raster.Picture, error) {
	img, at, release, err := d.pdf.Color(i, dpi, drawPixels)
	if err != nil {
		return nil, err
	}
	defer release()
	p, err := raster.FromColor(img, at)
	if err != nil {
		return nil, fmt.Errorf("drawing page %d: %w", i+1, err)
	}
	return p, nil
}
