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
    quarters = dn.dyad_series(analyses, one, other, by="quarter").to_pandas()
    quarters["cooperation"] = quarters.events_quad1 + quarters.events_quad2
    quarters["conflict"] = quarters.events_quad3 + quarters.events_quad4
    columns = ["period", "cooperation", "conflict", "score_sum"]
    print(f"{one} and {other}\n{quarters[quarters.events > 0][columns].to_string(index=False)}")
    figure = Figure(figsize=(9, 4.5), layout="constrained")
    plots.dyad_series(dn.dyad_series(analyses, one, other, by="month"), ax=figure.subplots())
    PICTURE.parent.mkdir(exist_ok=True)
    figure.savefig(PICTURE, dpi=150)
    print(f"the months: {PICTURE}")


if __name__ == "__main__":
    folder, *states = sys.argv[1:] or ["examples/articles"]
    main(Path(folder), *(states or ["KOR", "ISL"]))
