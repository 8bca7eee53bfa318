// Package typeface holds the fonts that samples are printed with: Arimo and
// Tinos, which measure and look much like Helvetica and Times, and Cousine for
// what a line printer would set. They are subsets; OFL.txt is their licence.
package typeface

import (
	_ "embed"

	"noticed/samples/page"
)

var (
	//go:embed Arimo-Regular.ttf
	sans []byte
	//go:embed Arimo-Bold.ttf
	sansBold []byte
	//go:embed Arimo-Italic.ttf
	sansItalic []byte
	//go:embed Tinos-Regular.ttf
	serif []byte
	//go:embed Tinos-Bold.ttf
	serifBold []byte
	//go:embed Cousine-Regular.ttf
	mono []byte
)

// Sans is the family notices are printed in.
var Sans = map[page.Face][]byte{page.Regular: sans, page.Bold: sansBold, page.Italic: sansItalic, page.Mono: mono}

// Serif is for what is not; it has no italic of its own.
var Serif = map[page.Face][]byte{page.Regular: serif, page.Bold: serifBold, page.Italic: serif, page.Mono: mono}
