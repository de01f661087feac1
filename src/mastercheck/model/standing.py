"""What the result of a rule asks of the reader: to correct, to improve, to look, or nothing."""

from enum import StrEnum

from mastercheck.model.report import Outcome, RuleResult, Severity


class Standing(StrEnum):
    """What a result asks for, from nothing to the gravest: the order of the members is that of their weight."""

    NOT_ASKED = "not asked"
    MET = "met"
    SUPPRESSED = "suppressed"
    NOTE = "note"
    LOOK = "look"
    IMPROVE = "improve"
    CORRECT = "correct"

    @property
    def weight(self) -> int:
        """How grave it is, from 0."""
        return list(Standing).index(self)

    @property
    def is_gap(self) -> bool:
        """Whether something is left to do, to look at or to know."""
        return self not in {Standing.NOT_ASKED, Standing.MET, Standing.SUPPRESSED}


_PLAIN = {
    Outcome.NOT_APPLICABLE: Standing.NOT_ASKED,
    Outcome.PASS: Standing.MET,
    Outcome.SUPPRESSED: Standing.SUPPRESSED,
    Outcome.ERROR: Standing.CORRECT,
}
"""What outcomes ask for whatever the severity of the rule."""


def standing_of(result: RuleResult | None) -> Standing:
    """Return what a result asks for; NOT_ASKED without one."""
    if result is None:
        return Standing.NOT_ASKED
    if result.outcome in _PLAIN:
        return _PLAIN[result.outcome]
    if result.severity is Severity.NOTE:
        return Standing.NOTE
    if result.outcome is Outcome.REVIEW:
        return Standing.LOOK
    return Standing.CORRECT if result.severity is Severity.ERROR else Standing.IMPROVE
