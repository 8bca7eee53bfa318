#!/bin/sh
# Makes the samples that other programs wrote, into samples/mail. Needs LibreOffice,
# Chromium, Ghostscript, python3-cairo and fonts-liberation. The files are
# committed: run this only to make them anew.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go run ./samples/producers/set -out "$work"
for f in "$work"/*libreoffice.fodt; do
	soffice --headless --convert-to pdf --outdir samples/mail "$f" >/dev/null
done
for f in "$work"/*chromium.html; do
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
		--print-to-pdf="samples/mail/$(basename "$f" .html).pdf" "file://$f" 2>/dev/null
done
for f in "$work"/*ghostscript.ps; do
	gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -o "samples/mail/$(basename "$f" .ps).pdf" "$f"
done
for f in "$work"/*cairo.json; do
	/usr/bin/python3 samples/producers/draw_with_cairo.py "$f" "samples/mail/$(basename "$f" .json).pdf"
done
