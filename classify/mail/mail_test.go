package mail

import (
	"testing"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/layout/typeset"
	"noticed/classify/sheet"
)

func tell(lines ...typeset.Line) Mail {
	page := layout.New(typeset.Page(1, true), typeset.Set(1, lines...))
	return Tell([]*sheet.Sheet{sheet.Read(page, noticed.HowText, true, false, func(string, bool) bool { return false })})
}

func at(y float64, text string) typeset.Line { return typeset.Line{X: 60, Y: y, Text: text} }

func TestTell(t *testing.T) {
	for name, tt := range map[string]struct {
		lines []typeset.Line
		want  Mail
	}{
		"a state's levy": {
			[]typeset.Line{at(60, "State of Franklin"), at(72, "Department of Revenue"), at(120, "Notice of intent to levy"), at(200, "You owe personal income tax for 2021. Pay $1,204.00 by March 3, 2024.")},
			Mail{Seems: "state tax notice", Issuer: "State of Franklin, Department of Revenue", Sure: true, Titled: true, Apart: true},
		},
		"a bank that holds an account for the IRS": {
			[]typeset.Line{at(60, "First Bank of Springfield"), at(72, "Legal Order Processing"), at(200, "We received a levy from the Internal Revenue Service and placed a hold on your account ending 4411.")},
			Mail{Seems: "bank letter", Issuer: "First Bank of Springfield", Sure: true, Titled: true, Apart: true},
		},
		"a warrant that is none": {
			[]typeset.Line{at(60, "TAX PROCESSING UNIT"), at(90, "DISTRAINT WARRANT"), at(200, "Call immediately to avoid garnishment of wages and bank accounts.")},
			Mail{Seems: "scam or imitation of the IRS", Issuer: "TAX PROCESSING UNIT", Sure: true, Titled: true, Apart: true},
		},
		"a transcript": {
			[]typeset.Line{at(40, "Internal Revenue Service"), at(60, "Account Transcript"), at(80, "This Product Contains Sensitive Taxpayer Data")},
			Mail{Seems: "IRS transcript", Issuer: "Internal Revenue Service", Sure: true, Titled: true, Apart: true},
		},
		"a page with nothing on it": {nil, Mail{Seems: Blank, Sure: true}},
		"a letter that could be anything": {
			[]typeset.Line{at(60, "Jo Example"), at(200, "The weather here has been fine and the garden is full of beans again this year.")},
			Mail{Seems: Unknown, Issuer: "Jo Example"},
		},
	} {
		got := tell(tt.lines...)
		got.Voice = 0
		if got != tt.want {
			t.Errorf("%s: got %+v, want %+v", name, got, tt.want)
		}
	}
}

func TestMistakesInTheTableAreFound(t *testing.T) {
	for _, bad := range []string{"k,w,n,p\nbank,title,much,bank\n", "k,w,n,p\nbank,below,2,bank\n", "k,w,n,p\nbank,any,2\n"} {
		if _, err := parse([]byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
