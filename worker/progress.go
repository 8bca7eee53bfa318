package worker

import (
	"encoding/json"

	"noticed/ingest"
)

// Stage is where a document is.
type Stage string

// The stages told while they happen. Nothing rests on them: they may be lost.
const (
	StageReading Stage = "reading"
	StageWaiting Stage = "waiting" // for a fault to pass
)

// Progress is published on core NATS, on [ProgressSubject].
type Progress struct {
	Tenant   string `json:"tenant"`
	SHA256   string `json:"sha256"`
	Stage    Stage  `json:"stage"` // reading, waiting, or how it ended
	Delivery int    `json:"delivery"`
}

// ProgressSubject is where a document's progress is told.
func ProgressSubject(tenant, sha256 string) string {
	return "notices.progress." + tenant + "." + sha256
}

func (w *Worker) progress(d ingest.Document, s Stage, delivery int) {
	data, err := json.Marshal(Progress{d.Tenant, d.SHA256, s, delivery})
	if err == nil {
		_ = w.opts.JetStream.Conn().Publish(ProgressSubject(d.Tenant, d.SHA256), data)
	}
}
