"""Errands: what else than checking is done with documents, by the same crews and under the same limits.

An error travels as its parts: an exception that is pickled comes back without its advice.
"""

import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from mastercheck.cohort.crew import Crew, Task, do_each
from mastercheck.cohort.endings import word_fault
from mastercheck.errors import MastercheckError, MemoryLimitError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Parcel(Generic[Result]):
    """What a worker gives back: a result, or the parts of an error."""

    result: Result | None = None
    error: tuple[type[MastercheckError], str, str] | None = None


def run_errand(
    paths: Sequence[Path], errand: Callable[[Path], Result], hire: Callable[[int, Task], Crew]
) -> dict[Path, Result | MastercheckError]:
    """Do something with documents, and return for each what came of it, or why nothing did; in the order in which they were done.

    Args:
        paths: of the documents, each once.
        errand: what is done with one; it can be pickled, and so can its results, which are never None.
        hire: gives the crew for so many documents and a task.
    """
    crew = hire(len(paths), partial(_pack, errand))
    try:
        return dict(do_each(paths, crew, _take))
    finally:
        crew.stop()


def _pack(errand: Callable[[Path], Result], path: Path) -> bytes:
    """Do an errand, and return what came of it, pickled.

    Raises:
        MemoryError: it takes more than there is, or than it may.
    """
    parcel: _Parcel[Result]
    try:
        parcel = _Parcel(errand(path))
    except (MemoryError, MemoryLimitError):
        raise MemoryError from None
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to this document alone
        known = error if isinstance(error, MastercheckError) else word_fault(path, error)
        parcel = _Parcel(error=(type(known), known.message, known.advice))
    return pickle.dumps(parcel, pickle.HIGHEST_PROTOCOL)


def _take(crew: Crew, path: Path, future: "Future[bytes]") -> Result | MastercheckError | None:
    """Return what came of an errand whose future is done; None where the crew shall take the document once more."""
    try:
        parcel: _Parcel[Result] = pickle.loads(future.result())  # noqa: S301 - our own worker pickled it
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to this document alone
        return crew.explain(path, error)
    if parcel.error:
        kind, message, advice = parcel.error
        return kind(message, advice)
    return parcel.result
