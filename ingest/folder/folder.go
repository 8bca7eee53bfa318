// Package folder is a door: it walks the paths a user names and hands over the
// files in them, in order. What it leaves out it names, with the reason: a file
// must not be passed over in silence.
//
// It must not look into a file: whether it is a document is for package ingest.
package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Source is what a submission through this door is marked with.
const Source = "folder"

// File is a file to submit, or one that was left out.
type File struct {
	Path string
	Size int64
	// Skipped is why it was left out, "" if it is to be submitted.
	Skipped string
}

// Walk returns the files of the paths: those named as they are named, those in
// folders by name, folders within folders included. What begins with a dot is
// left out of folders and returned as skipped, as is what is no regular file. A
// named path that is not there is returned as a file: reading it will say why.
func Walk(paths ...string) []File {
	var files []File
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			files = append(files, File{Path: p})
			continue
		}
		if !info.IsDir() {
			files = append(files, one(p, info))
			continue
		}
		_ = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				files = append(files, File{Path: path, Skipped: reason(err)})
				return skipDir(d)
			}
			if path != p && strings.HasPrefix(d.Name(), ".") {
				files = append(files, File{Path: path, Skipped: "its name begins with a dot"})
				return skipDir(d)
			}
			if d.IsDir() {
				return nil
			}
			// Not d.Info: a link in a folder is followed to a file, as it is when
			// it is named itself.
			info, err := os.Stat(path)
			if err != nil {
				files = append(files, File{Path: path, Skipped: reason(err)})
				return nil
			}
			if info.IsDir() {
				files = append(files, File{Path: path, Skipped: "it is a link to a folder"})
				return nil
			}
			files = append(files, one(path, info))
			return nil
		})
	}
	return files
}

func one(path string, info fs.FileInfo) File {
	f := File{Path: path, Size: info.Size()}
	if !info.Mode().IsRegular() {
		f.Skipped = "it is not a regular file"
	}
	return f
}

func skipDir(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// reason is an error without the path, which stands beside it.
func reason(err error) string {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err.Error()
	}
	return err.Error()
}
