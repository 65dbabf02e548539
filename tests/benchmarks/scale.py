"""Speed, memory and size of a whole run: rows to articles to findings to Parquet, for streams of different length.

    python -m tests.benchmarks.scale [--workers N] [--paragraphs N] [SIZE ...]

The articles are those of `tests/newsroom.py`, all different; with `--paragraphs`, only that many of each, so that a
long stream takes less time. Each size runs once, in a process of its own. Printed
are articles a second by the clock and by the processors (which is what counts on a busy machine), the most memory that
the main process and one worker held, their ratio to the first size, and the bytes of text read and of tables written.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

SIZES = (1_000, 10_000)
HELD_BYTES = {"linux": 1024, "darwin": 1}.get(sys.platform, 1024)


def run(size, workers, paragraphs):
    """One run; what it took."""
    import diplonews as dn
    from tests.newsroom import newsroom

    read = 0

    def rows():
        nonlocal read
        for whole in newsroom(size):
            printed = replace(whole, paragraphs=whole.paragraphs[:paragraphs])
            read += len(printed.text.encode())
            yield printed.row

    began, start = time.monotonic(), os.times()
    with tempfile.TemporaryDirectory() as folder:
        articles = dn.iter_articles(rows(), text="text", published="published", id="id")
        tables = dn.to_tables(dn.analyze_many(articles, workers=workers))
        tables.write(Path(folder) / "tables", format="parquet")
        written = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    seconds, end = time.monotonic() - began, os.times()
    own, worker = (
        resource.getrusage(who).ru_maxrss * HELD_BYTES for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {
        "articles": size,
        "workers": workers,
        "seconds": seconds,
        "processor_seconds": sum(end[:4]) - sum(start[:4]),
        "own_bytes": own,
        "worker_bytes": worker if workers > 1 else 0,
        "read_bytes": read,
        "written_bytes": written,
        "load": os.getloadavg()[1],
    }


def shown(found, first):
    """A line of the table."""
    size, mebi = found["articles"], 2**20
    return (
        f"{size:9,} articles  {size / found['seconds']:6.1f}/s  {size / found['processor_seconds']:6.1f}/processor-s  "
        f"{found['own_bytes'] / mebi:6.0f} MiB ({found['own_bytes'] / first['own_bytes']:.3f})  "
        f"worker {found['worker_bytes'] / mebi:5.0f} MiB  "
        f"{found['read_bytes'] / size:6.0f} bytes read and {found['written_bytes'] / size:6.0f} written an article  "
        f"load {found['load']:.1f}"
    )


def main():
    """Run each size in a fresh process."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--paragraphs", type=int)
    parser.add_argument("--run", action="store_true", help="run the one size here, and print JSON")
    given = parser.parse_args()
    if given.run:
        print(json.dumps(run(given.sizes[0], given.workers, given.paragraphs)))
        return
    first = None
    for size in given.sizes:
        command = [sys.executable, "-m", "tests.benchmarks.scale", "--run", str(size), "--workers", str(given.workers)]
        command += ["--paragraphs", str(given.paragraphs)] if given.paragraphs else []
        found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        first = first or found
        print(shown(found, first), flush=True)


if __name__ == "__main__":
    main()
