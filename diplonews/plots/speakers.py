"""A chart of the most quoted speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from diplonews.display.words import called
from diplonews.lexicons.states import name_of
from diplonews.model import Analysis, QuoteKind
from diplonews.plots.canvas import QUADS, axes_for, clean, empty, finish, grown, label_rows, legend, whole_numbers
from diplonews.tabular import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["speakers"]

Said = tuple[str, str | None, str]  # who, the code of the country, the kind of the quote
LOOKS = {
    QuoteKind.DIRECT: ("word for word", QUADS[2].colour, ""),
    QuoteKind.MIXED: ("partly word for word", QUADS[1].colour, "///"),
    QuoteKind.INDIRECT: ("in other words", "#c8d8e4", ""),
}


def speakers(source: Iterable[Analysis] | Table, *, most: int = 20, ax: Axes | None = None) -> Axes:
    """Draw a bar for each of the most quoted speakers, split into words quoted directly and words reported indirectly.

    Repeats within an article and quotes without a speaker do not count.

    Args:
        source: analyses, or the table `to_tables(...).quotes`.
        most: the number of speakers to show.
        ax: axes to draw on; None makes a new figure.

    Returns:
        The axes; `.figure.savefig("speakers.png")` writes the picture.

    Raises:
        ModelNotFoundError: if matplotlib is not installed.
        ValueError: if `most` is not positive, or the table is not the one of quotes.

    Example:
        >>> from diplonews import analyze_many
        >>> ax = speakers(analyze_many(["Orri Stefansson said the levy stays. It stays, said Orri Stefansson."]))
        >>> [label.get_text() for label in ax.get_yticklabels()]
        ['Orri Stefansson']
    """
    if most < 1:
        raise ValueError(f"most must be at least 1 (got {most!r})")
    said = list(_table_rows(source) if isinstance(source, Table) else _rows(source))
    counts, kinds, countries = _count(said)
    shown = sorted(counts, key=lambda name: (-counts[name], name))[:most]
    ax = axes_for(ax, height=grown(len(shown)))
    if not shown:
        return empty(ax, "no quotes with a speaker")
    points = label_rows(ax, [clean(_label(name, countries.get(name))) for name in shown])
    left = [0] * len(shown)
    for kind, (_, colour, hatch) in LOOKS.items():
        lengths = [kinds[name, kind] for name in shown]
        ax.barh(range(len(shown)), lengths, left=left, height=0.7, color=colour, hatch=hatch, edgecolor="white", lw=0)
        left = [start + length for start, length in zip(left, lengths, strict=True)]
    for row, count in enumerate(left if points else ()):
        ax.text(count, row, f" {count}", va="center", fontsize=points)
    ax.set_xlim(0, max(left) * 1.06)
    whole_numbers(ax.xaxis)
    _legend(ax)
    most_quoted = f"; the {len(shown)} most quoted of {len(counts)} speakers" if len(counts) > len(shown) else ""
    return finish(ax, "Who is quoted", f"{len(said)} quotes{most_quoted}")


def _rows(analyses: Iterable[Analysis]) -> Iterator[Said]:
    for analysis in analyses:
        for quote in analysis.quotes:
            if quote.duplicate_of is None and quote.speaker is not None:
                yield called(quote.speaker), quote.speaker.country, quote.kind


def _table_rows(table: Table) -> Iterator[Said]:
    if table.name != "quotes":
        raise ValueError(f"expected analyses or the table 'quotes' (got the table {table.name!r})")
    for row in table:
        if not row["duplicate"] and row["speaker_type"]:
            role = row["speaker_role"] or str(row["speaker_type"]).lower()
            country = row["speaker_iso"]
            yield str(row["speaker"] or f"({role})"), str(country) if country else None, str(row["kind"])


def _count(said: Iterable[Said]) -> tuple[Counter[str], Counter[tuple[str, str]], dict[str, str]]:
    """Quotes by speaker, by speaker and kind, and the country that most quotes of a speaker give."""
    counts: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    countries: Counter[tuple[str, str]] = Counter()
    for name, country, kind in said:
        counts[name] += 1
        kinds[name, kind] += 1
        if country is not None:
            countries[name, country] += 1
    best = dict(sorted(countries, key=lambda pair: (countries[pair], pair)))  # the last one of a name stays
    return counts, kinds, best


def _label(name: str, country: str | None) -> str:
    state = name_of(country) or country if country is not None else None
    return f"{name}, {state}" if state is not None and state != name else name


def _legend(ax: Axes) -> None:
    from matplotlib.patches import Patch

    bars = {
        name: [Patch(facecolor=colour, hatch=hatch, edgecolor="white", lw=0)] for name, colour, hatch in LOOKS.values()
    }
    legend(ax, bars, columns=3)
