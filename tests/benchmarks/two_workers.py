"""How much sooner two workers are done than one: a whole run of the command line, to Parquet, with progress.

python tests/benchmarks/two_workers.py [ARTICLES]

Articles are the plain ones of the examples, each under many names, by which they are told apart. The machine should
have two cores and nothing else to do; where it is busy, the processor time tells more: two workers should take hardly
more of it than one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


def measure(workers, news, output):
    """Seconds, and seconds of the processors, of a run."""
    command = [sys.executable, "-m", "diplonews", "analyze", str(news), "--to", "parquet", "--output", str(output)]
    before, began = os.times(), time.monotonic()
    subprocess.run([*command, "--workers", str(workers), "--progress"], check=True)
    after, took = os.times(), time.monotonic() - began
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return took, used


def main(articles=2_000):
    """Print both times for one worker and for two, and what the second one gains."""
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news"
        news.mkdir()
        files = sorted(EXAMPLES.glob("*.txt"))
        for number in range(articles):
            file = files[number % len(files)]
            shutil.copyfile(file, news / f"{number:05}.{file.name}")
        times = {}
        for workers in (1, 2):
            times[workers] = measure(workers, news, Path(folder) / f"tables{workers}")
            print(f"{workers} workers: {times[workers][0]:.1f} s, processors {times[workers][1]:.1f} s")
        sooner, dearer = times[1][0] / times[2][0], times[2][1] / times[1][1]
        print(f"two workers are {sooner:.2f} times as fast, and take {dearer:.2f} times the processor time")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
