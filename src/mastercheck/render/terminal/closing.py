"""The end of a report: what to do next, what only people can judge, and what the absence of findings does not mean."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from mastercheck.model.report import Report
from mastercheck.render.tally import Tally, tally
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, HEADING
from mastercheck.rulebook.schema import Rulebook

STEPS: Final = 3


def write_steps(counted: Tally, sheet: Sheet) -> Iterator[Text]:
    """Yield the changes that do most for a document: the gravest, in the rulebook's order."""
    for number, result in enumerate(counted.steps[:STEPS], 1):
        if number == 1:
            yield Text()
            yield from sheet.indent(sheet.say("Next", HEADING), 1)
        room = sheet.width - 5
        step = sheet.join([sheet.say(f"{result.title}:"), sheet.say(_first_sentence(result.advice))], " ")
        lines = sheet.wrap(step, room)
        if len(lines) > 1:
            lines = [lines[0], sheet.say(sheet.cut(" ".join(line.plain for line in lines[1:]), room))]
        for line in lines:
            yield from sheet.columns([(sheet.say(str(number) if line is lines[0] else ""), 1), (line, room)], indent=2)


def _first_sentence(advice: str) -> str:
    """Return the first sentence of advice; a stop inside of it, such as in a number, does not end it."""
    head, stop, _ = advice.partition(". ")
    return f"{head}." if stop else advice


def write_closing(report: Report, rulebook: Rulebook, sheet: Sheet) -> Iterator[Text]:
    """Yield what is true of every report, once."""
    judged = any(document.error is None for document in report.documents)
    if judged and rulebook.unjudged:
        yield Text()
        yield from sheet.spread(sheet.say("For people only", HEADING), sheet.say("no file can show it", FAINT))
        for provision in rulebook.unjudged:
            yield from sheet.columns(
                [(sheet.say(sheet.symbols.bullet), 1), (sheet.say(provision.title), sheet.width - 4)], indent=2, between=1
            )
    if judged:
        yield Text()
        yield from sheet.indent(sheet.say("No finding is no approval: style, truth and depth are for your tutor and examiner to judge."), 1)
        yield from sheet.indent(sheet.say(f"Every rule explained: mastercheck explain {_sample_code(report)}"), 1)


def _sample_code(report: Report) -> str:
    """Return the code of the first thing to do, or of any rule."""
    steps = (result.code for document in report.documents for result in tally(document).steps)
    anything = (result.code for document in report.documents for result in document.results)
    return next(steps, next(anything, "CODE"))
