#!/bin/bash
# Makes test/fixtures/matrix: the 200 values of values.mjs in every format, variant and compression, each by software that is none of what
# Clearset reads with. Each script says what it needs; a Python with pyarrow and its like, and the folder where DuckDB is installed, are given:
#
#     PYTHON=venv/bin/python DUCKDB=folder corpus/generate/formats/matrix/make.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(realpath "$here/../../../../test/fixtures/matrix")
node "$here/values.mjs" > "$out/values.json"
/usr/bin/python3 "$here/text.py" "$out"
"$here/databases.sh" "$out"
"$PYTHON" "$here/columnar.py" "$out"
# Packages are found from where the script lies.
cp "$here/duckdb.mjs" "$DUCKDB/matrix.mjs"
node "$DUCKDB/matrix.mjs" "$out"
rm "$DUCKDB/matrix.mjs"
/usr/bin/python3 "$here/office.py" "$out"
python3 "$here/xlsb.py" "$out/xlsb/by-hand.xlsb" "$out/../office/no-styles.xlsb"
"$here/packed.sh" "$out"
