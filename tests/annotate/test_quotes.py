"""Quotes are found again, whatever became of their blanks and hyphens."""

import pytest

from mastercheck.annotate.quotes import find_quote


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("One two three.", "two", "two"),
        ("One  two\n three.", "two three", "two\n three"),
        ("A well-known ser-\nvice desk", "well-known service desk", "well-known ser-\nvice desk"),
        ("A soft\u00ad hyphen", "soft hyphen", "soft\u00ad hyphen"),
        ("A long sentence that goes on and on", "A long sentence that…", "A long sentence that"),
        ("What (so) is [this]?", "(so) is [this]?", "(so) is [this]?"),
    ],
    ids=["as it stands", "blanks", "a hyphen at the end of a line", "a soft hyphen", "shortened", "signs of a pattern"],
)
def test_a_quote_is_found(text: str, quote: str, found: str) -> None:
    place = find_quote(text, quote)
    assert place is not None
    assert text[slice(*place)] == found


def test_whole_words_go_before_parts_of_words() -> None:
    assert find_quote("The others and he", "he") == (15, 17)
    assert find_quote("The others", "he") == (1, 3)


def test_the_occurrence_that_is_meant_is_found_and_the_last_where_there_are_fewer() -> None:
    assert [find_quote("the cat, the dog", "the", turn) for turn in range(3)] == [(0, 3), (9, 12), (9, 12)]


@pytest.mark.parametrize("quote", ["", "…", " - ", "four"])
def test_what_is_not_there_is_not_found(quote: str) -> None:
    assert find_quote("One two three.", quote) is None
