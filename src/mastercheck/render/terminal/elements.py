"""The elements that the guide asks for, group by group: met, missing, to be looked at or not asked, each with its place and its proof."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.text import Text

from mastercheck.model.report import DocumentReport, Outcome, RuleResult
from mastercheck.render.tally import telling_findings, telling_place
from mastercheck.render.terminal.places import name_place
from mastercheck.render.terminal.sheet import Sheet
from mastercheck.render.terminal.specifications import write_areas, write_specifications
from mastercheck.render.terminal.symbols import FAINT, HEADING, sign_of
from mastercheck.rulebook.schema import Rulebook

STATUS: Final = 11
"""Columns of the sign and its word."""

INDENT: Final = 2

PRESENCE: Final = frozenset({"evidence"})
"""Kinds of check that ask whether something is there: what fails them is missing."""


def write_elements(document: DocumentReport, rulebook: Rulebook, sheet: Sheet) -> Iterator[Text]:
    """Yield the results of a document, group by group in the rulebook's order; groups that it does not list come last."""
    kinds = {rule.code: rule.check for rule in rulebook.rules}
    found = dict.fromkeys(result.group for result in document.results)
    for group in (*(name for name in rulebook.groups if name in found), *(name for name in found if name not in rulebook.groups)):
        results = [result for result in document.results if result.group == group]
        yield Text()
        yield from sheet.spread(sheet.say(group, HEADING), sheet.say(_name_chapters(results), FAINT))
        for result in results:
            yield from _write_result(result, sheet, about_presence=kinds.get(result.code) in PRESENCE)
        checks = {kinds.get(result.code) for result in results}
        if "specifications_declared" in checks:
            yield from write_specifications(document, rulebook, sheet)
        if "project_areas" in checks:
            yield from write_areas(document, rulebook, sheet)


def _name_chapters(results: Iterable[RuleResult]) -> str:
    """Return the chapters of the guide that rules come from."""
    clauses = (clause.strip() for result in results for clause in result.clause.split(";"))
    chapters = sorted({clause.split()[0] for clause in clauses if clause})
    return f"guide {', '.join(chapters)}" if chapters else ""


def _write_result(result: RuleResult, sheet: Sheet, *, about_presence: bool) -> Iterator[Text]:
    sign = sign_of(result, sheet.symbols, about_presence=about_presence)
    silent = result.outcome is Outcome.NOT_APPLICABLE
    room = sheet.width - INDENT - STATUS - 2
    right = sheet.place_width
    status = sheet.say(f"{sign.symbol} {sign.word}", sign.style)
    title = sheet.say(result.title, FAINT if silent else "")
    yield from sheet.columns([(status, STATUS), (title, room - right - 2), (_refer(result, sheet, right), right)], indent=INDENT)
    proof = result.message if silent else _quote(result, sheet, room)
    if proof:
        yield from sheet.indent(sheet.say(proof, FAINT), INDENT + STATUS + 2)


def _refer(result: RuleResult, sheet: Sheet, width: int) -> Text:
    """Return where the proof is, or which finding below says more."""
    if result.outcome is Outcome.NOT_APPLICABLE:
        return Text()
    if result.outcome is Outcome.PASS:
        return name_place(telling_place(result), sheet, width)
    code = sheet.say(result.code)
    place = name_place(telling_place(result), sheet, width - code.cell_len - 2)
    return code if sheet.symbols.ellipsis in place.plain else sheet.join([code, place], "  ")


def _quote(result: RuleResult, sheet: Sheet, width: int) -> str:
    """Return the words that prove what is met; "" where there are none, or where a finding below has them."""
    if result.outcome is not Outcome.PASS:
        return ""
    places = (finding.location for finding in telling_findings(result) if finding.location)
    quotes = (place.quote for place in places if place.quote and not any(place.quote in heading for heading in place.heading_path))
    quote = sheet.cut(next(quotes, ""), width - 2)
    return f'"{quote}"' if quote else ""
