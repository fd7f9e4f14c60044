"""Writes the matrix as workbooks, documents and presentations, with software that is none of ours: openpyxl 3.0.9, XlsxWriter 3.0.2,
xlwt 1.3.0, odfpy 1.4.2, python-docx 0.8.11, reportlab 3.6.12, pandoc 2.17 and LibreOffice 7.4.7, as Debian 12 packs them. LibreOffice
writes anew what it reads of the others.

    /usr/bin/python3 corpus/generate/formats/matrix/office.py test/fixtures/matrix

Times and ids in the files differ from run to run.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import docx
import odf.opendocument
import odf.table
import odf.text
import openpyxl
import xlsxwriter
import xlwt
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
from table import HEADER, is_number, letter, letters, NAMES, rows, VALUES

OUT = pathlib.Path(sys.argv[1])
for kind in ('xlsx', 'xls', 'ods', 'docx', 'odt', 'pptx', 'odp', 'rtf', 'pdf'):
    (OUT / kind).mkdir(parents=True, exist_ok=True)


def typed(row):
    """Cells as numbers where a workbook keeps all their digits: fifteen."""
    return [int(cell) if name == 'id' or (name in NAMES and is_number(name) and len(cell) <= 15) else cell for name, cell in zip(HEADER, row)]


# --- workbooks -------------------------------------------------------------------------------------------------------------------------

#: The second sheet, under a title and to the right, so that neither row nor column is that of the first.
SHEETS = ('People', 'Moved')

book = openpyxl.Workbook()
book.active.title = SHEETS[0]
for row in [HEADER, *map(typed, rows())]:
    book.active.append(row)
book.save(OUT / 'xlsx/openpyxl.xlsx')

moved = openpyxl.Workbook()
moved.active.title = SHEETS[1]
for y, row in enumerate([HEADER, *rows()]):
    for x, cell in enumerate(row):
        moved.active.cell(y + 4, x + 3, cell)
moved.active['C2'] = 'All people'
moved.save(OUT / 'xlsx/openpyxl-moved.xlsx')

for name, options in [('shared', {}), ('inline', {'constant_memory': True, 'in_memory': False})]:
    writer = xlsxwriter.Workbook(OUT / f'xlsx/xlsxwriter-{name}.xlsx', options)
    sheet = writer.add_worksheet(SHEETS[0])
    for y, row in enumerate([HEADER, *map(typed, rows())]):
        sheet.write_row(y, 0, row)
    writer.close()

old = xlwt.Workbook()
sheet = old.add_sheet(SHEETS[0])
for y, row in enumerate([HEADER, *map(typed, rows())]):
    for x, cell in enumerate(row):
        sheet.write(y, x, cell)
old.save(str(OUT / 'xls/xlwt.xls'))

ods = odf.opendocument.OpenDocumentSpreadsheet()
table = odf.table.Table(name=SHEETS[0])
for row in [HEADER, *map(typed, rows())]:
    line = odf.table.TableRow()
    for cell in row:
        field = odf.table.TableCell(valuetype='float', value=cell) if isinstance(cell, int) else odf.table.TableCell(valuetype='string')
        field.addElement(odf.text.P(text=str(cell)))
        line.addElement(field)
    table.addElement(line)
ods.spreadsheet.addElement(table)
ods.save(str(OUT / 'ods/odfpy.ods'))

# --- documents -------------------------------------------------------------------------------------------------------------------------

document = docx.Document()
for line in letters():
    # A page for each person, where the document is printed.
    document.add_paragraph(line).paragraph_format.page_break_before = line.startswith('Person ') and line != 'Person 1'
document.save(OUT / 'docx/python-docx.docx')

# Each row as a table of two columns, as forms have them, and all of it as one wide table.
document = docx.Document()
table = document.add_table(0, len(HEADER))
for row in [HEADER, *rows()]:
    for cell, text in zip(table.add_row().cells, row):
        cell.text = text
document.save(OUT / 'docx/python-docx-table.docx')

text = odf.opendocument.OpenDocumentText()
for line in letters():
    text.text.addElement(odf.text.P(text=line))
text.save(str(OUT / 'odt/odfpy.odt'))

page = canvas.Canvas(str(OUT / 'pdf/reportlab.pdf'), pagesize=A4, invariant=1, pageCompression=1)
for row in VALUES['rows']:
    for i, line in enumerate(letter(row)):
        page.drawString(72, 780 - 20 * i, line)
    page.showPage()
page.save()


def pandoc(markdown, target, *options):
    subprocess.run(['pandoc', '-f', 'markdown', '-o', OUT / target, *options], input=markdown.encode(), check=True)


def escaped(line):
    return ''.join(f'\\{character}' if character in '\\`*_{}[]()#+-.!|<>@$^~\'"' else character for character in line)


PARAGRAPHS = '\n\n'.join(map(escaped, letters()))
SLIDES = '\n\n'.join('\n\n'.join([f'# {title}', *map(escaped, lines)]) for title, *lines in map(letter, VALUES['rows']))
pandoc(PARAGRAPHS, 'docx/pandoc.docx')
pandoc(PARAGRAPHS, 'odt/pandoc.odt')
pandoc(PARAGRAPHS, 'rtf/pandoc.rtf', '-s')
pandoc(SLIDES, 'pptx/pandoc.pptx')

# --- LibreOffice -----------------------------------------------------------------------------------------------------------------------


def libreoffice(source, *extensions):
    """Writes what it reads of a file, as `libreoffice.EXTENSION` in the folder of that format."""
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, f'libreoffice{source.suffix}')
        shutil.copy(source, name)
        for extension in extensions:
            to = os.path.join(folder, extension)
            subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/profile', '--convert-to', extension, '--outdir', to, name], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            shutil.move(os.path.join(to, f'libreoffice.{extension}'), OUT / extension / f'libreoffice.{extension}')


libreoffice(OUT / 'xlsx/openpyxl.xlsx', 'xlsx', 'xls', 'ods')
libreoffice(OUT / 'docx/python-docx.docx', 'docx', 'odt', 'rtf', 'pdf')
libreoffice(OUT / 'pptx/pandoc.pptx', 'pptx', 'odp')
