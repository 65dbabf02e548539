"""Memory of `to_tables(...).write(...)` over streams of different length.

    python tests/benchmarks/tables_memory.py [FORMAT [whole]]

Each length runs in a process of its own; printed are the most memory that it held and the ratio to the first length.
The stream repeats the analyses of the example articles, so that what is measured is the tables and not the parse;
with `whole`, each article is analysed anew.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import diplonews as dn

ROOT = Path(__file__).parents[2]
LENGTHS = (1_000, 10_000)


def stream(length: int, extent: str) -> Iterator[dn.Analysis]:
    """That many analyses."""
    articles = list(dn.iter_articles(ROOT / "examples" / "articles"))
    if extent == "whole":
        return dn.analyze_many(islice(cycle(articles), length))
    return islice(cycle(list(dn.analyze_many(articles))), length)


def run(length: int, format: str, extent: str) -> None:
    """Write the tables, and print mebibytes and seconds."""
    analyses = stream(length, extent)
    start = perf_counter()
    with TemporaryDirectory() as folder:
        dn.to_tables(analyses).write(Path(folder) / "out", format=format)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, perf_counter() - start)


def main(format: str = "parquet", extent: str = "tables") -> None:
    """Run each length."""
    first = 0.0
    for length in LENGTHS:
        command = [sys.executable, __file__, "--run", str(length), format, extent]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        size, seconds = map(float, printed.split())
        first = first or size
        print(f"{length:7,} articles  {size:6.0f} MiB  {size / first:5.3f} of the first  {seconds:6.1f} s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(int(sys.argv[2]), *sys.argv[3:])
    else:
        main(*sys.argv[1:])
