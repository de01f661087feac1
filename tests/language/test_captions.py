"""Captions and what refers to them."""

import pytest

from builders import document_of
from mastercheck.language.captions import find_captions, find_references

SORTS = (("figure", "fig"), ("table", "tabel"))


def references(text: str) -> frozenset[tuple[str, str]]:
    return find_references(document_of(f"# One\n{text}"), SORTS)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("As Table 2 shows.", {"2"}),
        ("See tables 1, 2 and 4.", {"1", "2", "4"}),
        ("See Tables 1-3.", {"1", "2", "3", "1-3"}),
        ("Tabel 2.1 is here.", {"2.1"}),
        ("The table has 4 rows; a stable 3.", set()),
    ],
)
def test_references_are_told_by_word_and_number(text: str, numbers: set[str]) -> None:
    assert {number for sort, number in references(text) if sort == "table"} == numbers


def test_an_abbreviation_is_of_the_same_sort() -> None:
    assert ("figure", "3") in references("Compare fig. 3.")


def test_a_caption_does_not_refer_to_itself_but_may_refer_to_others() -> None:
    said = references("Table 1: Owners of the risks in Table 2\n| a | b |")
    assert said == {("table", "2")}


def test_captions_know_their_number_and_what_stands_around_them() -> None:
    (one, two) = find_captions(document_of("# One\nThe ships:\nTable 1: Ships\n| a | b |\nFig. A2: Quay\nThe end."), SORTS)
    assert (one.sort, one.number, one.label, one.led_in) == ("table", "1", "Table 1", True)
    assert (two.sort, two.number) == ("figure", "A2")
    assert {"ships", "end"} <= one.near


def test_a_caption_with_another_word_is_left_alone() -> None:
    assert find_captions(document_of("# One\nChart 1: Ships"), SORTS) == ()
