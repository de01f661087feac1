"""The table over several documents: one line for each, and how many have which verdict."""

from collections.abc import Iterator, Mapping, Sequence
from os.path import commonprefix
from types import MappingProxyType
from typing import Final

from rich.text import Text

from mastercheck.model.report import DocumentReport, Report, Verdict
from mastercheck.render.tally import tally
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, HEADING, sign_of_verdict

INDENT: Final = 2
VERDICT: Final = 15
SHORTEST_NAME: Final = 16

FIGURES: Mapping[str, int] = MappingProxyType({"words": 8, "pages": 6, "to correct": 10})
"""The columns of figures and their widths."""

DISPENSABLE: Final = ("pages", "words")
"""Figures that a narrow sheet does without, in this order."""


def write_summary(report: Report, sheet: Sheet) -> Iterator[Text]:
    """Yield a line for each document and a total."""
    yield Text()
    folder = find_folder([document.path for document in report.documents])
    where = sheet.say(f"in {sheet.cut_front(folder, sheet.width // 3)}" if folder else "")
    title = sheet.join([sheet.say(f"{len(report.documents)} documents", HEADING), where], " ")
    yield from sheet.spread(title, _total(report, sheet))
    yield Text()
    shown = _choose_figures(sheet)
    titles = {title: sheet.bind(title, FAINT) for title in shown}
    yield from _line(sheet, sheet.say("document", FAINT), sheet.say("verdict", FAINT), [titles[title] for title in shown], shown)
    for document in report.documents:
        sign = sign_of_verdict(document.verdict, sheet.symbols)
        name = sheet.say(sheet.cut_front(document.path[len(folder) :], _name_width(sheet, shown)))
        figures = _figures(document, sheet)
        yield from _line(sheet, name, sheet.bind(f"{sign.symbol} {sign.word}", sign.style), [figures[title] for title in shown], shown)


def find_folder(paths: Sequence[str]) -> str:
    """Return the folder that all paths begin with, with the sign that ends it; "" where they have none in common."""
    common = commonprefix(paths)  # noqa: RUF071 - paths as they were typed; the last folder sign is looked for below
    return common[: max(common.rfind("/"), common.rfind("\\")) + 1]


def _choose_figures(sheet: Sheet) -> tuple[str, ...]:
    """Return the figures that there is room for."""
    shown = tuple(FIGURES)
    for title in DISPENSABLE:
        if _name_width(sheet, shown) < SHORTEST_NAME:
            shown = tuple(other for other in shown if other != title)
    return shown


def _name_width(sheet: Sheet, shown: Sequence[str]) -> int:
    return max(sheet.width - INDENT - 2 - VERDICT - sum(FIGURES[title] + 2 for title in shown), 4)


def _line(sheet: Sheet, name: Text, verdict: Text, figures: Sequence[Text], shown: Sequence[str]) -> Iterator[Text]:
    cells = [(name, _name_width(sheet, shown)), (verdict, VERDICT)]
    for title, figure in zip(shown, figures, strict=True):
        cells.append((sheet.join([sheet.gap(FIGURES[title] - figure.cell_len), figure]), FIGURES[title]))
    yield from sheet.columns(cells, indent=INDENT)


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
