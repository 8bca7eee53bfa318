// Package completion completes command lines in bash, zsh and fish.
//
// The scripts that a shell reads are small: at every press of the key they ask
// the program itself, which finds the answer in the model of its command line.
// So what is completed is always what the program takes, down to values that only
// it knows. A completion never connects to anything.
package completion
