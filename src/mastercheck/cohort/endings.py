"""Endings: what is said of a document whose worker ended otherwise than with a report."""

import signal
from pathlib import Path

from mastercheck.cohort.limits import Limits
from mastercheck.errors import (
    ADVICE_ON_FAULTS,
    ADVICE_ON_LIMITS,
    MastercheckError,
    MemoryLimitError,
    NotCheckedError,
    TimeLimitError,
    UnreadableError,
    WorkerLostError,
    describe_crash,
)

OUT_OF_MEMORY = 91
"""What a worker ends with that may not take the memory that a document needs."""
WORN_OUT = 92
"""What a worker ends with, before it begins with a document, that holds much of earlier ones: a fresh one takes it."""

_KILLED = -9
_OVERTIME = -24
"""SIGKILL and SIGXCPU as multiprocessing gives them; Windows, which lacks them, never does."""
_ADVICE = (
    "The other documents are not touched by it. Save it under a new name (in Word: File > Save As) and check that file. If it happens "
    "again, please report it to the maintainers (the repository's issues page)."
)


def word_lateness(path: Path, limits: Limits) -> TimeLimitError:
    """Return the error on a document that takes too long."""
    message = f"{path.name} was given up: it takes longer than {limits.seconds:g} second{'' if limits.seconds == 1 else 's'}."
    return TimeLimitError(message, f"{ADVICE_ON_LIMITS} To allow it more, add --timeout SECONDS.")


def word_end(path: Path, code: int, limits: Limits) -> UnreadableError:
    """Return the error on a document whose worker ended.

    Args:
        path: of the document.
        code: what the worker ended with; the negative number of the signal that ended it.
        limits: that held for it.
    """
    if code == OUT_OF_MEMORY:
        message = f"{path.name} cannot be read: it takes more memory than {limits.mebibytes} MiB."
        return MemoryLimitError(message, f"{ADVICE_ON_LIMITS} To allow it more, add --memory MIB.")
    if code == _OVERTIME:
        return word_lateness(path, limits)
    if code == _KILLED:
        message = f"{path.name} could not be read: the system ended the process that was reading it, most often for want of memory."
        return WorkerLostError(message, _ADVICE)
    how = _name_signal(-code) if code < 0 else f"exit code {code}"
    return WorkerLostError(f"{path.name} could not be read: it crashed the process that was reading it ({how}).", _ADVICE)


def word_fault(path: Path, error: BaseException) -> MastercheckError:
    """Return the error on a document at which the program itself failed outside of reading and judging."""
    return MastercheckError(f"{path.name} could not be judged: {describe_crash(error)}.", ADVICE_ON_FAULTS)


def word_interruption(path: Path) -> NotCheckedError:
    """Return the error on a document whose turn had not come, or was not over, when the run was interrupted."""
    return NotCheckedError(f"{path.name} was not checked: the run was interrupted.", "Run the same command again.")


def _name_signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
