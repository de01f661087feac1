"""The crew: who checks the documents of a run. Each crew takes documents as an executor takes tasks, and says what became of each."""

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from mastercheck.cohort.endings import word_fault
from mastercheck.cohort.order import Order
from mastercheck.engine import check_file, report_unreadable
from mastercheck.errors import ADVICE_ON_LIMITS, MastercheckError, MemoryLimitError
from mastercheck.model.report import DocumentReport
from mastercheck.rulebook.schema import Rulebook

TICK = 1.0
"""Seconds after which waiting is taken up anew: Windows hears Ctrl+C only between two waits."""

Task = Callable[[Path], bytes]
"""What is done with a document."""

Result = TypeVar("Result")


class Crew(Protocol):
    """Who checks documents, or does another task with them.

    Attributes:
        room: how many documents it takes at a time; more only wait there.
        alike: what it says is what this process would say, so that it can be kept.
    """

    room: int
    alike: bool

    def submit(self, path: Path) -> "Future[bytes]":
        """Take a document; the future gives its report, or what else the task gives, pickled."""
        ...

    def explain(self, path: Path, error: Exception) -> MastercheckError | None:
        """Return what is said of a document whose future failed; None where it shall be taken once more."""
        ...

    def stop(self) -> None:
        """End all work, and leave nothing behind."""
        ...


class Here:
    """This very process, one document after another, with nothing that limits them: where a process of its own is not to be had."""

    room = 1
    alike = True

    def __init__(self, rulebook: Rulebook, order: Order, *, task: Task | None = None) -> None:
        """Prepare for documents.

        Args:
            rulebook: the demands.
            order: what is asked.
            task: what is done with a document; it is checked where this is None.
        """
        self._rulebook = rulebook
        self._order = order
        self._task = task or self._check

    def submit(self, path: Path) -> "Future[bytes]":
        """Do the task with a document."""
        try:
            return completed(self._task(path))
        except MemoryError:
            return completed(MemoryLimitError(f"{path.name} takes more memory than there is.", ADVICE_ON_LIMITS))

    def explain(self, path: Path, error: Exception) -> MastercheckError | None:
        """Return what is said of a document at which the program failed."""
        return error if isinstance(error, MastercheckError) else word_fault(path, error)

    def stop(self) -> None:
        """Do nothing: nothing runs."""

    def _check(self, path: Path) -> bytes:
        report = check_file(path, self._rulebook, kind=self._order.kind, pages_engine=self._order.pages_engine)
        return pickle.dumps(report, pickle.HIGHEST_PROTOCOL)


def completed(result: bytes | Exception) -> "Future[bytes]":
    """Return a future that is done: with a result, or with what went wrong."""
    future: Future[bytes] = Future()
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
    return future


def receive(crew: Crew, path: Path, future: "Future[bytes]") -> DocumentReport | None:
    """Return the report on a document whose future is done; None where the crew shall take it once more."""
    try:
        report: DocumentReport = pickle.loads(future.result())  # noqa: S301 - our own worker pickled it
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to this document alone
        known = crew.explain(path, error)
        return report_unreadable(path, known) if known else None
    return replace(report, path=str(path))


def do_each(
    paths: Sequence[Path], crew: Crew, take: Callable[[Crew, Path, "Future[bytes]"], Result | None]
) -> Iterator[tuple[Path, Result]]:
    """Yield what a crew gives for documents, as it comes; it is given no more documents than it has room for.

    Args:
        paths: of the documents.
        crew: does the task.
        take: returns what a future that is done holds; None where the crew shall take the document once more.
    """
    waiting = deque(paths)
    running: dict[Future[bytes], Path] = {}
    while waiting or running:
        while waiting and len(running) < crew.room:
            path = waiting.popleft()
            running[crew.submit(path)] = path
        for future in wait(running, timeout=TICK, return_when=FIRST_COMPLETED).done:
            path = running.pop(future)
            result = take(crew, path, future)
            if result is None:
                waiting.appendleft(path)
            else:
                yield path, result
