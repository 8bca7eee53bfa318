package notice

import "math/rand/v2"

// labels are other names that rows of a summary go by.
var labels = map[string][]string{
	"Failure-to-file penalty":              {"Failure to file penalty", "Late filing penalty", "Penalty for filing late", "Failure-To-File Penalty"},
	"Failure-to-pay penalty":               {"Failure to pay penalty", "Late payment penalty", "Penalty for paying late", "Failure-To-Pay Penalty"},
	"Failure-to-pay estimated tax penalty": {"Estimated tax penalty", "Underpayment of estimated tax penalty"},
	"Interest charges":                     {"Interest", "Interest charged", "Interest due", "Interest Charges"},
	"Payments and credits":                 {"Payments", "Payments & credits", "Less payments and credits", "Payments you made"},
	"Tax you owed":                         {"Tax owed", "Tax on your return", "Tax due", "Tax You Owed"},
	"Amount you owed":                      {"Balance you owed", "Amount you owed before", "Tax owed"},
	"Account balance before this change":   {"Balance before this change", "Account balance before changes"},
	"Penalty charges":                      {"Penalties", "Additional penalties"},
}

// Relabel gives some rows another of their names.
func (n *Notice) Relabel(r *rand.Rand) {
	for i := range n.Rows {
		if other := labels[n.Rows[i].Label]; other != nil && chance(r, 30) {
			n.Rows[i].Label = one(r, other)
		}
	}
}
