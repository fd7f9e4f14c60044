"""Fixtures of Parquet, Avro and Arrow, written by the formats' own libraries: pyarrow 25.0.1, fastavro 1.12.2 (Python 3.11).

    python3 corpus/generate/formats/columnar.py test/fixtures

All values are made up: numbers of the area 536 with serials in order, addresses of example.net. `truth.json` says what every
cell holds, as text, column by column; places in lists are written as field paths.
"""
import base64
import bz2
import datetime
import decimal
import json
import lzma
import pathlib
import random
import sys
import zlib

import fastavro
from fastavro import _write_py
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import pyarrow.parquet.encryption as pe

ROWS = 240
out = pathlib.Path(sys.argv[1])
rng = random.Random("columnar")


def ssn(i):
    return f"536-{10 + i // 9000 % 80:02d}-{1000 + i % 9000}"


def digits(text):
    return int(text.replace("-", ""))


def row(i):
    day = datetime.date(1950, 1, 1) + datetime.timedelta(days=i * 37)
    return {
        "id": i,
        "name": rng.choice(["Žofie", "Anna", "José", "小林", "Bob"]) + f" {i}",
        "ssn": ssn(i) if i % 4 else None,
        "ssn_number": digits(ssn(1000 + i)),
        "ssn_double": float(digits(ssn(2000 + i))) if i % 3 else None,
        "ssn_decimal": decimal.Decimal(digits(ssn(3000 + i))),
        "amount": decimal.Decimal(i * 137 - 9000).scaleb(-2),
        "birth_date": day,
        "seen": datetime.datetime(day.year + 60, day.month, day.day, 0 if i % 2 else 9, 0 if i % 2 else 30),
        "active": i % 2 == 0,
        "score": i / 7,
        "email": f"person{i}@example.net",
        "note": f"call {ssn(4000 + i)} " + "long words " * (i % 5),
        "tags": [ssn(5000 + i), "x"][: i % 3],
        "people": [{"name": f"n{i}", "ssn": ssn(6000 + i)}, {"name": None, "ssn": ssn(7000 + i)}][: i % 3] if i % 5 else None,
        "address": {"street": f"{i} Main St", "zip": f"{10000 + i}"},
        "attributes": [(f"k{i}", ssn(8000 + i))] if i % 2 else [],
        "photo": bytes([255, 0, 1, 2]) * 3,
        "memo": f"text in bytes {ssn(9000 + i)}".encode(),
    }


SCHEMA = pa.schema(
    [
        ("id", pa.int32()),
        ("name", pa.string()),
        ("ssn", pa.string()),
        ("ssn_number", pa.int64()),
        ("ssn_double", pa.float64()),
        ("ssn_decimal", pa.decimal128(18, 0)),
        ("amount", pa.decimal128(12, 2)),
        ("birth_date", pa.date32()),
        ("seen", pa.timestamp("us")),
        ("active", pa.bool_()),
        ("score", pa.float64()),
        ("email", pa.string()),
        ("note", pa.string()),
        ("tags", pa.list_(pa.string())),
        ("people", pa.list_(pa.struct([("name", pa.string()), ("ssn", pa.string())]))),
        ("address", pa.struct([("street", pa.string()), ("zip", pa.string())])),
        ("attributes", pa.map_(pa.string(), pa.string())),
        ("photo", pa.binary()),
        ("memo", pa.binary()),
    ]
)


