#!/bin/bash
# Writes the matrix as databases dump and print it: PostgreSQL 15 (pg_dump, psql) and MariaDB 10.11 (mariadb-dump, mariadb), each started
# in a folder of its own and ended again. Run as root: both servers run as their own users.
#
#     corpus/generate/formats/matrix/databases.sh test/fixtures/matrix
set -euo pipefail
out=$(realpath "$1")
work=$(mktemp -d)
chmod 755 "$work"
cp "$out/csv/comma.csv" "$work/people.csv"
chmod 644 "$work/people.csv"
columns=$(head -1 "$work/people.csv" | tr -d '\r')
mkdir -p "$out/sql" "$out/tables"

postgres=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
mkdir "$work/pg" && chown postgres "$work/pg"
as() { runuser -u postgres -- env LC_ALL=C.UTF-8 TZ=UTC "$@"; }
cd "$work"
as "$postgres/initdb" -D "$work/pg" -A trust > /dev/null
as "$postgres/pg_ctl" -D "$work/pg" -o "-k $work/pg -h ''" -w -l "$work/pg/log" start > /dev/null
end() { as "$postgres/pg_ctl" -D "$work/pg" -m fast stop > /dev/null; [ -z "${mariadb:-}" ] || kill "$mariadb"; }
trap end EXIT
sql() { as psql -h "$work/pg" -d postgres -v ON_ERROR_STOP=1 "$@"; }
sql -q -c "CREATE TABLE people ($(sed 's/,/ text, /g' <<< "$columns") text)" -c "COPY people FROM '$work/people.csv' CSV HEADER"
dump() { as pg_dump -h "$work/pg" -d postgres -t people --no-owner --restrict-key=people "$@"; }
dump > "$out/sql/pg_dump-copy.sql"
dump --inserts > "$out/sql/pg_dump-inserts.sql"
dump --column-inserts > "$out/sql/pg_dump-column-inserts.sql"
sql -c 'TABLE people' > "$out/tables/psql.txt"
sql -x -c 'TABLE people' > "$out/tables/psql-expanded.txt"
sql -H -c 'TABLE people' > "$out/html/psql.html"
sql --csv -c 'TABLE people' > "$out/csv/psql.csv"

mkdir "$work/maria" && chown mysql "$work/maria"
mariadb-install-db --user=mysql --datadir="$work/maria" --auth-root-authentication-method=normal > /dev/null 2>&1
mariadbd --user=mysql --datadir="$work/maria" --socket="$work/maria/s" --pid-file="$work/maria/pid" --skip-networking > "$work/maria.log" 2>&1 &
mariadb=$!
for _ in $(seq 60); do [ -S "$work/maria/s" ] && break; sleep 1; done
table="$(sed 's/,/ text, /g' <<< "$columns") text"
mariadb -S "$work/maria/s" -e "CREATE DATABASE d; USE d; CREATE TABLE people ($table);
  LOAD DATA INFILE '$work/people.csv' INTO TABLE people FIELDS TERMINATED BY ',' ENCLOSED BY '\"' ESCAPED BY '' LINES TERMINATED BY '\r\n' IGNORE 1 LINES"
mariadb-dump -S "$work/maria/s" --skip-dump-date d people > "$out/sql/mariadb-dump.sql"
mariadb-dump -S "$work/maria/s" --skip-dump-date --skip-extended-insert --complete-insert --compact d people > "$out/sql/mariadb-complete.sql"
mariadb -S "$work/maria/s" --table -e 'SELECT * FROM people' d > "$out/tables/mariadb.txt"
mariadb -S "$work/maria/s" --batch -e 'SELECT * FROM people' d > "$out/csv/mariadb.tsv"
mariadb -S "$work/maria/s" --xml -e 'SELECT * FROM people' d > "$out/xml/mariadb.xml"
