"""The table over several documents: one line for each, and how many have which verdict."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

FIGURES: Mapping[str, int] = MappingProxyType({"words": 7, "pages": 5, "to correct": 10})
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
    folder = find_folder([document.path for document in report.documents])
    where = sheet.say(f"in {sheet.cut_front(folder, sheet.width // 3)}" if folder else "")
    title = sheet.join([sheet.say(f"{len(report.documents)} documents", HEADING), where], " ")
    yield from sheet.spread(title, _total(report, sheet))
    yield Text()
    places = [document.path[len(folder) :] for document in report.documents]
    columns = _divide(report, places, sheet)
    heads = [sheet.say(title, FAINT) for title in ("document", "candidate", "verdict")]
    yield from _line(sheet, heads, {title: sheet.bind(title, FAINT) for title in FIGURES}, columns)
    names = shorten(places, columns.document, sheet)
    candidates = shorten([document.candidate for document in report.documents], columns.candidate or sheet.width - INDENT - 2, sheet)
    for document, name, candidate in zip(report.documents, names, candidates, strict=True):
        yield from _write_document(document, name, candidate, sheet, columns)


def find_folder(paths: Sequence[str]) -> str:
    """Return the folder that all paths begin with, with the sign that ends it; "" where they have none in common."""
    common = commonprefix(paths)  # noqa: RUF071 - paths as they were typed; the last folder sign is looked for below
    return common[: max(common.rfind("/"), common.rfind("\\")) + 1]


def shorten(names: Sequence[str], width: int, sheet: Sheet) -> list[str]:
    """Return names that each fit into a width; those that could not be told apart any more stay whole, and take several lines."""
    short = _cut(names, width, sheet)
    twins = _find_twins(short)
    return [name if short[name] in twins else short[name] for name in names]


def _cut(names: Iterable[str], width: int, sheet: Sheet) -> Mapping[str, str]:
    return {name: sheet.cut_middle(name, width) for name in names}


def _find_twins(short: Mapping[str, str]) -> set[str]:
    """Return what several names became."""
    return {name for name, count in Counter(short.values()).items() if count > 1}


def _divide(report: Report, places: Sequence[str], sheet: Sheet) -> Columns:
    """Return how the table is divided: candidates stand beside the documents where any is known and both have room.

    There is room where no document's name is cut short for them; or where each is cut anyhow, and all are still told apart.
    """
    longest = max(cell_len(sheet.say(document.candidate).plain) for document in report.documents)
    wanted = min(max(longest, len("candidate")), LONGEST_CANDIDATE)
    room = _room(sheet, tuple(FIGURES)) - BETWEEN
    width = min(wanted, room // 2)
    name = max(cell_len(sheet.say(place).plain) for place in places)
    fair = name <= room - width or name > room + BETWEEN
    if longest and fair and room >= 2 * SHORTEST_NAME and not _find_twins(_cut(places, room - width, sheet)):
        return Columns(document=room - width, candidate=width, below=False, figures=tuple(FIGURES))
    shown = tuple(FIGURES)
    for title in DISPENSABLE:
        if _room(sheet, shown) < SHORTEST_NAME:
            shown = tuple(other for other in shown if other != title)
    return Columns(document=max(_room(sheet, shown), 4), candidate=0, below=longest > 0, figures=shown)


def _room(sheet: Sheet, shown: Sequence[str]) -> int:
    return sheet.width - INDENT - BETWEEN - VERDICT - sum(FIGURES[title] + BETWEEN for title in shown)


def _write_document(document: DocumentReport, name: str, candidate: str, sheet: Sheet, columns: Columns) -> Iterator[Text]:
    sign = sign_of_verdict(document.verdict, sheet.symbols)
    who = sheet.say(candidate, FAINT if columns.below else "")
    verdict = sheet.bind(f"{sign.symbol} {sign.word}", sign.style)
    yield from _line(sheet, [sheet.say(name), who, verdict], _figures(document, sheet), columns)
    if columns.below and candidate:
        yield from sheet.indent(who, INDENT + 2)


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
    correct = "" if document.error else str(len(tally(document).correct))
    figures = {"words": words, "pages": pages, "to correct": correct}
    return {title: sheet.say(figure or sheet.symbols.silent) for title, figure in figures.items()}


def _total(report: Report, sheet: Sheet) -> Text:
    counts = {verdict: report.count(verdict) for verdict in Verdict}
    words = {verdict: sign_of_verdict(verdict, sheet.symbols).word.lower() for verdict in Verdict}
    return sheet.facts(sheet.bind(f"{count} {words[verdict]}") for verdict, count in counts.items() if count)
