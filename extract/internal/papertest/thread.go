package papertest

import (
	"os"
	"syscall"
)

// OneThread starts the test binary again with OMP_THREAD_LIMIT=1, unless it
// runs so already. Tesseract reads the variable when the process starts, and is
// several times slower without it. Call it first in TestMain.
func OneThread() {
	const name = "OMP_THREAD_LIMIT"
	if os.Getenv(name) != "" {
		return
	}
	if err := syscall.Exec("/proc/self/exe", os.Args, append(os.Environ(), name+"=1")); err != nil {
		panic(err)
	}
}
