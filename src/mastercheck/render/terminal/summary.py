"""The table over several documents: one line for each, and how many have which verdict."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import commonprefix
from types import MappingProxyType
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from mastercheck.model.report import DocumentReport, Report, Verdict
from mastercheck.render.tally import tally
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, HEADING, sign_of_verdict

INDENT: Final = 2
BETWEEN: Final = 2
VERDICT: Final = 15
SHORTEST_NAME: Final = 16
LONGEST_CANDIDATE: Final = 28

FIGURES: Mapping[str, int] = MappingProxyType({"words": 7, "pages": 5, "gaps": 4})
"""The columns of figures and their widths."""

DISPENSABLE: Final = ("pages", "words")
"""Figures that a narrow sheet does without, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """How the table is divided.

    Attributes:
        document, candidate: widths; no candidate stands in a column where its width is 0.
        below: candidates stand on lines of their own, because there is no room beside the document.
        figures: those that are shown.
    """

    document: int
    candidate: int
    below: bool
    figures: tuple[str, ...]


def write_summary(report: Report, sheet: Sheet) -> Iterator[Text]:
    """Yield a line for each document and a total."""
    yield Text()
    folder = find_folder([document.path for document in report.documents])
    where = sheet.say(f"in {sheet.cut_front(folder, sheet.width // 3)}" if folder else "")
    title = sheet.join([sheet.say(f"{len(report.documents)} documents", HEADING), where], " ")
    yield from sheet.spread(title, _total(report, sheet))
    yield Text()
    columns = _divide(report, sheet)
    heads = [sheet.say(title, FAINT) for title in ("document", "candidate", "verdict")]
    yield from _line(sheet, heads, {title: sheet.bind(title, FAINT) for title in FIGURES}, columns)
    for document in report.documents:
        yield from _write_document(document, folder, sheet, columns)


def find_folder(paths: Sequence[str]) -> str:
    """Return the folder that all paths begin with, with the sign that ends it; "" where they have none in common."""
    common = commonprefix(paths)  # noqa: RUF071 - paths as they were typed; the last folder sign is looked for below
    return common[: max(common.rfind("/"), common.rfind("\\")) + 1]


def _divide(report: Report, sheet: Sheet) -> Columns:
    """Return how the table is divided: candidates stand beside the documents where there is room for both and any is known."""
    longest = max(cell_len(sheet.say(document.candidate).plain) for document in report.documents)
    wanted = min(max(longest, len("candidate")), LONGEST_CANDIDATE)
    room = _room(sheet, tuple(FIGURES)) - BETWEEN
    if longest and room >= 2 * SHORTEST_NAME:
        width = min(wanted, room // 2)
        return Columns(document=room - width, candidate=width, below=False, figures=tuple(FIGURES))
    shown = tuple(FIGURES)
    for title in DISPENSABLE:
        if _room(sheet, shown) < SHORTEST_NAME:
            shown = tuple(other for other in shown if other != title)
    return Columns(document=max(_room(sheet, shown), 4), candidate=0, below=longest > 0, figures=shown)


def _room(sheet: Sheet, shown: Sequence[str]) -> int:
    return sheet.width - INDENT - BETWEEN - VERDICT - sum(FIGURES[title] + BETWEEN for title in shown)


def _write_document(document: DocumentReport, folder: str, sheet: Sheet, columns: Columns) -> Iterator[Text]:
    sign = sign_of_verdict(document.verdict, sheet.symbols)
    name = sheet.say(sheet.cut_front(document.path[len(folder) :], columns.document))
    candidate = sheet.say(sheet.cut(document.candidate, columns.candidate or sheet.width - INDENT - 2), FAINT if columns.below else "")
    verdict = sheet.bind(f"{sign.symbol} {sign.word}", sign.style)
    yield from _line(sheet, [name, candidate, verdict], _figures(document, sheet), columns)
    if columns.below and document.candidate:
        yield from sheet.indent(candidate, INDENT + 2)


def _line(sheet: Sheet, texts: Sequence[Text], figures: Mapping[str, Text], columns: Columns) -> Iterator[Text]:
    name, candidate, verdict = texts
    cells = [(name, columns.document), *([(candidate, columns.candidate)] if columns.candidate else []), (verdict, VERDICT)]
    for title in columns.figures:
        gap = sheet.gap(FIGURES[title] - figures[title].cell_len)
        cells.append((sheet.join([gap, figures[title]]), FIGURES[title]))
    yield from sheet.columns(cells, indent=INDENT, between=BETWEEN)


def _figures(document: DocumentReport, sheet: Sheet) -> Mapping[str, Text]:
    """Return a document's figures by the title of their column."""
    words = f"{document.words.assessed:,}" if document.words else ""
    pages = f"{'' if document.pages.certain else '~'}{document.pages.count}" if document.pages else ""
    gaps = "" if document.error else str(len(tally(document).correct))
    figures = {"words": words, "pages": pages, "gaps": gaps}
    return {title: sheet.say(figure or sheet.symbols.silent) for title, figure in figures.items()}


def _total(report: Report, sheet: Sheet) -> Text:
    counts = {verdict: report.count(verdict) for verdict in Verdict}
    words = {verdict: sign_of_verdict(verdict, sheet.symbols).word.lower() for verdict in Verdict}
    return sheet.facts(sheet.bind(f"{count} {words[verdict]}") for verdict, count in counts.items() if count)
