package ingest

import (
	"time"

	"noticed/extract/format"
)

// Local describes bytes that were put on no log, as the log would: with the
// same name, tenant and hash. They are not looked at.
func Local(within, name string, data []byte, received time.Time) Document {
	d := Document{Tenant: DefaultTenant, SHA256: hash(data), Name: fullName(within, baseName(name)), Received: received.UTC(), Data: data}
	if d.Name == "" {
		d.Name = nameless(d.SHA256, format.Sniff(data))
	}
	return d
}
