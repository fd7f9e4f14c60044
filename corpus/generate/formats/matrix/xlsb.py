"""Writes the matrix as a binary workbook, by hand after [MS-XLSB]: no free program writes it but the library with which it is read here.
LibreOffice reads what this writes; the other file, without styles, too, but the library loses its sheet.

    python3 corpus/generate/formats/matrix/xlsb.py test/fixtures/matrix/xlsb/by-hand.xlsb test/fixtures/office/no-styles.xlsb
"""
import pathlib
import struct
import sys
import zipfile

from table import HEADER, rows

# Numbers of records, [MS-XLSB] 2.3.2.
ROW, REAL, TEXT = 0, 5, 6
SHEET, END_SHEET, BOOK, END_BOOK = 129, 130, 131, 132
SHEETS, END_SHEETS, DATA, END_DATA, SHEET_OF_BOOK = 143, 144, 145, 146, 156
FORMAT, STYLES, END_STYLES, FORMATS, END_FORMATS = 47, 278, 279, 617, 618


def varied(number):
    """Seven bits a byte, the lowest first."""
    out = bytearray()
    while True:
        number, low = number >> 7, number & 0x7F
        out.append(low | (0x80 if number else 0))
        if not number:
            return bytes(out)


def record(kind, body=b''):
    # Kinds from 128 on are two bytes whose first has its highest bit set, not a number of seven bits a byte.
    return (bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])) + varied(len(body)) + body


def wide(text):
    return struct.pack('<I', len(text)) + text.encode('utf-16-le')


def cell(column, value):
    place = struct.pack('<II', column, 0)
    return record(REAL, place + struct.pack('<d', value)) if isinstance(value, int) else record(TEXT, place + wide(value))


def sheet(table):
    lines = b''.join(record(ROW, struct.pack('<IIHBBBI', y, 0, 300, 0, 0, 0, 0)) + b''.join(cell(x, value) for x, value in enumerate(row)) for y, row in enumerate(table))
    return record(SHEET) + record(DATA) + lines + record(END_DATA) + record(END_SHEET)


DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'


def relationships(*all):
    inside = ''.join(f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(all, 1))
    return f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


TYPES = 'application/vnd.ms-excel'
#: One format of cells, all of it by default.
PLAIN = record(STYLES) + record(FORMATS, struct.pack('<I', 1)) + record(FORMAT, struct.pack('<HHHHHBBHH', 0xFFFF, 0, 0, 0, 0, 0, 0, 0, 0)) + record(END_FORMATS) + record(END_STYLES)


def parts(has_styles):
    kinds = [('workbook.bin', 'sheet.binary.macroEnabled.main'), ('worksheets/sheet1.bin', 'worksheet'), *([('styles.bin', 'styles')] if has_styles else [])]
    overrides = ''.join(f'<Override PartName="/xl/{name}" ContentType="{TYPES}.{kind}"/>' for name, kind in kinds)
    return {
        '[Content_Types].xml': f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        '_rels/.rels': relationships(('officeDocument', 'xl/workbook.bin')),
        'xl/workbook.bin': record(BOOK) + record(SHEETS) + record(SHEET_OF_BOOK, struct.pack('<II', 0, 1) + wide('rId1') + wide('People')) + record(END_SHEETS) + record(END_BOOK),
        'xl/_rels/workbook.bin.rels': relationships(('worksheet', 'worksheets/sheet1.bin'), *([('styles', 'styles.bin')] if has_styles else [])),
        'xl/worksheets/sheet1.bin': sheet([HEADER, *([int(id), *rest] for id, *rest in rows())]),
        **({'xl/styles.bin': PLAIN} if has_styles else {}),
    }


for path, has_styles in [(sys.argv[1], True), (sys.argv[2], False)]:
    pathlib.Path(path).parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for name, content in parts(has_styles).items():
            file.writestr(zipfile.ZipInfo(name, (2025, 1, 2, 10, 20, 30)), content, zipfile.ZIP_DEFLATED)
