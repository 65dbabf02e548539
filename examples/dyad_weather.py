"""How two states got on, quarter by quarter: a table, and a picture of their months.

Run it from the project's root: python examples/dyad_weather.py examples/articles KOR ISL
"""

import sys
from pathlib import Path

from matplotlib.figure import Figure

import diplonews as dn
from diplonews import plots

PICTURE = Path("demo-output/weather.png")


def main(folder: Path, one: str, other: str) -> None:
    """Print a line for each quarter in which something happened, and draw the months."""
    analyses = list(dn.analyze_many(dn.iter_articles(folder)))
    print(f"{one} and {other}   cooperation  conflict  score")
    for row in dn.dyad_series(analyses, one, other, by="quarter"):
        good, bad = (sum(int(str(row[f"events_quad{quad}"])) for quad in quads) for quads in ((1, 2), (3, 4)))
        if good or bad:
            print(f"{row['period']:14} {'+' * good:11}  {'-' * bad:8}  {row['score_sum']:+.1f}")
    figure = Figure(figsize=(9, 4.5), layout="constrained")
    plots.dyad_series(dn.dyad_series(analyses, one, other, by="month"), ax=figure.subplots())
    PICTURE.parent.mkdir(exist_ok=True)
    figure.savefig(PICTURE, dpi=150)
    print(f"the months: {PICTURE}")


if __name__ == "__main__":
    folder, *states = sys.argv[1:] or ["examples/articles"]
    main(Path(folder), *(states or ["KOR", "ISL"]))
