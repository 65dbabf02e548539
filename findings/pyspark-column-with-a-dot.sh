#!/usr/bin/env bash
# pyspark 4.3.0: mapInArrow and mapInPandas refuse a DataFrame that has a column with a dot in its name.
#
# Guess: the batches have the column `source.name`, as toArrow gives it; the function may even not look at it.
# Seen: an AnalysisException before anything runs, which says that the column can't be resolved and proposes it.
# The names of all columns are looked up without backticks, so that the dot means a field of a struct.
# What follows: tables of flattened JSON (`source.name`) have to be renamed before, also for a function that
# reads none of these columns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check pyspark==4.3.0 pyarrow==26.0.1 pandas==3.1.1
expected=$(cat <<'TEXT'
toArrow ['title', 'source.name']
select ['title', 'source.name']
mapInArrow UNRESOLVED_COLUMN.WITH_SUGGESTION
mapInPandas UNRESOLVED_COLUMN.WITH_SUGGESTION
mapInArrow, renamed ['title', 'source_name']
TEXT
)
export PYSPARK_PYTHON="$folder/venv/bin/python" SPARK_LOCAL_IP=127.0.0.1
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
news = spark.createDataFrame([("Talks end", "The Herald")], "title string, `source.name` string")
print("toArrow", news.toArrow().column_names)
print("select", list(news.select("title", "`source.name`").first().asDict()))
for name in ("mapInArrow", "mapInPandas"):
    try:
        print(name, getattr(news, name)(lambda batches: batches, news.schema).columns)
    except AnalysisException as error:
        print(name, error.getCondition())
renamed = news.toDF("title", "source_name")
print("mapInArrow, renamed", list(renamed.mapInArrow(lambda batches: batches, renamed.schema).first().asDict()))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
