package main

import (
	"fmt"

	"github.com/jedib0t/go-pretty/v6/table"

	"noticed/worker/ledger"
)

type statusCmd struct {
	connection
}

// statusAnswer is the account with its verdict.
type statusAnswer struct {
	ledger.Account

	Balanced bool `json:"balanced"`
}

func (c *statusCmd) Run(a *app) error {
	logs, err := c.logs(a, "status")
	if err != nil {
		return err
	}
	defer logs.Close()
	account, err := logs.ledger.Account(a.ctx, logs.ingest)
	if err != nil {
		return err
	}
	if a.json {
		err = a.object(statusAnswer{account, account.Balanced()})
		if err != nil {
			return err
		}
	} else {
		a.print(tableOfAccount(account))
	}
	if !account.Balanced() {
		return codedError{fmt.Errorf("accounting: %d accepted documents are not the %d ended and %d queued: %d are lost",
			account.Accepted, account.Ended, account.Queued, account.Lost), exitUnbalanced}
	}
	return nil
}

func tableOfAccount(a ledger.Account) table.Writer {
	t := table.NewWriter()
	t.AppendRow(table.Row{"accepted", a.Accepted, fmt.Sprintf("and %d repeats of the same", a.Repeats)})
	t.AppendRow(table.Row{"ended", a.Ended, fmt.Sprintf("%d assessed, %d other mail, %d dead", a.Assessed, a.OtherMail, a.Dead)})
	if a.Rereading > 0 {
		t.AppendRow(table.Row{"", "", fmt.Sprintf("%d of them to be read again", a.Rereading)})
	}
	t.AppendRow(table.Row{"queued", a.Queued, fmt.Sprintf("%d waiting, %d in hand", a.Waiting, a.InHand)})
	t.AppendRow(table.Row{"lost", a.Lost, ""})
	verdict := "accepted = ended + queued"
	if !a.Balanced() {
		verdict = "accepted is not ended + queued"
	}
	t.AppendRow(table.Row{"balance", a.Accepted - a.Ended - a.Queued, verdict})
	return t
}
