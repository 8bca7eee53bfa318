// Package broker gets a connection to a NATS server that is fit for noticed: it
// starts the embedded one, or connects to the one that is there. Everything
// after that is the same code, because both hand back the same [Broker].
//
// The settings here are the ones that were measured to lose nothing: JetStream
// on disk synced on every write, connections that never give up, and no buffer
// of unsent messages (a publish that was reported as failed must not arrive
// later).
//
// The embedded server listens on 127.0.0.1 only and asks for no password: every
// user of that machine can reach it. A firm that shares the machine runs its own
// nats-server with accounts.
//
// This package knows no stream and no subject.
package broker
