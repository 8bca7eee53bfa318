package notice

import (
	"fmt"
	"math/rand/v2"
	"slices"
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

var moreFirst = append(slices.Clip(firstNames), strings.Fields(`Jo Li Ann-Marie Xiomara Bartholomew Deborah Gustavo Ngozi
 Tyrone Rebecca Saoirse Minh Leticia Bjorn Will Grant Bill April June Max`)...)

var moreLast = append(slices.Clip(lastNames), "De La Cruz", "Van der Berg", "St. John", "Ng", "Wu", "Oyelaran-Whitcombe", "Mac Donald",
	"Levy", "Price", "Bills", "Noticeboard", "Case", "Irsay", "Taxel", "Zimmermann", "Ruiz", "Le", "Santos y Vega")

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

// foreign are streets, towns and countries abroad.
var foreign = [][3]string{
	{"14 Marlowe Crescent", "London SW19 4QQ", "United Kingdom"},
	{"88 Rue des Tilleuls", "69003 Lyon", "France"},
	{"2019 Bathurst Street Unit 6", "Toronto ON M5P 3L1", "Canada"},
	{"Lindenweg 30", "10115 Berlin", "Germany"},
	{"3-12-7 Minami Aoyama", "Minato-ku Tokyo 107-0062", "Japan"},
	{"41 Kirribilli Terrace", "Perth WA 6000", "Australia"},
}

var payerNames = []string{"FIRST PRAIRIE BANK NA", "GULL COVE CREDIT UNION", "SUMMIT BROKERAGE LLC", "RIDELINE TECHNOLOGIES INC", "OAK & PINE STAFFING", "TRELLIS MUTUAL FUNDS", "BAYSIDE HOSPITAL", "LAKESHORE SAVINGS BANK"}

// reports are forms and the income they report.
var reports = [][2]string{
	{"1099-INT", "Interest"}, {"1099-DIV", "Dividends"}, {"1099-NEC", "Nonemployee compensation"}, {"W-2", "Wages"},
	{"1099-B", "Securities sold"}, {"1099-R", "Taxable retirement income"}, {"SSA-1099", "Social Security/Railroad retirement"}, {"1099-K", "Payment card transactions"},
}

var moreFirms = append(slices.Clip(firms), "Ruiz & Daughters Partnership", "Grace Community Kitchen", "Main Street Auto Repair & Tire Inc",
	"21st Century Roofing Inc", "Lindqvist Family Trust", "Old Mill Bakery LP", "ABC Drywall Corp", "Whitfield Consulting LLC")

var trades = []string{"Heron Yards", "The Copper Kettle", "Stone Bros", "Bright Smiles", "Four Corners Express", "Sunny Days", "Pipe Masters"}

// drawFirm draws a business, some with a trade name or the person in whose care
// the mail goes.
func drawFirm(r *rand.Rand) People {
	p := single(one(r, moreFirms))
	if chance(r, 20) {
		p.DBA = strings.ToUpper(one(r, trades))
		p.Window = append(p.Window, one(r, []string{"DBA ", "D/B/A "})+p.DBA)
	}
	if chance(r, 15) {
		p.Window = append(p.Window, careOf(r))
	}
	return p
}

// careOf is the line that names whoever takes the mail in; not the taxpayer.
func careOf(r *rand.Rand) string {
	return one(r, []string{"% ", "% ", "C/O "}) + strings.ToUpper(one(r, firstNames)+" "+one(r, lastNames))
}

var moreStreets = append(slices.Clip(streets), "RR 3 Box 1120", "1099 Form Mill Rd", "55 E 9th Ave Fl 2", "7 Court St Ste 1040", "12153 Hearing Oak Dr",
	"PO Box 30", "482 1/2 Main St", "100 Payment Plaza Ste 210", "31 December Ln", "9465 Installment Way", "2 Tax Ct")

var moreTowns = append(slices.Clip(towns), "New York, NY 10001-2020", "St. Paul, MN 55101", "Winston-Salem, NC 27101-1120", "O'Fallon, IL 62269", "San Juan, PR 00901-2018",
	"Truth or Consequences, NM 87901", "Washington, DC 20019-2021", "APO AE 09012-2019", "Coeur d'Alene, ID 83814", "King of Prussia, PA 19406-3219")

func one[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

func chance(r *rand.Rand, percent int) bool { return r.IntN(100) < percent }

func digits(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + r.IntN(10)))
	}
	return b.String()
}

func drawPeople(r *rand.Rand) People { return drawNamed(r, firstNames, lastNames) }

func drawNamed(r *rand.Rand, firstNames, lastNames []string) People {
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
