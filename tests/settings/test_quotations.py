"""Quotations: what is the same words, however two programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.settings.quotations import holds, level, stands_above

LONG = "The strategy of the company rests on three pillars: a secure supply, a fair price, and growth along…"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We asked the staff.", "We asked the staff."),
        ("We asked the staff.", "asked the"),
        ("We asked the staff.", "ASKED   the\nstaff"),
        ("We asked “the staff”, twice.", 'asked "the staff" twice'),
        ("It\u2019s 5\u20137 days", "it's 5-7 days"),
        ("the \ufb01rst o\u00adffice", "the first office"),
        ("the\u00a0first", "the first"),
        ("We asked the staff twice.", "We … twice"),
        ("We asked the staff twice.", "asked ... twice..."),
        ("We asked the staff.", "…asked"),
        ("<Name>", "<Name>"),
        ("<Name>", "Name"),
        ("and ???? then", "????"),
        (LONG, "secure supply, a fair price, and growth along the harbour"),
        ("The strategy…", "The strategy of the company"),
    ],
)
def test_the_same_words(text: str, quote: str) -> None:
    assert holds(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We asked the staff.", "asked staff"),
        ("We asked the staff.", "ask"),
        ("We asked the staff.", "staff … asked"),
        ("We asked the staff.", "We asked the staff twice"),
        ("and ??? then", "????"),
        (LONG, "along the harbour"),
        (LONG, "growth along the harbour"),
        (LONG, "secure supply, a low price, and growth along the harbour"),
        ("", "word"),
    ],
)
def test_other_words(text: str, quote: str) -> None:
    assert not holds(text, quote)


@given(text=st.text(max_size=40))
def test_every_text_holds_itself(text: str) -> None:
    assert holds(text, text)


@given(text=st.text(max_size=40))
def test_what_is_level_stays_level(text: str) -> None:
    assert level(level(text)) == level(text)


PATH = ("2 The project", "2.3 Risks & measures", "B.1 “Supplier” > scope")


@pytest.mark.parametrize(
    "heading",
    [
        "The project",
        "2 The project",
        "3.1 risks  & measures",
        "The proj…",
        "Risks & measures",
        "The project > Risks & measures",
        "2 The project > B.1 ...",
        '"supplier" > scope',
    ],
)
def test_headings_above(heading: str) -> None:
    assert stands_above(PATH, heading)


@pytest.mark.parametrize("heading", ["Risks", "project", "Risks & measures > The project", "The project > Risks", "3 Evaluation"])
def test_headings_elsewhere(heading: str) -> None:
    assert not stands_above(PATH, heading)
