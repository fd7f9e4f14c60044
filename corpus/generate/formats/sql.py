"""Writes test/fixtures/sql: a dump by SQLite's own writer (Python's sqlite3.Connection.iterdump) and what is in it.

python3 corpus/generate/formats/sql.py FOLDER

Made with Python 3.11 and SQLite 3.40. All values are made up.
"""
import json
import pathlib
import random
import sqlite3
import sys

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
rng = random.Random(7)
database = sqlite3.connect(':memory:')
database.executescript(
    """
    CREATE TABLE "people" (id INTEGER PRIMARY KEY, "social security" TEXT NOT NULL DEFAULT '(', note TEXT,
                           amount DECIMAL(10, 2) CHECK (amount > -1), UNIQUE (id, note));
    CREATE TABLE Empty (a TEXT);
    CREATE TABLE settings (option_name TEXT, option_value TEXT);
    CREATE TRIGGER stamp AFTER INSERT ON people BEGIN INSERT INTO Empty (a) VALUES ('536-90-0000'); END;
    """
)
NOTES = ["it's; fine", 'a "quoted" one', 'semi; -- no comment', '/* none */', "''", 'C:\\', 'zwei\nZeilen', 'ärger €', '', None, ')', '🙂,(']
rows = []
for number in range(1, 61):
    ssn = f'{rng.randrange(500, 600)}-{rng.randrange(10, 99)}-{rng.randrange(1000, 9999)}'
    rows.append((number, ssn, NOTES[number % len(NOTES)], round(rng.random() * 1000, 2)))
database.execute('DROP TRIGGER stamp')
database.executemany('INSERT INTO people VALUES (?, ?, ?, ?)', rows)
database.execute("CREATE TRIGGER stamp AFTER INSERT ON people BEGIN INSERT INTO Empty (a) VALUES ('536-90-0000'); END")
database.execute("INSERT INTO settings VALUES ('smtp_password', 'Tr0ub4dor&3x')")
database.commit()
(folder / 'people.sql').write_text('\n'.join(database.iterdump()) + '\n', encoding='utf-8', newline='\n')
cells = database.execute('SELECT id, "social security", note, amount FROM people ORDER BY id').fetchall()
(folder / 'people.json').write_text(json.dumps(cells, ensure_ascii=False, indent=1) + '\n', encoding='utf-8', newline='\n')
