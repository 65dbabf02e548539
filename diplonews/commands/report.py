"""`diplonews report`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from diplonews.commands.options import Command, analysis_options, output_options, source_options
from diplonews.terminal import print_line

__all__ = ["command"]

DEFAULT = Path("report.html")


@click.command(
    "report",
    cls=Command,
    examples=[
        "diplonews report examples/articles",
        "diplonews analyze examples/articles --evidence --output analyses.jsonl",
        'diplonews report analyses.jsonl --heading "The halibut row" --output halibut.html',
    ],
)
@source_options
@analysis_options
@output_options("html")
@click.option("--heading", metavar="WORDS", help="Title at the top of the page.")
def command(*, heading: str | None, output: Path | None, **options: Any) -> int:
    """Make a page that shows events, charts, tables and articles.

    It is one HTML file that needs no network, `report.html` unless --output says otherwise. A SOURCE that `diplonews
    analyze --evidence` wrote as JSON Lines is not analysed again. Without evidence, regions, actors and cues are
    not marked in the texts. The path of the page is printed at the end.
    """
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import page
    from diplonews.commands.runs import analyzed, run, stored
    from diplonews.commands.sources import are_analyses

    call = Call(command="report", output=output or DEFAULT, **options)
    code = run(call, stored(call) if are_analyses(call) else analyzed(call), page(call, heading))
    print_line(str((output or DEFAULT).resolve()))
    return code
