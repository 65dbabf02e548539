"""A coverage-guided search for text that breaks a promise. `make fuzz` runs each target for a minute.

    python tests/fuzz/harness.py TARGET [CORPUS_FOLDER] [libFuzzer options, as -runs=100000 -max_total_time=60]

The targets and what they promise of any text: `parse` gives an article whose regions are a partition, or a
`ParseError`; `dates` gives expressions in text order that slice to their words; `marks` gives quotations within the
paragraph. A corpus is made of the example articles and of the examples of the parsers if none is given.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["diplonews"]):
    import diplonews as dn
    from diplonews.syntax.marks import pair_marks
    from diplonews.testing import check_article
    from diplonews.wire.declared import text_parsers

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
LONGEST = 20_000


def parse(text: str, raw: bytes) -> None:
    """Text and bytes, one article or several."""
    for given in (text, raw):
        for read in (dn.parse_articles, lambda copy: (dn.parse_article(copy),)):
            try:
                articles = read(given)
            except dn.ParseError:
                continue
            for article in articles:
                check_article(article)


def dates(text: str, _: bytes) -> None:
    """Expressions in order, each with its own words."""
    at = 0
    for found in dn.extract_dates(text, anchor="2021-02-10"):
        assert found.span.of(text) == found.text
        assert at <= found.span.start < found.span.end
        assert found.interval is None or found.interval.start <= found.interval.end
        at = found.span.start


def marks(text: str, _: bytes) -> None:
    """Quotations lie within the paragraph."""
    for quotation in pair_marks(text).quotations:
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)


TARGETS: dict[str, Callable[[str, bytes], None]] = {"parse": parse, "dates": dates, "marks": marks}


def write_corpus(folder: Path) -> None:
    """The example articles and the examples of the parsers, a file each."""
    for path in EXAMPLES.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for parser in text_parsers():
        for number, example in enumerate(parser.examples):
            (folder / f"{parser.name}-{number}").write_text(example.raw, encoding="utf-8")


def main() -> None:
    """Run the target named first."""
    name, *options = sys.argv[1:]
    target = TARGETS[name]

    def once(raw: bytes) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            target(raw.decode("utf-8", "surrogateescape"), raw)

    with tempfile.TemporaryDirectory() as made:
        if not options or options[0].startswith("-"):
            write_corpus(Path(made))
            options.insert(0, made)
        atheris.Setup([sys.argv[0], f"-max_len={LONGEST}", *options], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
