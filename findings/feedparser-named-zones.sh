#!/usr/bin/env bash
# feedparser 6.0.14 reads a feed's "10:00:00 KST" as 10:00 UTC.
#
# Guess: 01:00 UTC; or no time at all where the name of a zone is not known. American names are converted.
# Seen: KST, JST, HKT, IST, MSK, CET and BST are dropped without a word: `published_parsed`, which is documented as UTC,
# holds the clock reading. "UTC+9" loses its nine hours as well, while "GMT+0900" keeps them.
# What follows: stories of Asian and European agencies are up to ten hours off, and some are dated to the wrong day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check feedparser==6.0.14
expected=$(cat <<'TEXT'
EST: 15:00 UTC
+0900: 01:00 UTC
KST: 10:00 UTC
JST: 10:00 UTC
HKT: 10:00 UTC
IST: 10:00 UTC
MSK: 10:00 UTC
CET: 10:00 UTC
BST: 10:00 UTC
UTC+9: 10:00 UTC
GMT+0900: 01:00 UTC
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import feedparser

FEED = "<rss version='2.0'><channel><item><pubDate>{}</pubDate></item></channel></rss>"
for zone in ("EST", "+0900", "KST", "JST", "HKT", "IST", "MSK", "CET", "BST", "UTC+9", "GMT+0900"):
    entry = feedparser.parse(FEED.format(f"Mon, 04 Mar 2024 10:00:00 {zone}")).entries[0]
    print(f"{zone}: {entry.published_parsed.tm_hour:02}:{entry.published_parsed.tm_min:02} UTC")
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
