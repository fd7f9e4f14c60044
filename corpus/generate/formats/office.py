"""Writes the fixtures of Office documents with software that is none of ours: LibreOffice 7.4.7 (through its own interface for Python),
openpyxl 3.0.9, XlsxWriter 3.0.2, xlwt 1.3.0 and python-docx 0.8.11, as Debian 12 packs them; and by hand what none of them writes.

    /usr/bin/python3 corpus/generate/formats/office.py test/fixtures/office

Times and ids in the files differ from run to run.
"""
import datetime
import os
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

from picture import picture

FOLDER = sys.argv[1]
SSN = '536-90-4399'
IBAN = 'DE89 3704 0044 0532 0130 00'
CARD = '4111111111111111'
NHS = '943 476 5919'


def path(name):
    return os.path.join(FOLDER, name)


# --- LibreOffice: from flat OpenDocument ---------------------------------------------------------------------------------------

SPACES = ' '.join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in [
    ('office', 'office'), ('table', 'table'), ('text', 'text'), ('style', 'style'), ('number', 'datastyle'), ('draw', 'drawing'),
    ('svg', 'svg-compatible'), ('fo', 'xsl-fo-compatible'), ('meta', 'meta'), ('presentation', 'presentation'),
]) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
META = '<office:meta><meta:initial-creator>Maria Lopez</meta:initial-creator><dc:creator>Max Stein</dc:creator><dc:title>Staff list</dc:title></office:meta>'


def cell(value, style='', kind='string', more='', inside=''):
    style = f' table:style-name="{style}"' if style else ''
    if kind == 'string':
        return f'<table:table-cell{style} office:value-type="string"{more}>{inside}<text:p>{value}</text:p></table:table-cell>'
    attribute = {'float': 'value', 'date': 'date-value', 'boolean': 'boolean-value'}[kind]
    return f'<table:table-cell{style} office:value-type="{kind}" office:{attribute}="{value}"{more}>{inside}</table:table-cell>'


def row(*cells):
    return f'<table:table-row>{"".join(cells)}</table:table-row>'


COMMENT = '<office:annotation><dc:creator>Ann Comment</dc:creator><dc:date>2025-01-02T10:20:30</dc:date><text:p>ask about NHS number</text:p><text:p>943 476 5919</text:p></office:annotation>'
STYLES = '''<office:automatic-styles>
<number:number-style style:name="N1"><number:number number:min-integer-digits="9" number:decimal-places="0">
<number:embedded-text number:position="4">-</number:embedded-text><number:embedded-text number:position="6">-</number:embedded-text></number:number></number:number-style>
<number:date-style style:name="N2"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="ssn" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="date" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>'''
PEOPLE = ''.join(row(
    cell(f'Person {i}'), cell(536904300 + i, 'ssn', 'float'), cell(CARD, kind='float'), cell('1984-03-17', 'date', 'date'), cell('true', kind='boolean'),
) for i in range(1, 6))
SHEETS = f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{META}{STYLES}<office:body><office:spreadsheet>
<table:table table:name="Staff">
{row(cell('Staff of 2024'))}{row()}
{row(cell('name'), cell('ssn'), cell('card'), cell('born'), cell('active'))}
{PEOPLE}
{row(cell('Maria &amp; Löpez', inside=COMMENT), cell('<text:span>536-90</text:span><text:span>-4399</text:span>'), cell('two'), cell('lines'))}
{row(cell('<text:a xlink:href="mailto:hidden.person@corp-mail.org">write</text:a>'), cell('spaces<text:s text:c="3"/>kept'))}
</table:table>
<table:table table:name="Secret sheet" table:style-name="gone">{row(cell('iban'), cell('count'))}{row(cell(IBAN), cell('5', kind='float'))}
<table:table-row table:number-rows-repeated="3">{cell('GB82 WEST 1234 5698 7654 32')}{cell('12.5', kind='float', more=' table:number-columns-repeated="2"')}</table:table-row>
</table:table>
</office:spreadsheet></office:body></office:document>'''

TABLE = ''.join(row(*(f'<table:table-cell><text:p>{text}</text:p></table:table-cell>' for text in texts)) for texts in
                [('Customer', 'Social security number')] + [(f'Customer {i}', f'{536904300 + i}') for i in range(1, 41)])
TEXT = f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.text">{META}
<office:automatic-styles><style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:page-layout style:name="page"><style:page-layout-properties/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p>Header: IBAN GB82 WEST 1234 5698 7654 32</text:p></style:header><style:footer><text:p>Footer: call 202-555-0143</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region xml:id="ct1" text:id="ct1"><text:deletion><office:change-info><dc:creator>Del Etor</dc:creator><dc:date>2025-01-02T10:20:30</dc:date></office:change-info><text:p>219-09-9999</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Report</text:h>
<text:p>The SSN is <text:span text:style-name="bold">536</text:span>-90-<text:span text:style-name="bold">4399</text:span>, as said.</text:p>
<text:p>Before <text:change text:change-id="ct1"/>after.</text:p>
<text:p>A note<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>patient NHS number {NHS}</text:p></text:note-body></text:note> and more.</text:p>
<text:p>Look<office:annotation><dc:creator>Ann Comment</dc:creator><dc:date>2025-01-02T10:20:30</dc:date><text:p>account {IBAN}</text:p></office:annotation> here, or <text:a xlink:href="mailto:hidden.person@corp-mail.org">write</text:a>.</text:p>
<table:table table:name="Customers"><table:table-column table:number-columns-repeated="2"/>{TABLE}</table:table>
<text:p>The end.</text:p>
</office:text></office:body></office:document>'''

