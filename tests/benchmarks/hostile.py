r"""How the work on hostile text grows with its length: `make hostile`.

    python tests/benchmarks/hostile.py [--stages parse_article,dates] [--texts digits,quotes] [--most 100000]

Each stage reads each text at 10 kB, 100 kB and 1 MB (up to `--most`), in a process of its own that is ended after a
minute of the processor. Growth is log10(t(10n) / t(n)), in time of the processor, so that it can be told on a busy
machine too: 1 is linear, 2 quadratic. Quotes, actors and events start from one parse, which is a stage by itself.
Growth counts where the longer text takes 100 ms or more; below, the clock says little. Ends with status 1 if a stage
grows by more than 1.15 or is not done in a minute.
"""

import argparse
import contextlib
import gc
import json
import os
import resource
import signal
import sys
import time
import traceback
from functools import partial
from math import log10

import diplonews as dn
from diplonews.actors import find_actors
from diplonews.events import find_events
from diplonews.quotes import find_quotes
from diplonews.syntax.parsing import parsing
from diplonews.syntax.pipeline import load

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = {10_000: 3, 100_000: 2}  # the least of them counts
MOST_SECONDS = 60
LEAST_SECONDS = 0.1
MOST_GROWTH = 1.15

# One thing over and over.
RUNS = {
    "digits": "9",
    "blanks": " ",
    "line ends": "\n",
    "blank lines": "\n \n",
    "tabs": "\t",
    "carriage returns": "\r",
    "form feeds": "\f",
    "NULs": "\0",
    "dashes": "-",
    "long dashes": "— ",
    "dots": ". ",
    "commas": ", ",
    "colons": "a: ",
    "semicolons": "a; ",
    "quotation marks": '"',
    "quoted letters": '"a" ',
    "opening marks": "“",
    "closing marks": "” ",
    "apostrophes": "'",
    "parentheses": "(",
    "brackets": "[a] ",
    "slashes": "1/2/",
    "underlines": "_ ",
    "bars": "| a ",
    "letters": "x",
    "capitals": "X",
    "capital words": "Xxx ",
    "hyphens": "well-",
    "combining marks": "a\u0301",
    "zero widths": "\u200b",
    "right to left": "\u202eשלום ",
    "emoji": "\U0001f1f0\U0001f1f7",
    "Chinese": "外交部",
    "Korean": "외교부는 ",
    "surrogates": "\ud800 ",
    "ampersands": "&amp;",
    "tags": "<p>",
    "open tags": "<a ",
    "arrays": "[",
    "objects": '{"a":',
    "addresses": "https://a.example/b?c ",
    "mail addresses": "a@b.example ",
    "clock readings": "12:30 ",
    "weekdays": "on Monday ",
    "months": "May ",
    "ranges": "from May 1 to ",
    "ages ago": "two years earlier ",
    "states": "Norway, ",
    "joined states": "Norway and ",
    "titles": "Foreign Minister ",
    "initials": "J. ",
    "said": "he said, ",
    "that": "said that ",
    "of the": "of the ",
    "not": "not ",
    "sentences": "Oslo rebuked Riga. ",
    "datelines": "OSLO, May 4 (Reuters) - ",
    "bylines": "By Ann Lee\n",
    "headlines": "Envoys meet\n\n",
    "end marks": "-30-\n",
}
# What a counter makes different each time.
COUNTED = {
    "quotations": '"We will answer in {} days," envoy Ann Lee{} told reporters.\n\n',
    "new names": "Minister Bo Kim{} met Ann Lee{} in Oslo.\n",
    "new days": "It ended on May {}, and again {} days later. ",
    "new headers": "X-Header-{}: {}\n",
}
# One thing over and over, and how the text ends.
ENDED = {
    "initials before a day": ("A.", " Monday met Riga."),
    "initials before verbs": ("A.", " Monday, summons it, orders it."),
}


