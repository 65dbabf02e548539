#!/usr/bin/env bash
# country_converter 1.3.2 answers nothing beside pandas 3.1.1: the code of Namibia, NA, is read as a missing value.
#
# Guess: "Norway" is NOR. The package asks for any pandas, and takes care to keep "NA" out of what counts as missing.
# Seen: every question, about any country, ends in a TypeError: the column of two-letter codes is compiled to patterns, and
# Namibia's is no text. With pandas 3.0.0 and before the same call answers.
# What follows: pandas below 3.1 beside this version.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check country_converter==1.3.2 pandas==3.1.1
expected=$(cat <<'TEXT'
pandas 3.1.1: TypeError: first argument must be string or compiled pattern
pandas 3.0.0: NOR NAM
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
import subprocess
import sys

QUESTION = """
import country_converter, pandas
try:
    answer = " ".join(country_converter.convert(["Norway", "Namibia"], to="ISO3"))
except TypeError as error:
    answer = f"TypeError: {error}"
print(f"pandas {pandas.__version__}: {answer}")
"""
for version in ("3.1.1", "3.0.0"):
    subprocess.run([sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", f"pandas=={version}"], check=True)
    subprocess.run([sys.executable, "-W", "ignore", "-c", QUESTION], check=True)
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
