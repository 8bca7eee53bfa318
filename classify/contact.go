package classify

import (
	"cmp"
	"slices"

	"noticed"
	"noticed/classify/layout"
	"noticed/classify/sheet"
)

func (f *fields) fillContact(a *noticed.Assessment) {
	if p := f.phone(); p != "" {
		a.Contact = &noticed.Contact{Phone: p}
	}
	add := func(role noticed.AddressRole, lines []string, fax string) {
		if len(lines) == 0 {
			return
		}
		address := noticed.Address{Role: role, Lines: lines}
		if fax != "" {
			address.Fax = &fax
		}
		a.Addresses = append(a.Addresses, address)
	}
	fax := ""
	for _, s := range f.item.sheets() {
		fax = cmp.Or(fax, s.Fax)
	}
	hearing := f.addressOf(noticed.AddressHearingRequest)
	add(noticed.AddressHearingRequest, hearing, fax)
	if hearing != nil {
		fax = ""
	}
	if !f.samePlace(noticed.AddressReply, noticed.AddressHearingRequest) {
		add(noticed.AddressReply, f.addressOf(noticed.AddressReply), fax)
	}
	payment := f.addressOf(noticed.AddressPayment)
	onceMore := func(o sheet.Seen[[]string]) bool { return sheet.OnceMore(o.Value, payment) }
	if !slices.ContainsFunc(f.addressesSeen(noticed.AddressOffice), onceMore) { // the office's, on the stub
		add(noticed.AddressPayment, payment, "")
	}
	add(noticed.AddressOffice, f.addressOf(noticed.AddressOffice), "")
	a.References = append(a.References, f.references...)
}

// clearly is the confidence of words from which on a telephone number may be
// recognised in one place only: nothing hangs on it but a call.
const clearly = 0.85

// phone is the number to call: the first that was read clearly, or more than
// once.
func (f *fields) phone() string {
	seen := map[string]int{}
	all := all(f.item, func(s *sheet.Sheet) []sheet.Seen[string] { return s.Phones })
	for _, p := range all {
		seen[p.Value]++
	}
	for _, p := range all {
		if seen[p.Value] > 1 || p.Confidence >= clearly {
			return p.Value
		}
	}
	return ""
}

// contactReasons asks for a look where a telephone number was recognised once
// only, and so is left out.
func (f *fields) contactReasons() []noticed.Reason {
	if f.phone() != "" {
		return nil
	}
	seen := all(f.item, func(s *sheet.Sheet) []sheet.Seen[string] { return s.Phones })
	if len(seen) == 0 {
		return nil
	}
	return []noticed.Reason{{Code: noticed.ReasonWeak, Field: noticed.FieldContact, Place: seen[0].Evidence.Place, Values: []string{seen[0].Value},
		Message: "the telephone number was recognised in one place only, and not clearly"}}
}

// readReferences settles the numbers to quote, one of each role, in the order in
// which they are printed.
func (f *fields) readReferences() {
	var roles []noticed.ReferenceRole
	byRole := map[noticed.ReferenceRole][]sheet.Seen[noticed.Reference]{}
	for _, o := range all(f.item, func(s *sheet.Sheet) []sheet.Seen[noticed.Reference] { return s.References }) {
		if r := o.Value.Role; byRole[r] == nil {
			roles = append(roles, r)
		}
		byRole[o.Value.Role] = append(byRole[o.Value.Role], o)
	}
	for _, r := range roles {
		if ref, ok := sure(byRole[r]); ok {
			f.references = append(f.references, ref)
		} else {
			f.unsureReferences = append(f.unsureReferences, byRole[r][0].Evidence)
		}
	}
}

// sure is the number that most readings have, if it is two of them or the only one
// and clear: a number that may be wrong is worse than none.
func sure(seen []sheet.Seen[noticed.Reference]) (noticed.Reference, bool) {
	said := map[string]int{}
	for _, o := range seen {
		said[layout.Spaceless(o.Value.Value)]++
	}
	best := seen[0]
	for _, o := range seen {
		if said[layout.Spaceless(o.Value.Value)] > said[layout.Spaceless(best.Value.Value)] {
			best = o
		}
	}
	n := said[layout.Spaceless(best.Value.Value)]
	return best.Value, 2*n > len(seen) && (n >= 2 || best.Confidence >= clearly)
}
