"""`diplonews schema`."""

from __future__ import annotations

import click

from diplonews.commands.options import Command
from diplonews.terminal import print_json

__all__ = ["command"]


@click.command("schema", cls=Command, examples=["diplonews schema Analysis", "diplonews schema Event"])
@click.argument("type_name", metavar="TYPE")
def command(*, type_name: str) -> None:
    """Print the JSON Schema of a type, such as Event."""
    import json

    import attrs

    from diplonews import model
    from diplonews.serialize import json_schema

    types = [name for name in model.__all__ if attrs.has(getattr(model, name))]
    if type_name not in types:
        raise click.BadParameter(f"{type_name!r} is not one of {', '.join(types)}", param_hint="TYPE")
    print_json(json.dumps(json_schema(getattr(model, type_name))))
