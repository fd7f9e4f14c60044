"""What the writers of the matrix share: the labelled values as rows, records and lines. No file is written here."""
import json
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[4]
VALUES = json.loads((ROOT / 'test/fixtures/matrix/values.json').read_text())
COLUMNS = VALUES['columns']
NAMES = [column['name'] for column in COLUMNS]
HEADER = ['id', *NAMES, 'note']
#: Fields of a record that stand in an object of their own, in nested variants.
NESTED = 'contact'
NESTED_NAMES = NAMES[:2]


def rows(notes=None):
    """Cells of the ten rows, as text; `notes` in place of those of the list."""
    return [[str(row['id']), *row['values'], notes[i] if notes else row['note']] for i, row in enumerate(VALUES['rows'])]


def records():
    """The rows by name; the id is a number."""
    return [{'id': row['id'], **dict(zip(NAMES, row['values'])), 'note': row['note']} for row in VALUES['rows']]


def nested():
    """The rows as records in which two fields stand in an object, and one in a list of objects."""
    return [{'id': record['id'], NESTED: {name: record[name] for name in NESTED_NAMES},
             **{name: record[name] for name in NAMES[2:-1]}, 'keys': [{'name': 'none'}, {NAMES[-1]: record[NAMES[-1]]}],
             'note': record['note']} for record in records()]


def is_number(name):
    """Whether all values of a column are digits without a leading zero, so that a writer may store them as numbers."""
    at = NAMES.index(name)
    return all(row['values'][at].isdigit() and row['values'][at][0] != '0' for row in VALUES['rows'])


def numbered():
    """The records with those columns as numbers."""
    return [{name: int(value) if name in NAMES and is_number(name) else value for name, value in record.items()} for record in records()]


def letter(row):
    """A person's lines of free text: a heading, then each value behind its label."""
    return [f'Person {row["id"]}', *(f'{column["label"]}: {value}' for column, value in zip(COLUMNS, row['values']))]


def letters():
    """The lines of all ten people."""
    return [line for row in VALUES['rows'] for line in letter(row)]
