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
		"the service's name above a line that begins with an S": {
			[]typeset.Line{at(40, "Department of the Treasury"), at(52, "Internal Revenue Service"), at(64, "Stop 333-D"), at(76, "Atlanta, GA 30308")},
			Mail{Seems: Unknown, Issuer: "Department of the Treasury"},
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

// Who sent it stands where such paper says so.
func TestIssuer(t *testing.T) {
	for name, tt := range map[string]struct {
		lines         []typeset.Line
		seems, issuer string
	}{
		"the employer in the box of a W-2": {[]typeset.Line{at(40, "a Employee's social security number 900-11-0000"), at(60, "c Employer's name, address, and ZIP code"), at(72, "Harborquist Tileworks Inc"), at(84, "14 Zephyr Lane"),
			at(110, "e Employee's first name and initial"), at(122, "JO EXAMPLE"), at(300, "Form W-2 Wage and Tax Statement 2021"), at(320, "Department of the Treasury - Internal Revenue Service")}, "wage or income statement", "Harborquist Tileworks Inc"},
		"the payer below a label of two lines": {[]typeset.Line{at(40, "PAYER'S name, street address, city or town, state or province, country, ZIP"), at(52, "or foreign postal code, and telephone no."), at(64, "Ninefold Orchards LLC"),
			at(90, "PAYER'S TIN"), at(120, "RECIPIENT'S name"), at(132, "JO EXAMPLE"), at(200, "Form 1099-NEC"), at(212, "Nonemployee Compensation")}, "wage or income statement", "Ninefold Orchards LLC"},
		"who furnished the form did not pay":      {[]typeset.Line{at(40, "Department of the Treasury Internal Revenue Service"), at(60, "Form 1099-INT"), at(72, "Interest Income"), at(90, "RECIPIENT'S TIN"), at(110, "Federal income tax withheld")}, "wage or income statement", ""},
		"social security":                         {[]typeset.Line{at(40, "FORM SSA-1099 - SOCIAL SECURITY BENEFIT STATEMENT"), at(60, "Box 1. Name"), at(72, "JO EXAMPLE"), at(90, "Net Benefits for 2021")}, "wage or income statement", "Social Security Administration"},
		"an advertiser in what it says it is not": {[]typeset.Line{at(40, "FEDERAL TAX LIEN NOTIFICATION"), at(100, "Reduce your tax debt now. Free consultation, no obligation."), at(600, "Brightwater Tax Help is a private company and is not affiliated with the IRS.")}, "advertising", "Brightwater Tax Help"},
		"who prints an article":                   {[]typeset.Line{at(40, "Understanding Your CP504 Notice"), at(60, "Last reviewed: May 3, 2022 | 6 min read"), at(100, "You are not alone. Here is what it means."), at(700, "Copyright 2022 Sensible Ledger. Not tax advice.")}, "article", "Sensible Ledger"},
		"a fax by its sender":                     {[]typeset.Line{at(40, "FAX COVER SHEET"), at(70, "To: IRS, ACS Support"), at(82, "From: Ada Quill, CPA"), at(94, "Fax: 855-555-0100"), at(106, "Pages: 4 including cover")}, "fax cover", "Ada Quill, CPA"},
		"a court":                                 {[]typeset.Line{at(40, "UNITED STATES TAX COURT"), at(52, "WASHINGTON, DC 20217"), at(100, "Docket No. 1234-22"), at(130, "Petitioner v. Commissioner of Internal Revenue, Respondent")}, "court mail", "UNITED STATES TAX COURT"},
		"a collector for the IRS":                 {[]typeset.Line{at(40, "Ridgeline Recovery Group"), at(120, "The IRS has placed your overdue tax account with us. We are a private collection agency."), at(140, "This is an attempt to collect a debt.")}, "invoice or bill", "Ridgeline Recovery Group"},
		"a return":                                {[]typeset.Line{at(40, "U.S. Individual Income Tax Return"), at(60, "Your first name and middle initial, last name"), at(72, "JO EXAMPLE"), at(84, "Filing status"), at(500, "Form W-2 withholding"), at(700, "Under penalties of perjury, I declare that I have examined this return. Paid preparer")}, "form filled in for the IRS", "JO EXAMPLE"},
	} {
		if got := tell(tt.lines...); got.Seems != tt.seems || got.Issuer != tt.issuer || !got.Sure {
			t.Errorf("%s: got %+v, want a sure %q from %q", name, got, tt.seems, tt.issuer)
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
