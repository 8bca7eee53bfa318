package ledger

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"noticed"
)

// Dead returns the receipts of a tenant's documents that are dead, or of all
// tenants', in the order in which they ended.
func (l *Ledger) Dead(ctx context.Context, tenant string) ([]Recorded, error) {
	var dead []docKey
	ends := map[docKey]ending{}
	err := l.receipts(ctx, func(k docKey, e ending) { ends[k] = e })
	if err != nil {
		return nil, fmt.Errorf("looking for dead documents: %w", err)
	}
	for k, e := range ends {
		if e.ended == noticed.EndedDead && (tenant == "" || tenant == k.tenant) {
			dead = append(dead, k)
		}
	}
	slices.SortFunc(dead, func(a, b docKey) int { return cmp.Compare(ends[a].sequence, ends[b].sequence) })
	var found []Recorded
	for _, k := range dead {
		r, err := l.Last(ctx, k.tenant, k.sha)
		if err != nil {
			return nil, fmt.Errorf("looking for dead documents: %w", err)
		}
		if r.Receipt != nil && r.Receipt.Ended == noticed.EndedDead { // not read again since
			found = append(found, r)
		}
	}
	return found, nil
}
