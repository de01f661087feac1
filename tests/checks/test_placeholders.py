"""What is left of a template, and of what its author meant to do later."""

from builders import document_of
from mastercheck.checks.placeholders import Leftover, Params, check
from mastercheck.model.report import Outcome

GAP = Leftover(sort="a gap", pattern=r"\[[^\]]*\]")
NOTE = Leftover(sort="a note", phrases=("TODO", "later"), certain=False)


def found(text: str) -> list[tuple[str, Outcome]]:
    return [(str(one.facts["text"]), one.outcome) for one in check(document_of(text), Params(leftovers=(GAP, NOTE)))]


def test_each_leftover_is_told_once_and_as_surely_as_its_sort() -> None:
    assert found("The [date] was moved. TODO") == [("[date]", Outcome.FAIL), ("TODO", Outcome.REVIEW)]


def test_what_stands_within_a_leftover_is_none_of_its_own() -> None:
    assert found("[TODO: add the dates]") == [("[TODO: add the dates]", Outcome.FAIL)]
    assert found("[date] TODO [TODO]") == [("[date]", Outcome.FAIL), ("[TODO]", Outcome.FAIL), ("TODO", Outcome.REVIEW)]


def test_phrases_in_capitals_count_as_they_stand_alone() -> None:
    assert found("A todo list came Later.") == [("Later", Outcome.REVIEW)]
