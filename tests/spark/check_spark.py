"""A real cluster of which one process is killed in the middle. Takes minutes: only `make check` runs it.

Skipped, with the reason, where Java or pyspark is not installed.
"""

import contextlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from diplonews.spark import ARROW_SCHEMA, analyze_batches

JOB = Path(__file__).with_name("job.py")
ROOT = Path(__file__).parents[2]
ARTICLES = 400
DEADLINE_SECONDS = 900  # a busy machine needs minutes to start a cluster
PATIENCE_SECONDS = 2
MARK = "DIPLONEWS_CHECK"
STATES = ("Norway", "Latvia", "Ghana", "Peru", "Chile", "Japan", "Kenya")

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are listed in /proc there"),
    pytest.mark.skipif(
        importlib.util.find_spec("pyspark") is None, reason='needs pyspark: pip install "diplonews[spark]"'
    ),
    pytest.mark.skipif(
        shutil.which("java") is None, reason="Spark needs Java 17: apt-get install openjdk-17-jre-headless"
    ),
]


def environment(mark):
    """What a program needs to start a cluster of the pyspark that is installed, and what marks its processes."""
    home = Path(importlib.util.find_spec("pyspark").origin).parent
    return {
        **os.environ,
        MARK: mark,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        "PYTHONWARNINGS": "ignore",
    }


def processes(mark):
    """The command line of each live process that was started by a program with this mark, by its id."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                marked = f"{MARK}={mark}".encode() in (entry / "environ").read_bytes().split(b"\0")
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if marked and command:  # a zombie has none
                found[int(entry.name)] = command
    return found


def executors(mark):
    """The JVMs that run tasks."""
    return sorted(pid for pid, command in processes(mark).items() if "CoarseGrainedExecutorBackend" in command)


def python_workers(mark):
    """The Python processes that Spark's daemons forked."""
    daemons = {pid for pid, command in processes(mark).items() if "pyspark.daemon" in command}
    parents = {pid: int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]) for pid in daemons}
    return sorted(pid for pid in daemons if parents[pid] in daemons)


def write_articles(path):
    """Short articles, all different; one in ten is bad."""
    rows = []
    for number in range(ARTICLES):
        actor, recipient = STATES[number % 7], STATES[(number * 3 + 1) % 7 - 1]
        rows.append(
            {
                "id": f"a{number}",
                "body": f"{actor} accused {recipient} on Tuesday of blocking pier {number}, an envoy said. " * 6,
                "published": "some day"
                if number % 10 == 3
                else datetime(2024, 5, number % 28 + 1, 9, tzinfo=UTC).isoformat(),
            }
        )
    pq.write_table(pa.Table.from_pylist(rows), path)


def wait_for(condition, running):
    """What `condition` gives, as soon as that is something."""
    until = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < until:
        assert running.poll() is None, "the job ended before anything was killed"
        if value := condition():
            return value
        time.sleep(0.02)
    raise AssertionError("nothing happened")


def kill_one(victims, mark, running, log):
    """Kill a process that is at work: one that is not is missed by nobody, and the next one is killed."""
    while "Lost" not in log.read_text():
        os.kill(wait_for(lambda: victims(mark), running)[0], signal.SIGKILL)
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until and running.poll() is None and "Lost" not in log.read_text():
            time.sleep(0.1)


@pytest.fixture
def mark():
    """Marks the processes of a test; what is left of them is ended."""
    mark = uuid.uuid4().hex
    yield mark
    for pid in processes(mark):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("victims", [None, executors, python_workers], ids=["nobody", "executor", "python"])
def test_every_document_exactly_once(tmp_path, mark, victims):
    """Whichever process dies: each has its row, with the findings of a run without Spark; nothing is left running."""
    articles, output, state, log = (tmp_path / name for name in ("articles.parquet", "out", "state", "log"))
    write_articles(articles)
    with log.open("w") as messages:
        running = subprocess.Popen(
            [sys.executable, str(JOB), str(articles), str(output), str(state)],
            env=environment(mark),
            stdout=messages,
            stderr=messages,
        )
        if victims is not None:
            wait_for(lambda: state.exists() and 1 <= int(state.read_text()) <= 5, running)
            kill_one(victims, mark, running, log)
        code = running.wait(DEADLINE_SECONDS)
    assert code == 0, log.read_text()[-5_000:]
    if victims is not None:
        assert "Lost" in log.read_text()

    found = pq.read_table(output)
    assert Counter(found.column("article_id").to_pylist()) == Counter(f"a{number}" for number in range(ARTICLES))
    assert found.schema.names == ARROW_SCHEMA.names
    rows = {row["article_id"]: row for row in found.to_pylist()}
    assert rows == {row["article_id"]: row for row in analyze_batches(pq.read_table(articles)).to_pylist()}
    assert sum(row["error"] is not None for row in rows.values()) == ARTICLES // 10

    until = time.monotonic() + 30
    while (left := processes(mark)) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == {}


PROGRAM = """
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from diplonews.spark import ARROW_SCHEMA, analyze_batches
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
news = spark.createDataFrame([("a", "Oslo rebuked Riga."), ("b", None)], "id string, body string")
news.write.parquet("articles.parquet")
assert analyze_batches(news).schema == from_arrow_schema(ARROW_SCHEMA)
odd = news.withColumnRenamed("body", "the.`body` here")
assert [row.article_id for row in analyze_batches(odd, text="the.`body` here").collect()] == ["a", "b"]
{page}
assert same.schema == found.schema, same.schema
print([(row.article_id, row.actor_code, row.recipient_code) for row in events.collect()])
"""
PAGE = ROOT / "docs" / "how-to" / "spark.md"
FENCE = re.compile(r"^```py\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_page(tmp_path, mark):
    """What the how-to says of Spark runs, and Spark reads `SCHEMA` as `ARROW_SCHEMA` says."""
    page = "".join(FENCE.findall(PAGE.read_text(encoding="utf-8").partition("## Ray Data")[0]))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{page}", page)],
        cwd=tmp_path,
        env=environment(mark),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == ["[('a', 'NOR', 'LVA')]"], done.stderr[-5_000:]
