package deadline

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"noticed"
)

func date(s string) *noticed.Date {
	d := noticed.MustDate(s)
	return &d
}

func money(s string) *noticed.Money {
	m, err := noticed.ParseMoney(s)
	if err != nil {
		panic(err)
	}
	return &m
}

func records(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

// with the facts of a test file: amount=…, filed=…, abroad or home.
func withFacts(t *testing.T, in Input, words string) Input {
	t.Helper()
	for word := range strings.FieldsSeq(words) {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "amount":
			in.Balance = money(value)
		case "filed":
			in.LienFiled = date(value)
		case "home":
			in.Abroad = AbroadNo
		case "abroad":
			in.Abroad = AbroadYes
		default:
			t.Fatalf("unknown fact %q", word)
		}
	}
	return in
}

// companion maps a companion's id to a rule that it stands under.
var companion = map[string]string{"EH_LEVY_1Y": "CDP_LEVY_30", "EH_LIEN_1Y": "CDP_LIEN_5BD_30"}

func underRule(id string) string {
	if rule, ok := companion[id]; ok {
		return rule
	}
	return id
}

func find(ds []noticed.Deadline, action noticed.Action) *noticed.Deadline {
	for i := range ds {
		if ds[i].Action == action {
			return &ds[i]
		}
	}
	return nil
}

// Every worked example of the rules: the raw day, the day, and what was skipped.
func TestWorkedExamples(t *testing.T) {
	for _, r := range records(t, "examples.csv") {
		rule, action, raw, want, skipped := r[0], noticed.Action(r[1]), r[4], r[5], r[6]
		t.Run(rule+"/"+r[1]+"/"+r[2]+r[3], func(t *testing.T) {
			in := withFacts(t, Input{Rule: underRule(rule), Verified: true}, r[2])
			if r[3] != "" {
				in.NoticeDate = date(r[3])
			}
			result := Compute(in)
			if action == "" {
				if len(result.Deadlines) != 0 || result.InquireFrom == nil || result.InquireFrom.String() != want {
					t.Fatalf("inquire from %v, want %s and no deadline: %+v", result.InquireFrom, want, result.Deadlines)
				}
				return
			}
			d := find(result.Deadlines, action)
			if d == nil || d.Date == nil || d.Date.String() != want || d.Computed.String() != want || d.Raw.String() != raw || d.Printed != nil {
				t.Fatalf("got %+v, want %s (raw %s)", d, want, raw)
			}
			if d.Rule != rule && rule != "MATH_ERROR_OR_PAY" { // which is made of two others
				t.Errorf("by rule %s", d.Rule)
			}
			switch {
			case raw != want:
				if len(d.RolledPast) == 0 || d.RolledPast[0].Reason != skipped || d.RolledPast[0].Date.String() != raw {
					t.Errorf("rolled past %v, want first %s", d.RolledPast, skipped)
				}
			case len(d.RolledPast) != 0:
				t.Errorf("rolled past %v without being moved", d.RolledPast)
			}
			if raw == want && skipped != "" {
				for name := range strings.SplitSeq(skipped, "; ") {
					if !strings.Contains(d.Note, "("+name+")") {
						t.Errorf("the note does not name %s: %s", name, d.Note)
					}
				}
			}
		})
	}
}

func TestVectors(t *testing.T) {
	// which act of its rule a vector is about, where there are several
	about := map[string]noticed.Action{
		"CDP_LEVY_30": noticed.ActRequestCDPHearing, "CDP_LIEN_5BD_30": noticed.ActRequestCDPHearing,
		"EH_LEVY_1Y": noticed.ActRequestEquivalentHearing, "LEVY_6331D_30": noticed.ActLevyPossibleFrom,
		"cure": noticed.ActCureDefault, "appeal_latest": noticed.ActAppealTermination,
	}
	facts := strings.NewReplacer("us", "home", "foreign", "abroad", "cure", "", "appeal_latest", "")
	for _, r := range records(t, "vectors.csv") {
		rule, anchor, extra, want, weekday := r[0], r[1], r[2], r[3], r[4]
		t.Run(rule+"/"+anchor+"/"+extra, func(t *testing.T) {
			in := Input{Rule: underRule(rule), Verified: true}
			if extra == "anchor=nftl_filed" {
				in.LienFiled = date(anchor)
			} else {
				in = withFacts(t, in, facts.Replace(extra))
				in.NoticeDate = date(anchor)
			}
			ds := Compute(in).Deadlines
			action, ok := about[extra]
			if !ok {
				action, ok = about[rule]
			}
			if !ok {
				action = ds[0].Action
			}
			d := find(ds, action)
			if d == nil || d.Date == nil || d.Date.String() != want || d.Date.Weekday().String()[:3] != weekday {
				t.Fatalf("got %+v, want %s %s", d, weekday, want)
			}
		})
	}
}
