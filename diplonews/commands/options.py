"""The shape of a command, and the options that commands share."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from inspect import cleandoc
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["Command", "analysis_options", "output_options", "source_options"]

F = TypeVar("F", bound=Callable[..., object])

COLUMNS = {
    "text": "the text of an article",
    "published": "its day or time of publication",
    "title": "its headline",
    "id": "its identifier",
    "provider": "its agency",
    "outlet": "the paper or site that printed it",
}


class Command(click.Command):
    """A command with examples.

    Args:
        examples: lines for a shell, shown at the end of the help.
    """

    def __init__(self, *args: Any, examples: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        super().format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                for line in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{line}\n")


SOURCE = """
SOURCE is a file, a folder with all that is in it, a .zip, a pattern such as 'news/**/*.xml', a table of articles
(CSV, JSON Lines, Parquet), or - for standard input.
"""


def _all_of(options: Sequence[Callable[[F], F]]) -> Callable[[F], F]:
    """A single decorator for several; help lists the options in the order given."""

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def _set_log_level(_: click.Context, __: click.Parameter, value: bool) -> None:  # noqa: FBT001 -- click's callback
    logging.getLogger("diplonews").setLevel(logging.INFO if value else logging.WARNING)


def source_options(function: F) -> F:
    """Options for the sources: what to read, and how."""
    function.__doc__ = f"{cleandoc(function.__doc__ or '')}\n{SOURCE}"
    return _all_of(
        (
            click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
            *(
                click.option(f"--{name}", metavar="COLUMN", help=f"Column of a table with {what}.")
                for name, what in COLUMNS.items()
            ),
            click.option("--format", metavar="NAME", help="Name of a parser, or csv, tsv, jsonl, parquet."),
            click.option("--newest", is_flag=True, help="Read only the newest version of a story; skip killed ones."),
            click.option(
                "-v",
                "--verbose",
                is_flag=True,
                expose_value=False,
                callback=_set_log_level,
                help="Log what is being done to standard error.",
            ),
            click.option(
                "--on-error",
                type=click.Choice(["skip", "raise", "yield"]),
                default="skip",
                show_default=True,
                help="What to do if an article fails: skip it, stop, or write it with its error.",
            ),
        )
    )(function)


def analysis_options(function: F) -> F:
    """Options for processing many articles."""
    return _all_of(
        (
            click.option(
                "--workers",
                metavar="N",
                type=click.IntRange(min=1),
                default=1,
                show_default=True,
                help="Number of processes.",
            ),
            click.option(
                "--progress/--no-progress", default=True, help="Count the articles on a terminal.", show_default=True
            ),
        )
    )(function)


def output_options(*formats: str) -> Callable[[F], F]:
    """Options for the output: its place and format."""
    return _all_of(
        (
            click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder to write."),
            click.option("--to", type=click.Choice(formats), help="Format of the output."),
            click.option("--resume", is_flag=True, help="Continue a stopped run with the same output."),
            click.option("--overwrite", is_flag=True, help="Replace an existing output."),
            click.option("--embargoed", is_flag=True, help="Include articles under embargo in tables and exports."),
        )
    )
