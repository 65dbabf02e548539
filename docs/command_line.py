"""Bring the help of each command into `reference/command-line.md`, below what is written there by hand.

python docs/command_line.py
"""

from pathlib import Path

import click

from diplonews.cli import COMMANDS, program

PAGE = Path(__file__).parent / "reference" / "command-line.md"
MARK = "<!-- made by docs/command_line.py from here on -->\n"
COLUMNS = 88


def helped(name: str | None = None) -> str:
    """The help of a command, or of the program."""
    top = click.Context(program, info_name="diplonews", terminal_width=COLUMNS, **program.context_settings)
    if name is None:
        return program.get_help(top)
    command = program.get_command(top, name)
    assert command is not None
    return command.get_help(click.Context(command, info_name=name, parent=top, terminal_width=COLUMNS))


def page(written: str) -> str:
    """The page with the help that there is now."""
    parts = [f"{written.partition(MARK)[0]}{MARK}", f"```text\n{helped()}\n```\n"]
    parts += [f"## diplonews {name}\n\n```text\n{helped(name)}\n```\n" for name in COMMANDS]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
