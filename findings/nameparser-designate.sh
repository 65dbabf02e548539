#!/usr/bin/env bash
# nameparser 2.6.0: "Prime Minister-designate Ola Berg" has the first name "Minister-designate".
#
# Guess: title "Prime Minister-designate", or the whole before the name kept together; "Prime Minister Ola Berg" is
# parsed well, and so is "Secretary of State Ann Dahl".
# Seen: the title is "Prime", the person's own first name becomes a middle name. A portfolio ("for European Affairs")
# ends up in first and middle names too.
# What follows: titles as wires print them must be cut off before a name is given to the library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check nameparser==2.6.0
expected=$(cat <<'TEXT'
title 'Prime Minister', first 'Ola', middle '', last 'Berg'
title 'Prime', first 'Minister-designate', middle 'Ola', last 'Berg'
title 'Deputy Foreign Minister', first 'for', middle 'European Affairs Ann', last 'Dahl'
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from nameparser import HumanName

for words in (
    "Prime Minister Ola Berg",
    "Prime Minister-designate Ola Berg",
    "Deputy Foreign Minister for European Affairs Ann Dahl",
):
    name = HumanName(words)
    print(f"title {name.title!r}, first {name.first!r}, middle {name.middle!r}, last {name.last!r}")
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
