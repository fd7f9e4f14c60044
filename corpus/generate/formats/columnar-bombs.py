"""Files of some kilobytes whose columns say the same long text over and over: pyarrow 25.0.1 (Python 3.11).

    python3 corpus/generate/formats/columnar-bombs.py test/fixtures

What is said at most of a file is 1 GiB of values and a thousand times its size. No row group of `bomb.parquet` comes to that, all
together come to half as much again; of `bomb.arrows` the first batch passes it. In front of the long texts, behind them and in the columns beside
stand values to be found: made up, of the area 536 with serials in order. `zeros.parquet` begins with a column of zeros, in which nothing
can match: pages of 64 MB that take a few kilobytes. `repeated.parquet` and `repeated.arrows` say one short value tens of millions of times,
between columns of values to be found; `nothing.arrows` has a list of as many values of which nothing is stored.
"""
import pathlib
import random
import sys

import pyarrow as pa
import pyarrow.parquet as pq

# The number in it is counted, so what is found says how many of them were examined.
LONG = "card 4539702756326115 ".ljust(65_536, "x")
# Rows of each row group; of the one of 200 rows all is examined.
ROW_GROUPS = [6000, 5000, 7000, 200, 6000]
# Text that compresses badly, so that row groups have sizes by which they can be cut.
PADDED_ROWS = 40
out = pathlib.Path(sys.argv[1])
rng = random.Random("bombs")
schema = pa.schema(
    [("before", pa.string()), ("note", pa.dictionary(pa.int32(), pa.string())), ("behind", pa.string())]
)


def ssn(i):
    return f"SSN 536-10-{1000 + i}"


def table(first, rows):
    """Three numbers in front of the long column, one at its start, one at its end, three behind it."""
    before = [ssn(first + i) for i in range(3)]
    before += ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=40)) for _ in range(PADDED_ROWS)]
    behind = [ssn(first + 20 + i) for i in range(3)]
    note = pa.DictionaryArray.from_arrays(
        pa.array([0] + [1] * (rows - 2) + [2], pa.int32()), pa.array([ssn(first + 10), LONG, ssn(first + 11)])
    )
    fill = lambda values: pa.array(values + [None] * (rows - len(values)))
    return pa.table([fill(before), note, fill(behind)], schema=schema)


with pq.ParquetWriter(out / "parquet/bomb.parquet", schema, compression="zstd") as writer:
    for index, rows in enumerate(ROW_GROUPS):
        writer.write_table(table(100 * index, rows))

# Made of one buffer: as a list of values it would take twice the memory.
rows = 30_000
zeros = pa.Array.from_buffers(pa.binary(60_000), rows, [None, pa.py_buffer(bytes(60_000 * rows))])
behind = pa.array([ssn(i) for i in range(3)] + [None] * (rows - 3))
how = {"compression": "zstd", "use_dictionary": False, "write_statistics": False, "data_page_size": 64_000_000}
pq.write_table(pa.table({"zeros": zeros, "behind": behind}), out / "parquet/zeros.parquet", **how)

options = pa.ipc.IpcWriteOptions(compression="zstd")
with pa.ipc.new_stream(out / "arrow/bomb.arrows", schema, options=options) as writer:
    for index, rows in enumerate([20_000, 200]):
        writer.write_table(table(100 * index, rows))

# A short value: there are too many of it long before their bytes are too many.
rows = 24_000_000
short = pa.DictionaryArray.from_arrays(
    pa.Array.from_buffers(pa.int8(), rows, [None, pa.py_buffer(bytes(rows))]), pa.array(["4539702756326115"])
)
ends = lambda first: pa.array([ssn(first + i) for i in range(3)] + [None] * (rows - 3))
how = {"compression": "zstd", "write_statistics": False, "data_page_size": 1 << 30, "max_rows_per_page": 8_000_000}
columns = pa.table({"before": ends(0), "card": short, "behind": ends(10)})
pq.write_table(columns, out / "parquet/repeated.parquet", row_group_size=rows, **how)
with pa.ipc.new_stream(out / "arrow/repeated.arrows", pa.schema([("card", short.type)]), options=options) as writer:
    for first in (0, rows // 2):
        writer.write_table(pa.table({"card": short.slice(first, rows // 2)}))
nothing = pa.FixedSizeListArray.from_arrays(pa.nulls(100_000_000), 1_000_000)
with pa.ipc.new_stream(out / "arrow/nothing.arrows", pa.schema([("list", nothing.type)]), options=options) as writer:
    writer.write_table(pa.table({"list": nothing}))
