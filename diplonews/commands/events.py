"""`diplonews events`."""

from __future__ import annotations

from typing import Any

import click

from diplonews.commands.options import Command, analysis_options, output_options, source_options

__all__ = ["command"]


@click.command(
    "events",
    cls=Command,
    examples=[
        "diplonews events examples/articles/01-levy.reuters.txt",
        "diplonews events examples/articles --output events.csv",
        "diplonews events examples/articles --workers 2 | head -3",
    ],
)
@source_options
@analysis_options
@output_options("jsonl", "csv", "parquet", "table")
def command(**options: Any) -> int:
    """List diplomatic events: who did what to whom, and when."""
    from diplonews.analysis import Stages
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import one_table
    from diplonews.commands.runs import analyzed, nothing, run
    from diplonews.commands.views import EVENTS

    call = Call(command="events", **options)
    return run(call, analyzed(call, stages=Stages(actors=nothing)), one_table(call, EVENTS))
