#!/usr/bin/env bash
# countrynames 1.17.0: the three-letter code of the Soviet Union has four letters, that of Zaire is a KeyError.
#
# Guess: SUN and ZAR, their former ISO codes, or today's, or None, as for a name that is not known.
# Seen: `to_code_3` hands on whatever code of `to_code` is longer than two letters (SUHH, GB-NIR for Northern Ireland), and
# looks up the two-letter ones in a table that lacks ZR, DD and AN: names that are known raise, names that are not give None.
# What follows: historical copy needs a table of its own for states that have ended.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check countrynames==1.17.0
expected=$(cat <<'TEXT'
Norway NOR
Northern Ireland GB-NIR
Soviet Union SUHH
Zaire KeyError: 'ZR'
East Germany KeyError: 'DD'
Netherlands Antilles KeyError: 'AN'
Ruritania None
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
from countrynames import to_code_3

for name in (
    "Norway",
    "Northern Ireland",
    "Soviet Union",
    "Zaire",
    "East Germany",
    "Netherlands Antilles",
    "Ruritania",
):
    try:
        print(name, to_code_3(name))
    except KeyError as error:
        print(name, f"KeyError: {error}")
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
