"""What was promised or planned, and has not happened as far as the articles tell.

A plan counts as kept if its parties did something together, or to each other, in the days it was planned for.
Run it from the project's root: python examples/promises.py examples/articles
"""

import sys
from pathlib import Path

import diplonews as dn


def parties(event: dn.Event) -> set[str]:
    """The codes of all parties."""
    return {actor.code for actor in (*event.actors, *event.recipients) if actor.code}


def is_kept(plan: dn.TimelineEntry, entries: tuple[dn.TimelineEntry, ...]) -> bool:
    """Whether something that happened fits the parties and the days of the plan."""
    days = plan.interval
    return days is not None and any(
        other.interval is not None
        and other.event.status is dn.EventStatus.ACTUAL
        and other.interval.first_day <= days.last_day
        and days.first_day <= other.interval.last_day
        and parties(plan.event) <= parties(other.event)
        for other in entries
    )


def main(folder: Path) -> None:
    """Print the plans whose day has come without a report that they were kept."""
    entries = dn.timeline(dn.analyze_many(dn.iter_articles(folder)))
    today = max(entry.last_reported for entry in entries if entry.last_reported is not None)
    print(f"Due by {today}, and not reported as done:")
    for entry in entries:
        due = entry.interval.last_day if entry.interval is not None else None
        if entry.event.status is dn.EventStatus.PLANNED and due and due < today and not is_kept(entry, entries):
            print(f"  {due}  {entry.event.text}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/articles"))
