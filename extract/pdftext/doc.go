// Package pdftext turns the text layer of a PDF page into words with tight
// boxes on the upright page.
//
// Two engines read each page: ledongthuc/pdf, which is pure Go and quick, and
// PDFium. ledongthuc's words are taken if they are the same as PDFium's, to the
// letter and at the same places; then two independent readers vouch for them.
// If anything differs (spaces lost between words set one by one, widths unknown
// for CID fonts, text in form objects left out, text on turned pages, invisible
// text taken for visible), PDFium's are, because in every case looked at it was
// right. PDFium also goes first: a file whose structure it does not accept never
// reaches ledongthuc, which hangs or exhausts memory on some.
//
// A text layer that makes no sense as such (too little of it, glyphs without
// meaning, words on top of each other or under a picture) is no text layer: the
// page is a picture. Nor is what can't be seen: the words a scanner's OCR put
// behind its scan, without ink or in white, are not believed.
// Sense is judged without knowing what kind of document it is.
package pdftext
