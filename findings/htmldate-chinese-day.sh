#!/usr/bin/env bash
# htmldate 1.11.0 finds 2024-01-01 in a page that prints the day as 2024年3月14日.
#
# Guess: 2024-03-14, as for the same day in Korean, Russian or Arabic letters; or None.
# Seen: the year alone is found and the first of January is given for it. With a clock reading behind it, as in
# 2024年3月14日 18:20, the day is right.
# What follows: pages of Chinese and Japanese agencies get a day that looks exact and is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check htmldate==1.11.0
expected=$(cat <<'TEXT'
2024年3月14日 = 2024-01-01
2024年3月14日 18:20 = 2024-03-14
2024년 3월 14일 = 2024-03-14
14 марта 2024 = 2024-03-14
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from htmldate import find_date

PAGE = "<html><body><article><p>{}</p><p>" + "The talks went on for hours. " * 8 + "</p></article></body></html>"
for printed in ("2024年3月14日", "2024年3月14日 18:20", "2024년 3월 14일", "14 марта 2024"):
    print(printed, "=", find_date(PAGE.format(printed), original_date=True))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
