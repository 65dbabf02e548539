#!/usr/bin/env bash
# timezonefinder 9.0.0 and tzfpy 2.1.1 put Urumqi, Kashgar and Hotan two hours apart.
#
# Guess: both give the same zone; both are built from the same boundaries of zones.
# Seen: timezonefinder answers Asia/Urumqi (UTC+6), tzfpy Asia/Shanghai (UTC+8). The two zones overlap in
# Xinjiang; where several hold, each library takes another one. tzfpy's get_tzs lists both.
# What follows: a zone found from a dateline's coordinates depends on the library. Xinhua files from Urumqi on
# Beijing time, so here the answer of the one that looks less local is the one that a reader of wires needs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -qq --disable-pip-version-check timezonefinder==9.0.0 timezonefinder-data==3.2026.3.post1 tzfpy==2.1.1
expected=$(cat <<'TEXT'
Urumqi Asia/Urumqi Asia/Shanghai ['Asia/Shanghai', 'Asia/Urumqi']
Kashgar Asia/Urumqi Asia/Shanghai ['Asia/Shanghai', 'Asia/Urumqi']
Hotan Asia/Urumqi Asia/Shanghai ['Asia/Shanghai', 'Asia/Urumqi']
TEXT
)
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
import tzfpy
from timezonefinder import TimezoneFinder

finder = TimezoneFinder()
for name, lat, lng in (("Urumqi", 43.8256, 87.6168), ("Kashgar", 39.47, 75.99), ("Hotan", 37.1, 79.9)):
    print(name, finder.timezone_at(lat=lat, lng=lng), tzfpy.get_tz(lng, lat), sorted(tzfpy.get_tzs(lng, lat)))
PYTHON
)
if [ "$seen" != "$expected" ]; then
    printf 'changed; expected:\n%s\nseen:\n%s\n' "$expected" "$seen"
    exit 1
fi
printf '%s\n' "$seen"
