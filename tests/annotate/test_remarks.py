"""What the comments say: every finding with a place once, the rest in the summary."""

from collections.abc import Callable
from dataclasses import replace

from mastercheck.annotate.remarks import Remark, list_remarks, summarise
from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, KindSource, Outcome, Severity, Verdict
from mastercheck.render.matrix import Mark
from report_builders import STAMP, compliant, document, draft, place, result

PLACE = place("1 Introduction", quote="the very words", paragraph=7)


def summary(report: DocumentReport) -> str:
    return "\n".join(summarise(report, STAMP).text())


def test_the_comments_of_a_draft(compare_with_golden: Callable[[str, str], None]) -> None:
    remarks = [summarise(draft(), STAMP), *list_remarks(draft())]
    compare_with_golden("\n\n".join("\n".join(remark.text(exact=False)) for remark in remarks) + "\n", "draft.txt")


def test_a_remark_says_what_is_asked_the_message_the_advice_and_the_clause() -> None:
    failed = result("LFT001", "No template text left", Outcome.FAIL, PLACE, message="Left: <x>.", advice="Remove it.", clause="6")
    (remark,) = list_remarks(document(failed))
    assert remark.text() == ("To correct: LFT001 No template text left", "Left: <x>.", "What to do: Remove it.", "Guide: 6")
    assert (remark.mark, remark.location) == (Mark.CORRECT, PLACE)


def test_a_rule_without_advice_or_clause_leaves_these_lines_out() -> None:
    (remark,) = list_remarks(document(result("A1", "One", Outcome.REVIEW, PLACE, message="Look.", clause="")))
    assert remark.text() == ("To look at: A1 One", "Look.")


def test_the_words_are_quoted_only_where_the_comment_does_not_stand_at_them() -> None:
    (remark,) = list_remarks(document(result("LFT001", "A", Outcome.FAIL, PLACE)))
    assert "About: “the very words”" in remark.text(exact=False)
    assert not any("the very words" in line for line in remark.text())


def test_each_outcome_is_told_by_its_first_words_and_the_gravest_come_first() -> None:
    report = document(
        result("A1", "Worth knowing", Outcome.FAIL, PLACE, severity=Severity.NOTE),
        result("A2", "Doubtful", Outcome.REVIEW, PLACE),
        result("A3", "Not decisive", Outcome.FAIL, PLACE, severity=Severity.WARNING),
        result("A4", "Missing", Outcome.FAIL, PLACE),
        result("A5", "Met", Outcome.PASS, PLACE),
        result("A6", "Not asked", Outcome.NOT_APPLICABLE, PLACE),
    )
    assert [remark.head for remark in list_remarks(report)] == [
        "To correct: A4 Missing",
        "To improve: A3 Not decisive",
        "To look at: A2 Doubtful",
        "Note: A1 Worth knowing",
    ]


def test_each_place_of_a_rule_has_its_comment_and_what_passes_has_none() -> None:
    findings = [
        Finding(outcome=outcome, message=f"{outcome}", location=replace(PLACE, paragraph=number))
        for number, outcome in enumerate((Outcome.PASS, Outcome.REVIEW, Outcome.FAIL), 1)
    ]
    remarks = list_remarks(document(result("A1", "One", Outcome.FAIL, *findings)))
    assert [remark.location.paragraph for remark in remarks] == [3, 2]
    assert [remark.mark for remark in remarks] == [Mark.CORRECT, Mark.LOOK]
    assert [remark.head for remark in remarks] == ["To correct: A1 One", "To look at: A1 One"]


def test_what_is_only_to_be_looked_at_says_so_in_the_summary() -> None:
    findings = [Finding(outcome=Outcome.FAIL, message="P1.2 is not shown."), Finding(outcome=Outcome.REVIEW, message="P1.1 is weak.")]
    assert "P1.2 is not shown. to look at: P1.1 is weak." in summary(document(result("EXS002", "Shown", Outcome.FAIL, *findings)))


def test_a_page_is_a_place_and_a_chapter_is_none() -> None:
    on_page, in_chapter = Location(page=3), Location(heading_path=("1 Introduction",))
    report = document(result("A1", "One", Outcome.FAIL, on_page), result("A2", "Two", Outcome.FAIL, in_chapter, message="Somewhere."))
    assert [remark.location for remark in list_remarks(report)] == [on_page]
    assert "- To correct: A2 Two. Somewhere." in summary(report)


def test_the_summary_says_what_is_missing_but_not_again_what_stands_at_its_place() -> None:
    missing = result("CON011", "Risks", Outcome.FAIL, message="No passage describes risks.", advice="Add a table.", clause="4")
    more = result("CON012", "Plan", Outcome.FAIL, message="No plan.", advice="Add one.", clause="5")
    third = result("CON013", "Team", Outcome.FAIL, message="No team.", advice="Name it.", clause="6")
    fourth = result("CON014", "Budget", Outcome.FAIL, message="No budget.", advice="Give it.", clause="7")
    placed = result("LFT001", "Leftovers", Outcome.FAIL, PLACE, message="Left: <x>.", severity=Severity.WARNING)
    text = summary(document(missing, more, third, fourth, placed, verdict=Verdict.NOT_COMPLIANT))
    assert text.startswith("mastercheck: Not compliant\n")
    assert "1. CON011 Risks: Add a table." in text
    assert "- To correct: CON011 Risks. No passage describes risks.\n" in text
    assert "- To correct: CON014 Budget. No budget. What to do: Give it. Guide: 7\n" in text
    assert "Left: <x>." not in text.partition("Without a place in the text:")[2]


def test_a_step_names_chapter_and_page_but_no_number_of_a_paragraph() -> None:
    failed = result("LFT001", "Leftovers", Outcome.FAIL, replace(PLACE, page=2), advice="Remove it.")
    assert "1. LFT001 Leftovers (1 Introduction, page 2): Remove it." in summary(document(failed))


def test_a_rule_without_findings_and_a_check_that_crashed_are_in_the_summary() -> None:
    crashed = result("A1", "One", Outcome.ERROR, message="The check crashed.", findings=())
    text = summary(document(crashed, verdict=Verdict.NOT_COMPLIANT))
    assert "- Fault of mastercheck: A1 One. The check crashed." in text


def test_nothing_to_do_leaves_verdict_and_figures() -> None:
    text = summary(compliant())
    assert text.startswith("mastercheck: Compliant\n")
    assert "What to do next" not in text
    assert "Without a place" not in text
    assert "No finding is no approval" in text
    assert summarise(compliant(), STAMP).mark is not Mark.CORRECT


def test_an_assumed_kind_and_a_rulebook_of_ones_own_are_told() -> None:
    assert "assumed from its length" in summary(document(kind_source=KindSource.ASSUMED))
    assert "assumed" not in summary(document())
    own = "\n".join(summarise(document(), replace(STAMP, builtin=False)).text())
    assert "edition 201607 (not the built-in one)." in own


def test_control_characters_are_spelled_out_and_each_line_is_one_paragraph() -> None:
    remark = Remark(mark=Mark.NOTE, head="Note: A\x1b", lines=("one\ntwo",))
    assert remark.text() == ("Note: A\\x1b", "one two")