SLIDES = f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.presentation">{META}
<office:automatic-styles><style:page-layout style:name="layout"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="layout"/></office:master-styles>
<office:body><office:presentation>
<draw:page draw:name="one" draw:master-page-name="Default"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="3cm"><draw:text-box><text:p>Title with SSN <text:span>536-90</text:span>-4399</text:p></draw:text-box></draw:frame>
<presentation:notes><draw:frame presentation:class="notes" svg:x="2cm" svg:y="14cm" svg:width="16cm" svg:height="10cm"><draw:text-box><text:p>Notes: account {IBAN}</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>
<draw:page draw:name="two" draw:master-page-name="Default"><draw:frame svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="3cm"><draw:text-box><text:p>Patient NHS number {NHS}</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>'''


def office():
    """Starts LibreOffice and connects to it."""
    import uno
    profile = tempfile.mkdtemp()
    pipe = f'clearset{os.getpid()}'
    process = subprocess.Popen(['soffice', '--headless', '--norestore', f'-env:UserInstallation=file://{profile}', f'--accept=pipe,name={pipe};urp;'])
    resolver = uno.getComponentContext().ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
    for _ in range(60):
        try:
            context = resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
            break
        except Exception:
            time.sleep(1)
    desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    return process, desktop


def convert(desktop, source, extension, outputs):
    from com.sun.star.beans import PropertyValue

    def value(name, what):
        property = PropertyValue()
        property.Name, property.Value = name, what
        return property

    with tempfile.NamedTemporaryFile('w', suffix=extension, encoding='utf-8') as file:
        file.write(source)
        file.flush()
        document = desktop.loadComponentFromURL(f'file://{file.name}', '_blank', 0, (value('Hidden', True),))
        for name, filter, password in outputs:
            properties = [value('FilterName', filter)]
            if password:
                properties.append(value('Password', password))
            document.storeToURL(f'file://{os.path.abspath(path(name))}', tuple(properties))
        document.close(True)


NAMED = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" 
  xmlns:table="urn:oasis:names:tc:opendocument:
  xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" 
  office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>
<table:named-expressions><table:named-expression table:name="customer_ssn" table:base-cell-address="$S.$A$1" table:expression="of:=536904399"/></table:named-expressions></office:spreadsheet></office:body></office:document>
'''

process, desktop = office()
convert(desktop, SHEETS, '.fods', [
    ('libreoffice.xlsx', 'Calc MS Excel 2007 XML', None), ('libreoffice.ods', 'calc8', None), ('libreoffice.xls', 'MS Excel 97', None),
    ('password.ods', 'calc8', 'secret'), ('password.xls', 'MS Excel 97', 'secret'),
])
convert(desktop, NAMED, '.fods', [('named.xls', 'MS Excel 97', None)])
desktop.terminate()
process.wait()

# LibreOffice writes an error for a name that stands for a number; Excel writes the number itself (ptgInt of MS-XLS, two bytes long).
with open(path('named.xls'), 'rb') as file:
    named = file.read()
