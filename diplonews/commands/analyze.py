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
def command(**options: Any) -> int:
    """Find dates, quotes, actors and events in articles."""
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import Output, choose
    from diplonews.commands.runs import run, with_model
    from diplonews.commands.views import ARTICLES, DATES, EVENTS, QUOTES
    from diplonews.serialize import to_json

    call = Call(command="analyze", **options)
    output = Output(
        to=choose(call.to, call.output),
        views=(ARTICLES, DATES, QUOTES, EVENTS),
        lines=lambda analysis: (to_json(analysis),),
    )
    return run(call, with_model(call), output)
