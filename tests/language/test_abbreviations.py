"""Abbreviations and what explains them."""

import pytest

from builders import document_of
from mastercheck.language.abbreviations import Abbreviation, find_abbreviations


def find(text: str) -> dict[str, Abbreviation]:
    return {one.letters: one for one in find_abbreviations(document_of(f"# One\n{text}"), frozenset({"ISO"}))}


@pytest.mark.parametrize(
    "text",
    [
        "The quay safety committee (QSC) met. The QSC met again.",
        "The QSC (the committee for safety) met.",
        "QSC stands for something. The QSC met.",
        "The committee for quay safety and control met. The QSC met.",
        "| QSC | a committee |\nThe QSC met.",
        "QSC: a committee\nThe QSC met.",
    ],
)
def test_an_explanation_is_found(text: str) -> None:
    assert find(text)["QSC"].explained is not None


def test_an_explanation_spelled_out_in_brackets_is_certain() -> None:
    assert find("The quay safety committee (QSC) met. The QSC met.")["QSC"].certain
    assert not find("The QSC (our committee) met.")["QSC"].certain


def test_uses_are_counted_and_the_first_is_known() -> None:
    one = find("It rains.\nThe QXC met, and the QXCs met.\nISO met.")["QXC"]
    assert (one.uses, one.first.number, one.explained) == (2, 3, None)


@pytest.mark.parametrize(
    "text", ["The Bank QXC is open.", "The QXC Bank is open.", "QXC/QXD and Q-XC.", "OPEN THE QXC NOW", "The ISO met."]
)
def test_names_and_shouting_are_no_uses(text: str) -> None:
    assert "QXC" not in find(text)
