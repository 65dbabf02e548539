"""The command line: `diplonews parse`, `demo`, `parsers`, `evaluate`, `train-quotes`."""

from __future__ import annotations

import argparse
import csv
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import diplonews
from diplonews.errors import DiplonewsError
from diplonews.exports.cells import safe_cell
from diplonews.model import Analysis, Article, Event, Quote, Speaker, TimeExpression, Timestamp
from diplonews.serialize import to_json
from diplonews.terminal import print_error, print_json, print_line, print_lines, print_table, printable

__all__ = ["main"]

BROKEN_PIPE = 128 + 13  # what a shell reports for a tool that ended by SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        The exit code: 0 if all went well, 1 if an input could not be read, 2 for a wrong call, and
        141 as for other tools if the reader of a pipe went away (`diplonews parse x | head`).
    """
    args = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = lambda message, *_, **__: print_error(f"warning: {message}")
            code: int = args.run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in the buffer goes nowhere
        return BROKEN_PIPE
    except (DiplonewsError, OSError, ValueError) as error:
        print_error(str(error))
        return 1
    return code


class _Parser(argparse.ArgumentParser):
    """argparse, which prints what it does not know as it was given."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="diplonews", description="Wire news in, typed and traceable facts out.")
    parser.add_argument("--version", action="version", version=f"diplonews {diplonews.__version__}")
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
    measure = commands.add_parser("evaluate", help="score the findings against articles that were marked by hand")
    measure.add_argument("gold", nargs="+", type=Path, help="folders, .gold.txt, .ann, .conll or .jsonl files")
    measure.add_argument(
        "--layers", type=lambda names: names.split(","), help="as `dates,events` (default: all marked)"
    )
    measure.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N errors in context")
    measure.add_argument(
        "--write", type=Path, metavar="FILE", help="file for scores and outcomes, to compare with later"
    )
    measure.add_argument("--against", type=Path, metavar="FILE", help="such a file of another build: show what changed")
    measure.set_defaults(run=_evaluate)
    train = commands.add_parser("train-quotes", help="learn a second stage for quotes from a corpus that you hold")
    train.add_argument("corpus", type=Path, help="a JSON Lines file, or a folder of PolNeAR")
    train.add_argument("--output", type=Path, default=Path("quotes.crf"), help="file for the weights")
    train.set_defaults(run=_train_quotes)
    return parser


def _parse(args: argparse.Namespace) -> int:
    from diplonews.wire.parsing import parse_articles

    failed = 0
    for path in args.files:
        try:
            raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
            articles = parse_articles(raw, format=args.format)
        except OSError as error:
            print_error(str(error))
            failed += 1
            continue
        except DiplonewsError as error:
            print_error(f"{path}: {error}")
            failed += 1
            continue
        for article in articles:
            print_json(to_json(article))
    return 1 if failed else 0


def _parsers(_: argparse.Namespace) -> int:
    from diplonews.wire.registry import parsers

    rows = [(p.name, p.kind, p.provider or "", p.outlet or "", p.timezone or "", p.origin) for p in parsers()]
    print_table(("name", "kind", "provider", "outlet", "zone", "origin"), rows)
    return 0


def _evaluate(args: argparse.Namespace) -> int:
    from diplonews.evaluation import Evaluation, compare, evaluate

    before = Evaluation.read(args.against) if args.against is not None else None
    result = evaluate(args.gold, layers=args.layers)
    print_lines(str(result))
    shown = result.errors
    if before is not None:
        changes = compare(before, result)
        print_lines(f"\nSince {args.against}\n\n{changes}")
        shown = changes.new
    for error in shown[: args.errors]:
        print_lines(f"\n{error}")
    if args.write is not None:
        result.write(args.write)
    return 0


def _train_quotes(args: argparse.Namespace) -> int:
    from diplonews.quotes import train_quotes
    from diplonews.quotes.learned.polnear import read_corpus

    done = train_quotes(read_corpus(args.corpus), args.output)
    print_line(
        f"{done.articles} articles, {done.right} cues among {done.proposals} words that may be cues, "
        f"{done.learnt} new verb forms"
    )
    print_line(f"{done.bytes} bytes in {done.path}")
    return 0


