package legible

import (
	"testing"

	"pgregory.net/rapid"

	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
)

func of(confidence float64, lines ...string) Sense {
	var set []typeset.Line
	for i, l := range lines {
		set = append(set, typeset.Line{X: 30, Y: 40 + 14*float64(i), Size: 6, Text: l})
	}
	return Of(layout.New(typeset.Page(1, false), typeset.Set(confidence, set...)))
}

// What Tesseract made of a CP504 copied at 100 dots an inch, and out of focus.
var ruined = []string{
	"Lele Teed wk eter meee ow seen Pe ee Nem of anemas te oe Intent te",
	"wire your state tas trfend or ethers property Amount dar benerdiatets",
	"ee ba the Baines Sanennees sien et tom Rane Sie omens Ga SE staal oe ee pane pee a a",
	"ee slid oe alles pees ont lle te fede 6 oN he ated ee ote At 8 nae fs ain ne ee pe",
	"eta fee a HE Me Taek Gant Sane oa Semmcnnd doe by Septrenice S04 tit een",
}

func TestGarbled(t *testing.T) {
	for name, tt := range map[string]struct {
		confidence float64
		lines      []string
		want       bool
	}{
		"a ruined scan":                           {0.34, ruined, true},
		"the same in a text layer":                {1, ruined, true},
		"noise in crumbs":                         {1, []string{"e ie . oa ~ te =n a Ss i, ea Pat ee ae oS", "ir rn ‘ a Ae as ee on iw ES fe a LS tH ox", "we re 7 a on ag eo S a Nd"}, true},
		"a few words, dim":                        {0.3, []string{"Sanennees benerdiatets alles"}, true},
		"a letter":                                {1, []string{"Dear Jo, thank you for the beans. The garden here has been", "fine this year, and we hope to see you again before winter."}, false},
		"a letter, dim but legible":               {0.5, []string{"We have received your payment and will apply it to the balance", "of your account. Please call if you have any question about this letter."}, false},
		"a form with hardly a sentence":           {1, []string{"Form W-2 Wage and Tax Statement 2021", "Employer's name, address, and ZIP code", "Harborquist Tileworks Inc", "14 Zephyr Lane", "Wages, tips, other compensation 41,220.18", "Federal income tax withheld 5,152.00"}, false},
		"a column of figures":                     {1, []string{"1,204.00 33.10 8.77", "03/12/2021 04/15/2021 9,100.00", "12 14 99 1001"}, false},
		"a name and address":                      {1, []string{"QUENTIN & ZORA VANDERKAMP", "77 WIGGLESWORTH TER", "XENIA, OH 00000"}, false},
		"nothing":                                 {1, nil, false},
		"a page number, dim":                      {0.4, []string{"- 4 -"}, false},
		"a Spanish letter about a federal notice": {1, []string{"Usted debe impuestos según este aviso. Por favor llame al número de", "teléfono antes de la fecha para pagar el saldo de sus ingresos."}, false},
	} {
		if got := of(tt.confidence, tt.lines...); got.Garbled() != tt.want {
			t.Errorf("%s: garbled is %v: %+v", name, got.Garbled(), got)
		}
	}
}

// Few words are clear where recognition is sure of them and they are words.
func TestClear(t *testing.T) {
	note := []string{"Hello Wanda, please look at this notice", "and call, thanks"}
	for name, tt := range map[string]struct {
		confidence float64
		lines      []string
		want       bool
	}{
		"a note":         {0.9, note, true},
		"a dim note":     {0.7, note, false},
		"sure nonsense":  {0.9, []string{"Sanennees benerdiatets alles teed please"}, false},
		"figures only":   {0.9, []string{"1,204.00 33.10"}, false},
		"nothing at all": {1, nil, false},
	} {
		if got := of(tt.confidence, tt.lines...); got.Clear() != tt.want {
			t.Errorf("%s: clear is %v: %+v", name, got.Clear(), got)
		}
	}
}

// Letters drawn by chance are garbled, however clearly they were read.
func TestChanceMakesNoSense(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z]{4,9}`), 30, 60).Draw(t, "words")
		line := ""
		for _, w := range words {
			line += w + " "
		}
		if s := of(1, line); !s.Garbled() {
			t.Fatalf("%+v", s)
		}
	})
}
