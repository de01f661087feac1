"""The matrix of a cohort: documents by rules. Each cell is one word, which a colour or a sign only repeats."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from mastercheck.model.report import DocumentReport, Finding, Outcome, Report
from mastercheck.render.tally import tally
from mastercheck.rulebook.schema import Rulebook


class Mark(StrEnum):
    """What a rule asks of the author or the reader of a document, in a word; in the order in which a legend tells them."""

    FAULT = "fault"
    CORRECT = "correct"
    IMPROVE = "improve"
    LOOK = "look"
    NOTE = "note"
    SUPPRESSED = "suppressed"
    MET = "met"
    NOT_ASKED = "not asked"


MEANINGS: Mapping[Mark, str] = MappingProxyType(
    {
        Mark.FAULT: "the check itself failed, so nothing is said",
        Mark.CORRECT: "not met: the document is not compliant",
        Mark.IMPROVE: "not met, but not decisive",
        Mark.LOOK: "a person must judge",
        Mark.NOTE: "worth knowing",
        Mark.SUPPRESSED: "not met or to be looked at, but suppressed with a reason",
        Mark.MET: "met",
        Mark.NOT_ASKED: "does not apply to this document",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A rule that judged at least one document."""

    code: str
    title: str
    group: str
    clause: str


def list_columns(report: Report, rulebook: Rulebook) -> tuple[Column, ...]:
    """Return the rules that have a result, in the rulebook's order; those that it does not hold come last."""
    found: dict[str, Column] = {}
    for result in (result for document in report.documents for result in document.results):
        found.setdefault(result.code, Column(code=result.code, title=result.title, group=result.group, clause=result.clause))
    known = [rule.code for rule in rulebook.rules if rule.code in found]
    return tuple(found[code] for code in dict.fromkeys([*known, *found]))


def mark_rules(document: DocumentReport) -> Mapping[str, Mark]:
    """Return the mark of each rule that has a result on a document, by code."""
    counted = tally(document)
    parts = (
        ((result for result in document.results if result.outcome is Outcome.NOT_APPLICABLE), Mark.NOT_ASKED),
        ((result for result in document.results if result.outcome is Outcome.SUPPRESSED), Mark.SUPPRESSED),
        (counted.met, Mark.MET),
        (counted.notes, Mark.NOTE),
        (counted.look, Mark.LOOK),
        (counted.improve, Mark.IMPROVE),
        (counted.correct, Mark.CORRECT),
        ((result for result in counted.correct if result.outcome is Outcome.ERROR), Mark.FAULT),
    )
    return {result.code: mark for results, mark in parts for result in results}


def mark_finding(finding: Finding, mark: Mark) -> Mark:
    """Return the mark of a finding of a rule that has a mark: one that a person must judge asks for that, and for nothing graver."""
    graver = mark in {Mark.FAULT, Mark.CORRECT, Mark.IMPROVE}
    return Mark.LOOK if graver and finding.outcome is Outcome.REVIEW else mark
