#!/usr/bin/env bash
# quantulum3 0.10.0 reads "12 mln euros" as 12 cubic centimetre newtons.
#
# Guess: 12 million euros, as for "12 million euros"; or the bare number 12. Reuters and Xinhua print mln and bln all day.
# Seen: the abbreviation is split into symbols of units, so that "mln" is a cubic centimetre newton and "bln" a barn litre
# newton; "a $300 mln loan" is one dollar to the power of 300.
# What follows: amounts in wire copy need mln and bln spelled out before a units library reads them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check quantulum3==0.10.0
expected=$(cat <<'TEXT'
12 million euros -> 12000000.0 euro
12 mln euros -> 12.0 cubic centimetre newton
4.5 bln dlrs -> 4.5 barn litre newton
a $300 mln loan -> 1.0 dollar to the 300
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
from quantulum3 import parser

for words in ("12 million euros", "12 mln euros", "4.5 bln dlrs", "a $300 mln loan"):
    for found in parser.parse(words):
        print(words, "->", found.value, found.unit.name)
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
