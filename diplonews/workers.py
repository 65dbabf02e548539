"""Applies a function to many items in worker processes, any of which may die: results in order, in bounded memory.

Each worker has its own pipe, so the item it was working on when it died is known: that item fails, and
another process replaces the worker. (The executor of `concurrent.futures` gives up every item when one of
its processes dies.)

Linux forks the workers, after whatever they all need has been loaded here once: they share its memory with this
process. A fork copies the locks of other threads, held or not, but not the threads; so a process with non-daemon
threads starts its workers afresh, and so do other systems, or a program that has chosen another way with
`multiprocessing.set_start_method`. (A fork server that loads first would be safe beside threads too, but it needs
what a fresh start needs: functions that can be pickled and a script that can be imported.)
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

import attrs

from diplonews.errors import WorkerError

__all__ = ["Failure", "attempt", "in_processes"]

IN_HAND = 2  # items given to a worker: the current one and the next
AHEAD = 8  # items taken for each worker before the first result is handed on
PATIENCE_SECONDS = 5
READY = b""
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
HINT = (
    "a script must call analyze_many with workers below `if __name__ == '__main__':`, "
    "and functions of your own must be importable"
)

T = TypeVar("T")
R = TypeVar("R")


class _Remote(Exception):  # noqa: N818 -- shown as the cause of an error, never raised
    """The traceback of an error in a worker."""

    def __str__(self) -> str:
        return f'\n"""\n{self.args[0]}"""'


@attrs.frozen(kw_only=True)
class Failure:
    """The exception raised for an item, with its type and message from where it was raised."""

    error: Exception
    message: str

    @classmethod
    def of(cls, error: Exception) -> Failure:
        """The failure for an exception."""
        return cls(error=error, message=f"{type(error).__name__}: {error}")


def attempt(work: Callable[[T], R], item: T) -> R | Failure:
    """The result of `work` for an item, or its failure."""
    try:
        return work(item)
    except Exception as error:  # noqa: BLE001 -- the caller decides what to do with a fault
        return Failure.of(error)


@attrs.define(kw_only=True, eq=False)
class _Job(Generic[T]):
    """An item in progress: its name in messages, and finally its result."""

    item: T
    name: str
    result: Any = None
    done: bool = False

    def finish(self, result: object) -> None:
        self.result, self.done = result, True

    def fail(self, error: Exception) -> None:
        self.finish(Failure.of(error))


class _Worker(Generic[T]):
    """A process and the jobs given to it, the current one first."""

    def __init__(self, work: Callable[[T], object]) -> None:
        self.jobs: deque[_Job[T]] = deque()
        self.ready = False
        context: Any = multiprocessing.get_context(_start_method())
        self.connection, theirs = context.Pipe()
        tied = threading.current_thread() is threading.main_thread()
        self.process = context.Process(target=_serve, args=(theirs, work, tied), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, job: _Job[T]) -> None:
        try:
            data = pickle.dumps(job.item)
        except Exception as error:  # noqa: BLE001 -- whatever its parts raise, the item can't be sent
            job.fail(error)
            return
        self.jobs.append(job)
        with contextlib.suppress(OSError):  # its end is noticed when its result is requested
            self.connection.send_bytes(data)

    def take(self) -> bool:
        """Read its messages; False if it has died."""
        try:
            data = self.connection.recv_bytes()
        except (EOFError, OSError):
            return False
        if data == READY:
            self.ready = True
            return True
        job = self.jobs.popleft()
        try:
            result, trace = pickle.loads(data)  # noqa: S301 -- written by a process of ours
        except Exception as error:  # noqa: BLE001 -- a result that can't be read is the fault of its item
            job.fail(error)
            return True
        if isinstance(result, Failure):
            result.error.__cause__ = _Remote(trace)
        job.finish(result)
        return True

    def death(self) -> str:
        """A description of how a process that has closed its pipe ended.

        Raises:
            WorkerError: if it never reached its first item, because of a fault that all workers would share.
        """
        self.process.join(PATIENCE_SECONDS)
        code = self.process.exitcode
        self.end()
        if code is None:
            return "stopped answering"
        if code < 0:
            return f"was killed by {_signal_name(-code)}"
        if not self.ready:
            raise WorkerError(f"a worker process could not start (exit code {code}, traceback above): {HINT}")
        return f"ended with exit code {code}"

    def end(self) -> None:
        """End the process at once, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()


