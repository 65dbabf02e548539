#!/usr/bin/env bash
# quantulum3 0.10.0 reads "2 tons of rice" on its own and fails on it once scikit-learn 1.9.1 is installed.
#
# Guess: the optional classifier makes an ambiguous unit clearer, or is left aside if it can't be used.
# Seen: with scikit-learn and stemming beside it (its extra), the classifier that comes with the package is loaded at the
# first ambiguous unit; it was written by an older scikit-learn, and the error is that there is no module `_loss`. Units
# without a second meaning are still read.
# What follows: whether an amount can be read depends on what else the environment holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check quantulum3==0.10.0
expected=$(cat <<'TEXT'
alone: 20 percent -> 20.0 percentage
alone: 2 tons of rice -> 2.0 ton
beside scikit-learn: 20 percent -> 20.0 percentage
beside scikit-learn: 2 tons of rice -> ModuleNotFoundError: No module named '_loss'
TEXT
)
cat >"$folder/ask.py" <<'PYTHON'
import sys

from quantulum3 import parser

for words in ("20 percent", "2 tons of rice"):
    try:
        found = parser.parse(words)
        answer = f"{found[0].value} {found[0].unit.name}"
    except ModuleNotFoundError as error:
        answer = f"{type(error).__name__}: {error}"
    print(f"{sys.argv[1]}: {words} -> {answer}")
PYTHON
ask() { "$folder/venv/bin/python" -W ignore "$folder/ask.py" "$1" 2>/dev/null; }
seen=$(
    ask alone
    "$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check scikit-learn==1.9.1 joblib==1.6.0 stemming==1.0.1
    ask "beside scikit-learn"
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
