"""What is planned, as a file for a calendar.

Run it from the project's root: python examples/calendar_file.py examples/articles
"""

import sys
from pathlib import Path

import icalendar

import diplonews as dn

CALENDAR = Path("demo-output/planned.ics")


def main(folder: Path) -> None:
    """Write the calendar, and print what a calendar program will show."""
    analyses = dn.analyze_many(dn.iter_articles(folder))
    CALENDAR.parent.mkdir(exist_ok=True)
    dn.export(analyses, CALENDAR, format="ical", overwrite=True)
    entries = icalendar.Calendar.from_ical(CALENDAR.read_bytes()).walk("VEVENT")
    for entry in sorted(entries, key=lambda entry: str(entry.decoded("dtstart"))):
        print(f"{entry.decoded('dtstart')}  {entry['summary']}")
    print(f"{len(entries)} entries: {CALENDAR}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/articles"))
