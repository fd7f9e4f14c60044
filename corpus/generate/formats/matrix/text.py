"""Writes the matrix in the formats that are text, with Python's own modules (3.11.7), PyYAML 6.0, toml 0.10.2, tabulate 0.8.9 and
nbformat 5.5.0.

    /usr/bin/python3 corpus/generate/formats/matrix/text.py test/fixtures/matrix
"""
import configparser
import csv
import html
import importlib.util
import io
import json
import mailbox
import pathlib
import sqlite3
import sys
import xml.etree.ElementTree as ElementTree
from email.message import EmailMessage
from email.policy import SMTP

import nbformat
import tabulate
import toml
import yaml
from table import COLUMNS, HEADER, NAMES, letter, letters, nested, records, rows, VALUES

OUT = pathlib.Path(sys.argv[1])
spec = importlib.util.spec_from_file_location('old_encodings', pathlib.Path(__file__).parents[1] / 'encodings.py')
old_encodings = importlib.util.module_from_spec(spec)
spec.loader.exec_module(old_encodings)


def save(name, content):
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def csv_of(notes=None, **options):
    out = io.StringIO()
    writer = csv.writer(out, **options)
    writer.writerow(HEADER)
    writer.writerows(rows(notes))
    return out.getvalue()


def jsonl_of(table, **options):
    return ''.join(json.dumps(record, **options) + '\n' for record in table)


# --- text, tables and documents of JSON --------------------------------------------------------------------------------------------

TEXT = '\n'.join(letters()) + '\n'
for name, content in [('lf', TEXT), ('crlf', TEXT.replace('\n', '\r\n')), ('cr', TEXT.replace('\n', '\r'))]:
    save(f'text/{name}.txt', content)
save('text/source.py', ''.join(f'# {column["label"]}\n{column["name"]}_{row["id"]} = {value!r}\n' for row in VALUES['rows'] for column, value in zip(COLUMNS, row['values'])))

CSV = csv_of()
save('csv/comma.csv', CSV)
save('csv/lf.csv', csv_of(lineterminator='\n'))
save('csv/quoted.csv', csv_of(quoting=csv.QUOTE_ALL))
for name, delimiter in [('semicolon.csv', ';'), ('bar.psv', '|'), ('tab.tsv', '\t')]:
    save(f'csv/{name}', csv_of(delimiter=delimiter))

save('json/compact.json', json.dumps(records(), separators=(',', ':')))
save('json/indented.json', json.dumps(records(), indent=2, ensure_ascii=False))
save('json/escaped.json', json.dumps(records(), separators=(',', ':')).replace('@', '\\u0040').replace(' ', '\\u0020'))
save('json/nested.json', json.dumps({'people': nested()}))
save('jsonl/plain.jsonl', jsonl_of(records()))
save('jsonl/nested.ndjson', jsonl_of(nested(), separators=(',', ':')))

# --- encodings ---------------------------------------------------------------------------------------------------------------------

JSONL = jsonl_of(records())
for name, codec, mark in [('utf-8-bom', 'utf-8', True), ('utf-16le', 'utf-16-le', False), ('utf-16be', 'utf-16-be', False), ('utf-16le-bom', 'utf-16-le', True),
                          ('utf-16be-bom', 'utf-16-be', True), ('utf-32le-bom', 'utf-32-le', True), ('utf-32be-bom', 'utf-32-be', True)]:
    for extension, content in [('txt', TEXT), ('csv', CSV), *([] if '32' in name else [('jsonl', JSONL)])]:
        save(f'encodings/{name}.{extension}', (('\ufeff' if mark else '') + content).encode(codec))
for name, (codec, text) in old_encodings.TEXTS.items():
    if name.startswith('utf'):
        continue
    words = text.replace(',', '').replace(':', '').replace('.', '').split()
    save(f'encodings/{name}.txt', ('\n'.join([*letters(), *words]) + '\n').encode(codec))
    save(f'encodings/{name}.csv', csv_of([words[i % len(words)] for i in range(10)]).encode(codec))

# --- settings ----------------------------------------------------------------------------------------------------------------------

save('settings/people.yaml', yaml.safe_dump(records(), allow_unicode=True, sort_keys=False, width=200))
save('settings/people.toml', toml.dumps({'people': records()}))
ini = configparser.RawConfigParser()
for record in records():
    ini[f'person{record["id"]}'] = {name: value for name, value in record.items() if name != 'note'}
out = io.StringIO()
ini.write(out)
save('settings/people.ini', out.getvalue())
save('settings/people.env', ''.join(f'{name.upper()}_{record["id"]}={record[name]}\n' for record in records() for name in NAMES))

# --- messages ----------------------------------------------------------------------------------------------------------------------


def message(record):
    """A result of HL7 2.5.1 with one observation for each value, called as its column."""
    head = ['MSH|^~\\&|LAB|NORTH|EMR|CLINIC|20251101120000||ORU^R01|%d|P|2.5.1' % record['id'], 'PID|1', 'OBR|1||%d|PANEL' % record['id']]
    return head + [f'OBX|{i + 1}|ST|{i + 1}^{name}||{record[name]}||||||F' for i, name in enumerate(NAMES)]


