package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// filesIn returns the files that the paths name, in order: a folder stands for
// the files in it and below, by name. Hidden files and folders are left out, as
// the shell does. To find none is an error.
func filesIn(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && p == path:
				files = append(files, p) // reading it will say why
				return nil
			case err != nil:
				return fmt.Errorf("looking for documents in %s: %w", path, err)
			case p != path && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return filepath.SkipDir
				}
			case !d.IsDir():
				files = append(files, p)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("looking for documents: there are none in %s", strings.Join(paths, ", "))
	}
	return files, nil
}
