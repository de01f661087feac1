"""The documents of a command (check, annotate, compare, watch): how the options say that they are checked, and how far it is."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mastercheck.cli.output import say
from mastercheck.cohort.limits import MEBIBYTES, SECONDS, Limits

if TYPE_CHECKING:
    from mastercheck.cohort.crews import Means
    from mastercheck.cohort.order import Order
    from mastercheck.cohort.shelf import Shelf
    from mastercheck.errors import MastercheckError
    from mastercheck.model.report import Report
    from mastercheck.rulebook.schema import Rulebook

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What is spent on documents, as the options say; None where they do not.

    Attributes:
        seconds, mebibytes: that one may take.
        jobs: how many at a time.
        scheduler: the address of a Dask scheduler.
        cached: known results are used, and new ones kept.
        shown: the report goes to a terminal, what shows it can be loaded in the meantime.
        repeated: more will follow, what judges them can be loaded in the meantime.
    """

    seconds: float | None = None
    mebibytes: int | None = None
    jobs: int | None = None
    scheduler: str | None = None
    cached: bool = True
    shown: bool = False
    repeated: bool = False

    def prepare(self) -> None:
        """Load what is needed later, while somebody else works."""
        if self.shown:
            import mastercheck.render.terminal  # noqa: PLC0415, F401 - and rich with it
        if self.repeated:
            from mastercheck.cohort.limits import spare_threads  # noqa: PLC0415 - and spaCy with the other
            from mastercheck.language.pipeline import read_words  # noqa: PLC0415 - the same

            spare_threads()
            tuple(read_words(["One sentence."]))


def check_paths(paths: Sequence[Path], rulebook: "Rulebook", kind: str | None, pages_engine: str, effort: Effort) -> "Report":
    """Check documents, and show how far it is where somebody looks.

    Raises:
        UsageError: the scheduler cannot be used.
        KeyboardInterrupt: it was interrupted before anything was done.
    """
    from mastercheck.cohort import crews  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.cohort.documents import check_documents  # noqa: PLC0415

    order = _make_order(kind, pages_engine, effort)
    hire = partial(crews.hire, rulebook=rulebook, order=order, means=_make_means(effort))
    shelf = _open_shelf(order, rulebook) if effort.cached else None
    with show_progress(len(paths)) as tell:
        return check_documents(paths, rulebook, hire, shelf=shelf, tell=tell)


def run_with_paths(
    paths: Sequence[Path], errand: Callable[[Path], Result], rulebook: "Rulebook", effort: Effort
) -> "dict[Path, Result | MastercheckError]":
    """Do something else with documents than checking them, under the same limits, and return what came of each, or why nothing did.

    Args:
        paths: of the documents, each once.
        errand: what is done with one; worker processes must be able to load it.
        rulebook: the demands.
        effort: what is spent on them.
    """
    from mastercheck.cohort import crews  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.cohort.errands import run_errand  # noqa: PLC0415

    order, means = _make_order(None, "stored", effort), _make_means(effort)
    return run_errand(paths, errand, lambda number, task: crews.hire(number, rulebook, order, means, task=task))


def _make_means(effort: Effort) -> "Means":
    from mastercheck.cohort import crews  # noqa: PLC0415 - `--help` does without

    return crews.Means(
        jobs=effort.jobs or crews.count_cores(),
        limited=bool(effort.seconds or effort.mebibytes),
        scheduler=effort.scheduler,
        meanwhile=effort.prepare,
        remark=say,
    )


def _make_order(kind: str | None, pages_engine: str, effort: Effort) -> "Order":
    from mastercheck.cohort.order import Order  # noqa: PLC0415 - `--help` does without
    from mastercheck.model.document import DocumentKind  # noqa: PLC0415 - the same

    limits = Limits(seconds=effort.seconds or SECONDS, mebibytes=effort.mebibytes or MEBIBYTES)
    return Order(kind=DocumentKind(kind) if kind else None, pages_engine=pages_engine, limits=limits)


def _open_shelf(order: "Order", rulebook: "Rulebook") -> "Shelf":
    from mastercheck.cohort.cache import Cache, find_folder  # noqa: PLC0415 - without a cache, nothing of it is loaded
    from mastercheck.cohort.shelf import Shelf  # noqa: PLC0415 - the same

    return Shelf(Cache(find_folder()), order, rulebook.stamp.sha256)


@contextmanager
def show_progress(total: int) -> Iterator[Callable[[int, int], object]]:
    """Show on stderr how many documents are done, and how long the others may take; nothing for one, nor where nobody sees it."""
    if total == 1 or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where it is seen
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - the same

    columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TextColumn("documents, time left"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda done, _: progress.update(task, completed=done)
