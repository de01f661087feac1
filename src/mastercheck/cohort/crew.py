"""The crew: who checks the documents of a run. Each crew takes documents as an executor takes tasks, and says what became of each."""

import pickle
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from mastercheck.cohort.endings import word_fault
from mastercheck.cohort.order import Order
from mastercheck.engine import check_file, report_unreadable
from mastercheck.errors import MastercheckError
from mastercheck.model.report import DocumentReport
from mastercheck.rulebook.schema import Rulebook


class Crew(Protocol):
    """Who checks documents.

    Attributes:
        room: how many documents it takes at a time; more only wait there.
        alike: what it says is what this process would say, so that it can be kept.
    """

    room: int
    alike: bool

    def submit(self, path: Path) -> "Future[bytes]":
        """Take a document; the future gives its report, pickled."""
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

    def __init__(self, rulebook: Rulebook, order: Order) -> None:
        self._rulebook = rulebook
        self._order = order

    def submit(self, path: Path) -> "Future[bytes]":
        """Check a document."""
        report = check_file(path, self._rulebook, kind=self._order.kind, pages_engine=self._order.pages_engine)
        return completed(pickle.dumps(report, pickle.HIGHEST_PROTOCOL))

    def explain(self, path: Path, error: Exception) -> MastercheckError | None:
        """Return what is said of a document at which the program failed."""
        return word_fault(path, error)

    def stop(self) -> None:
        """Do nothing: nothing runs."""


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
