package layout

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"noticed"
	"noticed/classify/layout/typeset"
	"noticed/extract"
)

// at sets a line of words in running text.
func at(x, y float64, text string) []extract.Word {
	return typeset.Set(1, typeset.Line{X: x, Y: y, Text: text})
}

func page(words ...[]extract.Word) *Page {
	var all []extract.Word
	for _, w := range words {
		all = append(all, w...)
	}
	return New(typeset.Page(1, true), all)
}

func TestTwoColumnsStayTwo(t *testing.T) {
	p := page(
		at(36, 100, "As we notified you before, our records"), at(340, 100, "Billing Summary"),
		at(36, 112, "show unpaid taxes for the tax year"), at(340, 112, "Amount you owed"), at(520, 112, "$9,444.07"),
	)
	if len(p.Lines) != 2 || len(p.Lines[1].Cells) != 3 {
		t.Fatalf("got %d lines", len(p.Lines))
	}
	paragraphs := p.Paragraphs()
	if got := Join(paragraphs[0].Words()); got != "As we notified you before, our records show unpaid taxes for the tax year" {
		t.Errorf("the left column reads %q", got)
	}
	right, ok := p.Right(p.Lines[1].Cells[1])
	if !ok || right.Text() != "$9,444.07" {
		t.Errorf("right of the label: %q, %v", right.Text(), ok)
	}
	below, ok := p.Below(p.Lines[0].Cells[1], 1.2)
	if !ok || below.Text() != "Amount you owed" {
		t.Errorf("below the title: %q, %v", below.Text(), ok)
	}
}

func TestALineMayClimb(t *testing.T) {
	var words []extract.Word
	for i, w := range strings.Fields("Notice of intent to levy and of your right to a hearing") {
		words = append(words, at(40+float64(i)*45, 200-float64(i)*0.9, w)...)
	}
	words = append(words, at(40, 212, "the next line of the page")...)
	p := page(words)
	if len(p.Lines) != 2 {
		t.Fatalf("a slightly climbing line became %d lines", len(p.Lines)-1)
	}
}

// No word that is larger than a speck gets lost, whatever the page looks like.
func TestEveryWordHasItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var words []extract.Word
		n := rapid.IntRange(0, 40).Draw(t, "n")
		for range n {
			x, y := rapid.Float64Range(0, 0.9).Draw(t, "x"), rapid.Float64Range(0, 0.95).Draw(t, "y")
			w, h := rapid.Float64Range(0.01, 0.1).Draw(t, "w"), rapid.Float64Range(0.009, 0.02).Draw(t, "h")
			words = append(words, extract.Word{Text: rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "text"), Box: noticed.Box{x, y, x + w, y + h}, Confidence: 1})
		}
		count := 0
		for c := range New(typeset.Page(1, true), words).Cells {
			count += len(c.Words)
			if c.Box != Around(c.Words) {
				t.Fatalf("cell %q has box %v", c.Text(), c.Box)
			}
		}
		if count != n {
			t.Fatalf("%d words came in, %d came out", n, count)
		}
	})
}

func TestFoldAndAlike(t *testing.T) {
	for _, tt := range []struct {
		a, b  string
		alike bool
	}{
		{"Notice date", "NOTICE  DATE:", true},
		{"Billing Summary", "Bi11ing Surnmary", true},
		{"Social security number", "Social securlty numbor", true},
		{"Amount due", "Amount duo", true},
		{"Notice date", "Nobce date", true}, // two letters that run into one are one damage
		{"Nohce date", "Notice date", true},
		{"Security number", "Secunty number", true},
		{"Notice date", "Nobce dale", false},
		{"Notice", "Notion", false}, // too short to forgive
		{"Notice date", "Notice of intent", false},
	} {
		if got := Alike(Fold(tt.a), Fold(tt.b)); got != tt.alike {
			t.Errorf("%q and %q: %v", tt.a, tt.b, got)
		}
	}
	if i := Index(Fold("please send this portlon with your payment"), Fold("this portion")); i != len(Fold("please send ")) {
		t.Errorf("a phrase with a damaged letter was found at %d", i)
	}
}

func TestRunLeadsBackToWords(t *testing.T) {
	p := page(at(36, 100, "by February 20 , 2018 or call"))
	run := NewRun(p.Lines[0].Cells[0].Words)
	i := strings.Index(run.Text, "February")
	words := run.Between(i, i+len("February 20 , 2018"))
	if Join(words) != "February 20 , 2018" {
		t.Errorf("got %q", Join(words))
	}
}

// A capital letter as narrow as a stroke is an I, and not for sure.
func TestALetterAsNarrowAsAStroke(t *testing.T) {
	for _, tt := range []struct {
		read       string
		confidence float64
		width      float64
		want       string
	}{
		{"T", 0.9, 0.002, "I 0.25"}, {"T", 0.9, 0.008, "T 0.90"}, {"I", 0.9, 0.002, "I 0.90"},
		{"T", 1, 0.002, "T 1.00"}, // of a text layer
	} {
		page := New(extract.Page{Number: 1, Width: 612, Height: 792}, []extract.Word{{Text: tt.read, Confidence: tt.confidence, Box: noticed.Box{0.1, 0.1, 0.1 + tt.width, 0.11}}})
		w := page.Lines[0].Cells[0].Words[0]
		if got := fmt.Sprintf("%s %.2f", w.Text, w.Confidence); got != tt.want {
			t.Errorf("%s at %.2f, %v of the page wide: %s; want %s", tt.read, tt.confidence, tt.width, got, tt.want)
		}
	}
}

// An ampersand whose box dirt made wider reaches under the word before it and stays in its
// line.
func TestASignThatReachesUnderAWord(t *testing.T) {
	words := []extract.Word{{Text: "RUIZ", Box: noticed.Box{0.102, 0.175, 0.154, 0.185}}, {Text: "&", Box: noticed.Box{0.148, 0.173, 0.158, 0.19}}, {Text: "DAUGHTERS", Box: noticed.Box{0.16, 0.176, 0.261, 0.185}}}
	if p := New(typeset.Page(1, true), words); len(p.Lines) != 1 || Join(p.Lines[0].Cells[0].Words) != "RUIZ & DAUGHTERS" {
		t.Errorf("%d lines, the first %q", len(p.Lines), p.Lines[0].Cells[0].Text())
	}
}
