// Package catalog is the table of the notices that the IRS sends: what each is
// called, how its code is printed, whom it goes to, which rule sets its
// deadlines and what usually comes next. The table is data (notices.csv,
// embedded): adding a notice means adding a row, and no notice code stands in
// Go source.
//
// It answers two questions about a printed code. [Catalog.Resolve] says which
// notice or notices a clean reading names; [Catalog.Near] lists what a damaged
// reading may have been, always with its rivals, because codes that differ in
// one letter give different rights. It never decides between rivals: a wrong
// code that looks right gives a wrong deadline.
//
// A firm lays rows of its own over the embedded ones with [Overlay], by the same
// columns and a schema that the program prints ([Schema]); [Catalog.Timeline]
// says where a notice stands among those that usually come before and after it.
//
// It must not read documents, know where on the page a code stood, or count
// days.
package catalog
