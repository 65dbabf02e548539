"""`diplonews dates`."""

from __future__ import annotations

from typing import Any

import click

from diplonews.commands.options import Command, output_options, source_options

__all__ = ["command"]


@click.command(
    "dates",
    cls=Command,
    examples=[
        "diplonews dates examples/articles/01-levy.reuters.txt",
        "diplonews dates examples/articles --output dates.csv",
        "diplonews dates - < examples/articles/03-washington.herald.txt",
    ],
)
@source_options
@output_options("jsonl", "csv", "parquet", "table")
def command(**options: Any) -> int:
    """List expressions of time with the days they mean."""
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import one_table
    from diplonews.commands.runs import found, run, without_model
    from diplonews.commands.views import DATES
    from diplonews.temporal import extract_dates

    call = Call(command="dates", **options)
    stream = without_model(call, lambda article: found(article, dates=extract_dates(article)))
    return run(call, stream, one_table(call, DATES))