def _start_method() -> str:
    """The start method that is safe for a worker in the present process."""
    chosen = multiprocessing.get_start_method(allow_none=True)
    if chosen not in (None, "fork"):
        return chosen
    me = threading.current_thread()
    alone = all(thread is me or thread.daemon for thread in threading.enumerate())
    return "fork" if alone and sys.platform == "linux" else "spawn"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Defer Ctrl-C to the end of the block, and in a process started in it until that process allows it.

    Otherwise it could arrive between the start of a worker and the record that it has started, or in a
    worker that can't ignore it yet.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    if _start_method() != "fork":
        resource_tracker.ensure_running()  # its start would unblock Ctrl-C
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Crew(Generic[T]):
    """A limited number of workers, each started when there is an item for it, and the jobs that wait for one."""

    def __init__(self, work: Callable[[T], object], size: int, load: Callable[[], object]) -> None:
        self._work, self._size, self._load = work, size, load
        self._workers: list[_Worker[T]] = []
        self.waiting: deque[_Job[T]] = deque()

    def step(self, *, until_news: bool) -> None:
        """Hand out waiting items and take ready results; with `until_news`, wait until there is one."""
        self._collect(0)
        while self.waiting and (worker := self._least_busy()) is not None:
            worker.give(self.waiting.popleft())
        if until_news and any(worker.jobs for worker in self._workers):
            self._collect(None)

    def _least_busy(self) -> _Worker[T] | None:
        worker = min(self._workers, key=lambda worker: len(worker.jobs), default=None)
        if (worker is None or worker.jobs) and len(self._workers) < self._size:
            if _start_method() == "fork":
                self._load()
            with _undisturbed():
                worker = _Worker(self._work)
                self._workers.append(worker)
        return worker if worker is not None and len(worker.jobs) < IN_HAND else None

    def _collect(self, timeout: float | None) -> None:
        senders = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(senders), timeout):
            worker = senders[connection]
            if not worker.take():
                self._bury(worker)

    def _bury(self, worker: _Worker[T]) -> None:
        """Fail the item that a dead worker was working on; items it had not begun wait for another worker."""
        self._workers.remove(worker)
        how = worker.death()
        if worker.jobs:
            job = worker.jobs.popleft()
            job.fail(WorkerError(f"{job.name}: the process that worked on it {how}"))
        self.waiting.extendleft(reversed(worker.jobs))

    def close(self) -> None:
        """End all workers at once."""
        with _undisturbed():
            for worker in self._workers:
                worker.end()


def in_processes(
    work: Callable[[T], R],
    items: Iterable[T],
    *,
    workers: int,
    name: Callable[[int, T], str],
    load: Callable[[], object] = lambda: None,
) -> Generator[tuple[T, R | Failure]]:
    """Each item with the result of `work` or its failure, in the order of the items.

    Args:
        work: the function to apply; where workers start afresh, it must be picklable and importable.
        items: picklable; taken as they are needed, at most `AHEAD` for each worker before the
            first result of them is handed on.
        workers: number of processes; they end with the iterator and with this process.
        name: the name of an item in messages, from its number and itself.
        load: loads what all workers need; called in this process before each fork, so only the first call may
            take long. Never called where workers start afresh.

    Raises:
        WorkerError: if workers can't start.
    """
    crew: _Crew[T] = _Crew(work, workers, load)
    window: deque[_Job[T]] = deque()
    source: Iterator[tuple[int, T]] | None = iter(enumerate(items))
    try:
        while window or source is not None:
            if source is not None and len(window) < workers * AHEAD:
                entry = next(source, None)
                if entry is None:
                    source = None
                else:
                    window.append(_Job(item=entry[1], name=name(*entry)))
                    crew.waiting.append(window[-1])
            crew.step(until_news=source is None or len(window) == workers * AHEAD)
            while window and window[0].done:
                job = window.popleft()
                yield job.item, job.result
    finally:
        crew.close()


def _serve(connection: Connection, work: Callable[[Any], object], tied: bool) -> None:  # noqa: FBT001 -- see Process
    """The main loop of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if tied and sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    gc.freeze()  # a collection would write to everything loaded before the fork, and so copy it
    inbox: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    with contextlib.suppress(OSError):  # the parent is gone
        connection.send_bytes(READY)
        while True:
            connection.send_bytes(_answer(work, inbox.get()))


def _receive(connection: Connection, inbox: SimpleQueue[bytes]) -> None:
    """Keep reading while the worker works, so that the parent never waits to write; end the worker with the parent."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    with contextlib.suppress(EOFError, OSError):
        while parent.sentinel not in wait([connection, parent.sentinel]):
            inbox.put(connection.recv_bytes())
    os._exit(1)


def _answer(work: Callable[[Any], object], data: bytes) -> bytes:
    """The result for a pickled item, or its failure, with a traceback; pickled."""
    try:
        return pickle.dumps((work(pickle.loads(data)), ""))  # noqa: S301 -- written by the parent
    except Exception as error:  # noqa: BLE001 -- the caller decides what to do with a fault
        failure, trace = Failure.of(error), traceback.format_exc()
    try:
        answer = pickle.dumps((failure, trace))
        pickle.loads(answer)  # noqa: S301 -- some exceptions can be pickled, but not read again
    except Exception:  # noqa: BLE001 -- whatever its parts raise
        answer = pickle.dumps((attrs.evolve(failure, error=RuntimeError(failure.message)), trace))
    return answer
