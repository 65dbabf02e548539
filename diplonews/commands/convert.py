"""`diplonews convert`."""

from __future__ import annotations

from typing import Any

import click

from diplonews.commands.options import Command, analysis_options, output_options, source_options

__all__ = ["command"]

FORMATS = ("polecat", "icews", "gdelt", "plover", "timeml", "docbin", "ical", "csv", "parquet", "duckdb", "sqlite")


def _statuses(_: click.Context, __: click.Parameter, value: str | None) -> list[str] | None:
    if value is None:
        return None
    from diplonews.model import EventStatus

    names = value.split(",")
    unknown = [name for name in names if name not in tuple(EventStatus)]
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is not one of {', '.join(EventStatus)}")
    return names


@click.command(
    "convert",
    cls=Command,
    examples=[
        "diplonews convert examples/articles --to icews --output events.tab",
        "diplonews analyze examples/articles --evidence --output analyses.jsonl",
        "diplonews convert analyses.jsonl --to polecat --statuses ACTUAL,CLAIMED --output events.tsv",
        "diplonews convert analyses.jsonl --output planned.ics",
        "diplonews convert analyses.jsonl --to parquet --output tables",
    ],
)
@source_options
@analysis_options
@output_options(*FORMATS)
@click.option(
    "--statuses", metavar="NAMES", callback=_statuses, help="Such as ACTUAL,CLAIMED; each format has its own default."
)
@click.option("--mentions", is_flag=True, help="Write repeated mentions of an event too.")
@click.option(
    "--contexts", type=click.Choice(["cell", "rows"]), help="Put several contexts in one cell, or in a row each."
)
@click.option(
    "--dates",
    type=click.Choice(["event", "published"]),
    help="'published': events without a day get that of publication.",
)
def command(
    *, statuses: list[str] | None, mentions: bool, contexts: str | None, dates: str | None, **options: Any
) -> int:
    """Write events for POLECAT, ICEWS, GDELT users, and more.

    A SOURCE that `diplonews analyze --evidence` wrote as JSON Lines is not analysed again. Without evidence, some
    columns about cues and mentions of actors are empty.
    """
    from diplonews.commands.call import Call
    from diplonews.commands.outputs import exports
    from diplonews.commands.runs import analyzed, run, stored
    from diplonews.commands.sources import are_analyses

    call = Call(command="convert", **options)
    asked = {
        "statuses": statuses,
        "mentions": mentions or None,
        "contexts": contexts,
        "dates": dates,
    }
    output = exports(call, {name: value for name, value in asked.items() if value is not None})
    return run(call, stored(call) if are_analyses(call) else analyzed(call), output)
