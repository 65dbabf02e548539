"""Who dealt with whom in the week that joined most states: the pairs in words, and as a network.

Run it from the project's root: python examples/week_network.py examples/articles
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from matplotlib.figure import Figure

import diplonews as dn
from diplonews import plots

PICTURE = Path("demo-output/network.png")


def pairs(event: dn.Event) -> set[str]:
    """The pairs of parties of an event, whoever did it to whom."""
    return {" - ".join(sorted((one.code, other.code))) for one, other in event.dyads() if other is not None}


def main(folder: Path) -> None:
    """Print how often each pair worked together or clashed, and draw it."""
    weeks: defaultdict[tuple[int, int], list[dn.TimelineEntry]] = defaultdict(list)
    for entry in dn.timeline(dn.analyze_many(dn.iter_articles(folder))):
        if entry.interval is not None and entry.interval.days == 1 and entry.event.status is dn.EventStatus.ACTUAL:
            weeks[entry.interval.first_day.isocalendar()[:2]].append(entry)
    year, week = max(weeks, key=lambda week: len(set().union(*(pairs(entry.event) for entry in weeks[week]))))
    entries = weeks[year, week]
    ties: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        kind = "cooperation" if entry.event.quad < 3 else "conflict"
        ties.update((pair, kind) for pair in pairs(entry.event))
    print(f"week {week} of {year}: {len(entries)} events")
    for (pair, kind), count in sorted(ties.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {pair}  {kind:11} {count}")
    figure = Figure(figsize=(7, 6), layout="constrained")
    plots.network(entries, ax=figure.subplots())
    PICTURE.parent.mkdir(exist_ok=True)
    figure.savefig(PICTURE, dpi=150)
    print(f"the network: {PICTURE}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples/articles"))
