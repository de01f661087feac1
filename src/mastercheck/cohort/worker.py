"""What runs in a worker process: it keeps the rulebook between documents, and gives each report as bytes."""

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mastercheck.cohort.crew import Task
from mastercheck.cohort.endings import OUT_OF_MEMORY, WORN_OUT
from mastercheck.cohort.limits import data_held, grant_time, restrict, spare_threads
from mastercheck.cohort.order import USUAL_ORDER, Order
from mastercheck.cohort.workplace import clear, enter
from mastercheck.engine import judge_file, report_unreadable
from mastercheck.errors import MastercheckError, MemoryLimitError
from mastercheck.rulebook.schema import Rulebook

WEAR = 8
"""A worker is replaced that holds more of earlier documents than this part of what it may: the next one has as much room as alone."""
PAUSE = 0.2
"""Seconds before a worker ends that has just taken a document: the pool must have learnt which one."""


@dataclass(slots=True)
class Desk:
    """What a worker keeps between documents.

    Attributes:
        held: bytes of data that it held when it began.
    """

    rulebook: Rulebook | None = None
    order: Order = USUAL_ORDER
    held: int = 0


_DESK = Desk()


def begin(rulebook: Rulebook, order: Order, workplace: Path) -> None:
    """Make this process a worker.

    Args:
        rulebook: the demands.
        order: what is asked.
        workplace: of the run.
    """
    silence()
    room = enter(workplace)
    _DESK.rulebook, _DESK.order, _DESK.held = rulebook, order, data_held()
    threading.Thread(target=_outlive, args=(room,), daemon=True).start()
    spare_threads()
    restrict(order.limits)


def attempt(task: Task, path: Path) -> bytes:
    """Do a task, unless this worker is worn out; end this process where the task lacks memory, since nobody knows what else does then."""
    limits = _DESK.order.limits
    if data_held() - _DESK.held > (limits.mebibytes << 20) // WEAR:
        time.sleep(PAUSE)
        os._exit(WORN_OUT)
    grant_time(limits)
    try:
        return task(path)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def judge(path: Path) -> bytes:
    """Check a file and return its report, pickled: the task that workers are for.

    Raises:
        MemoryError: it takes more than there is, or than it may.
    """
    order = _DESK.order
    if _DESK.rulebook is None:
        raise RuntimeError("a worker that has not begun")
    try:
        report = judge_file(path, _DESK.rulebook, kind=order.kind, pages_engine=order.pages_engine)
    except MemoryLimitError:
        raise MemoryError from None
    except MastercheckError as error:
        report = report_unreadable(path, error)
    return pickle.dumps(report, pickle.HIGHEST_PROTOCOL)


@contextmanager
def deafened() -> Iterator[None]:
    """Let no process that is started here be interrupted by Ctrl+C, which a terminal sends to all of them: it is for us to end them."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover - Windows has none
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def silence() -> None:
    """Let nothing that a library prints reach the user's window or the product."""
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for as long as the process lives
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _outlive(room: Path) -> None:
    """End this process, and what it started, when the one that it works for is no more."""
    employer = multiprocessing.parent_process()
    if employer:
        employer.join()
        clear(room)
        os._exit(1)
