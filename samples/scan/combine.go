package scan

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Damage is what is done to one pile of sheets: one degradation, or several that
// can befall the same pile.
type Damage []Degradation

func (d Damage) String() string {
	var parts []string
	for _, x := range d {
		parts = append(parts, x.String())
	}
	return strings.Join(parts, " + ")
}

// Of returns the degradation of a kind, if there is one.
func (d Damage) Of(k Kind) (Degradation, bool) {
	if i := slices.IndexFunc(d, func(x Degradation) bool { return x.Kind == k }); i >= 0 {
		return d[i], true
	}
	return Degradation{}, false
}

// tones are what a scan with this damage can be stored as.
func (d Damage) tones() []tone {
	out := []tone{bilevel, bilevel, bilevel, gray, colored}
	for i, x := range d {
		of := x.Kind.tones()
		if i == 0 {
			out = of
			continue
		}
		out = slices.DeleteFunc(slices.Clone(out), func(t tone) bool { return !slices.Contains(of, t) })
	}
	return out
}

// Compatible says whether a kind can come on top of the damage.
func (d Damage) Compatible(k Kind) bool {
	for _, x := range d {
		if x.Kind == k || x.Kind.slots()&k.slots() != 0 {
			return false
		}
	}
	return len(append(slices.Clone(d), Degradation{k, 1}).tones()) > 0
}

// Combine draws two or three degradations that can befall the same pile, out of
// kinds (of all kinds of a scanner where none is named); fewer where the kinds
// do not suffer each other. Slight ones are the most frequent, as in life.
func Combine(r *rand.Rand, kinds ...Kind) Damage {
	if len(kinds) == 0 {
		kinds = Kinds
	}
	n := 2 + r.IntN(2)
	var d Damage
	for _, i := range r.Perm(len(kinds)) {
		if k := kinds[i]; d.Compatible(k) {
			d = append(d, Degradation{k, []int{1, 1, 2, 2, 3}[r.IntN(5)]})
		}
		if len(d) == n {
			break
		}
	}
	slices.SortFunc(d, func(a, b Degradation) int { return slices.Index(Kinds, a.Kind) - slices.Index(Kinds, b.Kind) })
	return d
}

// Photographed draws a photo of a strength, and for every third something that
// befell the paper before.
func Photographed(r *rand.Rand, strength int) Damage {
	d := Damage{{Photo, strength}}
	if r.IntN(3) == 0 {
		on := []Kind{Fold, Stamp, Handwriting, Coffee}
		d = append(d, Degradation{on[r.IntN(len(on))], 1 + r.IntN(Strengths)})
	}
	return d
}
