"""`diplonews parsers`."""

from __future__ import annotations

import click

from diplonews.commands.options import Command
from diplonews.terminal import print_table

__all__ = ["command"]


@click.command("parsers", cls=Command, examples=["diplonews parsers"])
def command() -> None:
    """List the registered parsers and their properties."""
    from diplonews.wire.registry import parsers

    rows = [(p.name, p.kind, p.provider or "", p.outlet or "", p.timezone or "", p.origin) for p in parsers()]
    print_table(("name", "kind", "provider", "outlet", "zone", "origin"), rows)
