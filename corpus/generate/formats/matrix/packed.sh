#!/bin/bash
# Packs files of the matrix in every compression and archive, with the tools of Debian 12: gzip 1.12, pigz 2.6, zstd 1.5.4, xz 5.4.1,
# bzip2 1.0.8, lbzip2 2.5, lz4 1.9.4, brotli 1.0.9, Info-ZIP zip 3.0, p7zip 16.02, GNU tar 1.34, cpio 2.13; Snappy by cramjam 2.13.0.
#
# PYTHON is the one that has cramjam.
#
#     PYTHON=python3 corpus/generate/formats/matrix/packed.sh test/fixtures/matrix
set -euo pipefail
out=$(realpath "$1")
work=$(mktemp -d)
export TZ=UTC LC_ALL=C.UTF-8
mkdir -p "$out/packed" "$out/archives"
cd "$work"
cp "$out/csv/comma.csv" people.csv
cp "$out/jsonl/plain.jsonl" people.jsonl
cp "$out/text/lf.txt" people.txt
cp "$out/parquet/pyarrow-delta.parquet" people.parquet
cp "$out/odt/odfpy.odt" people.odt
cp "$out/sql/pg_dump-copy.sql" people.sql
touch -d @1700000000 people.*

# --- compressions: the table, the records and the text in each, in one piece and in several ---------------------------------------------
packed="$out/packed"
snappy='import cramjam, sys; sys.stdout.buffer.write(bytes(cramjam.snappy.compress(sys.stdin.buffer.read())))'
for file in people.csv people.jsonl people.txt; do
  gzip -n -9 -c "$file" > "$packed/$file.gz"
  zstd -q -19 -c "$file" > "$packed/$file.zst"
  xz -c "$file" > "$packed/$file.xz"
  bzip2 -c "$file" > "$packed/$file.bz2"
  lz4 -qc "$file" > "$packed/$file.lz4"
  brotli -c "$file" > "$packed/$file.br"
  "${PYTHON:-python3}" -c "$snappy" < "$file" > "$packed/$file.sz"
  # Cut within a line: a value of which the halves lie in two members is one value.
  head -c 2001 "$file" > head; tail -c +2002 "$file" > tail
  pack() { local name="$1"; shift; "$@" < head > "$packed/$name"; "$@" < tail >> "$packed/$name"; }
  pack "members-$file.gz" gzip -n
  pack "frames-$file.zst" zstd -qc
  pack "streams-$file.xz" xz -c
  pack "streams-$file.bz2" bzip2 -c
  pack "frames-$file.lz4" lz4 -qc
done
pigz -n -c people.csv > "$packed/pigz-people.csv.gz"
pigz -z -c people.csv > "$packed/pigz-people.csv.zz"
zstd -q --ultra -22 --long=27 --no-check --no-content-size < people.csv > "$packed/long-people.csv.zst"
xz -c --block-size=1500 --check=crc32 people.csv > "$packed/blocks-people.csv.xz"
xz -c --check=sha256 people.csv > "$packed/sha256-people.csv.xz"
xz -c --format=lzma people.csv > "$packed/people.csv.lzma"
lbzip2 -c -n 2 people.csv > "$packed/lbzip2-people.csv.bz2"
lz4 -qc -BD -B4 -BX --content-size people.csv > "$packed/linked-people.csv.lz4"
lz4 -qc -l people.csv > "$packed/legacy-people.csv.lz4"
brotli -c -q 1 -w 10 people.csv > "$packed/window-people.csv.br"

# --- archives: a table, a columnar file and a document in each ----------------------------------------------------------------------------
members=(people.csv people.parquet people.odt)
archives="$out/archives"
rm -f "$archives"/*
zip -q -X "$archives/deflated.zip" "${members[@]}"
zip -q -X -0 "$archives/stored.zip" "${members[@]}"
zip -q -X - "${members[@]}" | cat > "$archives/streamed.zip"
for method in Deflate Deflate64 BZip2 LZMA PPMd; do
  7z a -bso0 -bsp0 -mm=$method "$archives/7z-${method,,}.zip" people.csv
done
7z a -bso0 -bsp0 "$archives/people.7z" people.csv
pack_tar() { tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@1700000000 "$@" "${members[@]}"; }
pack_tar --format=ustar -cf "$archives/ustar.tar"
pack_tar --format=gnu -cf "$archives/gnu.tar"
pack_tar --format=posix --pax-option=delete=atime,delete=ctime -cf "$archives/posix.tar"
for tool in gzip:gz bzip2:bz2 xz:xz zstd:zst lz4:lz4 brotli:br; do
  "${tool%:*}" -c < "$archives/gnu.tar" > "$archives/people.tar.${tool#*:}"
done
printf '%s\n' "${members[@]}" | cpio -o -H newc --quiet > "$archives/people.cpio"
# A dump in gzip, in a tar in zstd, in a zip, in a tar in gzip.
gzip -n -9 people.sql
tar --owner=0 --group=0 --numeric-owner --mtime=@1700000000 --format=gnu -cf - people.sql.gz | zstd -qc > inner.tar.zst
zip -q -X outer.zip inner.tar.zst
tar --owner=0 --group=0 --numeric-owner --mtime=@1700000000 --format=gnu -cf - outer.zip | gzip -n > "$archives/nested.tar.gz"
rm -r "$work"
