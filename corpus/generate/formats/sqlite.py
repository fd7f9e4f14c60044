"""Fixtures of SQLite, written by the SQLite that Python brings along (Python 3.11, SQLite 3.40.1).

    python3 corpus/generate/formats/sqlite.py test/fixtures/sqlite

All values are made up: numbers of the area 536 with serials in order, addresses of example.net. `truth.json` says of each file what
the cells of its ordinary tables hold, as text, by what `SELECT` gives: [table, column, row, text].
"""
import json
import pathlib
import shutil
import sqlite3
import sys

out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
truth = {}


def ssn(i):
    return f"536-{10 + i // 9000 % 80:02d}-{1000 + i % 9000}"


def fresh(name, page_size=512):
    path = out / name
    for suffix in ["", "-wal", "-shm", "-journal"]:
        pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA page_size={page_size}")
    return db


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def text(value):
    """What is examined of a value; None where nothing is."""
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            return None
        return None if any(ord(c) < 32 and c not in "\b\t\n\f\r\x1b" for c in value[:256]) else value
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else None
    return None if value is None else str(value)


def note(name, db):
    cells = []
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall():
        columns = [c[1] for c in db.execute(f"PRAGMA table_xinfo({quoted(table)})") if c[6] in (0, 3)]
        rows = db.execute(f"SELECT {', '.join(map(quoted, columns))} FROM {quoted(table)} NOT INDEXED")
        for number, row in enumerate(rows, 1):
            for column, value in zip(columns, row):
                shown = text(value)
                # Nothing can match in less.
                if shown is not None and len(shown) >= 3:
                    cells.append([table, column, number, shown])
    truth[name] = cells


def people(db, count=150):
    db.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, ssn TEXT, ssn_number INTEGER, card REAL, memo BLOB, score REAL)")
    for i in range(count):
        memo = f"memo {ssn(3000 + i)}".encode() if i % 3 else bytes([255, 0, i % 256]) * 5
        row = [7 * i, ["Žofie", "小林", "José", "Bob"][i % 4] + f" {i}", ssn(i) if i % 5 else None, int(ssn(1000 + i).replace("-", "")),
               float(4111111111111111 + i), memo, i / 7 + 0.01]
        db.execute("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)", row)


# Everything that a table can be.
db = fresh("tables.db")
people(db)
db.execute("CREATE INDEX by_ssn ON people (ssn)")
db.execute("CREATE VIEW seen AS SELECT name, ssn FROM people")
db.execute("CREATE TRIGGER watch AFTER INSERT ON people BEGIN SELECT raise(ABORT, 'no'); END")
db.execute("CREATE TABLE keyed (code TEXT COLLATE NOCASE, part INTEGER, email TEXT, PRIMARY KEY (code DESC, part)) WITHOUT ROWID")
for i in range(40):
    db.execute("INSERT INTO keyed VALUES (?, ?, ?)", [f"code{i % 8}", i, f"person{i}@example.net"])
db.execute('CREATE TABLE "odd ""name"" [x] `y` 表" ("select" TEXT, "a ""b""" TEXT, "" TEXT, "rowid" TEXT)')
db.execute('INSERT INTO "odd ""name"" [x] `y` 表" VALUES (?, ?, ?, ?)', [ssn(1), ssn(2), ssn(3), ssn(4)])
db.execute("CREATE TABLE made (a TEXT, shout TEXT AS (upper(a)), kept TEXT AS (a || '!') STORED)")
db.execute("INSERT INTO made (a) VALUES ('made 536-10-2001')")
db.execute("CREATE TABLE strict_one (n INT, t TEXT, b BLOB, x ANY) STRICT")
db.execute("INSERT INTO strict_one VALUES (9223372036854775807, ?, ?, -9223372036854775808)", [ssn(5), b"in bytes"])
db.execute("CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT)")
db.execute("INSERT INTO counted VALUES (1000, 'counted')")
db.execute("ALTER TABLE counted ADD COLUMN later TEXT DEFAULT 'later 536-10-2002'")
db.execute("CREATE TABLE long (t TEXT, n INTEGER)")
db.execute("INSERT INTO long VALUES (?, 12345)", ["words and words " * 1500 + ssn(6)])
db.execute("CREATE VIRTUAL TABLE search USING fts5(body)")
db.execute("INSERT INTO search VALUES (?)", [f"searched {ssn(7)}"])
db.execute("CREATE TABLE gone (t TEXT)")
db.execute("INSERT INTO gone VALUES ('deleted text')")
db.execute("DROP TABLE gone")
db.execute("ANALYZE")
note("tables.db", db)
db.close()

# Large pages, and nothing in the header that says how many there are.
db = fresh("large-pages.db", 65536)
people(db, 30)
note("large-pages.db", db)
db.close()

# Rows that are in the log only, as they are while somebody writes.
db = fresh("live.db", 1024)
db.execute("PRAGMA journal_mode=WAL")
db.execute("PRAGMA wal_autocheckpoint=0")
people(db, 20)
db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
note("checkpointed.db", db)
shutil.copyfile(out / "live.db", out / "checkpointed.db")
db.execute("CREATE TABLE fresh (email TEXT)")
for i in range(30):
    db.execute("INSERT INTO fresh VALUES (?)", [f"fresh{i}@example.net"])
db.execute("DELETE FROM people WHERE id = 7")
note("live.db", db)
for name in ["live.db", "live.db-wal"]:
    shutil.copyfile(out / name, out / f"copy-{name}")
db.close()
for name in ["live.db", "live.db-wal"]:
    (out / f"copy-{name}").rename(out / name)
(out / "live.db-shm").unlink(missing_ok=True)

# A schema that wants to do harm: what it calls must never run, and a table is read beside entries that nobody understands.
db = fresh("hostile.db", 1024)
db.execute("CREATE TABLE victim (t TEXT, other TEXT)")
db.execute("CREATE VIEW bomb AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")
db.execute("CREATE TABLE \"a' || load_extension('x') || '\" (t TEXT DEFAULT (randomblob(10)))")
db.execute("INSERT INTO victim (t, other) VALUES (?, ?)", [ssn(1), ssn(2)])
db.execute("ALTER TABLE victim ADD COLUMN computed TEXT AS (hex(zeroblob(900000000)))")
note("hostile.db", db)
db.close()

db = sqlite3.connect(out / "utf16.db", isolation_level=None)
db.execute("PRAGMA encoding='UTF-16le'")
db.execute("CREATE TABLE IF NOT EXISTS t (a TEXT)")
db.close()

(out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n["))
