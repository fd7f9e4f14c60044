"""What Python's libraries give of files, held against what the readers gave: a list of verdicts for fuzz-compare.mjs."""
import bz2
import gzip
import hashlib
import io
import json
import lzma
import sys
import tarfile
import zipfile


def sha(data):
    return hashlib.sha256(data).hexdigest()


def zstd(data):
    import zstandard
    return sha(zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(io.BytesIO(data), read_across_frames=True).read())


def lz4(data):
    import lz4.frame
    with lz4.frame.open(io.BytesIO(data)) as file:
        return sha(file.read())


def snappy(data):
    import snappy as library
    decompressor = library.StreamDecompressor()
    out = decompressor.decompress(data)
    decompressor.flush()
    return sha(out)


def brotli(data):
    import brotli as library
    return sha(library.decompress(data))


def zipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and (info.external_attr >> 28) in (0, 8)]
        return [[None, sha(archive.read(info))] for info in infos]


def tarred(data):
    with tarfile.open(fileobj=io.BytesIO(data), errorlevel=2) as archive:
        return [[None, sha(archive.extractfile(info).read())] for info in archive if info.isreg()]


def avro(data):
    from avro.datafile import DataFileReader
    from avro.io import DatumReader
    columns = {}
    for record in DataFileReader(io.BytesIO(data), DatumReader()):
        for name, value in record.items():
            if value is None or isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
                columns.setdefault(name, []).append('' if value is None else str(value))
            else:
                columns.setdefault(name, []).append(None)
    # Only columns of nothing but texts and whole numbers.
    return {name: values for name, values in columns.items() if None not in values}


READERS = {
    'gzip': lambda data: sha(gzip.decompress(data)),
    'bzip2': lambda data: sha(bz2.decompress(data)),
    'xz': lambda data: sha(lzma.decompress(data, format=lzma.FORMAT_XZ)),
    'zstd': zstd,
    'lz4': lz4,
    'snappy': snappy,
    'brotli': brotli,
    'zip': zipped,
    'tar': tarred,
    'avro': avro,
}


def is_equal(ours, theirs):
    if isinstance(theirs, str):
        return ours == theirs
    if isinstance(theirs, list):
        return [content for _, content in ours] == [content for _, content in theirs]
    return all(ours.get(name) == values for name, values in theirs.items())


with open(sys.argv[1]) as file:
    task = json.load(file)
verdicts = []
for one in task['files']:
    with open(one['file'], 'rb') as file:
        content = file.read()
    try:
        theirs = READERS[task['format']](content)
    except ImportError:
        raise
    except Exception as error:  # Whatever it throws, it refuses the file.
        verdicts.append({'verdict': 'refused', 'why': f'{type(error).__name__}: {error}'[:160]})
        continue
    verdicts.append({'verdict': 'equal' if is_equal(one['content'], theirs) else 'differs', 'why': ''})
print(json.dumps(verdicts))
