"""The command line: runs one command, prints errors in one line and returns the exit code.

Each command is a module of `diplonews.commands`, imported when it or its help is requested.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

import click

from diplonews.errors import DiplonewsError
from diplonews.terminal import message_of, print_error, print_line

__all__ = ["COMMANDS", "EXIT_CODES", "main", "program"]

FAILED = 1
WRONG_CALL = 2
INTERRUPTED = 128 + 2  # what a shell reports for a tool that ended by SIGINT
BROKEN_PIPE = 128 + 13  # and by SIGPIPE

EXIT_CODES = {
    0: "all went well",
    FAILED: "some input could not be read or analysed, or the output could not be written; standard error says which",
    WRONG_CALL: "wrong call; nothing was done",
    INTERRUPTED: "stopped by Ctrl-C",
    BROKEN_PIPE: "the reader of a pipe went away",
}

COMMANDS = (
    "analyze",
    "parse",
    "dates",
    "quotes",
    "events",
    "timeline",
    "convert",
    "report",
    "parsers",
    "schema",
    "evaluate",
    "train-quotes",
)


class _Commands(click.Group):
    """The commands, each loaded on first use; the help ends with the exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- the signature is click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as above
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"diplonews.commands.{cmd_name.replace('-', '_')}").command
        return command

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), meaning) for code, meaning in EXIT_CODES.items()])


def _print_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 -- click's callback
    if value:
        import diplonews

        print_line(f"diplonews {diplonews.__version__}")
        ctx.exit()


@click.group(
    cls=_Commands,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the version."
)
def program() -> None:
    """Wire news in, typed and traceable facts out."""


class _Messages(logging.Handler):
    """The library's log, as messages of the program."""

    def emit(self, record: logging.LogRecord) -> None:
        print_error(record.getMessage())


@contextmanager
def _messages() -> Iterator[None]:
    """Send warnings and the log to standard error, one line each."""
    log, handler = logging.getLogger("diplonews"), _Messages()
    level = log.level
    log.addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = lambda message, *_, **__: print_error(f"warning: {message}")
            yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        The exit code, one of `EXIT_CODES`.
    """
    try:
        with _messages():
            code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # discards the rest of the buffer
        return BROKEN_PIPE
    except KeyboardInterrupt:
        print_error("stopped")
        return INTERRUPTED
    except (DiplonewsError, OSError, ValueError) as error:
        print_error(message_of(error))
        return FAILED
    return code


def _run(arguments: list[str]) -> int:
    try:
        with program.make_context("diplonews", arguments) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except click.ClickException as error:
        print_error(error.format_message())
        if isinstance(error, click.UsageError) and error.ctx is not None:
            print_error(f"{error.ctx.command_path} --help shows the usage")
        return error.exit_code
