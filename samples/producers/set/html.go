package main

import (
	"bytes"
	"html/template"

	"noticed/samples/notice"
)

// html writes a notice of two pages.
func html(n *notice.Notice) string {
	var out bytes.Buffer
	data := struct {
		*notice.Notice
		Title string
		Due   string
	}{n, "You have a balance due for ", "Amount due"}
	if n.Code != notice.CP14 {
		data.Title, data.Due = "Intent to seize your state tax refund or other property", "Amount due immediately"
	}
	if err := letter.Execute(&out, data); err != nil {
		panic("writing a notice as HTML: " + err.Error())
	}
	return out.String()
}

var letter = template.Must(template.New("notice").Funcs(template.FuncMap{
	"long": notice.Long, "dollars": notice.Dollars, "figures": notice.Figures,
}).Parse(`<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Notice {{.Code}}</title>
<style>
@page { size: 8.5in 11in; margin: 0.5in; }
body { font-family: "Liberation Sans", Arial, sans-serif; font-size: 9.5pt; margin: 0; }
table { border-collapse: collapse; } td { vertical-align: top; padding: 1pt 6pt 1pt 0; }
h1 { font-size: 16pt; margin: 10pt 0 2pt 0; } h2 { font-size: 12pt; margin: 8pt 0 3pt 0; border-top: 1px solid black; }
p { margin: 2pt 0 5pt 0; } .sum td { padding: 3pt 0; } .total td { font-weight: bold; border-top: 1px solid black; }
.num { text-align: right; } .new { page-break-before: always; } .stub { border-top: 1px dashed black; margin-top: 14pt; }
.stub { position: absolute; left: 0; right: 0; top: 7.75in; }
</style></head><body>
<table width="100%"><tr><td width="55%">Department of the Treasury<br>Internal Revenue Service{{range .Office.Lines}}<br>{{.}}{{end}}</td>
<td><table>
<tr><td>Notice</td><td>{{.Code}}</td></tr>
<tr><td>Tax year</td><td>{{.Year}}</td></tr>
<tr><td>Notice date</td><td>{{long .Date}}</td></tr>
<tr><td>Social Security number</td><td>{{.ID.Printed}}</td></tr>
<tr><td>To contact us</td><td>Phone {{.Phone}}</td></tr>
<tr><td>Your caller ID</td><td>{{.CallerID}}</td></tr>
<tr><td>Page 1 of 2</td><td></td></tr>
</table></td></tr></table>
<p style="font-family: 'Liberation Mono', monospace; font-size: 7pt; margin: 6pt 0 6pt 20pt">{{.Barcode}}</p>
<p style="margin-left: 20pt">{{range .People.Window}}{{.}}<br>{{end}}<span style="text-transform: uppercase">{{.Street}}<br>{{.Town}}</span></p>
{{if ne .Code "CP14"}}<p style="font-size: 12pt; margin-top: 12pt"><b>Notice of intent to levy</b></p>{{end}}
<h1>{{.Title}}{{if eq .Code "CP14"}}{{.Year}}{{end}}</h1>
<h1 style="margin-top: 0">{{.Due}}: {{dollars .Balance}}</h1>
<table width="100%" style="margin-top: 8pt"><tr><td width="52%">
{{if eq .Code "CP14"}}<p>Our records show you have unpaid taxes for the tax year ended December 31, {{.Year}} (Form {{(index .Periods 0).Form}}).</p>
<p>If you already paid your balance in full within the last 21 days or made payment arrangements, please disregard this notice.</p>
<p>If you don't pay {{dollars .Balance}} by {{long .PayBy}}, interest will increase and additional penalties may apply.</p>
{{else}}<p>As we notified you before, our records show you have unpaid taxes for the tax year ended December 31, {{.Year}} (Form {{(index .Periods 0).Form}}). If you don't pay the amount due immediately, the IRS may seize (levy) your state tax refund.</p>
<p>We sent you a CP503 dated {{long .Prior}}; you haven't responded or paid in full.</p>{{end}}
</td><td><table class="sum" width="100%"><tr><td colspan="2"><b>Billing Summary</b></td></tr>
{{range $i, $r := .Rows}}<tr><td>{{$r.Label}}</td><td class="num">{{if eq $i 0}}{{dollars $r.Value}}{{else}}{{figures $r.Value}}{{end}}</td></tr>
{{end}}<tr class="total"><td>{{if .PayBy}}Amount due by {{long .PayBy}}{{else}}Amount due immediately{{end}}</td><td class="num">{{dollars .Balance}}</td></tr></table></td></tr></table>
<h2>What you need to do immediately</h2>
<p><b>If you agree with the amount due</b></p>
<ul><li>Pay the amount due of {{dollars .Balance}}{{if .PayBy}} by {{long .PayBy}}{{else}} immediately{{end}}.</li>
<li>You can pay online at www.irs.gov/payments, or mail a check or money order with the attached payment stub.</li></ul>
<p style="text-align: right">Continued on back...</p>
<div class="stub"><table width="100%"><tr><td width="55%">Internal Revenue Service{{range .Office.Lines}}<br>{{.}}{{end}}<br><br>{{.People.Coupon}}</td>
<td><table><tr><td>Notice</td><td>{{.Code}}</td></tr><tr><td>Notice date</td><td>{{long .Date}}</td></tr><tr><td>Social Security number</td><td>{{.ID.Printed}}</td></tr></table></td></tr></table>
<p>Make your check or money order payable to the United States Treasury. Write your Social Security number ({{.ID.Printed}}), the tax year ({{.Year}}), and the form number ({{(index .Periods 0).Form}}) on your payment and any correspondence.</p>
<table width="100%"><tr class="total"><td style="font-size: 12pt">{{if .PayBy}}Amount due by {{long .PayBy}}{{else}}Amount due immediately{{end}}</td><td class="num" style="font-size: 12pt">{{dollars .Balance}}</td></tr></table>
<p style="margin-left: 30pt">{{range .PayTo.Lines}}{{.}}<br>{{end}}</p></div>
<div class="new"></div>
<table><tr><td>Notice</td><td>{{.Code}}</td></tr><tr><td>Tax year</td><td>{{.Year}}</td></tr><tr><td>Notice date</td><td>{{long .Date}}</td></tr>
<tr><td>Social Security number</td><td>{{.ID.Printed}}</td></tr><tr><td>Page 2 of 2</td><td></td></tr></table>
<h2>Payment options</h2>
<p>If you can't pay the full amount, pay as much as you can now and make payment arrangements. Send Form 9465 or apply at www.irs.gov/opa if you owe $50,000 or less. A user fee of $31 may apply. See Notice 746 and Publication 594.</p>
<h2>Interest charges</h2>
<p>We are required by law to charge interest when you do not pay your liability on time. If the amount you owe is $100,000 or more, please make sure that your payment is received within 10 work days from the date of your notice.</p>
{{if ne .Code "CP14"}}<h2>What we may do next</h2><p>This is your notice of intent to levy under Internal Revenue Code section 6331(d). If you still owe, we will send you a notice giving you a right to a hearing, the LT11 or Letter 1058.</p>{{end}}
</body></html>
`))
