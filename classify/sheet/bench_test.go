package sheet

import "testing"

func BenchmarkRead(b *testing.B) {
	lines := whole1()
	for b.Loop() {
		read(lines...)
	}
}
