"""Documents, many: what is known of them is taken from the cache, a crew checks the others, and the report has them all in their order."""

import pickle
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from mastercheck import __version__
from mastercheck.cohort.crew import Crew, do_each, receive
from mastercheck.cohort.endings import word_interruption
from mastercheck.engine import report_unreadable
from mastercheck.model.report import DocumentReport, Report
from mastercheck.rulebook.schema import Rulebook

if TYPE_CHECKING:
    from mastercheck.cohort.shelf import Shelf

Tell = Callable[[int, int], object]
"""Is told how many documents of how many are done."""


def check_documents(
    paths: Sequence[Path], rulebook: Rulebook, hire: Callable[[int], Crew], *, shelf: "Shelf | None" = None, tell: Tell = lambda *_: None
) -> Report:
    """Check documents.

    Args:
        paths: of the files, as the user gave them, each once.
        rulebook: the demands.
        hire: gives the crew for so many documents.
        shelf: what is known already; None where nothing shall be.
        tell: is told how far it is.

    Returns:
        A report on all of them, in their order. Where the run is interrupted, those that were not checked say so.

    Raises:
        KeyboardInterrupt: the run was interrupted before anything was done.
    """
    reports: dict[Path, DocumentReport | bytes] = {}
    try:
        with closing(_find_or_check(paths, hire, shelf)) as results:
            for path, report in results:
                reports[path] = report
                tell(len(reports), len(paths))
    except KeyboardInterrupt:
        if not reports:
            raise
    if shelf:
        shelf.trim()
    documents = tuple(_unpack(reports[path]) if path in reports else report_unreadable(path, word_interruption(path)) for path in paths)
    return Report(version=__version__, rulebook=rulebook.stamp, documents=documents)


def _unpack(report: DocumentReport | bytes) -> DocumentReport:
    unpacked: DocumentReport = pickle.loads(report) if isinstance(report, bytes) else report  # noqa: S301 - packed below
    return unpacked


def _find_or_check(
    paths: Sequence[Path], hire: Callable[[int], Crew], shelf: "Shelf | None"
) -> Generator[tuple[Path, DocumentReport | bytes], None, None]:
    """Yield the reports that are known, and then the others as they come: packed, a third as large, as long as workers need memory, too."""
    missed = []
    for path in paths:
        known = shelf.find(path) if shelf else None
        if known:
            yield path, known
        else:
            missed.append(path)
    if missed:
        crew = hire(len(missed))
        try:
            for path, report in do_each(missed, crew, receive):
                if shelf and crew.alike:
                    shelf.keep(path, report)
                yield path, pickle.dumps(report, pickle.HIGHEST_PROTOCOL)
        finally:
            crew.stop()
