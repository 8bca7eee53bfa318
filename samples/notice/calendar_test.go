package notice

import (
	"testing"

	"noticed"
)

// The vectors are the worked examples of the domain reference: decided cases and
// dates produced by a program that was not written for this project.
func TestPayBy(t *testing.T) {
	for _, c := range []struct {
		date    string
		balance noticed.Money
		want    string
	}{
		{"2026-06-15", 4200_00, "2026-07-06"},
		{"2026-01-26", 4200_00, "2026-02-16"},
		{"2018-01-30", 4200_00, "2018-02-20"},
		{"2026-06-15", 100000_00, "2026-06-30"},
		{"2026-12-21", 250310_77, "2027-01-06"},
		{"2026-04-06", 150000_00, "2026-04-21"},
		{"2025-01-06", 100000_01, "2025-01-21"},
		{"2026-06-15", 99999_99, "2026-07-06"},
	} {
		if got := PayBy(noticed.MustDate(c.date), c.balance); got.String() != c.want {
			t.Errorf("PayBy(%s, %s) = %s, want %s", c.date, c.balance, got, c.want)
		}
	}
}

func TestRolled(t *testing.T) {
	for from, want := range map[string]string{
		"2026-07-01": "2026-07-01",
		"2026-04-16": "2026-04-17", // Emancipation Day
		"2026-07-04": "2026-07-06",
		"2023-04-16": "2023-04-18", // a Sunday: kept on Monday
		"2024-12-25": "2024-12-26",
		"2026-11-26": "2026-11-27",
		"2025-06-14": "2025-06-16",
		"2026-11-11": "2026-11-12",
		"2027-12-31": "2028-01-03", // New Year's Day 2028 is a Saturday
		"2025-01-20": "2025-01-21",
		"2029-01-19": "2029-01-19", // Inauguration Day on a Saturday moves nothing
		"2020-06-19": "2020-06-19", // before Juneteenth was a holiday
	} {
		if got := Rolled(noticed.MustDate(from)); got.String() != want {
			t.Errorf("Rolled(%s) = %s, want %s", from, got, want)
		}
	}
}
