// Package man writes manual pages from the model of a command line: what the
// help prints, as man(1) shows it.
package man
