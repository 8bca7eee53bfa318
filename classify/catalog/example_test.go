package catalog_test

import (
	"fmt"

	"noticed/classify/catalog"
)

func ExampleCatalog_Resolve() {
	c := catalog.Embedded()
	for _, printed := range []string{"Notice Number: CP 504", "LTR 1058", "1058", "CP90/CP297", "CP5O4"} {
		m := c.Resolve(printed)
		fmt.Printf("%s:", printed)
		for _, e := range m.Entries {
			fmt.Printf(" %s", e.Code)
		}
		fmt.Printf(" bare %v, ambiguous %v\n", m.Bare, m.Ambiguous())
	}
	// Output:
	// Notice Number: CP 504: CP504 bare false, ambiguous false
	// LTR 1058: L1058 bare false, ambiguous false
	// 1058: L1058 bare true, ambiguous false
	// CP90/CP297: CP90 CP297 bare false, ambiguous true
	// CP5O4: bare false, ambiguous false
}

func ExampleCatalog_Near() {
	for _, n := range catalog.Embedded().Near("CP5O4") {
		fmt.Println(n.Entry.Code, n.Distance)
	}
	// Output:
	// CP504 0
	// CP04 2
	// CP104 2
	// CP501 2
	// CP502 2
	// CP503 2
	// CP504B 2
	// CP604 2
}
