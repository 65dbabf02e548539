#!/usr/bin/env bash
# geotext 0.4.0: a state or nationality right after a capital word is lost, and so is a dateline.
#
# Guess: `The United States said` names the United States, `The Chinese minister` is Chinese, SEOUL is Seoul.
# Seen: the longest row of capital words is looked up as one name, so that `The United States` is none; names in capitals
# are not known; `March` before a day is a city in Britain.
# What follows: counts of states in wire copy miss the sentence's subject wherever it begins with an article.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check geotext==0.4.0
expected=$(cat <<'TEXT'
The United States said so. | [] | []
So the United States said. | ['United States'] | []
The Chinese minister left. | [] | []
A minister, Chinese, left. | [] | ['Chinese']
SEOUL, March 5 | [] | ['March']
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from geotext import GeoText

for text in (
    "The United States said so.",
    "So the United States said.",
    "The Chinese minister left.",
    "A minister, Chinese, left.",
    "SEOUL, March 5",
):
    found = GeoText(text)
    print(text, "|", found.countries, "|", found.nationalities or found.cities)
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
