#!/usr/bin/env bash
# courlan 1.4.0: `check_url(strict=True)` drops the number of an article and keeps the number of a page.
#
# Guess: strict cleaning removes what tracks the reader and keeps what names the article, `seq=322388`.
# Seen: `page` is one of the parameters that stay, `seq` is not; two articles of a ministry's board come out as one
# address.
# What follows: addresses that were cleaned strictly can't tell articles apart on boards that number them in the query.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check courlan==1.4.0
expected=$(cat <<'TEXT'
strict https://www.ministry.example/eng/view.do?page=1
strict https://www.ministry.example/eng/view.do?page=1
plain https://www.ministry.example/eng/view.do?page=1&seq=322388
plain https://www.ministry.example/eng/view.do?page=1&seq=322389
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from courlan import check_url

ADDRESS = "https://www.ministry.example/eng/view.do?seq={}&page=1"
for strict in (True, False):
    for number in (322388, 322389):
        print("strict" if strict else "plain", check_url(ADDRESS.format(number), strict=strict)[0])
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
