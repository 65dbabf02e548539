"""`diplonews quotes`."""

from __future__ import annotations

from typing import Any

import click

from diplonews.commands.options import Command, analysis_options, output_options, source_options

__all__ = ["command"]


@click.command(
    "quotes",
    cls=Command,
    examples=[
        "diplonews quotes examples/articles/01-levy.reuters.txt",
        "diplonews quotes examples/articles --output quotes.csv",
        "diplonews quotes examples/articles | head -3",
    ],
)
@source_options
@analysis_options
@output_options("jsonl", "csv", "parquet", "table")
def command(**options: Any) -> int:
    """List quotations with their speakers and audiences."""
    from diplonews.analysis import Stages
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import one_table
    from diplonews.commands.runs import analyzed, nothing, run
    from diplonews.commands.views import QUOTES

    call = Call(command="quotes", **options)
    return run(
        call, analyzed(call, stages=Stages(dates=nothing, actors=nothing, events=nothing)), one_table(call, QUOTES)
    )
