"""XLSX (ECMA-376): a sheet with the matrix of documents by rules, a sheet with the findings, and one with those that do not count.

Every cell is a figure or a string: nothing is written as a formula or a link, and the cells of text keep an apostrophe's effect
(`quotePrefix`, 18.8.45), so that a text that looks like a formula is none even after somebody has edited it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from types import MappingProxyType

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from mastercheck.model.location import Location, shorten
from mastercheck.model.report import DocumentReport, Report, RuleResult, Verdict
from mastercheck.render.matrix import MEANINGS, Column, Mark, list_columns, mark_finding, mark_rules
from mastercheck.render.phrases import KINDS, VERDICTS, describe_place
from mastercheck.render.plain import harmless
from mastercheck.render.suppressions import count_suppressed, describe_reason, list_suppressed
from mastercheck.render.tally import tally, telling_findings
from mastercheck.rulebook.schema import Rulebook

CELL_LENGTH = 32_767
"""Characters that a cell holds at most; ROWS: rows that a sheet holds at most (Excel's published limits)."""
ROWS = 1_048_576

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the file format knows no time zone, and no clock is asked

ILLEGAL = re.compile("[\ufffe\uffff]")
"""Characters that XML 1.0 (2.2) forbids, besides those that are no harmless text anyway."""

HEAD = ("Document", "Candidate", "Version", "Kind", "Verdict", "Words", "Pages", "To correct", "To improve", "To look at", "Suppressed")
WIDTHS = (36, 22, 14, 14, 15, 8, 8, 8, 8, 8, 11)
FINDINGS = ("Document", "Candidate", "Rule", "Title", "Outcome", "Message", "Place", "Quote", "Advice", "Guide clause")
FINDING_WIDTHS = (36, 22, 9, 32, 10, 50, 40, 50, 60, 20)
SUPPRESSED = ("Document", "Candidate", "Rule", "Title", "Message", "Place", "Quote", "Reason", "Guide clause")
SUPPRESSED_WIDTHS = (36, 22, 9, 32, 50, 40, 50, 60, 20)
MARK_WIDTH = 10
"""Widths are in letters."""

LINE_HEIGHT, LINES, UPRIGHT_HEIGHT = 15, 12, 220
"""Points of a line, lines that a row shows at most, points of titles that stand upright. Not every program finds the heights itself."""

COLOURS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        Mark.FAULT: ("#ffffff", "#5b2a86"),
        Mark.CORRECT: ("#7d0a12", "#ffd6d6"),
        Mark.IMPROVE: ("#6b3900", "#ffe4c4"),
        Mark.LOOK: ("#5c4700", "#fff3b8"),
        Mark.NOTE: ("#1d3f72", "#dce8fa"),
        Mark.SUPPRESSED: ("#4b3f63", "#ece6f5"),
        Mark.MET: ("#0d4f23", "#d7f2dd"),
        Mark.NOT_ASKED: ("#595959", "#f3f3f3"),
    }
)
"""Of the text and of what is behind it: at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""

VERDICT_MARKS: Mapping[Verdict, Mark] = MappingProxyType(
    {
        Verdict.COMPLIANT: Mark.MET,
        Verdict.NOT_COMPLIANT: Mark.CORRECT,
        Verdict.NEEDS_REVIEW: Mark.LOOK,
        Verdict.UNREADABLE: Mark.FAULT,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The formats of the workbook's cells."""

    head: Format
    upright: Format
    text: Format
    figure: Format
    marks: Mapping[str, Format]


Cell = tuple[str | int | None, Format]


