"""The findings that do not count: what was seen, where, and why it is suppressed; and what is to be tidied up."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from mastercheck.model.report import DocumentReport, Finding, Report, RuleResult
from mastercheck.render.suppressions import describe_reason, list_suppressed, list_upkeep
from mastercheck.render.terminal.findings import INDENT, SHOWN
from mastercheck.render.terminal.places import describe_place
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, HEADING

MEANING: Final = "shown, and not counted"


def write_suppressed(document: DocumentReport, sheet: Sheet) -> Iterator[Text]:
    """Yield the suppressed findings of a document, rule by rule, each with its reason."""
    for number, result in enumerate(list_suppressed(document)):
        yield Text()
        if number == 0:
            yield from sheet.spread(sheet.say("Suppressed", HEADING), sheet.say(MEANING, FAINT))
            yield Text()
        yield from _write_result(result, sheet)


def _write_result(result: RuleResult, sheet: Sheet) -> Iterator[Text]:
    name = sheet.join([sheet.say(result.code, "bold"), sheet.gap(1), sheet.say(result.name)])
    yield from sheet.spread(name, sheet.say(f"guide {result.clause}" if result.clause else "", FAINT), indent=2, below=INDENT)
    for finding in result.suppressed[:SHOWN]:
        yield from _write_finding(finding, sheet)
    if len(result.suppressed) > SHOWN:
        yield from sheet.indent(sheet.say(f"and {len(result.suppressed) - SHOWN} more: --format json shows all", FAINT), INDENT)


def _write_finding(finding: Finding, sheet: Sheet) -> Iterator[Text]:
    yield from sheet.indent(sheet.say(finding.message), INDENT)
    place = finding.location
    if place:
        quote = "" if place.quote in finding.message else sheet.cut(place.quote, sheet.width - INDENT - 2)
        where = sheet.join([describe_place(place, sheet), sheet.say(f'"{quote}"' if quote else "")], ": ")
        where.stylize(FAINT if sheet.styled else "")
        yield from sheet.indent(where, INDENT)
    yield from sheet.indent(sheet.say(f"Reason: {describe_reason(finding)}"), INDENT)


def write_upkeep(report: Report, sheet: Sheet) -> Iterator[Text]:
    """Yield what is to be tidied up in the suppressions and the baseline; nothing where all is in order."""
    for number, line in enumerate(list_upkeep(report)):
        if number == 0:
            yield Text()
            yield from sheet.indent(sheet.say("To tidy up", HEADING), 1)
        yield from sheet.columns([(sheet.say(sheet.symbols.bullet), 1), (sheet.say(line), sheet.width - 4)], indent=2, between=1)