def text(value):
    """The text of a value as it is examined; None where nothing can match in it."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else None
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat() + "Z"
    if isinstance(value, bytes):
        try:
            return value.decode() if b"\0" not in value else None
        except UnicodeDecodeError:
            return None
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def cells(records):
    """[row from 1, names, path, text] of every value of three bytes and more, in order of rows."""
    found = []

    def visit(number, names, path, value):
        if isinstance(value, dict):
            for key, inner in value.items():
                visit(number, [*names, key], f"{path}.{key}", inner)
        elif isinstance(value, list):
            for i, inner in enumerate(value):
                if isinstance(inner, tuple):
                    inner = dict(zip(("key", "value"), inner))
                visit(number, names, f"{path}[{i}]", inner)
        else:
            shown = text(value)
            if shown is not None and len(shown.encode()) >= 3:
                found.append([number, ".".join(names), path, shown])

    for number, record in enumerate(records, 1):
        for key, value in record.items():
            visit(number, [key], f"$.{key}", value)
    return found


records = [row(i) for i in range(ROWS)]
table = pa.Table.from_pylist(records, schema=SCHEMA)
parquet = out / "parquet"
parquet.mkdir(parents=True, exist_ok=True)
(out / "columnar").mkdir(exist_ok=True)
(out / "columnar" / "truth.json").write_text(json.dumps(cells(records), ensure_ascii=False, separators=(",", ":")) + "\n")

pq.write_table(table, parquet / "pages.parquet", row_group_size=100, data_page_size=600, compression="snappy")
pq.write_table(table, parquet / "plain.parquet", use_dictionary=False, compression="none", write_page_index=True)
pq.write_table(table, parquet / "int96.parquet", use_deprecated_int96_timestamps=True, compression="zstd")
pq.write_table(
    table,
    parquet / "delta.parquet",
    version="2.6",
    data_page_version="2.0",
    use_dictionary=False,
    compression="gzip",
    column_encoding={
        "id": "DELTA_BINARY_PACKED",
        "ssn_number": "DELTA_BINARY_PACKED",
        "ssn": "DELTA_BYTE_ARRAY",
        "note": "DELTA_LENGTH_BYTE_ARRAY",
        "email": "DELTA_BYTE_ARRAY",
        "ssn_double": "BYTE_STREAM_SPLIT",
        "score": "BYTE_STREAM_SPLIT",
    },
)


class Keys(pe.KmsClient):
    """Keys that lie beside the data: for tests only."""

    def __init__(self, config):
        super().__init__()

    def wrap_key(self, key_bytes, master_key_identifier):
        return base64.b64encode(key_bytes)

    def unwrap_key(self, wrapped_key, master_key_identifier):
        return base64.b64decode(wrapped_key)


def encrypted(name, plaintext_footer):
    factory = pe.CryptoFactory(Keys)
    config = pe.EncryptionConfiguration(footer_key="f", column_keys={"c": ["ssn", "note"]}, plaintext_footer=plaintext_footer)
    properties = factory.file_encryption_properties(pe.KmsConnectionConfig(), config)
    flat = table.select(["ssn", "note", "email"])
    pq.write_table(flat, parquet / name, encryption_properties=properties)


encrypted("encrypted-columns.parquet", True)
encrypted("encrypted-footer.parquet", False)

arrow = out / "arrow"
arrow.mkdir(exist_ok=True)
batches = table.to_batches(max_chunksize=100)
for name, compression in [("plain", None), ("lz4", "lz4"), ("zstd", "zstd")]:
    options = pa.ipc.IpcWriteOptions(compression=compression)
    for kind, opened in [("arrow", pa.ipc.new_file), ("arrows", pa.ipc.new_stream)]:
        with opened(str(arrow / f"{name}.{kind}"), SCHEMA, options=options) as writer:
            for batch in batches:
                writer.write_batch(batch)
flat = table.select(["name", "ssn", "email"])
encoded = flat.set_column(0, "name", flat["name"].dictionary_encode())
pa.feather.write_feather(encoded, str(arrow / "dictionary.feather"), compression="lz4", chunksize=100)

avro = out / "avro"
avro.mkdir(exist_ok=True)
string = ["null", "string"]
AVRO = {
    "type": "record",
    "name": "Person",
    "fields": [
        {"name": "id", "type": "int"},
        {"name": "name", "type": "string"},
        {"name": "ssn", "type": string},
        {"name": "ssn_number", "type": "long"},
        {"name": "ssn_double", "type": ["null", "double"]},
        {"name": "ssn_decimal", "type": {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 0}},
        {"name": "amount", "type": {"type": "fixed", "name": "Amount", "size": 8, "logicalType": "decimal", "precision": 12, "scale": 2}},
        {"name": "birth_date", "type": {"type": "int", "logicalType": "date"}},
        {"name": "seen", "type": {"type": "long", "logicalType": "timestamp-micros"}},
        {"name": "active", "type": "boolean"},
        {"name": "score", "type": "double"},
        {"name": "email", "type": "string"},
        {"name": "note", "type": "string"},
        {"name": "tags", "type": {"type": "array", "items": "string"}},
        {
            "name": "people",
            "type": [
                "null",
                {
                    "type": "array",
                    "items": {
                        "type": "record",
                        "name": "Other",
                        "fields": [{"name": "name", "type": string}, {"name": "ssn", "type": "string"}],
                    },
                },
            ],
        },
        {
            "name": "address",
            "type": {"type": "record", "name": "Address", "fields": [{"name": "street", "type": "string"}, {"name": "zip", "type": "string"}]},
        },
        {"name": "attributes", "type": {"type": "map", "values": "string"}},
        {"name": "photo", "type": "bytes"},
        {"name": "memo", "type": "bytes"},
    ],
}


def for_avro(record):
    utc = datetime.timezone.utc
    return {**record, "attributes": dict(record["attributes"]), "seen": record["seen"].replace(tzinfo=utc)}


for codec in ["null", "deflate", "bzip2", "xz"]:
    with open(avro / f"{codec}.avro", "wb") as file:
        fastavro.writer(file, AVRO, [for_avro(one) for one in records], codec=codec, sync_interval=8000, sync_marker=b"0123456789abcdef")


def framed(codec):
    """A block as fastavro writes it, by pyarrow's codec: its own needs packages that are not everywhere."""

    def write(encoder, block_bytes, compression_level):
        data = pa.compress(block_bytes, codec=codec, asbytes=True)
        if codec == "snappy":
            data += zlib.crc32(block_bytes).to_bytes(4, "big")
        encoder.write_long(len(data))
        encoder._fo.write(data)

    return write


