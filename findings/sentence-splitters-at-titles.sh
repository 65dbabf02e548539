#!/usr/bin/env bash
# pysbd 0.3.4 cuts a sentence after "p.m." before a weekday; syntok 1.4.4 after "Gov." and "Rep.".
#
# Guess: neither does: both list abbreviations, and both keep "U.S. Treasury" and "Adm. Ole Berg" whole.
# Seen: the most usual way of telling the time in wire copy, "5 p.m. Monday", is two sentences for pysbd. For
# syntok a governor or a representative ends the sentence before his name.
# What follows: the weekday, or the speaker's name, stands in another sentence than the act.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check pysbd==0.3.4 syntok==1.4.4
expected=$(cat <<'TEXT'
pysbd  ['The envoys left at 5 p.m.', 'Monday for Oslo.']
syntok ['The envoys left at 5 p.m. Monday for Oslo.']
pysbd  ['Norway received Gov. Ole Berg and Rep. Ann Dahl.']
syntok ['Norway received Gov.', 'Ole Berg and Rep.', 'Ann Dahl.']
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import pysbd
from syntok import segmenter

TEXTS = (
    "The envoys left at 5 p.m. Monday for Oslo.",
    "Norway received Gov. Ole Berg and Rep. Ann Dahl.",
)
split = pysbd.Segmenter(language="en", clean=False)
for text in TEXTS:
    print("pysbd ", [sentence.strip() for sentence in split.segment(text)])
    sentences = (sentence for paragraph in segmenter.process(text) for sentence in paragraph)
    print("syntok", ["".join(token.spacing + token.value for token in s).strip() for s in sentences])
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