def text_of(name, size):
    """A hostile text of so many characters."""
    if name in RUNS:
        unit = RUNS[name]
        return (unit * (size // len(unit) + 1))[:size]
    if name in ENDED:
        unit, end = ENDED[name]
        return unit * ((size - len(end)) // len(unit)) + end
    pieces, length = [], 0
    while length < size:
        pieces.append(COUNTED[name].format(len(pieces) % 28 + 1, len(pieces)))
        length += len(pieces[-1])
    return "".join(pieces)[:size]


def parse_article(text):
    """The anatomy; copy that is refused counts too."""
    with contextlib.suppress(dn.ParseError):
        dn.parse_article(text)


# What reads a text, and what starts from its parse.
READERS = {"parse_article": parse_article, "dates": dn.extract_dates}
PARSE = "parse"
FINDERS = {
    "quotes": lambda parsed, dates: find_quotes(parsed),
    "actors": lambda parsed, dates: find_actors(parsed),
    "events": lambda parsed, dates: find_events(parsed, dates=dates, quotes=()),
}
STAGES = (*READERS, PARSE, *FINDERS)


def timed(work, *given):
    """Seconds of the processor. What was there before is frozen, or collecting garbage would copy it into this fork."""
    gc.freeze()
    began = time.process_time()
    work(*given)
    return time.process_time() - began


def in_child(work):
    """What a fork of this process makes of `work`, which gives something that JSON holds; None if it does not end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            used = int(time.process_time())
            resource.setrlimit(resource.RLIMIT_CPU, (used + MOST_SECONDS, used + MOST_SECONDS))
            os.write(writing, json.dumps(work()).encode())
            status = 0
        except BaseException:  # noqa: BLE001 -- a fork must not go on with its parent's work
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGKILL}:
        return None
    if status:
        raise SystemExit("a stage failed; see above")
    return json.loads(answer)


def read(text, stages):
    """Seconds of each stage on a text; None for one that is not done in a minute."""
    found = {stage: in_child(partial(timed, READERS[stage], text)) for stage in stages if stage in READERS}
    wanted = [stage for stage in stages if stage not in READERS]
    if wanted:
        found |= in_child(partial(parse_and_find, text, wanted)) or dict.fromkeys(wanted)
    return found


def parse_and_find(text, stages):
    """Seconds of the parse, and of each stage that starts from it."""
    gc.freeze()
    began = time.process_time()
    with parsing(text) as parsed:
        found, dates = {PARSE: time.process_time() - began}, dn.extract_dates(text)
        found |= {stage: in_child(partial(timed, FINDERS[stage], parsed, dates)) for stage in stages if stage != PARSE}
    return {stage: found[stage] for stage in stages}


def measure(name, size, stages):
    """The least seconds of each stage in some rounds."""
    rounds = [read(text_of(name, size), stages) for _ in range(ROUNDS.get(size, 1))]
    for stage in stages:
        seconds = [taken[stage] for taken in rounds]
        yield stage, None if None in seconds else min(seconds)


def growths(name, stages, most):
    """Stage, size, seconds and growth, as far as it can be measured."""
    before = {}
    for size in SIZES:
        if size <= most:
            for stage, seconds in measure(name, size, stages):
                growth = None
                if seconds is not None and seconds >= LEAST_SECONDS and before.get(stage):
                    growth = log10(seconds / before[stage])
                before[stage] = seconds
                yield stage, size, seconds, growth


def main():
    """Print what grows too fast, or is not done; and the most growth of each stage."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--stages", default=",".join(STAGES))
    options.add_argument("--texts", default=",".join([*RUNS, *COUNTED, *ENDED]))
    options.add_argument("--most", type=int, default=SIZES[-1])
    asked = options.parse_args()
    stages = asked.stages.split(",")
    load()
    dn.analyze('"Oslo rebuked Riga on Monday," an envoy said.')
    worst, bad = {}, 0
    for name in asked.texts.split(","):
        for stage, size, seconds, growth in growths(name, stages, asked.most):
            if seconds is None or (growth or 0) > MOST_GROWTH:
                bad += 1
                how = "not done in a minute" if seconds is None else f"{seconds:.2f} s, growth {growth:.2f}"
                print(f"{stage:14} {name:18} {size:>9,}  {how}", flush=True)
            if growth is not None and growth > worst.get(stage, (0,))[0]:
                worst[stage] = growth, name, size
    for stage, (growth, name, size) in worst.items():
        print(f"most growth of {stage}: {growth:.2f} ({name}, {size:,})")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
