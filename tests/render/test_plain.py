"""Plain text: harmless, filled, in columns."""

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.render.plain import defuse, fill, harmless, name, one_line, tabulate


@given(text=st.text(st.characters()))
def test_no_text_commands_a_terminal(text: str) -> None:
    shown = harmless(text)
    assert not [letter for letter in shown if unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\t\n"]
    assert not set(shown) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
    shown.encode()


@given(text=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "shown"), [("\x1b[31m", "\\x1b[31m"), ("\x9b", "\\x9b"), ("\u202e", "\\u202e"), ("\udc80", "\\udc80"), ("a\r", "a\\x0d")]
)
def test_a_control_character_is_spelled_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_a_path_is_named_whole_and_on_one_line() -> None:
    assert name(PurePosixPath("in/a\nb\x1b.docx")) == '"in/a b\\x1b.docx"'


def test_text_is_filled_and_its_own_lines_stay_apart() -> None:
    assert fill("one two three four five\n  six", 20, indent=" ") == " one two three four\n five\n   six"


def test_a_long_word_is_not_cut() -> None:
    assert fill("a" * 30, 20) == "a" * 30


def test_rows_become_columns_with_figures_at_the_right() -> None:
    assert (
        tabulate([("part", "words"), ("body", "9"), ("all parts", "1,200")], right=(1,))
        == "part       words\nbody           9\nall parts  1,200"
    )


def test_a_long_last_column_is_broken_into_lines_below_itself() -> None:
    text = tabulate([("a", "one two three four five six seven"), ("b", "")], width=25)
    assert text == "a  one two three four\n   five six seven\nb"


def test_cells_are_harmless_and_indented() -> None:
    assert tabulate([("\x1b", "x")], indent="  ") == "  \\x1b  x"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("a\n  ::error::x", "a\n  : :error::x"),
        ("std::vector", "std::vector"),
        ("a ##[error]x", "a ## [error]x"),
        ("## [x]", "## [x]"),
    ],
)
def test_no_line_is_a_command_to_a_ci_runner(text: str, shown: str) -> None:
    assert defuse(text) == shown


@given(text=st.text(st.sampled_from(":# [\n\u00a0a")))
def test_what_a_ci_runner_obeys_is_gone_from_any_text(text: str) -> None:
    shown = defuse(text)
    assert "##[" not in shown
    assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    assert shown.replace(" ", "") == text.replace(" ", "")


@given(text=st.text(st.characters()))
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
