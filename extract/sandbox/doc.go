// Package sandbox reads documents in child processes that may be killed.
//
// Everything that parses the bytes of strangers (PDFium, ledongthuc/pdf,
// leptonica, Tesseract) runs in a child of this same binary, with limits on
// time, memory and output; whatever a document does there, the parent lives and
// says in a sentence what happened. DESIGN.md in this directory says why.
//
// A program that uses it calls [Main] before anything else in main (and in
// TestMain of packages that use it in tests):
//
//	func main() {
//		sandbox.Main()
//		…
//	}
package sandbox
