"""Which changes a report names first, and where it says they belong."""

from mastercheck.model.report import Finding, Outcome, Severity
from mastercheck.render.steps import choose_steps
from report_builders import document, place, result


def titles(*results: object) -> list[str]:
    return [step.result.title for step in choose_steps(document(*results))]  # type: ignore[arg-type]


MISSING = [result(f"CON00{number}", f"Missing {number}", Outcome.FAIL, element=f"e{number}") for number in range(1, 5)]
LEFTOVER = result("LFT001", "Leftover", Outcome.FAIL, place("2 Plan", 3, "<Date>"), place("2 Plan", 4, "<Name>"))


def test_what_makes_a_document_not_compliant_comes_first_then_what_is_certain() -> None:
    found = [
        result("CON001", "Doubtful", Outcome.REVIEW, element="a"),
        result("STR001", "Certain", Outcome.FAIL, severity=Severity.WARNING),
        result("CON002", "Grave", Outcome.FAIL, element="b"),
        result("FRM004", "Note", Outcome.FAIL, severity=Severity.NOTE),
        result("CON003", "Met"),
        result("CON004", "Crashed", Outcome.ERROR),
    ]
    assert titles(*found) == ["Grave", "Certain", "Doubtful"]


def test_content_comes_before_form_but_a_leftover_is_named_too() -> None:
    assert titles(*MISSING, LEFTOVER) == ["Missing 1", "Missing 2", "Leftover"]


def test_nothing_gives_way_where_nothing_cheap_is_wrong_or_one_is_named_already() -> None:
    doubtful = result("LFT002", "Doubtful", Outcome.REVIEW, place("2 Plan", 3, "xxx"))
    assert titles(*MISSING, doubtful) == ["Missing 1", "Missing 2", "Missing 3"]
    assert titles(LEFTOVER, *MISSING, result("LFT006", "More", Outcome.FAIL, place("3 End", 4))) == ["Leftover", "Missing 1", "Missing 2"]
    assert titles() == []


def test_a_declaration_that_falls_short_is_content_and_not_cheap() -> None:
    short = result("EXS001", "Declared", Outcome.FAIL, place("1 Start", 1), element="exam_specs")
    assert titles(*MISSING[:2], short, LEFTOVER) == ["Missing 1", "Missing 2", "Leftover"]


def test_a_defect_is_placed_where_it_stands() -> None:
    passed = Finding(outcome=Outcome.PASS, message="Fine.", location=place("1 Start"))
    found = result("LFT001", "Leftover", Outcome.FAIL, passed, place("2 Plan", 3, "<Date>"), place("2 Plan", 4, "<Name>"))
    (step,) = choose_steps(document(found))
    assert (step.location, step.places) == (place("2 Plan", 3, "<Date>"), 2)


def test_what_is_missing_is_placed_where_its_neighbours_are() -> None:
    there = [
        result("CON005", "A", Outcome.PASS, place("2 Our work"), element="a"),
        result("CON006", "B", Outcome.PASS, place("1 Opening"), element="b"),
        result("CON007", "C", Outcome.PASS, place("1 Opening"), element="c"),
        result("CON008", "D", Outcome.PASS, place(paragraph=7), element="d"),
        result("EXS001", "E", Outcome.PASS, place("3 Other"), element="e"),
        result("CON009", "F", Outcome.REVIEW, place("4 Doubt"), element="f"),
    ]
    assert choose_steps(document(MISSING[0], *there))[0].location == place("1 Opening")
    named = result("CON010", "G", Outcome.PASS, place("Introduction and choice"), element="g")
    assert choose_steps(document(MISSING[0], *there, named))[0].location == place("Introduction and choice")


def test_no_place_is_made_up() -> None:
    form = result("LEN001", "Length", Outcome.FAIL)
    assert [step.location for step in choose_steps(document(MISSING[0], form))] == [None, None]
