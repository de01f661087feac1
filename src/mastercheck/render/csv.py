"""CSV (RFC 4180): a row for each document, for a spreadsheet.

Lines end in CR LF, text stands between quotation marks, figures do not. A spreadsheet takes a cell that begins with one of a few signs for
a formula, whoever wrote it: such a cell gets an apostrophe before it, which spreadsheets read as "this is text".
"""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from mastercheck.model.report import DocumentReport, Report
from mastercheck.render.plain import defuse, one_line
from mastercheck.render.suppressions import count_suppressed
from mastercheck.render.tally import tally
from mastercheck.rulebook.schema import Rulebook

COLUMNS = ("document", "candidate", "version", "kind", "verdict", "words", "pages", "gaps", "to_look_at", "error", "suppressed")

FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]")
"""How a cell begins that some spreadsheet works out instead of showing it; the wide forms are those of East Asian text."""

Cell = str | int | float | None


def render(report: Report, rulebook: Rulebook) -> str:
    """Return the documents of a report as CSV, with a heading.

    Args:
        report: on the documents.
        rulebook: not needed: the signature is that of every format.
    """
    del rulebook
    return write_table(COLUMNS, (_row(document) for document in report.documents))


def write_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows under their headings as CSV in which nothing is a formula."""
    paper = StringIO()
    writer = csv.writer(paper, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    for row in rows:
        writer.writerow("" if cell is None else make_inert(cell) if isinstance(cell, str) else cell for cell in row)
    return paper.getvalue()


def make_inert(text: str) -> str:
    """Return text as a spreadsheet shows it and never works it out: on one line, without control characters, no formula."""
    line = defuse(one_line(text))
    return f"'{line}" if FORMULA.match(line) else line


def _row(document: DocumentReport) -> tuple[Cell, ...]:
    counted = tally(document)
    judged = document.error is None
    return (
        document.path,
        document.candidate,
        document.version,
        document.kind.value if document.kind else "",
        document.verdict.value,
        document.words.assessed if document.words else None,
        document.pages.count if document.pages else None,
        len(counted.correct) if judged else None,
        len(counted.improve) + len(counted.look) if judged else None,
        f"{document.error.message} {document.error.advice}" if document.error else "",
        count_suppressed(document) if judged else None,
    )
