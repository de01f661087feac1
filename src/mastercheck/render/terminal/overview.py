"""What follows the table over many documents: which cannot be read and what to do about each, and where there is more to read."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from mastercheck.model.report import Report, Verdict
from mastercheck.render.phrases import NO_APPROVAL
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.summary import find_folder
from mastercheck.render.terminal.symbols import FAINT, HEADING, sign_of_verdict

INDENT: Final = 4


def write_unread(report: Report, sheet: Sheet) -> Iterator[Text]:
    """Yield the documents that cannot be read, each with the reason and with what to do; nothing where there are none."""
    unread = [(document.path, document.error) for document in report.documents if document.error]
    folder = find_folder([document.path for document in report.documents])
    sign = sign_of_verdict(Verdict.UNREADABLE, sheet.symbols)
    for number, (path, error) in enumerate(unread):
        yield Text()
        if number == 0:
            yield from sheet.spread(sheet.say("Unreadable", HEADING), sheet.say("nothing is said of what they hold", FAINT))
            yield Text()
        mark = sheet.say(sign.symbol, sign.style)
        yield from sheet.columns([(mark, 1), (sheet.say(path[len(folder) :], "bold"), sheet.width - INDENT)], indent=2, between=1)
        yield from sheet.indent(sheet.say(error.message), INDENT)
        arrow = sheet.say(sheet.symbols.arrow, sign.style)
        advice = (sheet.say(error.advice), sheet.width - INDENT - arrow.cell_len - 1)
        yield from sheet.columns([(arrow, arrow.cell_len), advice], indent=INDENT, between=1)


def write_more(report: Report, sheet: Sheet) -> Iterator[Text]:
    """Yield how to see the whole report, and what the absence of findings does not mean."""
    yield Text()
    if any(document.error is None for document in report.documents):
        yield from sheet.indent(sheet.say(NO_APPROVAL), 1)
    yield from sheet.indent(sheet.say("One document in full: mastercheck check FILE"), 1)
    yield from sheet.indent(sheet.say("All in full: add --full, or --format html --output-dir FOLDER"), 1)
