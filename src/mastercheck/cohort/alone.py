"""A document alone: a copy of this process checks it, which costs some milliseconds, and the limits hold for it all the same.

A copy of a process that has several threads may hang, and on macOS one that uses the system's libraries may crash: there it is not used.
"""

import multiprocessing
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from mastercheck.cohort.crew import Task, completed
from mastercheck.cohort.endings import word_end, word_fault, word_lateness
from mastercheck.cohort.order import Order
from mastercheck.cohort.worker import attempt, begin, deafened, judge
from mastercheck.cohort.workplace import close_workplace, open_workplace
from mastercheck.errors import MastercheckError
from mastercheck.rulebook.schema import Rulebook


class Ended(Exception):  # noqa: N818 - it is what happened to a worker, and no fault of ours
    """A worker ended without a result.

    Attributes:
        code: what it ended with; the negative number of the signal that ended it.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def can_fork() -> bool:
    """Return whether a copy of this process is safe."""
    return sys.platform == "linux" and threading.active_count() == 1


class Alone:
    """A copy of this process for each document, one after another."""

    room = 1
    alike = True

    def __init__(self, rulebook: Rulebook, order: Order, *, meanwhile: Callable[[], object] = tuple, task: Task | None = None) -> None:
        """Prepare for documents.

        Args:
            rulebook: the demands.
            order: what is asked.
            meanwhile: what this process can do while its copy works.
            task: what the copy does with a document; it checks it where this is None.
        """
        self._rulebook = rulebook
        self._order = order
        self._meanwhile = meanwhile
        self._task = task or judge

    def submit(self, path: Path) -> "Future[bytes]":
        """Check a document; the future is done."""
        workplace = open_workplace()
        try:
            return completed(self._have_done(path, workplace))
        except (TimeoutError, Ended) as error:
            return completed(error)
        finally:
            close_workplace(workplace)

    def explain(self, path: Path, error: Exception) -> MastercheckError | None:
        """Return what is said of a document whose worker gave no report."""
        if isinstance(error, TimeoutError):
            return word_lateness(path, self._order.limits)
        return word_end(path, error.code, self._order.limits) if isinstance(error, Ended) else word_fault(path, error)

    def stop(self) -> None:
        """Do nothing: nothing runs between two documents."""

    def _have_done(self, path: Path, workplace: Path) -> bytes:
        """Have a copy of this process do the task.

        Raises:
            TimeoutError: it takes too long.
            Ended: it ended without a result.
        """
        context = multiprocessing.get_context("fork")
        results, result = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(self._task, path, result, self._rulebook, self._order, workplace), daemon=True)
        try:
            with deafened():
                process.start()
            result.close()
            self._meanwhile()
            if not results.poll(self._order.limits.seconds):
                raise TimeoutError
            try:
                return results.recv_bytes()
            except (EOFError, OSError):  # OSError where it ended within its answer
                process.join()
                raise Ended(process.exitcode or 0) from None
        finally:
            if process.pid:
                process.kill()
                process.join()


def _work(task: Task, path: Path, result: Connection, *beginning: Any) -> None:  # noqa: ANN401 - as `begin` takes it
    """Do the task in the copy."""
    begin(*beginning)
    result.send_bytes(attempt(task, path))
