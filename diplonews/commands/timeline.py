"""`diplonews timeline`."""

from __future__ import annotations

from typing import Any

import click

from diplonews.commands.options import Command, analysis_options, output_options, source_options

__all__ = ["command"]


@click.command(
    "timeline",
    cls=Command,
    examples=[
        "diplonews timeline examples/articles",
        "diplonews analyze examples/articles --output analyses.jsonl",
        "diplonews timeline analyses.jsonl --output timeline.csv",
    ],
)
@source_options
@analysis_options
@output_options("jsonl", "csv", "parquet", "table")
def command(**options: Any) -> int:
    """List each event once, with all articles that report it.

    A SOURCE that `diplonews analyze` wrote as JSON Lines is not analysed again. In JSON Lines, an entry has all its
    mentions and quotes.
    """
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import entries
    from diplonews.commands.runs import analyzed, run, stored
    from diplonews.commands.sources import are_analyses

    call = Call(command="timeline", **options)
    return run(call, stored(call) if are_analyses(call) else analyzed(call), entries(call))
