package ingest

import (
	"fmt"
	"regexp"
	"strings"
)

// The intake log and the bucket of documents.
const (
	Stream = "NOTICES"
	Bucket = "notices-documents"

	// UrgentSubjects and BulkSubjects are exactly what the stream is bound to: a
	// wider binding would accept a mistyped lane that no worker reads.
	UrgentSubjects = "notices.intake.*.urgent"
	BulkSubjects   = "notices.intake.*.bulk"

	// The durable consumers of the two lanes.
	UrgentDurable = "noticed-urgent"
	BulkDurable   = "noticed-bulk"
)

// The headers of an intake message. All are optional: bytes published with none
// are a document too.
const (
	HeaderName        = "Notice-Name"         // base name of the file, id numbers masked
	HeaderWithin      = "Notice-Within"       // the archive or message it lay in: "batch.zip", id numbers masked
	HeaderContentType = "Notice-Content-Type" // as found in the bytes
	HeaderSource      = "Notice-Source"       // the door: "folder", "http", …
	HeaderReference   = "Notice-Reference"    // the submitter's own, id numbers masked
	HeaderReceived    = "Notice-Received"     // RFC 3339, UTC
	HeaderObject      = "Notice-Object"       // "<tenant>/<sha256>" in the bucket: the message carries no bytes
	HeaderReplaces    = "Notice-Replaces"     // sequence of the receipt that a new reading is to replace
	HeaderReplays     = "Notice-Replays"      // how often the document was put back on the log by the sweeper
	HeaderTraceparent = "traceparent"         // W3C trace context, passed through
)

// DefaultTenant is who a document belongs to if nobody says.
const DefaultTenant = "default"

var tenantToken = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$`)

// ValidTenant says why a tenant's name can't be used as a token of a subject.
func ValidTenant(tenant string) error {
	if !tenantToken.MatchString(tenant) {
		return fmt.Errorf("tenant %q: want 1 to 64 letters, digits, - or _, the first a letter or digit", Mask(tenant))
	}
	if Mask(tenant) != tenant {
		return fmt.Errorf("tenant %q: looks like an identification number", Mask(tenant))
	}
	return nil
}

// Subject returns the subject a tenant's documents are published on.
func Subject(tenant string, urgent bool) string {
	if urgent {
		return "notices.intake." + tenant + ".urgent"
	}
	return "notices.intake." + tenant + ".bulk"
}

// tenantOf returns the tenant and the lane of an intake subject.
func tenantOf(subject string) (tenant string, urgent bool, err error) {
	t := strings.Split(subject, ".")
	if len(t) != 4 || t[0] != "notices" || t[1] != "intake" || t[3] != "urgent" && t[3] != "bulk" {
		return "", false, fmt.Errorf("subject %q is none of the intake's", subject)
	}
	return t[2], t[3] == "urgent", nil
}

// msgID is what the server knows a repeated submission by. Without the tenant
// in it, one tenant's copy of a file would be swallowed as a repeat of another's.
func msgID(tenant, sha string) string { return tenant + "." + sha }

var sha256Hex = regexp.MustCompile(`^[0-9a-f]{64}$`)

// objectName is a document's name in the bucket.
func objectName(tenant, sha string) string { return tenant + "/" + sha }
