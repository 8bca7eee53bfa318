package classify

import (
	"noticed"
	"noticed/classify/sheet"
)

// certain is the confidence from which on a value needs no second look.
const certain = 0.95

// agreed is the confidence of what three places say clearly.
const agreed = 0.999

// settled is what the places of the paper say of one field together.
type settled[T comparable] struct {
	value      T
	found      bool
	confidence float64
	evidence   []noticed.Evidence
	rivals     []sheet.Seen[T]    // one for each value that another place says instead
	unclear    []noticed.Evidence // where something else may stand, that hardly can be read
}

// place is where the value stands, the first of its places; empty where it was
// read nowhere.
func (s settled[T]) place() noticed.Place {
	if len(s.evidence) == 0 {
		return ""
	}
	return s.evidence[0].Place
}

// settle weighs what was seen of one field. Every place that states a value must
// state the same: only then is it certain. A place may have been read twice; it
// then supports either reading, so that a second opinion settles a damaged first
// one and can't outvote another place; but where three clear readings of a place have
// another value for each that has this one, it gainsays it. Where places disagree, the
// value that most of them say is shown, among equals the one that is read clearest and most
// often, and is not certain.
func settle[T comparable](seen []sheet.Seen[T]) settled[T] { return weigh(seen, strict) }

// rule is how what was seen is weighed.
type rule struct {
	outvotes bool    // three clear readings of a place outvote one
	quiet    float64 // the confidence from which on a place that can't be read gainsays nothing
}

// Of figures each may be another; of a name recognition has a letter wrong more often
// than anybody prints two of them.
var (
	strict  = rule{outvotes: true, quiet: agreed}
	lenient = rule{quiet: certain}
)

func weigh[T comparable](seen []sheet.Seen[T], by rule) settled[T] {
	sites := sitesOf(seen)
	if len(sites) == 0 {
		return settled[T]{}
	}
	var best T
	bestPlaces, bestClearness := -1, 0.0
	for _, site := range sites {
		for _, o := range site {
			places, clearness := support(sites, o.Value)
			if places > bestPlaces || places == bestPlaces && clearness > bestClearness {
				best, bestPlaces, bestClearness = o.Value, places, clearness
			}
		}
	}
	s := settled[T]{value: best, found: true}
	rivals := map[T]bool{}
	var noise []sheet.Seen[T]
	var witnesses []sheet.Seen[T]
	for _, site := range sites {
		o, says := clearest(site, best)
		if says && by.outvotes && outvoted(site, best) {
			says = false
		}
		if says {
			witnesses = append(witnesses, o)
			s.evidence = append(s.evidence, o.Evidence)
		}
		switch {
		case says || rivals[site[0].Value]:
		case unclear(site):
			noise = append(noise, site[0])
		default:
			rivals[site[0].Value] = true
			s.rivals = append(s.rivals, site[0])
		}
	}
	s.confidence = confidence(witnesses, sites, best)
	for _, o := range noise { // where three places agree it does not gainsay them, until it is looked at
		switch {
		case s.confidence >= by.quiet && !o.Repaired:
			s.unclear = append(s.unclear, o.Evidence)
		case s.confidence < by.quiet && !rivals[o.Value]:
			rivals[o.Value] = true
			s.rivals = append(s.rivals, o)
		}
	}
	if len(s.rivals) > 0 {
		s.confidence = min(s.confidence, 0.5)
	}
	if otherwiseTwice(sites, best) {
		s.confidence = min(s.confidence, 0.9)
	}
	return s
}

// outvoted says whether three clear readings of a place have the same other value for
// each that has this one: what one look makes of a figure does not undo what all
// others see there.
func outvoted[T comparable](site []sheet.Seen[T], v T) bool {
	own, others := 0, map[T]int{}
	for _, o := range site {
		switch {
		case o.Value == v:
			own++
		case !o.Repaired && o.Confidence >= 0.5:
			others[o.Value]++
		}
	}
	for _, n := range others {
		if n >= 3*own {
			return true
		}
	}
	return false
}

// otherwiseTwice says whether a value other than the best was read at two places, at one
// of them clearly, though the best was read there, too: recognition makes the same
// mistake twice, and which of the two is one can't be told.
func otherwiseTwice[T comparable](sites [][]sheet.Seen[T], best T) bool {
	places, clearly := map[T]int{}, map[T]bool{}
	for _, site := range sites {
		here := map[T]bool{}
		for _, o := range site {
			if o.Value == best || o.Repaired {
				continue
			}
			clearly[o.Value] = clearly[o.Value] || o.Confidence >= 0.5
			if !here[o.Value] {
				here[o.Value] = true
				places[o.Value]++
			}
		}
	}
	for v, n := range places {
		if n > 1 && clearly[v] {
			return true
		}
	}
	return false
}

// unclear says whether no reading of a place could tell what stands there: none was clear,
// nor were three of them alike.
func unclear[T comparable](site []sheet.Seen[T]) bool {
	alike := 0
	for _, o := range site {
		if o.Confidence >= firm {
			return false
		}
		if o.Value == site[0].Value {
			alike++
		}
	}
	return alike < 3 || alike < len(site)
}