def render(report: Report, rulebook: Rulebook) -> bytes:
    """Return a report as a workbook; the same report gives the same bytes.

    Args:
        report: on the documents.
        rulebook: that judged; it gives the rules their order.
    """
    paper = BytesIO()
    book = Workbook(paper, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": "mastercheck", "created": CREATED})
    styles = _make_styles(book)
    columns = list_columns(report, rulebook)
    matrix = book.add_worksheet("Documents")
    titles = [_cut(f"{column.code} {column.title}") for column in columns]
    rows = [_make_row(document, columns, styles) for document in report.documents]
    _set_widths(matrix, widths := (*WIDTHS, *[MARK_WIDTH] * len(titles)))
    _fill(matrix, [*HEAD, *titles], rows, styles, widths)
    matrix.set_row(0, UPRIGHT_HEIGHT)
    matrix.repeat_columns(0)
    lines = [line for document in report.documents for line in _list_findings(document, styles)]
    _add_list(book, "Findings", FINDINGS, lines, styles, FINDING_WIDTHS)
    aside = [line for document in report.documents for line in _list_suppressed(document, styles)]
    if aside:
        _add_list(book, "Suppressed", SUPPRESSED, aside, styles, SUPPRESSED_WIDTHS)
    _add_legend(book.add_worksheet("Legend"), report, styles)
    book.close()
    return paper.getvalue()


def _make_styles(book: Workbook) -> Styles:
    plain = {"valign": "top", "quote_prefix": True}
    head = {"bold": True, "text_wrap": True, "valign": "bottom", "bg_color": "#1f3a5f", "font_color": "#ffffff", "quote_prefix": True}
    return Styles(
        head=book.add_format(head),
        upright=book.add_format({**head, "rotation": 90}),
        text=book.add_format({**plain, "text_wrap": True}),
        figure=book.add_format({"valign": "top", "num_format": "#,##0"}),
        marks={
            mark: book.add_format({**plain, "font_color": ink, "bg_color": paper, "border": 1, "border_color": "#bfbfbf"})
            for mark, (ink, paper) in COLOURS.items()
        },
    )


def _make_row(document: DocumentReport, columns: Sequence[Column], styles: Styles) -> tuple[Cell, ...]:
    counted, marks = tally(document), mark_rules(document)
    judged = document.error is None
    told = (document.path, document.candidate, document.version, KINDS[document.kind])
    figures = (
        document.words.assessed if document.words else None,
        document.pages.count if document.pages else None,
        *(len(part) if judged else None for part in (counted.correct, counted.improve, counted.look)),
        count_suppressed(document) if judged else None,
    )
    return (
        *((text, styles.text) for text in told),
        (VERDICTS[document.verdict], styles.marks[VERDICT_MARKS[document.verdict]]),
        *((figure, styles.figure) for figure in figures),
        *((mark, styles.marks[mark]) if mark else (None, styles.text) for mark in (marks.get(column.code) for column in columns)),
    )


def _list_findings(document: DocumentReport, styles: Styles) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each finding of a rule that is not met, and one for a rule without any; one for a document that cannot be read."""
    start = ((document.path, styles.text), (document.candidate, styles.text))
    marks, counted = mark_rules(document), tally(document)
    if document.error:
        told = (document.error.message, "", "", document.error.advice, "")
        fault = ("Unreadable", styles.marks[Mark.FAULT])
        yield (*start, ("", styles.text), ("", styles.text), fault, *((text, styles.text) for text in told))
    for result in (*counted.correct, *counted.improve, *counted.look, *counted.notes):
        for message, location, mark in _list_places(result, marks[result.code]):
            told = (message, describe_place(location), location.quote, result.advice, result.clause)
            rule = ((result.code, styles.text), (result.title, styles.text), (mark.value, styles.marks[mark]))
            yield (*start, *rule, *((text, styles.text) for text in told))


def _list_suppressed(document: DocumentReport, styles: Styles) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each finding that does not count."""
    for result in list_suppressed(document):
        for finding in result.suppressed:
            place = finding.location or Location()
            told = (finding.message, describe_place(place), place.quote, describe_reason(finding), result.clause)
            yield tuple((text, styles.text) for text in (document.path, document.candidate, result.code, result.title, *told))


def _list_places(result: RuleResult, mark: Mark) -> list[tuple[str, Location, Mark]]:
    """Return a message, a place and a mark for each finding of a rule; its own where it has none."""
    told = [(one.message or result.message, one.location or Location(), mark_finding(one, mark)) for one in telling_findings(result)]
    return told or [(result.message, Location(), mark)]


def _add_list(
    book: Workbook, title: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], styles: Styles, widths: Sequence[int]
) -> None:
    """Add a sheet with a row for each finding, as wide as a page."""
    sheet = book.add_worksheet(title)
    _set_widths(sheet, widths)
    _fill(sheet, head, rows, styles, widths)
    sheet.fit_to_pages(1, 0)


def _fill(sheet: Worksheet, head: Sequence[str], rows: Sequence[Sequence[Cell]], styles: Styles, widths: Sequence[int]) -> None:
    """Write a sheet with filters whose first row and first column stay in sight; titles of rules stand upright."""
    for column, title in enumerate(head):
        sheet.write_string(0, column, title, styles.head if column < len(HEAD) or head is FINDINGS else styles.upright)
    shown = rows if len(rows) < ROWS else [*rows[: ROWS - 2], [(f"and {len(rows) - ROWS + 2} rows more: JSON holds them all", styles.text)]]
    for number, row in enumerate(shown, 1):
        for column, (cell, style) in enumerate(row):
            _write(sheet, number, column, cell, style)
        lines = max(-(-len(cell) // (width - 3)) if isinstance(cell, str) else 1 for (cell, _), width in zip(row, widths, strict=False))
        sheet.set_row(number, LINE_HEIGHT * min(max(lines, 1), LINES))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(shown), len(head) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)


def _write(sheet: Worksheet, row: int, column: int, cell: str | int | None, style: Format) -> None:
    if isinstance(cell, str) and cell:
        sheet.write_string(row, column, _cut(cell), style)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, style)


def _cut(text: str) -> str:
    """Return text as a cell can hold it: short enough, without control characters."""
    shown = ILLEGAL.sub("\ufffd", harmless(text))
    return shown if len(shown.encode("utf-16-le")) // 2 <= CELL_LENGTH else shorten(shown, CELL_LENGTH // 2)


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _add_legend(sheet: Worksheet, report: Report, styles: Styles) -> None:
    for row, (mark, meaning) in enumerate(MEANINGS.items()):
        sheet.write_string(row, 0, mark.value, styles.marks[mark])
        sheet.write_string(row, 1, meaning, styles.text)
    stamp = report.rulebook
    own = "" if stamp.builtin else " (not the built-in one)"
    by = f"mastercheck {report.version}, rulebook {stamp.id}, edition {stamp.edition}{own}"
    sheet.write_string(len(MEANINGS) + 1, 1, _cut(by), styles.text)
    _set_widths(sheet, (12, 60))
