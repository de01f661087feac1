"""What `explain --document` looks for."""

import pytest

from builders import document_of
from mastercheck.checks import kinds_by_name
from mastercheck.engine.passages import find_passages, find_topic
from mastercheck.errors import UsageError
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.schema import Rulebook

REPORT = document_of(
    """
# Introduction
P2.1 Manage organizational change is an exam specification that is addressed.
# Risks
One risk was that the engineer would leave; it was likely, and its impact high, so that a deputy was trained as a measure."""
)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load(kinds_by_name())


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ("risks", "CON011 Risks"),
        ("con011", "CON011 Risks"),
        ("it_strategy", "CON018 "),
        ("IT-Strategy", "CON018 "),
        ("p2.1", "P2.1 Manage organizational change"),
        ("A2", "A2 Organizational and cultural change"),
    ],
)
def test_a_topic_goes_by_several_names(wanted: str, title: str, rulebook: Rulebook) -> None:
    assert find_topic(wanted, rulebook, REPORT).title.startswith(title)


@pytest.mark.parametrize(("wanted", "near"), [("rsks", '"risks"'), ("P2.9", "P2."), ("word-count", "")])
def test_a_wrong_name_is_answered_with_the_nearest(wanted: str, near: str, rulebook: Rulebook) -> None:
    with pytest.raises(UsageError, match="No passages are looked for about") as raised:
        find_topic(wanted, rulebook, REPORT)
    assert near in raised.value.message


def test_the_passage_of_an_element_is_found(rulebook: Rulebook) -> None:
    best = find_passages(REPORT, find_topic("risks", rulebook, REPORT), rulebook).best
    assert best is not None
    assert best.location.quote.startswith("One risk was")


def test_a_declaration_is_no_passage_of_its_specification(rulebook: Rulebook) -> None:
    found = find_passages(REPORT, find_topic("P2.1", rulebook, REPORT), rulebook).found
    assert not any(one.location.quote.startswith("P2.1") for one in found)
