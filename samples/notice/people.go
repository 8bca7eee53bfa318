package notice

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"noticed"
)

// People are whom a notice is addressed to.
type People struct {
	Window []string // the lines of the address window, in capitals
	Coupon string   // one line in mixed case
	Names  []string // one entry a person
	Joint  bool
	DBA    string // the trade name of a business, if the window has one
}

var firstNames = strings.Fields(`James Karen John Mary Robert Linda Maria Wei Aisha Thomas Susan
 Olga Daniel Grace Hector Priya Samuel Ruth Miguel Anne Peter Yolanda Brian Fatima Kenneth Irene
 Walter Denise Oscar Helen Victor Joyce Nathan Elena Philip Carmen Louis Tamara Eugene Rosa`)

var lastNames = strings.Fields(`Hinds Smith Okafor Nguyen Castellano O'Brien Garcia-Lopez Petrov
 Lindqvist Abernathy Zhang Kowalski Delacroix Whitfield Yamamoto Moreau Iverson Fitzgerald Bell
 Hollingsworth McAllister Pruitt Valdez Quintana Ellsworth Barlow Underwood Trask Novak Silva
 Mills Church Park Young Day Banks Major`)

var suffixes = []string{"Jr", "Sr", "II", "III"}

var firms = []string{
	"Blue Heron Landscaping LLC", "Northgate Machine Works Inc", "Cedar & Stone Builders LLC",
	"Harbor Lights Diner Inc", "Tri-County Plumbing Co", "Sunrise Home Care LLC",
	"Meadowlark Printing Inc", "Pinewood Dental Group PC", "Four Corners Freight LLC",
}

var streets = []string{
	"22 Boulder Street", "123 N Harris St", "4018 Maple Ave Apt 12", "PO Box 2019", "77 W 1st St Unit 4B",
	"1040 Willow Creek Rd", "5 Elm Ct", "20231 Highway 31", "916 Old Mill Ln", "3300 SE Division St",
	"14 Notice Hill Rd", "650 Lakeshore Dr # 1806", "8912 County Road 504", "2222 Audit Bay Blvd",
}

var towns = []string{
	"Hanson, CT 00000-7253", "Harvard, TX 12345", "Springfield, OH 45501-2018", "Fairview, OK 73737",
	"Riverton, WY 82501-4410", "Salem, OR 97301", "Greenville, SC 29601-2023", "Bristol, VT 05443",
	"Clayton, MO 63105-1040", "Ashland, KY 41101", "Dover, DE 19901-6021", "Monroe, GA 30655",
}

func one[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

func chance(r *rand.Rand, percent int) bool { return r.IntN(100) < percent }

func digits(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + r.IntN(10)))
	}
	return b.String()
}

func drawPeople(r *rand.Rand) People {
	given := func() string {
		s := one(r, firstNames)
		if chance(r, 45) {
			s += " " + string(rune('A'+r.IntN(25)))
			if chance(r, 25) {
				s += "."
			}
		}
		return s
	}
	last, g1 := one(r, lastNames), given()
	if chance(r, 58) { // alone
		name := g1 + " " + last
		if chance(r, 8) {
			name += " " + one(r, suffixes)
		}
		return single(name)
	}
	g2 := given()
	for strings.Fields(g2)[0] == strings.Fields(g1)[0] {
		g2 = given()
	}
	p := People{Joint: true}
	up := strings.ToUpper
	and := "&"
	if chance(r, 25) {
		and = "and"
	}
	switch r.IntN(4) {
	case 0, 1: // one surname for both
		line := fmt.Sprintf("%s %s %s %s", g1, and, g2, last)
		p.Window, p.Coupon = []string{up(line)}, line
		p.Names = []string{up(g1 + " " + last), up(g2 + " " + last)}
	case 2: // each with a surname, on one line
		other := last
		if chance(r, 60) {
			other = one(r, lastNames)
		}
		line := fmt.Sprintf("%s %s %s %s %s", g1, last, and, g2, other)
		p.Window, p.Coupon = []string{up(line)}, line
		p.Names = []string{up(g1 + " " + last), up(g2 + " " + other)}
	default: // on two lines
		other := last
		if chance(r, 40) {
			other = one(r, lastNames)
		}
		p.Window = []string{up(g1 + " " + last + " " + and), up(g2 + " " + other)}
		p.Coupon = fmt.Sprintf("%s %s %s %s %s", g1, last, and, g2, other)
		p.Names = []string{up(g1 + " " + last), up(g2 + " " + other)}
	}
	return p
}

func single(name string) People {
	return People{Window: []string{strings.ToUpper(name)}, Coupon: name, Names: []string{strings.ToUpper(name)}}
}

// drawID draws a number that was never issued, as live notices and samples
// print it.
func drawID(r *rand.Rand, kind noticed.IDKind) ID {
	last := digits(r, 4)
	if kind == noticed.IDKindEIN {
		switch r.IntN(3) {
		case 0:
			return ID{Printed: "XX-XXX" + last, Last4: last, Kind: kind}
		default:
			return ID{Printed: "00-" + digits(r, 3) + last, Last4: last, Kind: kind}
		}
	}
	id := ID{Last4: last, Kind: kind}
	switch n := r.IntN(100); {
	case n < 45:
		id.Printed = "XXX-XX-" + last
	case n < 60:
		id.Printed = "***-**-" + last
	case n < 75:
		id.Printed = fmt.Sprintf("9%s-%02d-%s", digits(r, 2), 1+r.IntN(49), last)
	case n < 82:
		id.Printed = fmt.Sprintf("000-%02d-%s", 1+r.IntN(99), last)
	case n < 88:
		id.Last4 = fmt.Sprintf("43%02d", 20+r.IntN(10))
		id.Printed = "987-65-" + id.Last4
	default:
		id.Last4, id.Printed = "", one(r, []string{"nnn-nn-nnnn", "NNN-NN-NNNN", "XXX-XX-XXXX"})
	}
	return id
}
