#!/usr/bin/env bash
# word2number 1.1: "half a million" is a million, "2.5 million" is a million, and "nineteen ninety-seven" is 1717.
#
# Guess: 500000, 2500000, and 1997 or an error. Words that are no numbers ("a dozen") do raise.
# Seen: what is not a number word is dropped, "half" and "2.5" among them, and the rest is read; the year is none of the sums or
# products that one would think of.
# What follows: amounts and casualties in running text come out wrong without any sign of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check word2number==1.1
expected=$(cat <<'TEXT'
two hundred and fifty thousand 250000
half a million 1000000
two and a half million 2000000
2.5 million 1000000
nineteen ninety-seven 1717
a dozen ValueError
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
from word2number import w2n

for words in (
    "two hundred and fifty thousand",
    "half a million",
    "two and a half million",
    "2.5 million",
    "nineteen ninety-seven",
    "a dozen",
):
    try:
        print(words, w2n.word_to_num(words))
    except ValueError:
        print(words, "ValueError")
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
