"""A dispute's timeline: what two states did to each other, and a picture of that and of all they said.

Run it from the project's root: python examples/dispute_timeline.py examples/articles KOR ISL
"""

import sys
from pathlib import Path

from matplotlib.figure import Figure

import diplonews as dn
from diplonews import plots

PICTURE = Path("demo-output/timeline.png")


def main(folder: Path, one: str, other: str) -> None:
    """Print a line for each deed (material cooperation or conflict), and draw deeds and words."""
    entries = [
        entry
        for entry in dn.timeline(dn.analyze_many(dn.iter_articles(folder)))
        if {one, other} <= {actor.code for actor in (*entry.event.actors, *entry.event.recipients)}
    ]
    for entry in entries:
        event = entry.event
        if event.quad in (2, 4) and event.status is dn.EventStatus.ACTUAL:
            day = str(entry.interval.first_day) if entry.interval is not None else "no date"
            who, whom = (",".join(actor.code for actor in actors) for actors in (event.actors, event.recipients))
            print(f"{day:10}  {who} > {whom}  {event.type:9}  {len(entry.articles)} x  {event.text}")
    figure = Figure(figsize=(10, 1.5 + len(entries) / 4), layout="constrained")
    plots.timeline(entries, ax=figure.subplots())
    PICTURE.parent.mkdir(exist_ok=True)
    figure.savefig(PICTURE, dpi=150)
    print(f"with all that they said: {PICTURE}")


if __name__ == "__main__":
    folder, *states = sys.argv[1:] or ["examples/articles"]
    main(Path(folder), *(states or ["KOR", "ISL"]))
