"""What the results of a document come to: what to correct, to improve, to look at, and what comes first."""

from dataclasses import dataclass

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Outcome, RuleResult
from mastercheck.model.standing import Standing, standing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The results of a document, parted by what they ask of the reader, each part in the rulebook's order.

    Attributes:
        correct: what makes the document not compliant.
        improve: what failed without doing that.
        look: what a person must judge.
        notes: what is only worth knowing.
        met: what is met.
    """

    correct: tuple[RuleResult, ...]
    improve: tuple[RuleResult, ...]
    look: tuple[RuleResult, ...]
    notes: tuple[RuleResult, ...]
    met: tuple[RuleResult, ...]

    @property
    def steps(self) -> tuple[RuleResult, ...]:
        """What to do, the gravest first; a check that crashed is nothing that the author can change."""
        return tuple(result for result in (*self.correct, *self.improve, *self.look) if result.outcome is not Outcome.ERROR)


def tally(document: DocumentReport) -> Tally:
    """Return the results of a document, parted by what they ask of the reader."""
    parts: dict[Standing, list[RuleResult]] = {standing: [] for standing in Standing}
    for result in document.results:
        parts[standing_of(result)].append(result)
    return Tally(
        correct=tuple(parts[Standing.CORRECT]),
        improve=tuple(parts[Standing.IMPROVE]),
        look=tuple(parts[Standing.LOOK]),
        notes=tuple(parts[Standing.NOTE]),
        met=tuple(parts[Standing.MET]),
    )


def telling_findings(result: RuleResult) -> tuple[Finding, ...]:
    """Return the findings that a rule's outcome follows from first, then the others; what passes is left out unless all does."""
    order = (Outcome.ERROR, Outcome.FAIL, Outcome.REVIEW)
    if result.outcome not in order:
        return tuple(finding for finding in result.findings if finding.outcome is result.outcome)
    return tuple(finding for outcome in order for finding in result.findings if finding.outcome is outcome)


def say_message(finding: Finding, result: RuleResult) -> str:
    """Return a finding's message, with what it asks where that is less than its rule: a person must look, though others settle the rule."""
    doubtful = finding.outcome is Outcome.REVIEW and result.outcome is not Outcome.REVIEW and finding.suppression is None
    return f"to look at: {finding.message}" if doubtful else finding.message


def add_message(finding: Finding, result: RuleResult) -> str:
    """Return what a finding says besides the message of its rule; "" where it says the same."""
    said = say_message(finding, result)
    return said if said != result.message else ""


def telling_place(result: RuleResult) -> Location | None:
    """Return where to look first; None where nothing has a place."""
    return next((finding.location for finding in telling_findings(result) if finding.location), None)
