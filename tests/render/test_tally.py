"""What findings say of themselves: in every format, one that is only to be looked at is told apart from those that settle the rule."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from mastercheck.model.report import Finding, Outcome, Severity
from mastercheck.model.suppression import Suppression, SuppressionSource
from mastercheck.render import html, junit, markdown, xlsx
from mastercheck.render.matrix import Mark, mark_finding
from mastercheck.render.tally import add_message, say_message
from report_builders import document, draft, place, report, result, rulebook

WEAK = Finding(outcome=Outcome.REVIEW, message="P1.1 is shown weakly.", location=place("3 Work", 4))
MISSING = Finding(outcome=Outcome.FAIL, message="P1.2 is not shown.")


@pytest.mark.parametrize(
    ("outcome", "said"), [(Outcome.FAIL, "to look at: P1.1 is shown weakly."), (Outcome.REVIEW, "P1.1 is shown weakly.")]
)
def test_a_doubtful_finding_of_a_settled_rule_says_that_it_is_to_be_looked_at(outcome: Outcome, said: str) -> None:
    assert say_message(WEAK, result("EXS002", "Shown", outcome)) == said


def test_a_finding_that_does_not_count_is_not_to_be_looked_at() -> None:
    known = replace(WEAK, suppression=Suppression(source=SuppressionSource.BASELINE, reason="known"))
    assert say_message(known, result("EXS002", "Shown", Outcome.FAIL)) == WEAK.message


def test_a_message_that_repeats_its_rule_is_nothing_to_add() -> None:
    assert add_message(MISSING, result("EXS002", "Shown", Outcome.FAIL, message=MISSING.message)) == ""
    assert add_message(MISSING, result("EXS002", "Shown", Outcome.FAIL)) == MISSING.message


@pytest.mark.parametrize("render", [markdown.render, markdown.render_feedback, html.render, html.render_feedback, junit.render])
def test_each_format_for_people_says_so(render: object) -> None:
    made = document(result("EXS002", "Shown", Outcome.FAIL, MISSING, WEAK, severity=Severity.ERROR))
    text = render(report(made), rulebook())  # type: ignore[operator]
    assert "to look at: P1.1 is shown weakly." in text.replace("\\", "")
    assert "to look at: P1.2" not in text


@pytest.mark.parametrize(("mark", "shown"), [(Mark.CORRECT, Mark.LOOK), (Mark.IMPROVE, Mark.LOOK), (Mark.NOTE, Mark.NOTE)])
def test_a_doubtful_finding_asks_for_a_look_and_never_for_more(mark: Mark, shown: Mark) -> None:
    assert mark_finding(WEAK, mark) is shown
    assert mark_finding(MISSING, mark) is mark


def test_each_format_counts_in_the_same_words() -> None:
    several = report(draft(), draft())
    rows = load_workbook(io.BytesIO(xlsx.render(several, rulebook())))["Documents"]
    counts = dict(zip([cell.value for cell in rows[1]], [cell.value for cell in rows[2]], strict=True))
    assert [counts[title] for title in ("To correct", "To improve", "To look at")] == [2, 1, 2]
    head, _, row = [line.split(" | ") for line in markdown.render(several, rulebook()).splitlines()[2:5]]
    assert (head[-3:], row[-3:]) == (["To correct", "To improve", "To look at |"], ["2", "1", "2 |"])
    page = html.render(several, rulebook())
    assert '<th scope="col">To correct</th><th scope="col">To improve</th><th scope="col">To look at</th>' in page
    figures = "".join(f'<td class="figure">{count}</td>\n' for count in (2, 1, 2))
    assert page.count(figures) == 2
