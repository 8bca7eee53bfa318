// Command noticed reads IRS mail: on the queue (serve, worker), beside it (read)
// or once through it (run). This package parses flags, wires packages together
// and prints; what it can do stands in the packages. One file is one command.
package main
