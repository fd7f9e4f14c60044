"""Writes PDF fixtures with what office programs seldom write: form fields, comments, a picture of text, an empty page (reportlab 3.6.12).

    /usr/bin/python3 corpus/generate/formats/pdf.py test/fixtures/pdf
"""
import sys

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from PIL import Image, ImageDraw

FOLDER = sys.argv[1]


def picture():
    image = Image.new('RGB', (400, 100), 'white')
    ImageDraw.Draw(image).text((10, 40), 'SSN 536-90-4399', fill='black')
    return ImageReader(image)


page = canvas.Canvas(f'{FOLDER}/reportlab.pdf', pagesize=A4, invariant=1)
page.setTitle('Claim of 943 476 5919')
page.setAuthor('maria.lopez@corp-mail.org')
page.drawString(72, 800, 'Application form')
page.acroForm.textfield(name='ssn', value='536-90-4399', x=72, y=700, width=200, height=20)
page.acroForm.textfield(name='account', value='DE89 3704 0044 0532 0130 00', x=72, y=660, width=300, height=20)
page.textAnnotation('Call her: 202-555-0143', Rect=[72, 600, 100, 620])
page.linkURL('mailto:hidden.person@corp-mail.org', (72, 560, 200, 580))
page.bookmarkPage('first')
page.addOutlineEntry('Chapter of SSN 219-09-9999', 'first')
page.showPage()
# Numbers letter by letter, in pieces of three, and in a column of its own.
text = page.beginText(72, 800)
for letter in 'SSN 457-55-5462':
    text.textOut(letter)
page.drawText(text)
for i, part in enumerate(['DE8', '9370', '40044', '05320', '13000']):
    page.drawString(72 + page.stringWidth('DE89370400440532013000'[:[0, 3, 7, 12, 17][i]]), 760, part)
page.showPage()
page.drawImage(picture(), 72, 600)
page.showPage()
page.showPage()
page.drawImage(picture(), 72, 600)
page.showPage()
page.drawString(72, 800, 'Last page')
page.save()
