"""`diplonews parse`."""

from __future__ import annotations

from typing import Any

import click

from diplonews.commands.options import Command, output_options, source_options

__all__ = ["command"]


@click.command(
    "parse",
    cls=Command,
    examples=[
        "diplonews parse examples/articles/01-levy.reuters.txt",
        "diplonews parse examples/articles --output articles.jsonl",
        "cat examples/articles/09-moscow.tass.txt | diplonews parse - --format tass",
    ],
)
@source_options
@output_options("jsonl", "csv", "parquet", "table")
def command(**options: Any) -> int:
    """Take articles apart: headline, agency, dateline, time."""
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import one_table
    from diplonews.commands.runs import found, run, without_model
    from diplonews.commands.views import ARTICLES
    from diplonews.serialize import to_json

    call = Call(command="parse", **options)
    output = one_table(call, ARTICLES, lambda analyses: (to_json(analysis.article) for analysis in analyses))
    return run(call, without_model(call, found), output)
