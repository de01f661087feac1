"""The findings, the gravest first: what was seen, where, what the guide says, and what to do."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.text import Text

from mastercheck.model.report import Finding, RuleResult
from mastercheck.render.tally import Tally, add_message, telling_findings
from mastercheck.render.terminal.places import describe_place
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.symbols import FAINT, HEADING, sign_of

INDENT: Final = 4
SHOWN: Final = 5
"""Findings of one rule that are shown; the JSON has them all."""


def write_findings(counted: Tally, sheet: Sheet) -> Iterator[Text]:
    """Yield what to correct, what to improve, what to look at and what is worth knowing."""
    yield from _write_part("To correct", "", counted.correct, sheet)
    yield from _write_part("To improve", "not met, but not decisive", counted.improve, sheet)
    yield from _write_part("To look at", "a person must judge", counted.look, sheet)
    yield from _write_part("Notes", "", counted.notes, sheet)


def _write_part(title: str, meaning: str, results: Iterable[RuleResult], sheet: Sheet) -> Iterator[Text]:
    for number, result in enumerate(results):
        yield Text()
        if number == 0:
            yield from sheet.spread(sheet.say(title, HEADING), sheet.say(meaning, FAINT))
            yield Text()
        yield from _write_result(result, sheet)


def _write_result(result: RuleResult, sheet: Sheet) -> Iterator[Text]:
    sign = sign_of(result, sheet.symbols)
    name = sheet.join(
        [sheet.say(sign.symbol, sign.style), sheet.gap(1), sheet.say(result.code, "bold"), sheet.gap(1), sheet.say(result.name)]
    )
    yield from sheet.spread(name, sheet.say(f"guide {result.clause}" if result.clause else "", FAINT), indent=2, below=INDENT)
    yield from sheet.indent(sheet.say(result.message), INDENT)
    yield from _write_places(result, sheet)
    if result.advice:
        arrow = sheet.say(sheet.symbols.arrow, sign.style)
        yield from sheet.columns(
            [(arrow, arrow.cell_len), (sheet.say(result.advice), sheet.width - INDENT - arrow.cell_len - 1)], indent=INDENT, between=1
        )


def _write_places(result: RuleResult, sheet: Sheet) -> Iterator[Text]:
    """Yield where the findings are, with the words that stand there; each with its own message where that says more."""
    telling = [finding for finding in telling_findings(result) if finding.location or add_message(finding, result)]
    for finding in telling[:SHOWN]:
        yield from sheet.indent(_tell(finding, result, sheet), INDENT)
    if len(telling) > SHOWN:
        yield from sheet.indent(sheet.say(f"and {len(telling) - SHOWN} more: --format json shows all", FAINT), INDENT)


def _tell(finding: Finding, result: RuleResult, sheet: Sheet) -> Text:
    parts = []
    if said := add_message(finding, result):
        parts.append(sheet.say(said))
    if finding.location:
        told = finding.location.quote in finding.message
        quote = "" if told else sheet.cut(finding.location.quote, sheet.width - INDENT - 2)
        where = sheet.join([describe_place(finding.location, sheet), sheet.say(f'"{quote}"' if quote else "")], ": ")
        where.stylize(FAINT if sheet.styled else "")
        parts.append(where)
    return sheet.join(parts, "  ")
