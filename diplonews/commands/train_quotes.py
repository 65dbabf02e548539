"""`diplonews train-quotes`."""

from __future__ import annotations

from pathlib import Path

import click

from diplonews.commands.options import Command
from diplonews.terminal import print_line

__all__ = ["command"]


@click.command("train-quotes", cls=Command, examples=["diplonews train-quotes corpus.jsonl --output quotes.crf"])
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("quotes.crf"),
    show_default=True,
    help="File for the weights.",
)
def command(*, corpus: Path, output: Path) -> None:
    """Learn a second stage for quotes from a corpus of yours.

    CORPUS is a JSON Lines file, or a folder of PolNeAR.
    """
    from diplonews.quotes import train_quotes
    from diplonews.quotes.learned.polnear import read_corpus

    done = train_quotes(read_corpus(corpus), output)
    print_line(
        f"{done.articles} articles, {done.right} cues among {done.proposals} words that may be cues, "
        f"{done.learnt} new verb forms"
    )
    print_line(f"{done.bytes} bytes in {done.path}")