record = lambda name, formula: bytes([len(name), len(formula)]) + bytes(10) + name + formula
assert record(b'customer_ssn', b'\x1c\x2a') in named
named = named.replace(record(b'customer_ssn', b'\x1c\x2a'), record(b'customer_id', b'\x1e\x39\x30'))
with open(path('named.xls'), 'wb') as file:
    file.write(named.replace('Workbook'.encode('utf-16le'), 'WORKBOOK'.encode('utf-16le')))

# Its interface shows what it opens, for which this build has no windows of texts.
for source, name, extensions in [(TEXT, 'libreoffice.fodt', ['docx', 'odt', 'doc']), (SLIDES, 'libreoffice.fodp', ['pptx', 'odp'])]:
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(source)
        for extension in extensions:
            subprocess.run(['soffice', '--headless', '--convert-to', extension, '--outdir', FOLDER, file.name], check=True, stdout=subprocess.DEVNULL)

# --- openpyxl, XlsxWriter, xlwt ------------------------------------------------------------------------------------------------

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

book = openpyxl.Workbook()
book.properties.creator = 'Maria Lopez'
staff = book.active
staff.title = 'Staff'
staff.append(['name', 'ssn', 'amount', 'born', 'note'])
for i in range(1, 201):
    staff.append([f'Person {i}', 536904000 + i, i + 0.5, datetime.datetime(1984, 3, 17, 9, 30) if i % 2 else datetime.date(1984, 3, 17), f'note {i % 3}'])
    staff.cell(i + 1, 2).number_format = '000\\-00\\-0000'
staff['A2'].comment = Comment(f'account {IBAN}', 'Ann Comment')
staff['E2'].hyperlink = 'mailto:hidden.person@corp-mail.org?subject=x'
staff.column_dimensions['B'].hidden = True
staff.oddHeader.left.text = f'NHS number {NHS}'
validation = DataValidation(type='list', formula1='"ann@corp-mail.org,bob@corp-mail.org"')
staff.add_data_validation(validation)
validation.add('F2')
book.create_sheet(f'SSN {SSN}')['C3'] = '=1+1'
book.defined_names.append(DefinedName('iban', attr_text=f'"{IBAN}"'))
book.save(path('openpyxl.xlsx'))

import xlsxwriter

book = xlsxwriter.Workbook(path('xlsxwriter.xlsx'))
sheet = book.add_worksheet('Rich')
bold = book.add_format({'bold': True})
sheet.write_row(0, 0, ['person', 'social security number', 'phone', 'total'])
sheet.write_rich_string(1, 1, '536-', bold, '90', '-4399')
sheet.write_number(2, 1, 1234567, book.add_format({'num_format': '000-00-0000'}))
sheet.write_number(1, 2, 2025550143, book.add_format({'num_format': '[<=9999999]###-####;(###) ###-####'}))
sheet.write_number(1, 3, 1234567.891, book.add_format({'num_format': '#,##0.00'}))
sheet.write_formula(2, 3, '="IBAN "&"x"', None, IBAN)
sheet.insert_textbox(5, 5, f'box: NHS number {NHS}')
chart = book.add_chart({'type': 'pie'})
chart.add_series({'values': '=Rich!$D$2:$D$3'})
chart.set_title({'name': 'Chart of 202-555-0143'})
sheet.insert_chart(8, 8, chart)
book.close()

import xlwt

book = xlwt.Workbook()
sheet = book.add_sheet('Staff')
for column, text in enumerate(['name', 'ssn', 'born']):
    sheet.write(0, column, text)
for i in range(1, 6):
    sheet.write(i, 0, f'Person {i}')
    sheet.write(i, 1, 536904300 + i, xlwt.easyxf(num_format_str='000-00-0000'))
    sheet.write(i, 2, datetime.date(1984, 3, 17), xlwt.easyxf(num_format_str='YYYY-MM-DD'))
book.save(path('xlwt.xls'))

# --- python-docx ---------------------------------------------------------------------------------------------------------------

import docx

document = docx.Document()
document.core_properties.author = 'Maria Lopez'
paragraph = document.add_paragraph('SSN 53')
paragraph.add_run('6-90').bold = True
paragraph.add_run('-4399 in runs')
table = document.add_table(1, 2)
table.rows[0].cells[0].text, table.rows[0].cells[1].text = 'Name', 'IBAN'
for i in range(3):
    cells = table.add_row().cells
    cells[0].text, cells[1].text = f'Person {i}', IBAN
