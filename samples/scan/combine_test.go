package scan

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Combinations are of two or three kinds that suffer each other, and every kind
// takes part.
func TestCombine(t *testing.T) {
	seen, sizes := map[Kind]int{}, map[int]int{}
	for seed := range uint64(600) {
		d := Combine(rand.New(rand.NewPCG(seed, 1)))
		sizes[len(d)]++
		taken := slot(0)
		for _, x := range d {
			seen[x.Kind]++
			if taken&x.Kind.slots() != 0 || x.Strength < 1 || x.Strength > Strengths {
				t.Errorf("%s can't meet", d)
			}
			taken |= x.Kind.slots()
		}
		if len(d.tones()) == 0 {
			t.Errorf("%s can't be stored", d)
		}
		if again := Combine(rand.New(rand.NewPCG(seed, 1))); !slices.Equal(d, again) {
			t.Errorf("%s, then %s", d, again)
		}
	}
	for _, k := range Kinds {
		if seen[k] < 20 {
			t.Errorf("%s took part %d times", k, seen[k])
		}
	}
	if len(sizes) != 2 || sizes[2] < 100 || sizes[3] < 100 {
		t.Errorf("sizes %v", sizes)
	}
	if d := Combine(rand.New(rand.NewPCG(1, 1)), Skew, Stamp); len(d) != 2 || d[0].Kind != Skew || d[1].Kind != Stamp {
		t.Errorf("of skew and stamp: %s", d)
	}
}

func TestCompatible(t *testing.T) {
	for _, c := range []struct {
		a, b Kind
		want bool
	}{
		{Skew, Stamp, true}, {Fax, Fold, true}, {Contrast, Noise, true}, {Noise, Blur, true},
		{Skew, Perspective, false}, {Inverted, Sideways, false}, {Fax, Resolution, false},
		{Fax, Contrast, false}, {Salt, Squeezed, false}, {Ink, Blur, false}, {Stamp, Stamp, false},
		{Photo, Fax, false}, {Photo, Stamp, true},
	} {
		if got := (Damage{{c.a, 2}}).Compatible(c.b); got != c.want {
			t.Errorf("%s with %s: %v", c.a, c.b, got)
		}
		if got := (Damage{{c.b, 2}}).Compatible(c.a); got != c.want {
			t.Errorf("%s with %s: %v", c.b, c.a, got)
		}
	}
}

func TestPhotographed(t *testing.T) {
	more := 0
	for seed := range uint64(100) {
		d := Photographed(rand.New(rand.NewPCG(seed, 1)), 2)
		if d[0] != (Degradation{Photo, 2}) || len(d) > 2 {
			t.Errorf("%s", d)
		}
		more += len(d) - 1
	}
	if more < 15 || more > 55 {
		t.Errorf("%d of 100 had more than the photo", more)
	}
}
