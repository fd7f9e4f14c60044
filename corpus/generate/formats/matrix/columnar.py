"""Writes the matrix as Parquet, Avro and Arrow in every codec, by four libraries that read nothing here: pyarrow 25.0.1, polars 1.44.2,
fastparquet 2026.9.0 and fastavro 1.12.2 (Python 3.11.7, with zstandard 0.25.0 and cramjam 2.13.0 as codecs).

    python3 corpus/generate/formats/matrix/columnar.py test/fixtures/matrix
"""
import pathlib
import sys

import fastavro
from fastavro import _write_py
import fastparquet
import polars
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq
import zstandard
from table import HEADER, NAMES, NESTED, NESTED_NAMES, nested, numbered, records

OUT = pathlib.Path(sys.argv[1])
#: Rows of a row group or record batch, so that there are two of them.
GROUP = 6
for kind in ('parquet', 'avro', 'arrow'):
    (OUT / kind).mkdir(parents=True, exist_ok=True)

TEXT = pa.schema([('id', pa.int32()), *((name, pa.string()) for name in HEADER[1:])])
TABLE = pa.Table.from_pylist(records(), TEXT)
NUMBERS = pa.Table.from_pylist(numbered())
PEOPLE = pa.Table.from_pylist(nested())
FRAME = polars.DataFrame(records())

# --- Parquet: codecs, versions of pages, encodings, types ------------------------------------------------------------------------------

for codec in ('none', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4'):
    pq.write_table(TABLE, OUT / f'parquet/pyarrow-{codec}.parquet', compression=codec, row_group_size=GROUP, store_schema=False)
plain = {'use_dictionary': False, 'store_schema': False}
pq.write_table(TABLE, OUT / 'parquet/pyarrow-pages-v2.parquet', data_page_version='2.0', data_page_size=64, compression='zstd', row_group_size=GROUP, store_schema=False)
pq.write_table(TABLE, OUT / 'parquet/pyarrow-delta.parquet', data_page_version='2.0', compression='snappy',
               column_encoding={name: 'DELTA_BYTE_ARRAY' if i % 2 else 'DELTA_LENGTH_BYTE_ARRAY' for i, name in enumerate(HEADER[1:])}, **plain)
pq.write_table(NUMBERS, OUT / 'parquet/pyarrow-numbers.parquet', compression='snappy', **plain)
pq.write_table(PEOPLE, OUT / 'parquet/pyarrow-nested.parquet', compression='snappy', row_group_size=GROUP, store_schema=False)
for codec in ('uncompressed', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4'):
    FRAME.write_parquet(OUT / f'parquet/polars-{codec}.parquet', compression=codec, statistics=False)
fastparquet.write(str(OUT / 'parquet/fastparquet.parquet'), FRAME.to_pandas(), compression='GZIP', row_group_offsets=GROUP, stats=False)

# --- Avro ------------------------------------------------------------------------------------------------------------------------------


def schema(fields):
    return fastavro.parse_schema({'type': 'record', 'name': 'Person', 'fields': fields})


text = [{'name': name, 'type': 'string'} for name in NAMES]
flat = schema([{'name': 'id', 'type': 'int'}, *text, {'name': 'note', 'type': ['null', 'string']}])
inner = {'type': 'record', 'name': 'Contact', 'fields': [field for field in text if field['name'] in NESTED_NAMES]}
deep = schema([{'name': 'id', 'type': 'int'}, {'name': NESTED, 'type': inner}, *(field for field in text[:-1] if field['name'] not in NESTED_NAMES),
               {'name': 'keys', 'type': {'type': 'array', 'items': {'type': 'map', 'values': 'string'}}}, {'name': 'note', 'type': 'string'}])
types = {name: 'long' if isinstance(value, int) else 'string' for name, value in numbered()[0].items()}
numbers = schema([{'name': name, 'type': kind} for name, kind in types.items()])
MARK = bytes(range(16))


def zstandard_block(encoder, block, level):
    """fastavro wants a module for Zstandard that Python has from version 3.14 on."""
    data = zstandard.ZstdCompressor().compress(block)
    encoder.write_long(len(data))
    encoder._fo.write(data)


_write_py.BLOCK_WRITERS['zstandard'] = zstandard_block
for codec in ('null', 'deflate', 'snappy', 'zstandard', 'bzip2', 'xz'):
    with open(OUT / f'avro/{codec}.avro', 'wb') as file:
        _write_py.writer(file, flat, records(), codec=codec, sync_marker=MARK, sync_interval=1500)
for name, form, table in [('nested', deep, nested()), ('numbers', numbers, numbered())]:
    with open(OUT / f'avro/{name}.avro', 'wb') as file:
        fastavro.writer(file, form, table, codec='deflate', sync_marker=MARK)
for codec in ('uncompressed', 'snappy', 'deflate'):
    FRAME.write_avro(OUT / f'avro/polars-{codec}.avro', compression=codec)

# --- Arrow -----------------------------------------------------------------------------------------------------------------------------

for codec in (None, 'lz4', 'zstd'):
    options = pa.ipc.IpcWriteOptions(compression=codec)
    for opened, extension in [(pa.ipc.new_file, 'arrow'), (pa.ipc.new_stream, 'arrows')]:
        with opened(OUT / f'arrow/{codec or "plain"}.{extension}', TEXT, options=options) as writer:
            writer.write_table(TABLE, max_chunksize=GROUP)
for codec in ('uncompressed', 'lz4', 'zstd'):
    feather.write_feather(TABLE, OUT / f'arrow/{codec}.feather', compression=codec, chunksize=GROUP)
feather.write_feather(TABLE, OUT / 'arrow/version-1.feather', version=1)
for name, table in [('numbers', NUMBERS), ('nested', PEOPLE), ('dictionary', pa.table({name: column.dictionary_encode() if pa.types.is_string(column.type) else column for name, column in zip(HEADER, TABLE.columns)}))]:
    with pa.ipc.new_file(OUT / f'arrow/{name}.arrow', table.schema, options=pa.ipc.IpcWriteOptions(compression='zstd')) as writer:
        writer.write_table(table)
FRAME.write_ipc(OUT / 'arrow/polars.arrow', compression='zstd')
FRAME.write_ipc_stream(OUT / 'arrow/polars.arrows', compression='lz4')
# Of files polars writes dictionaries behind all batches; its lists have offsets of 64 bits.
CATEGORIES = FRAME.with_columns(polars.col(polars.String).cast(polars.Categorical))
CATEGORIES.write_ipc(OUT / 'arrow/polars-categories.arrow', compression='zstd', record_batch_size=GROUP)
CATEGORIES.write_ipc_stream(OUT / 'arrow/polars-categories.arrows', compression='uncompressed')
polars.DataFrame(nested()).write_ipc(OUT / 'arrow/polars-nested.arrow', compression='lz4')
