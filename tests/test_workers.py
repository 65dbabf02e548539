"""Processes that may die: order, policy, bounds, and no process left behind."""

import contextlib
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from diplonews.errors import WorkerError
from diplonews.workers import AHEAD, Failure, in_processes

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals")
linux = pytest.mark.skipif(sys.platform != "linux", reason="forks")


class OddError(Exception):
    """An exception that can be pickled and not read again."""

    def __init__(self, first, second):
        super().__init__(f"{first} {second}")


def act(item):
    """What an item says is to be done."""
    match item:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            sys.exit(3)
        case "odd":
            raise OddError("no", "way")
        case "lambda":
            return lambda: None
        case "fail":
            raise ValueError("as asked")
    return item.upper()


def messages(items, workers=2):
    """What each item ended in."""
    found = in_processes(act, items, workers=workers, name=lambda number, item: f"item {number}")
    return [result.message if isinstance(result, Failure) else result for _, result in found]


@linux
class TestInProcesses:
    """`in_processes`"""

    @pytest.mark.parametrize("workers", [1, 2, 3])
    @pytest.mark.parametrize("deadly", [[0], [0, 1, 2], [29], [3, 4, 15, 16, 17], range(30)])
    def test_a_death_costs_its_item_alone(self, workers, deadly):
        """Whatever items kill their worker, all others have their results, in their order."""
        items = ["die" if number in deadly else f"i{number}" for number in range(30)]
        wanted = [
            f"WorkerError: item {number}: the process that worked on it was killed by SIGKILL"
            if item == "die"
            else item.upper()
            for number, item in enumerate(items)
        ]
        assert messages(items, workers) == wanted

    def test_each_item_is_begun_once(self, tmp_path):
        """An item that killed its worker is not tried again, nor one that waited behind it begun twice."""
        log = tmp_path / "log"

        def note(item):
            with log.open("a") as file:
                file.write(f"{item}\n")
            return act(item.split()[0])

        items = [f"{'die' if number % 3 == 0 else 'go'} {number}" for number in range(12)]
        list(in_processes(note, items, workers=2, name=lambda number, item: item))
        assert Counter(log.read_text().splitlines()) == Counter(items)

    def test_faults_are_told_in_their_own_words(self):
        """An exit, an exception that can't be rebuilt, a result that can't be sent: each its own message."""
        exited, odd, unsent, failed, fine = messages(["exit", "odd", "lambda", "fail", "go"])
        assert exited == "WorkerError: item 0: the process that worked on it ended with exit code 3"
        assert odd == "OddError: no way"
        assert "pickle" in unsent or "local object" in unsent  # as Python 3.13 says it
        assert (failed, fine) == ("ValueError: as asked", "GO")

    def test_the_worker_s_traceback_is_the_cause(self):
        """An error that is raised in a worker says where."""
        ((_, failure),) = in_processes(act, ["fail"], workers=2, name=lambda number, item: item)
        assert 'raise ValueError("as asked")' in str(failure.error.__cause__)

    def test_an_item_that_can_not_be_sent(self):
        """It fails, and the next one is worked on."""
        lock = threading.Lock()
        found = dict(in_processes(repr, [lock, 7], workers=2, name=lambda number, item: str(number)))
        assert (type(found[lock]), found[7]) == (Failure, "7")

    def test_a_slow_head_holds_up_a_bounded_number(self, tmp_path):
        """While the first item takes its time, only so many others are taken from the source."""
        flag, limit = tmp_path / "flag", 2 * AHEAD
        taken = []

        def wait_for_the_last_one_taken(number):
            if number == limit - 1:
                flag.touch()
            while number == 0 and not flag.exists():
                time.sleep(0.01)
            return number

        def source():
            for number in range(3 * limit):
                taken.append(number)
                yield number

        found = in_processes(wait_for_the_last_one_taken, source(), workers=2, name=lambda number, item: "")
        most = 0
        for done, (_, number) in enumerate(found):
            assert number == done
            most = max(most, len(taken) - done)
        assert most == limit
        assert len(taken) == 3 * limit

    def test_nothing_is_taken_before_it_is_asked_for(self):
        """A source that can't go on holds up nothing that is done."""
        taken = []

        def source():
            for item in ("a", "b", "c"):
                taken.append(item)
                yield item

        found = in_processes(act, source(), workers=2, name=lambda number, item: item)
        assert taken == []
        assert next(found) == ("a", "A")
        found.close()

    @pytest.mark.parametrize("how", ["break", "raise", "source"])
    def test_workers_end_with_the_iterator(self, how):
        """After a break, a fault of the consumer or of the source no process is left."""

        def source():
            yield from ["a"] * 20
            if how == "source":
                raise RuntimeError
            yield from ["a"] * 20

        with contextlib.suppress(RuntimeError):
            for _ in in_processes(act, source(), workers=2, name=lambda number, item: item):
                if how == "break":
                    assert multiprocessing.active_children()
                    break
                if how == "raise":
                    raise RuntimeError
        assert multiprocessing.active_children() == []

    def test_messages_longer_than_a_pipe_holds(self):
        """Long items and long results, more than one for each worker, block nobody."""
        items = [letter * 3_000_000 for letter in "abcdef"]
        assert messages(items) == [item.upper() for item in items]

    def test_started_afresh_beside_threads(self):
        """Beside a thread that may hold locks nothing is forked, and the results are the same."""
        let_go = threading.Event()
        thread = threading.Thread(target=let_go.wait)
        thread.start()
        try:
            found = in_processes(len, ["a", "bb", 3], workers=2, name=lambda number, item: f"item {number}")
            methods = {type(process).__name__ for process in multiprocessing.active_children()}
            first = next(found)
            methods = {type(process).__name__ for process in multiprocessing.active_children()}
            results = [result for _, result in (first, *found)]
        finally:
            let_go.set()
            thread.join()
        assert methods == {"SpawnProcess"}
        assert results[:2] == [1, 2]
        assert results[2].message == "TypeError: object of type 'int' has no len()"

    def test_forked_workers_have_what_was_loaded_before(self):
        """Each worker, a replacement too, starts with what this process has loaded."""
        loaded = []

        def first_loader(item):
            act(item)
            return loaded[0]

        found = in_processes(
            first_loader,
            ["a", "die", "b", "c", "d"],
            workers=2,
            name=lambda number, item: item,
            load=lambda: loaded.append(os.getpid()),
        )
        assert [result for item, result in found if item != "die"] == [os.getpid()] * 4

    def test_nothing_is_loaded_here_for_workers_that_start_afresh(self, monkeypatch):
        """They would have nothing of it."""
        monkeypatch.setattr("multiprocessing.get_start_method", lambda **_: "spawn")
        loaded = []
        found = in_processes(len, ["a"], workers=2, name=lambda number, item: item, load=lambda: loaded.append(1))
        assert ([result for _, result in found], loaded) == ([1], [])

    def test_the_program_s_choice_is_kept(self, monkeypatch):
        """A start method that the program has set is used."""
        monkeypatch.setattr("multiprocessing.get_start_method", lambda **_: "spawn")
        found = in_processes(len, ["a"], workers=2, name=lambda number, item: item)
        assert [result for _, result in found] == [1]
        with pytest.raises((AttributeError, pickle.PicklingError)):
            list(in_processes(lambda item: item, ["a"], workers=2, name=lambda number, item: item))


