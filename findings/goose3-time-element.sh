#!/usr/bin/env bash
# goose3 3.1.22 dates an article by what its <time> element shows, not by the element's datetime.
#
# Guess: <time datetime="2019-03-03T10:00:00Z">3 March</time> is 3 March 2019, 10:00 UTC.
# Seen: the publish date is "3 March". Its year is filled in from the clock, so that an article of 2019 is of the year in
# which it is read; beside "two days ago" there is no date at all, although the machine-readable one is next to it.
# What follows: an archive read in this way has no old articles; take the day from a meta element or from the attribute.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check goose3==3.1.22
expected=$(cat <<'TEXT'
'3 March 2019' 2019-03-03 00:00:00
'3 March' of the year of reading
'two days ago' None
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - 2>/dev/null <<'PYTHON'
from datetime import datetime

from goose3 import Goose

PARAGRAPHS = "".join(
    f"<p>Norway and Latvia signed a pact in the presence of the king, and the envoy said that {number} ships would come.</p>"
    for number in range(6)
)
for shown in ("3 March 2019", "3 March", "two days ago"):
    page = (
        "<html><head><title>Pact</title></head><body><article>"
        f'<time datetime="2019-03-03T10:00:00Z">{shown}</time>{PARAGRAPHS}</article></body></html>'
    )
    found = Goose().extract(raw_html=page)
    day = found.publish_datetime_utc
    this_year = day is not None and day == datetime(datetime.now().year, 3, 3)
    print(repr(found.publish_date), "of the year of reading" if this_year else day)
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
