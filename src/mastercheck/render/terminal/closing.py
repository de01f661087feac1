"""The end of a report: what to do next, what only people can judge, and what the absence of findings does not mean."""

from collections.abc import Iterator

from rich.text import Text

from mastercheck.model.report import DocumentReport, Report
from mastercheck.render.steps import Step, choose_steps
from mastercheck.render.tally import tally
from mastercheck.render.terminal.places import name_place
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, HEADING
from mastercheck.rulebook.schema import Rulebook


def write_steps(document: DocumentReport, sheet: Sheet) -> Iterator[Text]:
    """Yield the changes that do most for a document, each with its place and with what to do."""
    for number, step in enumerate(choose_steps(document), 1):
        if number == 1:
            yield Text()
            yield from sheet.indent(sheet.say("Next", HEADING), 1)
        room = sheet.width - 5
        said = sheet.join([_name_step(step, sheet), sheet.say(_first_sentence(step.result.advice))], " ")
        lines = sheet.wrap(said, room)
        if len(lines) > 1:
            lines = [lines[0], sheet.say(sheet.cut(" ".join(line.plain for line in lines[1:]), room))]
        for line in lines:
            yield from sheet.columns([(sheet.say(str(number) if line is lines[0] else ""), 1), (line, room)], indent=2)


def _name_step(step: Step, sheet: Sheet) -> Text:
    """Return what a step is about and where: "No template text left (2.1, p. 3, and 4 more):"."""
    place = name_place(step.location, sheet, sheet.width // 3)
    if not place.plain:
        return sheet.say(f"{step.result.title}:")
    more = sheet.say(f", and {step.places - 1} more" if step.places > 1 else "")
    return sheet.join([sheet.say(f"{step.result.title} ("), place, more, sheet.say("):")])


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
