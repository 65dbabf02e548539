"""`diplonews analyze`."""

from __future__ import annotations

from typing import Any

import click

from diplonews.commands.options import Command, analysis_options, output_options, source_options

__all__ = ["command"]


@click.command(
    "analyze",
    cls=Command,
    examples=[
        "diplonews analyze examples/articles",
        "diplonews analyze examples/articles --output analyses.jsonl --workers 2",
        "diplonews analyze examples/articles --output tables --to parquet --resume",
    ],
)
@source_options
@analysis_options
@output_options("jsonl", "csv", "parquet", "duckdb", "sqlite", "table")
@click.option("--evidence", is_flag=True, help="Include cues, regions and mentions of actors in JSON Lines.")
def command(**options: Any) -> int:
    """Find dates, quotes, actors and events in articles."""
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import all_tables
    from diplonews.commands.runs import analyzed, run

    call = Call(command="analyze", **options)
    return run(call, analyzed(call), all_tables(call))
