"""Parts of make-archives.sh: the table itself, gzip of several members, zips and tars with odd names. Standard library only."""
import gzip
import io
import random
import sys
import tarfile
import zipfile

def people():
    """200 rows; every second one has a social security number that was never issued to anybody known here."""
    chance = random.Random(200)
    rows = ["id,name,ssn,note"]
    for i in range(200):
        ssn = f"{chance.randint(100, 665):03d}-{chance.randint(10, 98):02d}-{chance.randint(1000, 9998):04d}"
        rows.append(f"{i},person {i},{ssn},{''.join(chance.choice('abcdefghij ') for _ in range(30))}")
    return ("\n".join(rows) + "\n").encode()

def fixed(name):
    info = zipfile.ZipInfo(name, (2023, 11, 14, 0, 0, 0))
    info.external_attr = 0o644 << 16
    return info

def zip_of(path, entries, method=zipfile.ZIP_DEFLATED, **options):
    with zipfile.ZipFile(path, "w", method, **options) as archive:
        for name, data in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else fixed(name)
            info.compress_type = method
            archive.writestr(info, data)

def tar_of(path, entries, mode="w", format=tarfile.PAX_FORMAT):
    with tarfile.open(path, mode, format=format) as archive:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            info.mtime = 1700000000
            archive.addfile(info, io.BytesIO(data))

def cp437(path, data):
    """A zip whose names are in the old code page of DOS, as tools of Windows write them: no flag, byte 0x94 is ö."""
    zip_of(path, [("k?ln.csv", data)])
    raw = open(path, "rb").read().replace(b"k?ln.csv", b"k\x94ln.csv")
    open(path, "wb").write(raw)

action, *rest = sys.argv[1:]
data = people()
if action == "plain":
    open("people.csv", "wb").write(data)
elif action == "members":
    with open(rest[0], "wb") as out:
        for at in range(0, len(data), 3000):
            out.write(gzip.compress(data[at:at + 3000], mtime=0))
else:
    out = rest[0]
    zip_of(f"{out}/people.zip", [("data/people.csv", data), ("data/", b""), ("readme.txt", b"nothing\n"), ("empty.txt", b"")])
    zip_of(f"{out}/stored.zip", [("people.csv", data)], zipfile.ZIP_STORED)
    zip_of(f"{out}/bzip2.zip", [("people.csv", data)], zipfile.ZIP_BZIP2)
    zip_of(f"{out}/names.zip", [("../../etc/x.csv", data[:200]), ("/data/x.csv", data[:200]), ("grüße/x.csv", data[:200]),
                                ("a\\b.csv", data[:200]), ("x\x1b[31m.csv", data[:200]), ("536-90-4399.csv", b"nothing\n" * 3 + data[:200]),
                                ("l" * 10_000 + ".csv", data[:200])])
    cp437(f"{out}/cp437.zip", data)
    with zipfile.ZipFile(f"{out}/zip64.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(fixed("people.csv"), "w", force_zip64=True) as member:
            member.write(data)
    tar_of(f"{out}/ustar.tar", [("people.csv", data), ("f/" * 60 + "deep.csv", data[:500])], format=tarfile.USTAR_FORMAT)
    tar_of(f"{out}/names.tar", [("../x.csv", data[:200]), ("/etc/x.csv", data[:200]), ("grüße.csv", data[:200]), ("x\x1b[2J.csv", data[:200])])
    for kind in ("gz", "bz2", "xz"):
        tar_of(f"{out}/python.tar.{kind}", [("people.csv", data)], f"w:{kind}")
    inner = io.BytesIO()
    zip_of(inner, [("people.csv", data)])
    tar_of(f"{out}/nested.tar.gz", [("inner/b.zip", inner.getvalue())], "w:gz")
    # WebDataset: samples as members of one base name each.
    tar_of(f"{out}/shard-000000.tar", [(f"{i:06d}.{kind}", body) for i in range(20) for kind, body in
        (("json", b'{"caption": "call", "ssn": "536-90-%04d"}' % (4000 + i)), ("jpg", bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9").ljust(64, b"\0")), ("cls", b"%d" % i))])
