#!/bin/bash
# Makes test/fixtures/archives: one table of labelled values in every compression and archive, by other software than reads it.
# Written with Python 3.11.2 (zipfile, tarfile, bz2, lzma, gzip), xz 5.4.1, zstd 1.5.4, lz4 1.9.4, bzip2 1.0.8, GNU tar 1.34, Info-ZIP
# zip 3.0, Node 20.20.2 (brotli), and for Snappy a writer of its framing by the specification, around stored chunks and hysnappy.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../../../test/fixtures/archives}
mkdir -p "$out"
cd "$(mktemp -d)"
export TZ=UTC SOURCE_DATE_EPOCH=1700000000 LC_ALL=C.UTF-8

python3 "$here/archives.py" plain
gzip -n -9 -k people.csv && mv people.csv.gz "$out/people.csv.gz"
python3 "$here/archives.py" members "$out/members.csv.gz"
zstd -q -19 people.csv -o "$out/people.csv.zst" -f
zstd -q --no-check -1 people.csv -o "$out/plain.csv.zst" -f
head -c 2000 people.csv > head.csv; tail -c +2001 people.csv > tail.csv
zstd -qc head.csv > "$out/frames.csv.zst"; printf '\x50\x2a\x4d\x18\x04\0\0\0skip' >> "$out/frames.csv.zst"; zstd -qc tail.csv >> "$out/frames.csv.zst"
xz -kc people.csv > "$out/people.csv.xz"
xz -kc --check=crc32 head.csv > "$out/streams.csv.xz"; xz -kc tail.csv >> "$out/streams.csv.xz"
xz -kc --check=sha256 people.csv > "$out/sha256.csv.xz"
bzip2 -kc people.csv > "$out/people.csv.bz2"
bzip2 -1 -kc head.csv > "$out/streams.csv.bz2"; bzip2 -kc tail.csv >> "$out/streams.csv.bz2"
lz4 -qc people.csv > "$out/people.csv.lz4"
lz4 -qc -BD -B4 -BX --content-size people.csv > "$out/linked.csv.lz4"
lz4 -qc head.csv > "$out/frames.csv.lz4"; lz4 -qc tail.csv >> "$out/frames.csv.lz4"
node "$here/archives.mjs" people.csv "$out"
python3 "$here/archives.py" archives "$out"
node "$here/quine.mjs" "$out"
mkdir tree && cp people.csv tree/ && cd tree
long=$(printf 'folder%.0s/' {1..40})
mkdir -p "$long" && cp people.csv "$long/people.csv"
ln -s people.csv link && ln people.csv hard
tar --sort=name --owner=0 --group=0 --mtime=@1700000000 --format=gnu -cf "$out/gnu.tar" .
tar --sort=name --owner=0 --group=0 --mtime=@1700000000 --format=posix --pax-option=delete=atime,delete=ctime -cf "$out/posix.tar" .
tar -cf - --format=gnu people.csv | gzip -n > "$out/people.tar.gz"
tar -cf - --format=gnu people.csv | zstd -qc > "$out/people.tar.zst"
rm -rf folder* link hard
truncate -s 1M hole && printf 'ssn 536-90-4399\n' | dd of=hole conv=notrunc bs=1 seek=500000 status=none
tar --sort=name --owner=0 --group=0 --mtime=@1700000000 --sparse --format=gnu -cf "$out/sparse-gnu.tar" hole people.csv
tar --sort=name --owner=0 --group=0 --mtime=@1700000000 --sparse --format=posix --pax-option=delete=atime,delete=ctime -cf "$out/sparse-posix.tar" hole people.csv
zip -q -X -P secret "$out/encrypted.zip" people.csv
