import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.errors import RulebookError
from mastercheck.rulebook.messages import compare_messages
from mastercheck.rulebook.mistakes import Mistakes, Place, nearest, quote


def test_nearest_is_found_whatever_the_case() -> None:
    assert nearest("PDCA", ["pdca", "plan"]) == '; did you mean "pdca"?'


def test_few_names_are_listed_where_none_is_near() -> None:
    assert nearest("zzz", ["b", "a"]) == "; known: a, b"


def test_many_names_are_not_listed() -> None:
    assert nearest("zzz", [f"name{number}" for number in range(13)]) == ""
    assert nearest("zzz", []) == ""


def test_quote_shows_control_characters_as_text() -> None:
    assert quote("a\x1b[31mb") == r"'a\x1b[31mb'"


@given(st.text())
def test_quote_is_short_and_printable(text: str) -> None:
    quoted = quote(text)
    assert len(quoted) <= 60
    assert quoted.isprintable()


def test_nothing_is_raised_where_nothing_is_wrong() -> None:
    Mistakes().raise_if_any("a.toml")


def test_mistakes_are_listed_in_the_order_in_which_they_were_found() -> None:
    mistakes = Mistakes()
    mistakes.add(Place(file="a.toml", entry="rule X", key="k").at(0, "m"), "second key")
    mistakes.add(Place(file="a.toml"), "file")
    with pytest.raises(RulebookError) as raised:
        mistakes.raise_if_any("a.toml")
    assert raised.value.message == "a.toml: the rulebook has 2 errors:\n  a.toml: rule X: k.0.m: second key\n  a.toml: file"


@given(template=st.text(alphabet="{}x:,!.[]0% f"), value=st.integers())
def test_template_without_a_mistake_can_be_filled(template: str, value: int) -> None:
    mistakes = Mistakes()
    compare_messages({"case": template}, {"case": frozenset({"x"})}, Place(file="a.toml"), mistakes)
    if not mistakes.lines:
        assert isinstance(template.format(x=value), str)