for ending, newline in (('lf', '\n'), ('cr', '\r')):
    save(f'hl7/{ending}.hl7', ''.join(line + newline for record in records() for line in message(record)))

# --- markup ------------------------------------------------------------------------------------------------------------------------

elements, attributes = ElementTree.Element('people'), ElementTree.Element('people')
for record in records():
    person = ElementTree.SubElement(elements, 'person')
    for name, value in record.items():
        ElementTree.SubElement(person, name).text = str(value)
    ElementTree.SubElement(attributes, 'person', {name: str(value) for name, value in record.items()})
ElementTree.indent(elements)
save('xml/elements.xml', ElementTree.tostring(elements, 'utf-8', xml_declaration=True))
save('xml/attributes.xml', ElementTree.tostring(attributes, 'utf-8', xml_declaration=True))

print_rows = rows([note.replace('|', '/').replace('\t', ' ') for note in (row['note'] for row in VALUES['rows'])])
page = lambda body: f'<!DOCTYPE html>\n<html><head><title>People</title></head><body>\n{body}\n</body></html>\n'
save('html/tabulate.html', page(tabulate.tabulate(print_rows, HEADER, 'html', disable_numparse=True)))
save('html/lines.html', page('\n'.join(f'<p>{html.escape(line)}</p>' for line in letters())))
save('html/definitions.html', page('\n'.join('<dl>\n' + '\n'.join(
    f'<dt>{html.escape(column["name"])}</dt><dd>{html.escape(value)}</dd>' for column, value in zip(COLUMNS, row['values'])) + '\n</dl>' for row in VALUES['rows'])))
for name, style in [('pipe.md', 'pipe'), ('grid.rst', 'grid'), ('simple.rst', 'simple'), ('psql.md', 'psql'), ('plain.md', 'plain')]:
    save(f'tables/{name}', tabulate.tabulate(print_rows, HEADER, style, disable_numparse=True) + '\n')

# --- databases ---------------------------------------------------------------------------------------------------------------------

database = sqlite3.connect(':memory:')
database.execute(f'CREATE TABLE people ({", ".join(f"{name} TEXT" for name in HEADER)})')
database.executemany(f'INSERT INTO people VALUES ({", ".join("?" * len(HEADER))})', rows())
database.commit()
save('sql/sqlite-dump.sql', '\n'.join(database.iterdump()) + '\n')
save('sqlite/people.sqlite', b'')
with sqlite3.connect(OUT / 'sqlite/people.sqlite') as stored:
    database.backup(stored)

# --- notebooks ---------------------------------------------------------------------------------------------------------------------

v4 = nbformat.v4
cells = []
for row in VALUES['rows']:
    title, *lines = letter(row)
    half = len(lines) // 2
    cells.append(v4.new_markdown_cell('\n'.join([f'# {title}', *lines[:half]]), id=f'words-{row["id"]}'))
    cells.append(v4.new_code_cell('show()', id=f'code-{row["id"]}', execution_count=row['id'], outputs=[v4.new_output('stream', text='\n'.join(lines[half:]) + '\n')]))
save('notebook/people.ipynb', nbformat.writes(v4.new_notebook(cells=cells)) + '\n')

# --- mail --------------------------------------------------------------------------------------------------------------------------


def head(message, subject):
    message['From'], message['To'] = 'desk@example.com', 'desk@example.com'
    message['Subject'], message['Date'], message['Message-ID'] = subject, 'Thu, 02 Jan 2025 10:20:30 +0000', '<1234.5678@example.com>'
    return message


HTML = page('\n'.join(f'<p>{html.escape(line)}</p>' for line in letters()))
for name, encoding in [('plain', '7bit'), ('quoted-printable', 'quoted-printable'), ('base64', 'base64')]:
    message = head(EmailMessage(), 'People')
    message.set_content(TEXT, cte=encoding)
    save(f'mail/{name}.eml', message.as_bytes(policy=SMTP))
message = head(EmailMessage(), 'People')
message.set_content(HTML, subtype='html', cte='quoted-printable')
save('mail/html.eml', message.as_bytes(policy=SMTP))
message = head(EmailMessage(), 'People')
message.set_content('See what is attached.\n')
message.add_attachment(CSV.encode(), maintype='text', subtype='csv', filename='people.csv')
message.set_boundary('part-of-people')
save('mail/attached.eml', message.as_bytes(policy=SMTP))
target = OUT / 'mail/people.mbox'
target.unlink(missing_ok=True)
box = mailbox.mbox(target)
for row in VALUES['rows']:
    title, *lines = letter(row)
    message = head(EmailMessage(), title)
    message.set_content('\n'.join(lines) + '\n')
    kept = mailbox.mboxMessage(message)
    kept.set_from('desk@example.com', (2025, 1, 2, 10, 20, 30, 3, 2, 0))
    box.add(kept)
box.flush()
box.close()
