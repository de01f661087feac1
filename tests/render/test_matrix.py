"""The matrix: which rules are its columns, and the one word in each cell."""

from mastercheck.model.report import Outcome, Severity
from mastercheck.render.matrix import MEANINGS, Mark, list_columns, mark_rules
from report_builders import document, report, result, rule, rulebook
from rulebook_builders import with_rules


def test_columns_stand_in_the_rulebooks_order_and_strangers_last() -> None:
    made = report(document(result("ZZZ001"), result("CON002")), document(result("CON001")))
    assert [column.code for column in list_columns(made, with_rules(rule("CON001", ""), rule("CON002", "")))] == [
        "CON001",
        "CON002",
        "ZZZ001",
    ]


def test_a_rule_without_results_is_no_column() -> None:
    assert list_columns(report(document()), rulebook()) == ()


def test_each_outcome_has_its_word() -> None:
    made = document(
        result("A", "", Outcome.ERROR),
        result("B", "", Outcome.FAIL),
        result("C", "", Outcome.FAIL, severity=Severity.WARNING),
        result("D", "", Outcome.REVIEW),
        result("E", "", Outcome.FAIL, severity=Severity.NOTE),
        result("F", "", Outcome.SUPPRESSED),
        result("G", "", Outcome.PASS),
        result("H", "", Outcome.NOT_APPLICABLE),
    )
    assert dict(zip("ABCDEFGH", MEANINGS, strict=True)) == mark_rules(made)
    assert set(MEANINGS) == set(Mark)