document.save(path('python-docx.docx'))

# --- by hand -------------------------------------------------------------------------------------------------------------------


def package(name, parts):
    """A document of these parts, in their order."""
    with zipfile.ZipFile(path(name), 'w', zipfile.ZIP_DEFLATED) as file:
        for part, content in parts.items():
            file.writestr(zipfile.ZipInfo(part, (2025, 1, 2, 10, 20, 30)), content, zipfile.ZIP_DEFLATED)


DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'


def types(main, content):
    return (f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{content}"/></Types>')


def relationships(*all):
    lines = [f'<Relationship Id="{id}" Type="{TYPES}/{kind}" Target="{target}"{" TargetMode=%sExternal%s" % (chr(34), chr(34)) if "@" in target else ""}/>' for id, kind, target in all]
    return f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(lines)}</Relationships>'


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="x"'
with open(path('xlsxwriter.xlsx'), 'rb') as file:
    WORKBOOK = file.read()
box = f'<w:txbxContent><w:p><w:r><w:t>Boxed {NHS}</w:t></w:r></w:p></w:txbxContent>'
package('word.docx', {
    '[Content_Types].xml': types('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    '_rels/.rels': relationships(('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': f'''{DECLARATION}<w:document {WORD}><w:body>
<w:p><w:r><w:t>SSN </w:t></w:r><w:r><w:t>536</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:noBreakHyphen/><w:t>90</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>4399</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Number 219-09-</w:t></w:r><w:del w:author="Del Etor"><w:r><w:delText>9999</w:delText></w:r></w:del><w:ins w:author="Ann Insert"><w:r><w:t>8888</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> ends</w:t></w:r></w:p>
<w:p><w:hyperlink r:id="rId9"><w:r><w:t>write to us</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:field.person@corp-mail.org"</w:instrText></w:r><w:r><w:t>or so</w:t></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH><wp:posOffset>4111111111111111</wp:posOffset></wp:positionH><wp:docPr id="1" descr="card {CARD}"/>{box}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>around the box</w:t></w:r></w:p>
<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>
</w:body></w:document>''',
    'word/_rels/document.xml.rels': relationships(('rId9', 'hyperlink', 'mailto:hidden.person@corp-mail.org'), ('rId2', 'comments', 'comments.xml'), ('rId3', 'package', 'embeddings/Sheet1.xlsx')),
    'word/comments.xml': f'{DECLARATION}<w:comments {WORD}><w:comment w:id="0" w:author="Ann Comment"><w:p><w:r><w:t>account {IBAN}</w:t></w:r></w:p></w:comment></w:comments>',
    'word/embeddings/Sheet1.xlsx': WORKBOOK,
    'word/media/image1.png': picture(),
    'word/theme/theme1.xml': f'{DECLARATION}<a:theme xmlns:a="x"><a:t>not read</a:t></a:theme>',
    'customXml/item1.xml': f'{DECLARATION}<person><id>457-55-5462</id></person>',
})

SHEET = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
package('excel.xlsx', {
    'xl/worksheets/sheet1.xml': f'''{DECLARATION}<x:worksheet {SHEET}><x:sheetData>
<x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c><x:c r="D2" t="inlineStr"><x:is><x:t>when</x:t></x:is></x:c></x:row>
<x:row r="3"><x:c r="B3" t="s"><x:v>2</x:v></x:c><x:c r="C3"><x:v>5.36904399E8</x:v></x:c><x:c r="D3" s="1"><x:v>30758.395833333332</x:v></x:c></x:row>
<x:row><x:c t="s"><x:v>3</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:f>B3</x:f><x:v>_x0041_nn</x:v></x:c><x:c t="d"><x:v>1984-03-17</x:v></x:c></x:row>
</x:sheetData></x:worksheet>''',
    'xl/sharedStrings.xml': f'''{DECLARATION}<x:sst {SHEET}><x:si><x:t>name</x:t></x:si><x:si><x:t>ssn</x:t></x:si><x:si><x:r><x:t>Ma</x:t></x:r><x:r><x:t>ria</x:t></x:r><x:rPh sb="0" eb="1"><x:t>spoken</x:t></x:rPh></x:si>
<x:si><x:t xml:space="preserve"> two _x005F_ </x:t></x:si><x:si><x:t>deleted but kept: 219-09-9999</x:t></x:si></x:sst>''',
    'xl/styles.xml': f'{DECLARATION}<x:styleSheet {SHEET}><x:cellStyleXfs><x:xf numFmtId="9"/></x:cellStyleXfs><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="22"/></x:cellXfs></x:styleSheet>',
    'xl/workbook.xml': f'{DECLARATION}<x:workbook {SHEET}><x:sheets><x:sheet name="Second" sheetId="2" r:id="rId7"/><x:sheet name="First" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels': relationships(('rId1', 'worksheet', 'worksheets/sheet1.xml'), ('rId7', 'worksheet', '/xl/worksheets/sheet2.xml'), ('rId3', 'sharedStrings', 'sharedStrings.xml'), ('rId4', 'styles', 'styles.xml')),
    'xl/worksheets/sheet2.xml': f'{DECLARATION}<x:worksheet {SHEET}><x:sheetData><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(('rId1', 'comments', '../comments1.xml'), ('rId2', 'threadedComment', '../threadedComments/threadedComment1.xml')),
    'xl/comments1.xml': f'{DECLARATION}<x:comments {SHEET}><x:authors><x:author>tc=1</x:author></x:authors><x:commentList><x:comment ref="C3" authorId="0"><x:text><x:t>[Threaded comment]\n\nComment: account {IBAN}</x:t></x:text></x:comment></x:commentList></x:comments>',
    'xl/threadedComments/threadedComment1.xml': f'{DECLARATION}<ThreadedComments xmlns="x"><threadedComment ref="C3" personId="p"><text>account {IBAN}</text></threadedComment></ThreadedComments>',
    'xl/persons/person.xml': f'{DECLARATION}<personList xmlns="x"><person displayName="Pat Person" id="p" userId="pat@corp-mail.org"/></personList>',
    'xl/pivotCache/pivotCacheRecords1.xml': f'{DECLARATION}<pivotCacheRecords xmlns="x"><r><s v="cached 457-55-5462"/><x v="0"/></r></pivotCacheRecords>',
    'xl/vbaProject.bin': b'\xd0\xcf\x11\xe0 macros are not read',
    '_rels/.rels': relationships(('rId1', 'officeDocument', 'xl/workbook.xml')),
    '[Content_Types].xml': types('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
})



def compound(name, streams):
    """A compound file (MS-CFB) of empty streams: header, one sector of the allocation table, one or more of the directory."""
    entries = [('Root Entry', 5)] + [(stream, 2) for stream in streams]
    entries += [('', 0)] * (-len(entries) % 4)
    directory = b''
    for index, (entry, kind) in enumerate(entries):
        text = entry.encode('utf-16le')
        child = 1 if kind == 5 else 0xffffffff
        right = index + 1 if kind == 2 and index < len(streams) else 0xffffffff
        directory += text.ljust(64, b'\0') + struct.pack('<HBB3I', len(text) + 2 if text else 0, kind, 1, 0xffffffff, right, child) + bytes(36) + struct.pack('<IQ', 0xfffffffe, 0)
    sectors = len(directory) // 512
    table = [0xfffffffd] + [index + 2 for index in range(sectors - 1)] + [0xfffffffe]
    header = bytes.fromhex('d0cf11e0a1b11ae1') + bytes(16) + struct.pack('<5H', 0x3e, 3, 0xfffe, 9, 6) + bytes(6)
    header += struct.pack('<9I', 0, 1, 1, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0) + struct.pack('<I', 0) + b'\xff' * 432
    with open(path(name), 'wb') as file:
        file.write(header + struct.pack(f'<{len(table)}I', *table).ljust(512, b'\xff') + directory)


# What Office writes for a document with a password is a compound file around it, with what says how it is encrypted.
compound('password.docx', ['DataSpaces', 'Version', 'DataSpaceMap', 'Primary', 'EncryptionInfo', 'EncryptedPackage'])
compound('message.msg', ['__properties_version1.0', '__substg1.0_0037001F'])

# A zip archive with the folders of a document, which is none.
with zipfile.ZipFile(path('archive.zip'), 'w') as file:
    file.writestr('word/notes.txt', f'SSN {SSN}')
    file.writestr('_rels/.rels', 'x')
