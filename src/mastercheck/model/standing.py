"""What the result of a rule asks of the reader: to correct, to improve, to look, or nothing."""

from enum import StrEnum

from mastercheck.model.report import Outcome, RuleResult, Severity


class Standing(StrEnum):
    """What a result asks for, from nothing to the gravest: the order of the members is that of their weight."""

    NOT_ASKED = "not asked"
    MET = "met"
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
        return self not in {Standing.NOT_ASKED, Standing.MET}


def standing_of(result: RuleResult | None) -> Standing:
    """Return what a result asks for; NOT_ASKED without one."""
    if result is None or result.outcome not in {Outcome.PASS, Outcome.FAIL, Outcome.REVIEW, Outcome.ERROR}:
        return Standing.NOT_ASKED
    if result.outcome is Outcome.ERROR:
        return Standing.CORRECT
    if result.outcome is Outcome.PASS:
        return Standing.MET
    if result.severity is Severity.NOTE:
        return Standing.NOTE
    if result.outcome is Outcome.REVIEW:
        return Standing.LOOK
    return Standing.CORRECT if result.severity is Severity.ERROR else Standing.IMPROVE