SCRIPT = """
import multiprocessing, os, re, sys, threading, time
from diplonews.workers import in_processes

def work(kind):
    os.write(1, b"%d\\n" % os.getpid())  # in one piece: the other writes too
    if kind == "hold":
        re.match("(a+)+b", "a" * 60)
    while kind == "loop":
        pass
    time.sleep(600)

def main():
    list(in_processes(work, [kind] * 2, workers=2, name=lambda number, item: ""))

if __name__ == "__main__":
    kind, start = sys.argv[1:]
    if start == "spawn":
        multiprocessing.set_start_method("spawn")
    if start == "thread":
        thread = threading.Thread(target=main, daemon=True)
        thread.start()
        thread.join()
    main()
"""


def is_running(pid):
    """Whether a process runs; one that only waits for its exit code to be read does not."""
    try:
        os.kill(pid, 0)
        status = Path(f"/proc/{pid}/stat")
        return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


@contextlib.contextmanager
def parent_of_two(folder, kind, start):
    """A process with two workers at work, and their process ids."""
    script = folder / "script.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), kind, start]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, start_new_session=True, **pipes) as parent:
        pids = []
        try:
            pids += [int(parent.stdout.readline()) for _ in range(2)]
            assert all(is_running(pid) for pid in pids)
            yield parent, pids
        finally:
            for pid in (parent.pid, *pids):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def left_after_three_seconds(pids):
    """Those of the processes that still run then."""
    deadline = time.monotonic() + 3
    while any(is_running(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    return [pid for pid in pids if is_running(pid)]


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("kind", ["sleep", "loop", "hold"])
@pytest.mark.parametrize("start", ["fork", "spawn", "thread"])
def test_workers_end_with_their_parent(tmp_path, number, kind, start):
    """However the parent is ended and whatever its workers are doing, none is left."""
    if kind == "hold" and (start == "thread" or sys.platform != "linux"):
        pytest.skip("only Linux ends what holds the interpreter, and only with the main thread")
    with parent_of_two(tmp_path, kind, start) as (parent, pids):
        parent.send_signal(number)
        parent.wait()
        assert left_after_three_seconds(pids) == []


@posix
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_ctrl_c_is_told_once(tmp_path, start):
    """The signal of the whole terminal ends all; only the parent's traceback is printed."""
    with parent_of_two(tmp_path, "loop", start) as (parent, pids):
        os.killpg(parent.pid, signal.SIGINT)
        _, printed = parent.communicate(timeout=60)
        assert printed.count("Traceback") == printed.count("KeyboardInterrupt") == 1
        assert left_after_three_seconds(pids) == []


EARLY = """
import multiprocessing, os, signal, sys, time
from diplonews import workers

give = workers._Worker.give

def interrupt_and_give(worker, job):
    for _ in range(60):
        os.kill(worker.process.pid, signal.SIGINT)
        time.sleep(0.005)
    give(worker, job)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    workers._Worker.give = interrupt_and_give
    print(list(workers.in_processes(len, ["a"], workers=2, name=lambda number, item: "")))
"""


@posix
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_ctrl_c_while_a_worker_starts(tmp_path, start):
    """From its first moment on a worker leaves the signal to its parent."""
    script = tmp_path / "script.py"
    script.write_text(EARLY)
    done = subprocess.run([sys.executable, str(script), start], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("[('a', 1)]\n", "")


def test_a_script_without_a_guard_is_told_so(tmp_path):
    """Workers that start afresh read the script again: that ends in a message that says what to do."""
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing\n"
        "from diplonews.workers import in_processes\n"
        "multiprocessing.set_start_method('spawn', force=True)\n"
        "list(in_processes(len, ['a'], workers=2, name=lambda number, item: item))\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "diplonews.errors.WorkerError: a worker process could not start (exit code 1, traceback above): "
        "a script must call analyze_many with workers below `if __name__ == '__main__':`, "
        "and functions of your own must be importable"
    )


def test_a_worker_error_is_a_runtime_error():
    """It derives from the fitting builtin and can be sent on."""
    assert issubclass(WorkerError, RuntimeError)
    assert str(pickle.loads(pickle.dumps(WorkerError("x")))) == "x"
