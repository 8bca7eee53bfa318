package ingest

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMask(t *testing.T) {
	for in, want := range map[string]string{
		"smith 123-45-6789.pdf":           "smith XXX-XX-6789.pdf",
		"123456789.pdf":                   "XXX-XX-6789.pdf",
		"acme 12-3456789 LT11":            "acme XXX-XX-6789 LT11",
		"123_45_6789":                     "XXX-XX-6789",
		"123-45-6789 987-65-4321":         "XXX-XX-6789 XXX-XX-4321",
		"12-3456789,123456789;98-7654321": "XXX-XX-6789,XXX-XX-6789;XXX-XX-4321",
		"scan_20260603101112.pdf":         "scan_20260603101112.pdf", // fourteen digits are a time
		"CP504 2026-06-03 4711.pdf":       "CP504 2026-06-03 4711.pdf",
		"invoice 12345678":                "invoice 12345678",
		"":                                "",
	} {
		if got := Mask(in); got != want {
			t.Errorf("Mask(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMaskLeavesNoNumber(t *testing.T) {
	number := regexp.MustCompile(`(^|[^0-9])([0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{2}-[0-9]{7}|[0-9]{9})($|[^0-9])`)
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{
			"123-45-6789", "12-3456789", "123456789", "1", "-", " ", "_", "name", "99",
		})).Draw(t, "parts"), "")
		m := Mask(s)
		if number.MatchString(m) {
			t.Fatalf("Mask(%q) = %q", s, m)
		}
		if Mask(m) != m {
			t.Fatalf("Mask(%q) is not stable", m)
		}
	})
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"/home/pat/scans/LT11.pdf":   "LT11.pdf",
		`C:\Scans\LT11.pdf`:          "LT11.pdf",
		"../../etc/passwd":           "passwd",
		"a\r\nNats-Msg-Id: x.pdf":    "a  Nats-Msg-Id: x.pdf",
		"\xff\xfe.pdf":               "�.pdf",
		"":                           "",
		"/":                          "",
		"..":                         "",
		strings.Repeat("ä", 300):     strings.Repeat("ä", 127),
		"Grüße 123-45-6789 über.pdf": "Grüße XXX-XX-6789 über.pdf",
	} {
		if got := baseName(in); got != want {
			t.Errorf("baseName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTenants(t *testing.T) {
	for _, ok := range []string{"default", "acme", "A-1_b", "7", strings.Repeat("a", 64)} {
		if err := ValidTenant(ok); err != nil {
			t.Errorf("%q: %v", ok, err)
		}
	}
	for _, bad := range []string{"", "a.b", "*", ">", "a b", "-a", "ä", "a\n", strings.Repeat("a", 65), "123456789", "a-123-45-6789"} {
		err := ValidTenant(bad)
		if err == nil {
			t.Errorf("%q is accepted", bad)
		} else if strings.Contains(err.Error(), "123-45") || strings.Contains(err.Error(), "12345") {
			t.Errorf("the error quotes the number: %v", err)
		}
	}
}
