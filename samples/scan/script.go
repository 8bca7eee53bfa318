package scan

import "strings"

// script is how a hand writes each letter: strokes with semicolons between, of
// points by column and row. A line of writing stands on row 3; small letters
// reach to row 6, long ones and figures to 9, tails to 0.
var script = map[rune]string{
	'a': "36 16 04 13 24 36 35 33 43", 'b': "09 03 05 16 26 35 34 23 13 04", 'c': "35 26 16 05 04 13 23 34",
	'd': "35 26 16 04 13 24 35 39 33 43", 'e': "05 35 26 16 05 04 13 23 34", 'f': "39 29 18 13;06 26",
	'g': "36 16 04 13 24 36 31 20 10 01", 'h': "09 03;04 16 26 35 33", 'i': "06 03;08 08", 'j': "16 11 00;18 18",
	'k': "09 03;36 04 33", 'l': "09 04 13", 'm': "06 03;05 16 25 23;25 36 45 43", 'n': "06 03;05 16 26 35 33",
	'o': "16 05 04 13 23 34 35 26 16", 'p': "06 00;05 16 26 35 34 23 13 04", 'q': "36 16 04 13 24 36 30 41",
	'r': "06 03;04 15 26 36", 's': "35 26 16 05 15 24 34 23 13 04", 't': "18 14 23 33;06 26",
	'u': "06 04 13 23 34 36 33", 'v': "06 13 26", 'w': "06 13 25 33 46", 'x': "06 33;36 03", 'y': "06 14 24;36 21 10 00", 'z': "06 36 03 33",
	'0': "19 07 05 13 23 35 37 29 19", '1': "07 19 13", '2': "08 19 29 38 37 03 33", '3': "08 19 29 38 27 16 26 35 34 23 13 04",
	'4': "19 05 35;29 23", '5': "39 09 06 26 35 34 23 13 04", '6': "29 17 05 04 13 23 34 35 26 16 05", '7': "09 39 13",
	'8': "26 17 18 29 38 37 16 05 04 13 23 34 35 26", '9': "38 29 19 08 07 16 26 37 38 33",
	'I': "19 13", 'R': "03 09 29 38 27 06;16 33", 'S': "38 29 19 08 17 26 35 24 13 04", 'D': "03 09 29 37 35 23 03", 'P': "03 09 29 38 27 06",
	'/': "02 39", '$': "38 28 18 07 16 26 35 24 14 04;29 23", '?': "08 19 29 38 37 16 15;13 13", '!': "09 05;03 03", '.': "03 03", '-': "05 25",
	'✓': "06 13 49",
}

// strokes are the strokes of a letter as points of columns and rows.
func strokes(r rune) [][][2]float64 {
	var out [][][2]float64
	for s := range strings.SplitSeq(script[r], ";") {
		var stroke [][2]float64
		for p := range strings.FieldsSeq(s) {
			stroke = append(stroke, [2]float64{float64(p[0] - '0'), float64(p[1]-'0') - 3})
		}
		out = append(out, stroke)
	}
	return out
}

// notes are what people write on such mail. The days and sums are not those of
// the notice.
var notes = []string{
	"called 3/14", "paid?", "see file", "ask Dana", "copy sent 4/2", "2nd notice?", "ok", "pd $250 5/1", "call IRS!", "urgent!",
	"Dave - pls handle", "scan + file", "wrong year?", "not ours?", "check 1099", "left msg 10/6", "$75 less?", "due soon!", "✓ done",
}
