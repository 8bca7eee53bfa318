package catalog_test

import (
	"fmt"
	"strings"

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

func ExampleOverlay() {
	const own = `code,aliases,title,audience,family,stage,response_rule,printed_deadline_expected,authority,hearing_rights,forms,usual_next,source,verification,reading
CP998,CP 998,A notice of our own,both,reminder,2,PAY_PRINTED,yes,IRC 6303,none,9465,CP504,our counsel,listed,code
CP999,CP 998,Another,both,reminder,2,PAY_PRINTED,yes,IRC 6303,none,9465,CP500,our counsel,listed,code
`
	_, err := catalog.Overlay(catalog.Embedded(), strings.NewReader(own), "own.csv", nil)
	fmt.Println(err)
	// Output:
	// own.csv:3:7: alias "CP 998" of CP999 is the code on line 2
	// own.csv:3:73: usual_next "CP500" is neither a code of this catalogue nor LEVY
}

func ExampleCatalog_Timeline() {
	t, _ := catalog.Embedded().Timeline("CP503")
	for _, e := range t.Before {
		fmt.Println("before:", e.Code)
	}
	for _, e := range t.Next {
		fmt.Println("next:", e.Code)
	}
	fmt.Println("then levy:", t.Levy)
	// Output:
	// before: CP14
	// before: CP501
	// next: CP504
	// next: LT11
	// then levy: true
}
