"""What follows for rules and documents when findings are set apart."""

import pytest
from hypothesis import given

from mastercheck.model.report import DocumentReport, Finding, Outcome, RuleResult, Severity, Verdict
from mastercheck.model.suppression import Suppression, SuppressionSource
from mastercheck.settings.suppression import suppress_findings
from report_builders import document, place, result, scan
from report_strategies import documents

WHY = Suppression(source=SuppressionSource.SETTINGS, reason="agreed with the tutor")


def finding(outcome: Outcome, message: str, advice: str = "Add it.") -> Finding:
    """A finding with a place."""
    return Finding(outcome=outcome, message=message, advice=advice, location=place("1 Introduction", quote="words"))


def suppress(made: DocumentReport, *messages: str) -> DocumentReport:
    """The report with the findings of these messages set apart; all of them where none is named."""
    return suppress_findings(made, lambda _, one: WHY if one.message in messages or not messages else None)


def rule_with(*findings: Finding, outcome: Outcome = Outcome.FAIL, **more: object) -> RuleResult:
    """The result of a rule."""
    return result("CON003", "Justification", outcome, *findings, message=findings[0].message, advice="Add it.", **more)


def test_a_rule_all_of_whose_findings_are_suppressed_decides_nothing() -> None:
    seen = finding(Outcome.FAIL, "a")
    after = suppress(document(rule_with(seen), verdict=Verdict.NOT_COMPLIANT))
    (told,) = after.results
    assert after.verdict is Verdict.COMPLIANT
    assert (told.outcome, told.message, told.advice, told.findings) == (Outcome.SUPPRESSED, "a", "", ())
    assert [(one.message, one.location, one.suppression) for one in told.suppressed] == [("a", seen.location, WHY)]


def test_what_is_left_of_a_rule_decides_with_its_own_words() -> None:
    made = document(rule_with(finding(Outcome.FAIL, "a"), finding(Outcome.FAIL, "b")), verdict=Verdict.NOT_COMPLIANT)
    after = suppress(made, "a")
    (told,) = after.results
    assert after.verdict is Verdict.NOT_COMPLIANT
    assert (told.outcome, told.message, told.advice) == (Outcome.FAIL, "b", "Add it.")
    assert ([one.message for one in told.findings], [one.message for one in told.suppressed]) == (["b"], ["a"])


def test_the_advice_is_that_of_the_finding_that_decides_now() -> None:
    over, borderline = finding(Outcome.FAIL, "a", "Shorten it."), finding(Outcome.REVIEW, "b", "Count it otherwise.")
    (told,) = suppress(document(rule_with(borderline, over), verdict=Verdict.NOT_COMPLIANT), "a").results
    assert (told.outcome, told.message, told.advice) == (Outcome.REVIEW, "b", "Count it otherwise.")


def test_where_only_something_to_look_at_is_left_a_person_must_look() -> None:
    made = document(rule_with(finding(Outcome.FAIL, "a"), finding(Outcome.REVIEW, "b")), verdict=Verdict.NOT_COMPLIANT)
    after = suppress(made, "a")
    assert after.verdict is Verdict.NEEDS_REVIEW
    assert (after.results[0].outcome, after.results[0].message) == (Outcome.REVIEW, "b")


def test_what_passes_is_never_set_apart() -> None:
    made = document(rule_with(finding(Outcome.FAIL, "a"), finding(Outcome.PASS, "b")), verdict=Verdict.NOT_COMPLIANT)
    (told,) = suppress(made).results
    assert (told.outcome, [one.message for one in told.findings]) == (Outcome.SUPPRESSED, ["b"])


def test_a_rule_without_findings_is_one_finding_itself() -> None:
    made = document(result("CON004", "PDCA", Outcome.FAIL, message="It is missing."), verdict=Verdict.NOT_COMPLIANT)
    (told,) = suppress(made).results
    assert (told.outcome, [one.message for one in told.suppressed]) == (Outcome.SUPPRESSED, ["It is missing."])


def test_two_suppressions_after_one_another_add_up() -> None:
    made = document(rule_with(finding(Outcome.FAIL, "a"), finding(Outcome.REVIEW, "b")), verdict=Verdict.NOT_COMPLIANT)
    (told,) = suppress(suppress(made, "a"), "b").results
    assert (told.outcome, [one.message for one in told.suppressed]) == (Outcome.SUPPRESSED, ["a", "b"])


def test_a_check_that_crashed_stays_one() -> None:
    crashed = finding(Outcome.ERROR, "The check crashed.")
    made = document(rule_with(crashed, finding(Outcome.FAIL, "a"), outcome=Outcome.ERROR), verdict=Verdict.NOT_COMPLIANT)
    assert suppress(made) is made


def test_a_document_that_cannot_be_read_stays_unreadable() -> None:
    assert suppress(scan()) == scan()


@pytest.mark.parametrize("outcome", [Outcome.PASS, Outcome.NOT_APPLICABLE, Outcome.ERROR])
def test_other_outcomes_are_left_alone(outcome: Outcome) -> None:
    made = document(result("A", "", outcome), verdict=Verdict.NEEDS_REVIEW)
    assert suppress(made) is made


def test_nothing_to_suppress_leaves_the_verdict_as_it_was() -> None:
    made = document(rule_with(finding(Outcome.FAIL, "a"), severity=Severity.NOTE), verdict=Verdict.COMPLIANT)
    assert suppress(made, "other") is made


@given(made=documents)
def test_no_finding_is_lost_and_no_crash_is_silenced(made: DocumentReport) -> None:
    after = suppress(made)
    assert (after.verdict is Verdict.UNREADABLE) == (made.verdict is Verdict.UNREADABLE)
    for before, now in zip(made.results, after.results, strict=True):
        assert len(now.findings) + len(now.suppressed) >= len(before.findings) + len(before.suppressed)
        assert (now.outcome is Outcome.ERROR) == (before.outcome is Outcome.ERROR)