// clearest is the best of the readings of one place that say a value.
func clearest[T comparable](site []sheet.Seen[T], v T) (best sheet.Seen[T], found bool) {
	for _, o := range site {
		if o.Value != v {
			continue
		}
		if !found || best.Repaired && !o.Repaired || best.Repaired == o.Repaired && o.Confidence > best.Confidence {
			best, found = o, true
		}
	}
	return best, found
}

// sitesOf groups what was seen by where it was seen: a second opinion joins the
// reading of the same ink, and two opinions of the same ink are one place.
func sitesOf[T comparable](seen []sheet.Seen[T]) [][]sheet.Seen[T] {
	var sites [][]sheet.Seen[T]
	for _, o := range seen {
		if !o.Second {
			sites = append(sites, []sheet.Seen[T]{o})
		}
	}
next:
	for _, o := range seen {
		if !o.Second {
			continue
		}
		for i := range sites {
			if overlap(sites[i][0].Evidence, o.Evidence) {
				sites[i] = append(sites[i], o)
				continue next
			}
		}
		sites = append(sites, []sheet.Seen[T]{o})
	}
	return sites
}

// overlap says whether two pieces of evidence are of the same ink.
func overlap(a, b noticed.Evidence) bool {
	if a.Page != b.Page {
		return false
	}
	w := min(a.Box.Right(), b.Box.Right()) - max(a.Box.Left(), b.Box.Left())
	h := min(a.Box.Bottom(), b.Box.Bottom()) - max(a.Box.Top(), b.Box.Top())
	return w > 0.3*min(a.Box.Width(), b.Box.Width()) && h > 0.3*min(a.Box.Height(), b.Box.Height())
}

// support counts the places that say a value in one of their readings, and adds up
// how clear these readings are; repaired ones don't count.
func support[T comparable](sites [][]sheet.Seen[T], v T) (places int, clearness float64) {
	for _, site := range sites {
		said := false
		for _, o := range site {
			if o.Value == v {
				said = true
				if !o.Repaired {
					clearness += o.Confidence
				}
			}
		}
		if said {
			places++
		}
	}
	return places, clearness
}

// confidence comes from agreement: of places, or of two readings of the one
// place there is. What the engine says of its own words comes last.
func confidence[T comparable](witnesses []sheet.Seen[T], sites [][]sheet.Seen[T], v T) float64 {
	sound, plain := 0, 0
	for _, w := range witnesses {
		if !w.Repaired {
			plain++
			if w.Confidence >= 0.5 {
				sound++
			}
		}
	}
	switch {
	case sound >= 3:
		return agreed
	case sound == 2:
		return 0.995
	case sound == 1 && len(witnesses) >= 2:
		return 0.98
	case plain >= 3: // none of them clearly, and yet all alike
		return 0.97
	case len(witnesses) >= 4: // so many repairs do not come out alike by chance
		return 0.95
	case len(witnesses) >= 2: // all of them repaired
		return 0.9
	}
	w := witnesses[0]
	switch {
	case w.Repaired:
		return 0.4
	case w.Confidence >= 1: // a text layer says it once
		return 0.98
	}
	for _, site := range sites {
		c := readingsOf(site, v)
		switch {
		case c.against == 0 && c.firm >= 3 && c.fair >= 1: // three readings of the one place, by other means each
			return 0.97
		case c.first && c.second && (c.against == 0 || c.rival < 0.5): // read alike by two readings, clearly, and by none otherwise
			return 0.96
		case c.against == 0 && c.unmasked >= 2: // by two readings that had no mask to spoil it
			return 0.955
		case c.against == 0 && c.all+c.mended >= 4 && c.firm >= 2 && (c.fair >= 1 || c.firm >= 3): // by all of four means
			return 0.955
		case c.against == 0 && c.fair >= 2 && c.all >= 3, c.against == 0 && c.own && (c.fair >= 2 || c.first && c.all >= 3 || c.all >= 4), c.against == 1 && c.firm >= 3 && c.rival < 0.6, c.against == 1 && c.firm >= 4:
			return 0.955
		}
	}
	return min(0.9, w.Confidence)
}

// readings counts what the readings of one place say for a value and against it.
type readings struct {
	all, firm, fair int     // how many say it, by how clear they are
	first, second   bool    // the first reading, and another, say it clearly
	mended          int     // how many come out as it under repair, and fairly clear
	unmasked        int     // how many say it clearly, its mask taken off
	own             bool    // the first reading says it
	against         int     // how many say something else, and not all unclearly
	rival           float64 // how clear the clearest of these is
}

// firm is the confidence from which on a reading counts.
const firm = 0.3

func readingsOf[T comparable](site []sheet.Seen[T], v T) (c readings) {
	for _, o := range site {
		switch {
		case o.Value != v && (o.Repaired || o.Confidence >= firm):
			c.against++
			if !o.Repaired {
				c.rival = max(c.rival, o.Confidence)
			}
		case o.Value != v:
		case o.Repaired:
			if o.Confidence >= 0.5 {
				c.mended++
			}
		default:
			c.all++
			if o.Confidence >= firm {
				c.firm++
				c.own = c.own || !o.Second
			}
			if o.Confidence >= 0.8 {
				c.fair++
			}
			if o.Confidence >= 0.85 && o.Unmasked {
				c.unmasked++
			}
			if o.Confidence >= 0.7 {
				c.first, c.second = c.first || !o.Second, c.second || o.Second
			}
		}
	}
	return c
}
