// Package catalog is the table of the notices that the IRS sends: what each is
// called, how its code is printed, whom it goes to, which rule sets its
// deadlines and what usually comes next. The table is data (notices.csv,
// embedded): adding a notice means adding a row, and no notice code stands in
// Go source.
//
// It answers two questions about a printed code. [Catalog.Resolve] says which
// notice or notices a clean reading names; [Catalog.Near] lists what a damaged
// reading may have been, always with its rivals, because CP504 and CP504B or
// CP90 and CP90C differ in one letter and in the rights they give. It never
// decides between rivals: a wrong code that looks right gives a wrong deadline.
//
// It must not read documents, know where on the page a code stood, or count
// days.
package catalog