def _read_folder(folder: Path) -> Iterator[tuple[str, Article]]:
    """Each article of a folder with the name of its file; what can't be read is named and left out."""
    from diplonews.wire.parsing import parse_articles

    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        try:
            for article in parse_articles(path.read_bytes()):
                yield path.name, article
        except DiplonewsError as error:
            print_error(f"{path.name}: {error}")


def _demo(args: argparse.Namespace) -> int:
    from diplonews.corpus import analyze_many

    named = list(_read_folder(args.folder))
    if not named:
        print_error(f"no article in {args.folder}")
        return 1
    print_line(f"{len(named)} articles in {args.folder}")
    print_line()
    titles = ("file", "format", "provider", "filed in", "published", "anchor", "headline")
    print_table(titles, [_article_row(name, article) for name, article in named])
    analyses = list(analyze_many(article for _, article in named))
    for (name, _), analysis in zip(named, analyses, strict=True):
        _show(name, analysis)
    events = _event_rows([name for name, _ in named], analyses)
    print_line()
    print_line("Events by date")
    print_table(EVENT_TITLES, events)
    args.output.mkdir(parents=True, exist_ok=True)
    _write_lines(args.output / "analyses.jsonl", map(to_json, analyses))
    _write_csv(args.output / "events.csv", EVENT_TITLES, events)
    print_line()
    print_line(f"Results in {args.output}/: analyses.jsonl (a line an article, all findings), events.csv (this table)")
    return 0


def _article_row(name: str, article: Article) -> tuple[str, ...]:
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


def _show(name: str, analysis: Analysis) -> None:
    """Every date with its value, days and rule; every quotation with who said it, and to whom."""
    article = analysis.article
    print_line()
    print_line(f"{name}: dates, counted from {article.anchor or 'no known day'}")
    print_table(("words", "type", "value", "from", "until", "rule"), map(_date_row, analysis.dates))
    print_line()
    print_line(f"{name}: who said what")
    rows = [_quote_row(article.text, quote) for quote in analysis.quotes if quote.duplicate_of is None]
    print_table(("speaker", "country", "to", "kind", "words"), rows)


def _date_row(found: TimeExpression) -> tuple[str, ...]:
    interval = found.interval
    bounds = (interval.start.isoformat(), interval.end.isoformat()) if interval is not None else ("", "")
    value = found.value if found.value is not None else f"({found.reason})"
    return (found.text, found.type.name, f"{value} {found.mod or ''}".strip(), *bounds, found.evidence.rule)


def _quote_row(text: str, quote: Quote) -> tuple[str, ...]:
    return (
        _name(quote.speaker) if quote.speaker is not None else "(unknown)",
        (quote.speaker.country if quote.speaker is not None else None) or "",
        quote.audience.of(text) if quote.audience is not None else "",
        quote.kind.name if quote.polarity == "ASSERTED" else f"{quote.kind.name} {quote.polarity.name}",
        " ... ".join(span.of(text) for span in quote.content),
    )


def _name(speaker: Speaker) -> str:
    """The name, or the role in brackets where the article gives no name."""
    return speaker.name or f"({speaker.role or speaker.type.name.lower()})"


EVENT_TITLES = ("when", "type", "who", "whom", "status", "says who", "file", "sentence")


def _event_rows(names: Sequence[str], analyses: Sequence[Analysis]) -> list[tuple[str, ...]]:
    """A row an event, the earliest first; mentions of an event that is there already are left out."""
    rows = [
        _event_row(name, analysis.article.text, event)
        for name, analysis in zip(names, analyses, strict=True)
        for event in analysis.events
        if event.duplicate_of is None
    ]
    return sorted(rows, key=lambda row: (row[0] or "9999", row[6]))


def _event_row(name: str, text: str, event: Event) -> tuple[str, ...]:
    return (
        event.when.value or "" if event.when is not None else "",
        event.type.name + (f" {event.modes[0]}" if event.modes else ""),
        ", ".join(actor.code or actor.name or "?" for actor in event.actors),
        ", ".join(actor.code or actor.name or "?" for actor in event.recipients),
        event.status.name.lower() + (", historical" if event.historical else ""),
        _name(event.speaker) if event.speaker is not None else "",
        name,
        event.sentence.of(text),
    )


def _write_csv(path: Path, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(titles)
        writer.writerows([safe_cell(cell) for cell in row] for row in rows)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:  # an escape of JSON too
        file.writelines(line + "\n" for line in lines)
