package noticed_test

import (
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"

	"noticed"
)

func TestBoxIsWrittenToATenThousandth(t *testing.T) {
	b, err := json.Marshal(noticed.Box{1.0 / 3, 0.04, 0.70004, 1})
	if want := `[0.3333,0.04,0.7,1]`; err != nil || string(b) != want {
		t.Errorf("box in JSON: %s (%v), want %s", b, err, want)
	}
	if b, err := json.Marshal(noticed.Box{math.NaN(), 0, 1, 1}); err == nil {
		t.Errorf("a box without a left side was written as %s", b)
	}
}

var anyBox = rapid.Custom(func(t *rapid.T) noticed.Box {
	side := rapid.Float64Range(0, 1)
	x0, x1, y0, y1 := side.Draw(t, "x0"), side.Draw(t, "x1"), side.Draw(t, "y0"), side.Draw(t, "y1")
	return noticed.Box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
})

func TestBoxGeometry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyBox.Draw(t, "a"), anyBox.Draw(t, "b")
		u := a.Union(b)
		if u != b.Union(a) || u.Union(a) != u || u.Union(b) != u {
			t.Fatalf("%v is not the box around %v and %v", u, a, b)
		}
		if a.Union(noticed.WholePage) != noticed.WholePage {
			t.Fatalf("%v is not on the page", a)
		}
		if a.MidX() < a.Left() || a.MidX() > a.Right() || a.MidY() < a.Top() || a.MidY() > a.Bottom() || a.Width() < 0 || a.Height() < 0 {
			t.Fatalf("the middle of %v is %v, %v", a, a.MidX(), a.MidY())
		}
	})
}

func TestBoxSurvivesJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyBox.Draw(t, "box")
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got noticed.Box
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if math.Abs(got[i]-want[i]) > 0.5001e-4 {
				t.Fatalf("%v went out as %s", want, b)
			}
		}
	})
}

func TestHolds(t *testing.T) {
	b := noticed.Box{0.2, 0.2, 0.6, 0.4}
	for o, want := range map[noticed.Box]bool{
		{0.3, 0.3, 0.4, 0.35}: true, {0.5, 0.3, 0.68, 0.4}: true, {0.5, 0.3, 0.8, 0.4}: false, {0.3, 0.39, 0.4, 0.43}: false, {}: false,
	} {
		if got := b.Holds(o); got != want {
			t.Errorf("%v in %v: %v", o, b, got)
		}
	}
}
