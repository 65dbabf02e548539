"""The command line: `diplonews parse`, `diplonews demo`, `diplonews parsers`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from diplonews.errors import DiplonewsError
from diplonews.model import Article, TimeExpression, Timestamp
from diplonews.serialize import to_json

__all__ = ["main"]

WIDEST_COLUMN_CHARACTERS = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 if all went well, 1 if an input could not be read, 2 for a wrong call."""
    args = _parser().parse_args(arguments)
    try:
        code: int = args.run(args)
    except (DiplonewsError, OSError) as error:
        print(f"diplonews: {error}", file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="diplonews", description="Wire news in, typed and traceable facts out.")
    commands = parser.add_subparsers(required=True, metavar="command")
    parse = commands.add_parser("parse", help="print each article of the files as a line of JSON")
    parse.add_argument("files", nargs="+", type=Path, help="text, XML, JSON, SGML or HTML; - for standard input")
    parse.add_argument("--format", help="name of a parser (default: the one that is surest)")
    parse.set_defaults(run=_parse)
    demo = commands.add_parser("demo", help="read a folder of articles, print tables, write JSON Lines")
    demo.add_argument("folder", type=Path)
    demo.add_argument("--output", type=Path, default=Path("demo-output"), help="folder for the results")
    demo.set_defaults(run=_demo)
    known = commands.add_parser("parsers", help="list the parsers that are registered")
    known.set_defaults(run=_parsers)
    return parser


def _parse(args: argparse.Namespace) -> int:
    from diplonews.wire.parsing import parse_articles

    failed = 0
    for path in args.files:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        try:
            articles = parse_articles(raw, format=args.format)
        except DiplonewsError as error:
            print(f"diplonews: {path}: {error}", file=sys.stderr)
            failed += 1
            continue
        for article in articles:
            print(to_json(article))
    return 1 if failed else 0


def _parsers(_: argparse.Namespace) -> int:
    from diplonews.wire.registry import parsers

    rows = [(p.name, p.kind, p.provider or "", p.outlet or "", p.timezone or "", p.origin) for p in parsers()]
    _print_table(("name", "kind", "provider", "outlet", "zone", "origin"), rows)
    return 0


def _read_folder(folder: Path) -> Iterator[tuple[str, Article]]:
    """Each article of a folder with the name of its file; what can't be read is named and left out."""
    from diplonews.wire.parsing import parse_articles

    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        try:
            for article in parse_articles(path.read_bytes()):
                yield path.name, article
        except DiplonewsError as error:
            print(f"diplonews: {path.name}: {error}", file=sys.stderr)


def _demo(args: argparse.Namespace) -> int:
    articles = list(_read_folder(args.folder))
    if not articles:
        print(f"diplonews: no article in {args.folder}", file=sys.stderr)
        return 1
    args.output.mkdir(parents=True, exist_ok=True)
    print(f"{len(articles)} articles in {args.folder}\n")
    _print_table(
        ("file", "format", "provider", "filed in", "published", "anchor", "headline"), map(_article_row, articles)
    )
    _write_lines(args.output / "articles.jsonl", (to_json(article) for _, article in articles))
    _demo_dates(articles, args.output)
    print(f"\nResults: {args.output}/")
    for path in sorted(args.output.glob("*.jsonl")):
        print(f"  {path}")
    return 0


def _article_row(named: tuple[str, Article]) -> tuple[str, ...]:
    name, article = named
    places = article.dateline.places if article.dateline is not None else ()
    return (
        name,
        article.format,
        article.provider or "",
        "/".join(place.name for place in places),
        _stamp(article.published),
        str(article.anchor or ""),
        article.headline or "",
    )


def _stamp(stamp: Timestamp | None) -> str:
    if stamp is None:
        return ""
    local = stamp.local.isoformat(sep=" ", timespec="minutes") if hasattr(stamp.local, "hour") else str(stamp.local)  # type: ignore[call-arg]
    return f"{local} {stamp.timezone} ({stamp.timezone_source})" if stamp.timezone else f"{local} (no zone)"


def _demo_dates(articles: Iterable[tuple[str, Article]], output: Path) -> None:
    """Every expression of time with its value, its interval and the rule."""
    from diplonews.temporal import extract_dates

    lines: list[str] = []
    for name, article in articles:
        found = extract_dates(article)
        lines += [to_json(expression) for expression in found]
        print(f"\n{name}: dates, counted from {article.anchor or 'no known day'}")
        _print_table(("words", "type", "value", "from", "until", "rule"), map(_date_row, found))
    _write_lines(output / "dates.jsonl", lines)


def _date_row(found: TimeExpression) -> tuple[str, ...]:
    interval = found.interval
    bounds = (interval.start.isoformat(), interval.end.isoformat()) if interval is not None else ("", "")
    value = found.value if found.value is not None else f"({found.reason})"
    return (found.text, found.type.name, f"{value} {found.mod or ''}".strip(), *bounds, found.evidence.rule)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


def _print_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their widest cell, cut at 60 characters."""
    table = [titles, *([_cut(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(titles))]
    for number, row in enumerate(table):
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print("  " + "  ".join("-" * width for width in widths))


def _cut(cell: str) -> str:
    flat = " ".join(cell.split())
    return flat if len(flat) <= WIDEST_COLUMN_CHARACTERS else flat[: WIDEST_COLUMN_CHARACTERS - 1] + "…"
