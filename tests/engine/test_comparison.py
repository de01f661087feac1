"""Two reports on drafts of one document: what was closed, opened and left."""

from dataclasses import replace

import pytest

from mastercheck.engine.comparison import compare
from mastercheck.model.comparison import Change
from mastercheck.model.report import DocumentReport, Outcome, RuleResult, SectionWords, Severity
from mastercheck.model.standing import Standing
from report_builders import document, place, result, words

MET, FAIL, LOOK, SILENT, CRASHED = Outcome.PASS, Outcome.FAIL, Outcome.REVIEW, Outcome.NOT_APPLICABLE, Outcome.ERROR
SUPPRESSED = Outcome.SUPPRESSED


def draft(*outcomes: Outcome, severity: Severity = Severity.ERROR) -> DocumentReport:
    """A draft on which the rules CON001, CON002 and so on have these outcomes."""
    return document(*(result(f"CON{at:03}", "Rule", outcome, severity=severity) for at, outcome in enumerate(outcomes, 1)))


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        (FAIL, MET, "closed"),
        (LOOK, MET, "closed"),
        (CRASHED, MET, "closed"),
        (MET, FAIL, "opened"),
        (MET, LOOK, "opened"),
        (SILENT, FAIL, "opened"),
        (FAIL, FAIL, "open"),
        (FAIL, LOOK, "open"),
        (LOOK, FAIL, "open"),
        (FAIL, SILENT, "silent"),
        (FAIL, SUPPRESSED, "closed"),
        (SUPPRESSED, FAIL, "opened"),
    ],
)
def test_a_gap_is_in_one_part(before: Outcome, after: Outcome, part: str) -> None:
    found = compare(draft(before), draft(after))
    assert [name for name in ("closed", "opened", "open", "silent") if getattr(found, name)] == [part]


@pytest.mark.parametrize(("before", "after"), [(MET, MET), (SILENT, MET), (MET, SILENT), (SILENT, SILENT), (SUPPRESSED, MET)])
def test_what_is_no_gap_is_in_none(before: Outcome, after: Outcome) -> None:
    found = compare(draft(before), draft(after))
    assert (found.closed, found.opened, found.open, found.silent) == ((), (), (), ())


def test_a_gap_of_a_rule_that_judges_one_draft_only() -> None:
    empty = document()
    assert compare(empty, draft(FAIL)).opened[0].standings == (Standing.NOT_ASKED, Standing.CORRECT)
    gone = compare(draft(FAIL), empty).silent[0]
    assert (gone.after, gone.shown.code) == (None, "CON001")


def test_the_gravest_comes_first_and_else_the_order_of_the_rules() -> None:
    after = document(
        result("CON001", "A", LOOK),
        result("CON002", "B", FAIL, severity=Severity.NOTE),
        result("CON003", "C", FAIL),
        result("CON004", "D", FAIL, severity=Severity.WARNING),
        result("CON005", "E", FAIL),
    )
    assert [change.shown.code for change in compare(document(), after).opened] == ["CON003", "CON005", "CON004", "CON001", "CON002"]
    closed = compare(after, draft(*[MET] * 5)).closed
    assert [change.shown.code for change in closed] == ["CON003", "CON005", "CON004", "CON001", "CON002"]


def leftovers(count: int, outcome: Outcome = FAIL) -> RuleResult:
    """A result with so many places."""
    return result("LFT001", "No template text left", outcome, *(place("1 A", page) for page in range(count)))


@pytest.mark.parametrize(
    ("before", "after", "places"), [(leftovers(9), leftovers(2), (9, 2)), (leftovers(2), leftovers(3, MET), (2, 0)), (None, None, (0, 0))]
)
def test_places_are_counted_where_something_is_to_be_done(
    before: RuleResult | None, after: RuleResult | None, places: tuple[int, int]
) -> None:
    assert Change(before=before, after=after).places == places


def test_a_change_of_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        _ = Change(before=None, after=None).shown


def test_sections_are_compared_where_both_were_counted() -> None:
    counted = replace(draft(), words=words(sections=(SectionWords(title="Plan", level=1, words=80),)))
    assert [one.difference for one in compare(counted, counted).sections] == [0]
    assert [one.difference for one in compare(draft(), counted).sections] == [80]
