"""Suppression: findings of a report that do not count are set apart, and what follows from the others is derived again.

A rule of which nothing is left that counts has the outcome SUPPRESSED, which decides nothing about its document. A document that could not
be read and a check that crashed stay what they are: there are no findings of theirs to set apart.
"""

from collections.abc import Callable
from dataclasses import replace

from mastercheck.engine.documents import derive_verdict
from mastercheck.engine.rules import GRAVITY
from mastercheck.model.report import DocumentReport, Finding, Outcome, RuleResult
from mastercheck.model.suppression import Suppression

Judge = Callable[[RuleResult, Finding], Suppression | None]
"""Says why a finding does not count; None for one that does."""

ASKING = frozenset({Outcome.FAIL, Outcome.REVIEW})
"""Outcomes of findings that can be suppressed."""


def suppress_findings(document: DocumentReport, judge: Judge) -> DocumentReport:
    """Return the report on a document with the findings that do not count set apart.

    Args:
        document: the report on it.
        judge: asked about each finding that something follows from, in the order of the report.
    """
    results = tuple(_suppress(result, judge) for result in document.results)
    if all(after is before for after, before in zip(results, document.results, strict=True)):
        return document
    return replace(document, results=results, verdict=derive_verdict(results))


def list_asking(result: RuleResult) -> tuple[Finding, ...]:
    """Return the findings of a rule that can be suppressed; the rule's message itself where there are none."""
    if result.outcome not in ASKING:
        return ()
    return tuple(finding for finding in _list_findings(result) if finding.outcome in ASKING)


def _list_findings(result: RuleResult) -> tuple[Finding, ...]:
    return result.findings or (Finding(outcome=result.outcome, message=result.message),)


def _suppress(result: RuleResult, judge: Judge) -> RuleResult:
    if result.outcome not in ASKING:
        return result
    answers = [(finding, judge(result, finding) if finding.outcome in ASKING else None) for finding in _list_findings(result)]
    suppressed = tuple(replace(finding, suppression=answer) for finding, answer in answers if answer)
    if not suppressed:
        return result
    left = tuple(finding for finding, answer in answers if not answer)
    return _conclude(replace(result, findings=left, suppressed=(*result.suppressed, *suppressed)))


def _conclude(result: RuleResult) -> RuleResult:
    """Derive a rule's outcome, message and advice again, from the findings that are left."""
    telling = [finding for finding in result.findings if finding.outcome in ASKING]
    if not telling:
        return replace(result, outcome=Outcome.SUPPRESSED, advice="")
    gravest = min(telling, key=lambda finding: GRAVITY.index(finding.outcome))
    return replace(result, outcome=gravest.outcome, message=gravest.message, advice=gravest.advice)
