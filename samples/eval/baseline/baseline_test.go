package baseline

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"noticed"
)

// What an evening's work gets right of an easy notice, so that the comparison
// compares with something that works.
func TestUnderstandsAnEasyNotice(t *testing.T) {
	a := Understand(`Department of the Treasury             Notice            CP14
Internal Revenue Service               Tax year          2021
                                       Notice date       July 18, 2022
                                       Social Security number  XXX-XX-1234
                                       To contact us     1-800-829-0922

   JAMES & KAREN Q HINDS
   22 BOULDER STREET
   HANSON, CT 00000-7253

You have unpaid taxes for 2021
Amount due: $1,075.21

Our records show unpaid taxes (Form 1040).    Billing Summary
                                              Tax you owed                $3,000.00
                                              Payments and credits        -2,000.00
                                              Interest charges                75.21
                                              Amount due by August 8, 2022  $1,075.21
`)
	switch {
	case a.Kind != noticed.KindNotice || a.Notice.Code != "CP14":
		t.Errorf("%s %+v", a.Kind, a.Notice)
	case a.NoticeDate.Value.String() != "2022-07-18", a.Balance.Value != 107521, a.Taxpayer.IDLast4.Value != "1234":
		t.Errorf("%+v %+v %+v", a.NoticeDate, a.Balance, a.Taxpayer)
	case len(a.Taxpayer.Names) != 1 || a.Taxpayer.Names[0] != "JAMES & KAREN Q HINDS" || !a.Taxpayer.Joint:
		t.Errorf("%+v", a.Taxpayer)
	case len(a.Periods) != 1 || a.Periods[0].Form != "1040" || a.Periods[0].TaxYear != 2021:
		t.Errorf("%+v", a.Periods)
	case len(a.Amounts) != 3 || a.Amounts[1].Value != -200000 || a.Amounts[2].Role != noticed.AmountInterest:
		t.Errorf("%+v", a.Amounts)
	case len(a.Deadlines) != 1 || a.Deadlines[0].Action != noticed.ActPay || a.Deadlines[0].Date.String() != "2022-08-08":
		t.Errorf("%+v", a.Deadlines)
	case a.Review.Needed:
		t.Errorf("%+v", a.Review)
	}
}

func TestOtherMailAndReview(t *testing.T) {
	if a := Understand("First Meadow Savings Bank\nDear Customer"); a.Kind != noticed.KindOtherMail || a.Issuer.Name != "First Meadow Savings Bank" || a.Issuer.Seems != "bank letter" {
		t.Errorf("%+v %+v", a.Kind, a.Issuer)
	}
	if a := Understand("Internal Revenue Service\nNotice CP14\nNotice date July 18, 2022"); !a.Review.Needed {
		t.Error("a notice without a balance passed")
	}
}

func TestReadsAFile(t *testing.T) {
	for _, p := range []string{"pdftotext", "pdftoppm", "tesseract"} {
		if _, err := exec.LookPath(p); err != nil {
			t.Skip("the baseline needs the program " + p) // noticed needs none of them, so make test does not install them
		}
	}
	for _, name := range []string{"cp14_block.pdf", "cp14_page.png"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "mail", name))
		if err != nil {
			t.Fatal(err)
		}
		a, err := Read(context.Background(), data)
		if err != nil {
			t.Fatal(err)
		}
		if a.Notice == nil || a.Notice.Code != "CP14" || a.NoticeDate == nil || a.Balance == nil {
			t.Errorf("%s: %+v", name, a)
		}
	}
}
