"""A PNG of a few pixels, real down to its checksums, for whatever holds pictures: a signature alone is none."""
import random
import struct
import zlib


def picture(width=1, height=1, seed=1):
    """Grey pixels that compress badly, by a generator with that seed."""
    pixels = random.Random(seed)
    rows = b''.join(b'\0' + pixels.randbytes(width) for _ in range(height))

    def chunk(kind, content):
        return struct.pack('>I', len(content)) + kind + content + struct.pack('>I', zlib.crc32(kind + content))

    head = struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(rows, 9)) + chunk(b'IEND', b'')
