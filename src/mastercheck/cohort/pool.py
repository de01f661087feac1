"""A pool of worker processes on this machine. A document that crashes, hangs or takes too much memory ends its worker; a fresh one goes on.

The workers are forked from a server that has loaded the libraries once (Linux), or started anew: a copy of this process, which has
threads, could hang. The pool is pebble's: it ends a worker at its time limit, and tells which task a lost worker had.
"""

import multiprocessing
import sys
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from mastercheck.cohort.crew import Task, completed
from mastercheck.cohort.endings import WORN_OUT, word_end, word_fault, word_lateness
from mastercheck.cohort.order import Order
from mastercheck.cohort.worker import attempt, begin, deafened, judge
from mastercheck.cohort.workplace import close_workplace, open_workplace, sweep
from mastercheck.errors import MastercheckError
from mastercheck.rulebook.schema import Rulebook

SHIFT = 64
"""Documents after which a worker is replaced: the words that it has met stay with it, so that its memory grows with each."""

_PRELOAD = "mastercheck.cohort.preload"


class Pool:
    """So many worker processes.

    Attributes:
        room: one document more than there are workers, so that none waits for the next.
    """

    alike = True

    def __init__(self, rulebook: Rulebook, order: Order, jobs: int, *, task: Task | None = None) -> None:
        """Prepare for documents; the workers start with the first.

        Args:
            rulebook: the demands.
            order: what is asked.
            jobs: how many workers.
            task: what they do with a document; they check it where this is None.
        """
        self.room = jobs + 1
        self._jobs = jobs
        self._limits = order.limits
        self._task = task or judge
        self._beginning = (rulebook, order)
        self._again: set[Path] = set()
        self._running: set[Future[bytes]] = set()
        self._stopped = False
        self._workplace = open_workplace()
        try:
            self._pool = self._make()
        except BaseException:
            close_workplace(self._workplace)
            raise

    def submit(self, path: Path) -> "Future[bytes]":
        """Take a document."""
        if self._stopped:
            return completed(CancelledError())
        with deafened():
            if not self._pool.active:
                self._end()
                self._pool = self._make()
            try:
                future = self._pool.schedule(attempt, args=(self._task, path), timeout=self._limits.seconds)
            except (RuntimeError, OSError) as error:
                return completed(error)
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        return future

    def explain(self, path: Path, error: Exception) -> MastercheckError | None:
        """Return what is said of a document whose worker gave no report; None where that was no matter of this document.

        Where the whole pool broke, nobody knows which document did it: those that were with it are taken once more, in a new one.
        """
        sweep(self._workplace)
        if isinstance(error, TimeoutError):
            return word_lateness(path, self._limits)
        if isinstance(error, ProcessExpired):
            return None if error.exitcode == WORN_OUT else word_end(path, error.exitcode, self._limits)
        if not isinstance(error, (BrokenProcessPool, RuntimeError, OSError)):
            return word_fault(path, error)
        if path in self._again:
            return word_end(path, 1, self._limits)
        self._again.add(path)
        return None

    def stop(self) -> None:
        """End the workers, with all that they started; whoever still waits for one of them is told."""
        self._stopped = True
        for future in tuple(self._running):
            future.cancel()
        try:
            self._end()
        finally:
            close_workplace(self._workplace)

    def _make(self) -> ProcessPool:
        beginning = (*self._beginning, self._workplace)
        return ProcessPool(max_workers=self._jobs, max_tasks=SHIFT, initializer=begin, initargs=beginning, context=_choose_context())

    def _end(self) -> None:
        self._pool.stop()
        self._pool.join()


def _choose_context() -> BaseContext:
    """Return how workers are started: forked from a server, which is started here, or anew where there can be none."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOAD])
    resource_tracker.ensure_running()  # here, because it gives Ctrl+C back when it starts
    try:
        with deafened():
            forkserver.ensure_running()
    except OSError:  # above all where the folder for temporary files has too long a name for a socket
        return multiprocessing.get_context("spawn")
    return context
