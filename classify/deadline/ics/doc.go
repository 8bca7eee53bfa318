// Package ics writes deadlines as a calendar file (RFC 5545) that a calendar
// program imports or subscribes to: an all-day event on each last day, with the
// safe day to act in its text and alarms before it.
//
// An event keeps its UID from version to version of its assessment, and carries
// the version as its SEQUENCE: a corrected assessment updates its events, a
// withdrawn one cancels them, and so does a correction that no longer has a
// deadline. It must not read documents, count days or read the clock.
package ics
