#!/usr/bin/env bash
# pyspark 4.3.0: with a session time zone of GMT+9 or JST, Python can't read a timestamp that Spark reads well.
#
# Guess: a zone that `spark.sql.session.timeZone` accepts works everywhere.
# Seen: the setting accepts GMT+9 and JST, SQL shows the right hour. toPandas fails, and what mapInArrow hands on
# is a column none of whose values can become Python's: ArrowInvalid, or pytz's own error where that is installed.
# What follows: a job that was tried with one setting loses every date with another, and only in Python.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check pyspark==4.3.0 pyarrow==26.0.1 pandas==3.1.1
expected=$(cat <<'TEXT'
Asia/Tokyo | SQL 9 | toPandas 9 | mapInArrow 9
+09:00 | SQL 9 | toPandas 9 | mapInArrow 9
GMT+9 | SQL 9 | toPandas ArrowInvalid | mapInArrow ArrowInvalid
JST | SQL 9 | toPandas ArrowInvalid | mapInArrow ArrowInvalid
TEXT
)
export PYSPARK_PYTHON="$folder/venv/bin/python" SPARK_LOCAL_IP=127.0.0.1
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
from pyspark.sql import SparkSession


def hours(batches):
    import pyarrow as pa

    for batch in batches:
        try:
            seen = str(batch.column(0)[0].as_py().hour)
        except Exception as error:
            seen = type(error).__name__
        yield pa.RecordBatch.from_pydict({"seen": [seen]})


spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
for zone in ("Asia/Tokyo", "+09:00", "GMT+9", "JST"):
    spark.conf.set("spark.sql.session.timeZone", zone)
    news = spark.sql("SELECT timestamp'2024-03-06 09:00:00' AS published")
    try:
        frame = news.toPandas().published[0].hour
    except Exception as error:
        frame = type(error).__name__
    hour = news.selectExpr("hour(published)").first()[0]
    print(f"{zone} | SQL {hour} | toPandas {frame} | mapInArrow {news.mapInArrow(hours, 'seen string').first().seen}")
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
