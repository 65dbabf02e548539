#!/usr/bin/env bash
# undate 0.8.0: dates of which one lies within the other can't be sorted.
#
# Guess: `Undate(2021) < Undate(2021, 3)` is False, as neither is before the other, and a list of both can be sorted.
# Seen: the comparison raises NotImplementedError, so that sorting a list that holds a year and a month of it fails.
# What follows: mixed precision, the rule in news and archives, needs a key such as `earliest` for each sort.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check undate==0.8.0
expected=$(cat <<'TEXT'
NotImplementedError: Can't compare when one date (2021-03) falls within the other (2021)
NotImplementedError
2020-12 2021 2022-01
2021 2021-03
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from undate import Undate

try:
    print(Undate(2021) < Undate(2021, 3))
except NotImplementedError as error:
    print(f"NotImplementedError: {error}")
try:
    print(*sorted([Undate(2021, 3), Undate(2021)]))
except NotImplementedError:
    print("NotImplementedError")
print(*sorted([Undate(2022, 1), Undate(2021), Undate(2020, 12)]))
print(*sorted([Undate(2021, 3), Undate(2021)], key=lambda one: one.earliest))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
