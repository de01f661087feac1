"""Message templates, with the facts that they name and without."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.engine.wording import phrase, word

FACTS = st.dictionaries(
    st.sampled_from(["words", "titles", "share"]),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()).map(tuple),
)


@pytest.mark.parametrize(
    ("template", "facts", "sentence"),
    [
        ("{words:,} words", {"words": 7031}, "7,031 words"),
        ("{share:.0%} in {font}", {"share": 0.94, "font": "Calibri"}, "94% in Calibri"),
        ("size {size}", {"size": 10.0}, "size 10"),
        ("size {size}", {"size": 10.5}, "size 10.5"),
        ("missing: {titles}", {"titles": ("Project", "Literature")}, "missing: Project, Literature"),
        ("counted: {known}, certain: {certain}", {"known": True, "certain": False}, "counted: yes, certain: no"),
        ("page {page}", {"page": None}, "page unknown"),
        ("{{name}} is left", {}, "{name} is left"),
        ('It says: "{text}".', {"text": "More?"}, 'It says: "More?"'),
        ('It says: "{text}".', {"text": "more"}, 'It says: "more".'),
        ("found {text}", {"text": "{words:,} {0} {text.upper}"}, "found {words:,} {0} {text.upper}"),
    ],
)
def test_facts_are_written_as_a_reader_expects_them(template: str, facts: dict[str, object], sentence: str) -> None:
    assert word(template, facts) == sentence  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("template", "facts", "sentence"),
    [
        ("{words} words", {}, "? words"),
        ("{words:,} words", {"words": "many"}, "many words"),
        ("{words:,} words", {"words": None}, "unknown words"),
        ("{words:d} words", {"words": 1.5}, "1.5 words"),
        ("{words.__class__}", {"words": 1}, "?"),
        ("{words[0]}", {"words": "abc"}, "?"),
        ("{words!x}", {"words": 1}, "{words!x}"),
        ("an open { brace", {}, "an open { brace"),
        ("{}", {}, "?"),
    ],
)
def test_a_template_that_does_not_fit_its_facts_still_gives_a_sentence(template: str, facts: dict[str, object], sentence: str) -> None:
    assert word(template, facts) == sentence  # type: ignore[arg-type]


@given(template=st.text(alphabet="{}:,.wordstile0%f!", max_size=30), facts=FACTS)
def test_no_template_and_no_fact_can_crash_a_report(template: str, facts: dict[str, object]) -> None:
    assert isinstance(word(template, facts), str)  # type: ignore[arg-type]


def test_a_number_without_end_is_written_too() -> None:
    assert word("{share}", {"share": math.inf}) == "inf"
    assert phrase(math.inf) == "inf"
