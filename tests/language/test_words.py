import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.language.words import count_words, words_of

TEXTS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))["text"]
SPACES = st.sampled_from([" ", "\t", "\n", "\u00a0", "\u202f", "\u3000", "  "])
PLAIN = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S")), min_size=1)


@pytest.mark.parametrize("text", TEXTS, ids=[repr(text["is"]) for text in TEXTS])
def test_a_text_has_as_many_words_as_word_shows(text: dict[str, object]) -> None:
    assert count_words(str(text["is"])) == text["words"]


@given(st.lists(PLAIN), SPACES)
def test_words_are_what_stands_between_white_space(words: list[str], space: str) -> None:
    assert words_of(space.join(words)) == words


@given(st.text(), st.text())
def test_texts_on_two_lines_have_the_words_of_both(first: str, second: str) -> None:
    assert count_words(f"{first}\n{second}") == count_words(first) + count_words(second)


@given(st.text())
def test_white_space_around_changes_nothing(text: str) -> None:
    assert words_of(f" {text}\u00a0") == words_of(text)
