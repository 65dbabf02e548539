"""The result of an evaluation: a table of scores, and every outcome behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from diplonews.errors import ParseError
from diplonews.evaluation.bootstrap import interval
from diplonews.evaluation.tally import Count, Outcome, Tally

__all__ = ["Evaluation", "Score", "table_of", "tabulate"]

TITLES = ("layer", "measure", "value", "low", "high", "count")
FORMAT = "evaluation"


@attrs.frozen(kw_only=True)
class Score:
    """One row of the table.

    Attributes:
        layer, measure: the quantity measured; an F1 weighs precision and recall equally, the others are shares.
        value: 0 to 1.
        low, high: the 95 % interval over articles, by bootstrap with a fixed seed.
        count: number of gold items; for a precision, of found items.
    """

    layer: str
    measure: str
    value: float
    low: float
    high: float
    count: int


@attrs.frozen(kw_only=True, repr=False)
class Evaluation:
    """Scores of findings against gold, which print as a table.

    Attributes:
        articles: the number of articles scored.
        rows: a `Score` for each measure with something to count, layer by layer.
        outcomes: the outcome of each item, including right ones, article by article.
    """

    articles: int
    rows: tuple[Score, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def errors(self) -> tuple[Outcome, ...]:
        """The outcomes that are missed, false or wrong."""
        return tuple(outcome for outcome in self.outcomes if outcome.kind != "right")

    def __getitem__(self, key: tuple[str, str]) -> Score:
        """The row of a layer and a measure.

        Raises:
            KeyError: if there is none; the message lists those there are.
        """
        for row in self.rows:
            if (row.layer, row.measure) == key:
                return row
        known = ", ".join(f"{row.layer} {row.measure}" for row in self.rows)
        raise KeyError(f"no row {' '.join(key)!r}; rows: {known}")

    def __iter__(self) -> Iterator[Score]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        cells = [
            (row.layer, row.measure, *(f"{100 * x:.1f}" for x in (row.value, row.low, row.high)), str(row.count))
            for row in self.rows
        ]
        return f"{self.articles} articles, {len(self.errors)} errors; in per cent\n\n{tabulate(TITLES, cells)}"

    __repr__ = __str__

    def write(self, path: str | Path) -> Path:
        """Write the result as JSON Lines: the number of articles, then the rows, then the outcomes.

        Returns:
            The path.
        """
        from diplonews.serialize import to_json

        path = Path(path)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{{"articles": {self.articles}}}\n')
            file.writelines(f"{to_json(line)}\n" for line in (*self.rows, *self.outcomes))
        return path

    @classmethod
    def read(cls, path: str | Path) -> Evaluation:
        """Read a result written by `write`.

        Raises:
            ParseError: naming the file and the line that `write` did not write.
        """
        import json

        from diplonews.serialize import from_dict

        rows: list[Score] = []
        outcomes: list[Outcome] = []
        articles = 0
        for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
            try:
                data = json.loads(line)
                if number == 1:
                    articles = int(data["articles"])
                elif "measure" in data:
                    rows.append(from_dict(Score, data))
                else:
                    outcomes.append(from_dict(Outcome, data))
            except (ValueError, TypeError, KeyError) as error:
                fault = f"{path} was not written by `diplonews evaluate --write`: {error}"
                raise ParseError(fault, format=FORMAT, line=number, excerpt=line) from error
        return cls(articles=articles, rows=tuple(rows), outcomes=tuple(outcomes))


def table_of(tallies: Sequence[Tally]) -> Evaluation:
    """The evaluation that the tallies of the articles, in order, add up to."""
    keys = dict.fromkeys(key for tally in tallies for key in tally.counts)
    rows = []
    for layer, measure in keys:
        counts = [tally.counts.get((layer, measure), Count()) for tally in tallies]
        total = sum(counts, Count())
        if total.value is not None:
            low, high = interval(counts)
            rows.append(
                Score(layer=layer, measure=measure, value=total.value, low=low, high=high, count=round(total.wanted))
            )
    outcomes = tuple(outcome for tally in tallies for outcome in tally.outcomes)
    return Evaluation(articles=len(tallies), rows=tuple(rows), outcomes=outcomes)


def tabulate(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, numbers to the right.

    Example:
        >>> print(tabulate(("rule", "right"), [("dates.day", "7"), ("x", "12")]))
        rule       right
        ---------  -----
        dates.day      7
        x             12
    """
    body = [tuple(row) for row in rows]
    columns = list(zip(titles, *body, strict=True))
    widths = [max(map(len, column)) for column in columns]
    right = [bool(body) and all(_is_number(cell) for cell in column[1:]) for column in columns]
    lines = [titles, ["-" * width for width in widths], *body]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit() or cell == "-"
