"""Runs of the command line that are killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

DEADLINE_SECONDS = 120
STATES = ("Norway", "Latvia", "Ghana", "Peru", "Chile", "Japan", "Kenya")


def write_articles(folder, count):
    """A folder of short articles, all different."""
    folder.mkdir()
    for number in range(count):
        actor, recipient = STATES[number % 7], STATES[(number * 3 + 1) % 7 - 1]
        (folder / f"{number:04}.txt").write_text(
            f"{actor} and {recipient} at odds over pier {number}\n\n"
            f"OSLO, May {number % 28 + 1} (Reuters) - {actor} accused {recipient} on Tuesday "
            f"of blocking pier {number}, an envoy said.\n\n"
            f'"We will answer within {number + 2} days," the envoy told reporters.\n',
            encoding="utf-8",
        )


def start(*arguments):
    """A run in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "diplonews", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )


def finish(*arguments):
    """A run to its end: exit code and messages."""
    running = start(*arguments)
    _, errors = running.communicate(timeout=DEADLINE_SECONDS)
    return running.returncode, errors


def kill(running):
    """Kill the process alone, and wait until none of its group is left."""
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=DEADLINE_SECONDS)
    until = time.monotonic() + DEADLINE_SECONDS
    while left_of(running.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert left_of(running.pid) == []


def left_of(group):
    """The live processes of a group."""
    left = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, of = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(of) == group and state != "Z":
                left.append(int(entry.name))
    return left


def lines_in(path):
    """How many whole lines a file has; 0 if there is none."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def wait_for_lines(path, count, running):
    """Wait until a file has so many lines, or the process has ended."""
    until = time.monotonic() + DEADLINE_SECONDS
    while lines_in(path) < count and running.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.002)
