"""The table over several documents: one line for each, and how many have which verdict."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from mastercheck.model.report import DocumentReport, Report, Verdict
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, HEADING, sign_of_verdict
from mastercheck.render.terminal.tally import tally

VERDICT: Final = 15
FIGURES: Final = (("words", 8), ("pages", 6), ("to correct", 10))
"""The columns of figures and their widths."""


def write_summary(report: Report, sheet: Sheet) -> Iterator[Text]:
    """Yield a line for each document and a total."""
    yield Text()
    yield from sheet.spread(sheet.say(f"{len(report.documents)} documents", HEADING), _total(report, sheet))
    yield Text()
    room = sheet.width - 2 - VERDICT - 2 - sum(width + 2 for _, width in FIGURES)
    name_width = max(room, 12)
    yield from _line(
        sheet, sheet.say("document", FAINT), name_width, sheet.say("verdict", FAINT), [sheet.say(name, FAINT) for name, _ in FIGURES]
    )
    for document in report.documents:
        sign = sign_of_verdict(document.verdict, sheet.symbols)
        name = sheet.say(sheet.cut_front(document.path, name_width))
        yield from _line(sheet, name, name_width, sheet.say(f"{sign.symbol} {sign.word}", sign.style), _figures(document, sheet))


def _line(sheet: Sheet, name: Text, name_width: int, verdict: Text, figures: list[Text]) -> Iterator[Text]:
    right = [sheet.join([sheet.gap(width - cell.cell_len), cell]) for cell, (_, width) in zip(figures, FIGURES, strict=True)]
    yield from sheet.columns(
        [(name, name_width), (verdict, VERDICT), *((cell, width) for cell, (_, width) in zip(right, FIGURES, strict=True))], indent=2
    )


def _figures(document: DocumentReport, sheet: Sheet) -> list[Text]:
    if document.error:
        return [sheet.say(sheet.symbols.silent)] * len(FIGURES)
    words = f"{document.words.assessed:,}" if document.words else sheet.symbols.silent
    pages = sheet.symbols.silent
    if document.pages:
        pages = f"{'' if document.pages.certain else '~'}{document.pages.count}"
    return [sheet.say(figure) for figure in (words, pages, str(len(tally(document).correct)))]


def _total(report: Report, sheet: Sheet) -> Text:
    counts = {verdict: report.count(verdict) for verdict in Verdict}
    words = {verdict: sign_of_verdict(verdict, sheet.symbols).word.lower() for verdict in Verdict}
    return sheet.facts(sheet.bind(f"{count} {words[verdict]}") for verdict, count in counts.items() if count)
