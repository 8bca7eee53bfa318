package catalog

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// tableRows reads notices.csv independently of the parser under test.
func tableRows(t *testing.T) []map[string]string {
	t.Helper()
	f, err := os.Open("notices.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(all))
	for _, r := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func codes(entries []Entry) string {
	all := make([]string, 0, len(entries))
	for _, e := range entries {
		all = append(all, e.Code)
	}
	return strings.Join(all, " ")
}

func TestEveryCodeIsResolvedFromEveryPrintedVariant(t *testing.T) {
	c := Embedded()
	rows := tableRows(t)
	if len(rows) != 257 || len(c.Entries()) != 257 {
		t.Fatalf("the table has %d rows and %d entries, want 257", len(rows), len(c.Entries()))
	}
	// forms that stand on more than one row, or name two codes: never one answer
	ambiguous := map[string]string{
		"CP210/CP220": "CP210 CP220", "CP210/220": "CP210 CP220", "CP 91/CP 298": "CP91 CP298",
		"CP 501/CP 502": "CP501 CP502", "CP90/CP297": "CP90 CP297", "CP 90/CP 297": "CP90 CP297",
		"972CG": "L972CG CP972CG", "Notice 972CG": "L972CG CP972CG",
	}
	for _, row := range rows {
		code := row["code"]
		variants := []string{code, strings.ToLower(code), "Notice " + code}
		if row["aliases"] != "" {
			variants = append(variants, strings.Split(row["aliases"], "|")...)
		}
		for _, v := range variants {
			want := code
			if both, ok := ambiguous[v]; ok {
				want = both
			}
			m := c.Resolve(v)
			if got := codes(m.Entries); got != want {
				t.Errorf("%q of %s resolves to %q, want %q", v, code, got, want)
			}
			if m.Ambiguous() != (want != code) {
				t.Errorf("%q of %s: ambiguous is %v", v, code, m.Ambiguous())
			}
			if bare := v[0] >= '0' && v[0] <= '9'; m.Bare != bare {
				t.Errorf("%q of %s: bare is %v, want %v", v, code, m.Bare, bare)
			}
		}
		if e, ok := c.Lookup(code); !ok || e.Title != row["title"] || e.Rule != row["response_rule"] {
			t.Errorf("looking up %s gives %+v, %v", code, e, ok)
		}
	}
}

func TestResolveUnderstandsHowCodesArePrinted(t *testing.T) {
	c := Embedded()
	for printed, want := range map[string]string{
		"CP14": "CP14", "C P 1 4": "CP14", "CP-14": "CP14", "cp 14": "CP14", "CP.14": "CP14", "Notice Number: CP 504": "CP504",
		"Notice: CP14": "CP14", "Aviso CP504": "CP504", "CP14 (SP)": "CP714", "CP504SP": "CP604", "CP565 (SP)": "CP565",
		"LTR 5071C": "L5071C", "Letter 1058 (Rev. 11-2017)": "L1058", "CP2000 (Rev.11/2004)": "CP2000", "LT 1058": "L1058",
		"Number of this Letter: 1153": "L1153", "Letter 1058 (LT11)": "L1058", "LT-11": "LT11", "Carta 3172": "L3172",
		"Notice 3219N": "CP3219N", "CP3219-N": "CP3219N", "CP5": "CP05", "226-J": "L226J", "CP504-B": "CP504B", "CP180/CP181": "CP180",
		"": "", "CP": "", "Notice": "", "Notice 746": "", "Notice 1450": "", "Form 12153": "", "CP1": "", "CP1404": "", "CP141": "",
		"CP5O4": "", "CP3219": "", "CP504C": "", "CP 14/2026": "", "CP14/": "", "1040": "", "LT1": "", "Form 1058": "",
	} {
		if got := codes(c.Resolve(printed).Entries); got != want {
			t.Errorf("%q resolves to %q, want %q", printed, got, want)
		}
	}
}

func TestABareNumberSaysSo(t *testing.T) {
	c := Embedded()
	for printed, bare := range map[string]bool{
		"1058": true, "692": true, "525": true, "5071C": true, "3219N": true,
		"Letter 1058": false, "LTR 692": false, "Notice 3219N": false, "LT1058": false, "CP14": false,
	} {
		m := c.Resolve(printed)
		if _, ok := m.One(); !ok || m.Bare != bare {
			t.Errorf("%q: %s, bare %v, want bare %v", printed, codes(m.Entries), m.Bare, bare)
		}
	}
}

func TestRowsSayWhatTheTableSays(t *testing.T) {
	c := Embedded()
	e, _ := c.Lookup("LT11")
	if e.Audience != AudienceBoth || e.Family != "final_levy_cdp" || e.Stage != 5 || e.Rule != "CDP_LEVY_30" ||
		!e.PrintedExpected || e.HearingRights != RightsCDP || strings.Join(e.Forms, " ") != "12153 9465 433-A 433-B 433-F" ||
		e.UsualNext != Levy || e.Verification != VerificationFull || !e.Verified() || !e.ReadInFull {
		t.Errorf("LT11 is %+v", e)
	}
	if e, _ := c.Lookup("LT75"); e.Verified() || e.ReadInFull {
		t.Errorf("LT75 is an unverified row: %+v", e)
	}
	if c.Version() != "2026-11" {
		t.Errorf("version %q", c.Version())
	}
}

func TestComesAfter(t *testing.T) {
	for code, want := range map[string]string{
		"CP14": "", "CP501": "CP14", "CP503": "CP501", "CP504": "CP503", "LT11": "CP504", "CP297": "CP504B",
		"CP2000": "CP2501", "CP3219A": "CP2000", "CP515": "CP59", "L525": "L566", "CP601": "CP714", "CP604": "CP603",
		"L1058":  "", // a defaulted plan leads there too, but that is not what usually came before
		"CP504B": "", // twelve first bills and a reminder name it, none a stage before
		"CP22A":  "", // two notices of deficiency
	} {
		e, ok := Embedded().Lookup(code)
		if !ok || e.ComesAfter != want {
			t.Errorf("%s comes after %q, want %q", code, e.ComesAfter, want)
		}
	}
}

func TestWhatCallersChangeStaysTheirs(t *testing.T) {
	c := Embedded()
	c.Entries()[0].Code = "changed"
	c.Resolve("CP14").Entries[0].Code = "changed"
	if e, ok := c.Resolve("CP14").One(); !ok || e.Code != "CP14" || c.Entries()[0].Code != "CP14" {
		t.Error("a caller changed the catalogue")
	}
}