for name, codec in [("snappy", "snappy"), ("zstandard", "zstd")]:
    _write_py.BLOCK_WRITERS[name] = framed(codec)
    with open(avro / f"{name}.avro", "wb") as file:
        _write_py.writer(file, AVRO, [for_avro(one) for one in records], codec=name, sync_interval=8000, sync_marker=b"0123456789abcdef")

# Views: short values stand in the array, longer ones in buffers beside it.
views = pa.table({
    "ssn": pa.array([f"536-90-{4300 + i}" for i in range(20)] + [None]).cast(pa.string_view()),
    "note": pa.array([f"a longer text that does not fit into the view itself {i}" for i in range(21)]).cast(pa.string_view()),
})
with pa.OSFile(str(arrow / "views.arrow"), "wb") as file, pa.ipc.new_file(file, views.schema) as writer:
    writer.write_table(views)



def people(start, count):
    return [ssn(start + i) for i in range(count)]


def entries(values, indexes):
    return pa.DictionaryArray.from_arrays(pa.array(indexes, pa.int32()), pa.array(values))


# Columns that few writers make, and behind them one that is read only where nothing of them was miscounted.
kinds = pa.record_batch({
    "long_list": pa.array([people(0, 2), None, people(2, 1)], pa.large_list(pa.string())),
    "list_entry": entries([people(10, 2), people(12, 1)], [0, 1, 1]),
    "struct_entry": entries([{"inner": ssn(20)}, {"inner": ssn(21)}], [1, 0, None]),
    "missing_entry": entries([ssn(30), None], [0, 1, 0]),
    "without_type": pa.nulls(3),
    "time": pa.array([datetime.time(1, 2, 3)] * 3),
    "duration": pa.array([datetime.timedelta(1)] * 3),
    "interval": pa.array([(1, 2, 3)] * 3, pa.month_day_nano_interval()),
    "behind": pa.array(people(40, 3)),
})
# Types that the library does not have.
unread = {
    "list-view": pa.array([people(0, 2)], pa.list_view(pa.string())),
    "run-end": pa.RunEndEncodedArray.from_arrays(pa.array([2, 3], pa.int32()), pa.array(people(0, 2))),
}
for name, batch in {"kinds": kinds, **{name: pa.record_batch({"ssn": column}) for name, column in unread.items()}}.items():
    with pa.ipc.new_file(str(arrow / f"{name}.arrow"), batch.schema) as writer:
        writer.write_batch(batch)
# A dictionary that grows from batch to batch, and in a stream also one in place of another.
growing = [pa.record_batch({"ssn": entries(people(0, size), indexes)}) for size, indexes in [(2, [0, 1, 0]), (4, [2, 3, 0]), (6, [5, 4, 1])]]
other = pa.record_batch({"ssn": entries(people(10, 2), [0, 1, 1])})
for name, opened, written in [
    ("delta.arrow", pa.ipc.new_file, growing),
    ("replaced.arrows", pa.ipc.new_stream, [growing[0], other, growing[2]]),
]:
    options = pa.ipc.IpcWriteOptions(emit_dictionary_deltas=True, compression="zstd")
    with opened(str(arrow / name), other.schema, options=options) as writer:
        for batch in written:
            writer.write_batch(batch)

# More than a block may give: 65 MiB of zeros.
for name, packed in [("bz2", bz2.compress(bytes(65 << 20))), ("xz", lzma.compress(bytes(65 << 20)))]:
    (avro / f"bomb.{name}").write_bytes(packed)
