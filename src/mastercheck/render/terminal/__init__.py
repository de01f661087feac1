"""The report on a terminal: the verdict first, then the figures, then every element with its proof, then what to do.

Of more than a few documents, first the table over all of them and what could not be read: what a tutor needs of a whole cohort.
"""

from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

from mastercheck.model.report import DocumentReport, Report
from mastercheck.render.tally import tally
from mastercheck.render.terminal.closing import write_closing, write_steps
from mastercheck.render.terminal.elements import write_elements
from mastercheck.render.terminal.findings import write_findings
from mastercheck.render.terminal.header import write_header
from mastercheck.render.terminal.overview import write_more, write_unread
from mastercheck.render.terminal.sheet import Sheet, sheet_for
from mastercheck.render.terminal.summary import write_summary
from mastercheck.render.terminal.suppressed import write_suppressed, write_upkeep
from mastercheck.rulebook.schema import Rulebook

__all__ = ["print_report"]

WHOLE: Final = 3
"""Documents that are shown whole without being asked for: the drafts of one candidate, say. A report takes over a hundred lines, and a
window keeps no more than some thousand; from the fourth on, a reader wants the table first and looks at one document at a time."""


def print_report(report: Report, console: Console, rulebook: Rulebook, *, full: bool = False) -> None:
    """Print the report over all documents.

    Args:
        report: what was found.
        console: where it goes; its width, encoding and colours decide how it looks, never what it says.
        rulebook: that judged: the order of its groups, the titles of its areas, and what it leaves to people.
        full: each document is shown whole, however many they are.
    """
    sheet = sheet_for(console)
    whole = full or len(report.documents) <= WHOLE
    sheet.write(_write_report(report, rulebook, sheet) if whole else _write_overview(report, sheet))


def _write_report(report: Report, rulebook: Rulebook, sheet: Sheet) -> Iterator[Text]:
    for number, document in enumerate(report.documents):
        if number:
            yield Text()
            yield Text()
        yield from _write_document(report, document, rulebook, sheet)
    if len(report.documents) > 1:
        yield Text()
        yield from write_summary(report, sheet)
    yield from write_upkeep(report, sheet)
    yield from write_closing(report, rulebook, sheet)


def _write_overview(report: Report, sheet: Sheet) -> Iterator[Text]:
    yield from write_summary(report, sheet)
    yield from write_unread(report, sheet)
    yield from write_upkeep(report, sheet)
    yield from write_more(report, sheet)


def _write_document(report: Report, document: DocumentReport, rulebook: Rulebook, sheet: Sheet) -> Iterator[Text]:
    yield from write_header(document, report.rulebook, sheet)
    if document.error:
        return
    counted = tally(document)
    yield from write_elements(document, rulebook, sheet)
    yield from write_findings(counted, sheet)
    yield from write_suppressed(document, sheet)
    yield from write_steps(document, sheet)
