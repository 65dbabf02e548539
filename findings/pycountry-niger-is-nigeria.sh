#!/usr/bin/env bash
# pycountry 26.2.16: the first answer of a fuzzy search for "Niger" is Nigeria.
#
# Guess: Niger; its name is the query, letter for letter.
# Seen: Nigeria comes first: it has a state called Niger, and what matches in the subdivisions counts as much as
# the country's own name; equal scores fall back to another order. "Kosovo", which ISO 3166-1 lacks, is Serbia.
# What follows: taking the first answer for a country printed in a dateline swaps two neighbours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check pycountry==26.2.16
expected=$(cat <<'TEXT'
Niger ['NGA', 'NER']
Kosovo ['SRB']
Nigeria ['NGA']
NER
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pycountry

for name in ("Niger", "Kosovo", "Nigeria"):
    print(name, [country.alpha_3 for country in pycountry.countries.search_fuzzy(name)][:2])
print(pycountry.countries.get(name="Niger").alpha_3)
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
