import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.language.pipeline import read_words
from mastercheck.language.terms import compile_term, index_words


def found(term: str, *texts: str) -> list[str]:
    index = index_words(read_words(texts))
    return [" ".join(index.forms[first : last + 1]) for first, last in index.find(term)]


@pytest.mark.parametrize(
    ("term", "text", "said"),
    [
        ("risk", "Risks were rated; a risky step was not.", ["Risks"]),
        ("risk register", "The risk registers and the register of risks", ["risk registers"]),
        ("organization strategy", "the organisation\u2019s strategy", ["organisation strategy"]),
        ("do … differently", "I would do it all quite differently", ["do it all quite differently"]),
        ("do … differently", "I would do it all again and quite differently", []),
        ("plan-do-check-act", "our Plan/Do/Check/Act wheel", ["Plan Do Check Act"]),
        ("SMART", "SMART goals of a smart team", ["SMART"]),
        ("I", "and i. I am", ["I"]),
        ("I =learned", "I learn. I learned. I LEARNED.", ["I learned", "I LEARNED"]),
        ("chose|selected option", "They chose options and selected an option", ["chose options"]),
        ("chose|SLA", "an SLA and a sla: they choose", ["SLA", "choose"]),
        ("{number} {month}", "from 4 March to 5 days", ["4 March"]),
        ("whale", "There is none here", []),
        ("risk … whale", "A risk of something", []),
    ],
)
def test_a_term_is_found_as_its_syntax_says(term: str, text: str, said: list[str]) -> None:
    assert found(term, text) == said


def test_a_term_does_not_reach_over_the_end_of_a_sentence_or_a_text() -> None:
    assert found("night … shift", "It was night. The shift began.") == []
    assert found("night shift", "a night", "shift") == []


@pytest.mark.parametrize("term", ["", "…", "plan|,", "one-off|once"])
def test_a_term_without_words_is_refused(term: str) -> None:
    with pytest.raises(ValueError, match="term"):
        compile_term(term)


@given(st.lists(st.sampled_from(["night", "shift", "day", "."]), max_size=30), st.integers(0, 3))
def test_what_is_found_begins_and_ends_with_the_parts_of_the_term(words: list[str], others: int) -> None:
    text = " ".join(["night", *["day"] * others, "shift", *words])
    said = found("night … shift", text)
    assert all(one.startswith("night") and one.endswith("shift") for one in said)
    assert said
