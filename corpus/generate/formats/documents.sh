#!/bin/sh
# Writes the fixtures of PDF and RTF with software that is none of ours: LibreOffice 7.4.7, groff 1.22.4 with Ghostscript 10.0.0,
# qpdf 11.3.0 and reportlab 3.6.12, as Debian 12 packs them. Run from the root of the repository; times and ids in the files differ from run to run.
set -e
here=corpus/generate/formats
pdf=test/fixtures/pdf
rtf=test/fixtures/rtf
temporary=$(mktemp -d)
trap 'rm -r "$temporary"' EXIT

soffice --headless --infilter='HTML (StarWriter)' --convert-to odt --outdir "$temporary" $here/office.html > /dev/null
soffice --headless --convert-to pdf --outdir "$temporary" "$temporary/office.odt" > /dev/null
soffice --headless --convert-to rtf --outdir "$temporary" "$temporary/office.odt" > /dev/null
cp "$temporary/office.pdf" $pdf/libreoffice.pdf
cp "$temporary/office.rtf" $rtf/libreoffice.rtf

tbl <<'END' | groff -Tps | ps2pdf - $pdf/groff.pdf
.ll 5i
Patient record, NHS number 943 476 5919, and a line that is long enough to be broken by the program that sets it, with SSN 536-90-4399 somewhere near its end.
.TS
tab(;);
l l.
Name;IBAN
Maria Lopez;DE89 3704 0044 0532 0130 00
.TE
END

/usr/bin/python3 $here/pdf.py $pdf
qpdf --encrypt secret owner 256 -- $pdf/groff.pdf $pdf/password.pdf
qpdf --encrypt '' owner 256 -- $pdf/groff.pdf $pdf/owner-password.pdf
qpdf --object-streams=generate --linearize $pdf/libreoffice.pdf $pdf/linearized.pdf
