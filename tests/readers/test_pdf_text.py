"""Words, lines and paragraphs of the PDF reader, without a file."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.model.formatting import TextFormat
from mastercheck.readers.pdf.columns import find_gutter, flows_of
from mastercheck.readers.pdf.furniture import part_furniture
from mastercheck.readers.pdf.glyphs import Glyph
from mastercheck.readers.pdf.joining import make_paragraph
from mastercheck.readers.pdf.lines import Line, lines_of, rows_of
from mastercheck.readers.pdf.paragraphs import goes_on, group_lines
from mastercheck.readers.pdf.setting import usual_setting
from mastercheck.readers.pdf.words import Word, words_of

PLAIN = TextFormat(font="Arial", size=10.0)
BOLD = replace(PLAIN, bold=True)
WIDTH = 5.0
"""Points of each letter in these tests."""
PITCH = 11.5


def glyphs_of_line(text: str, x: float = 72.0, y: float = 100.0, form: TextFormat = PLAIN) -> list[Glyph]:
    """Letters of one width; a space only moves on."""
    return [
        Glyph(letter, x + at * WIDTH, x + (at + 1) * WIDTH, y, form.size or 10.0, form) for at, letter in enumerate(text) if letter != " "
    ]


def words_of_line(text: str, x: float = 72.0, y: float = 100.0, form: TextFormat = PLAIN) -> list[Word]:
    return words_of(glyphs_of_line(text, x, y, form))


def line(text: str, x: float = 72.0, y: float = 100.0, form: TextFormat = PLAIN, page: int = 1) -> Line:
    return lines_of(words_of_line(text, x, y, form), page)[0]


def lines(*texts: str, x: float = 72.0, pitch: float = PITCH) -> list[Line]:
    return [line(text, x, 100 + number * pitch) for number, text in enumerate(texts)]


def joined(*texts: str) -> str:
    found = lines(*texts)
    return make_paragraph(found, usual_setting([found])).text


def grouped(found: list[Line], right: float = 400.0) -> list[str]:
    setting = usual_setting([found])
    return [make_paragraph(group, setting).text for group in group_lines(found, setting, (72.0, right))]


def wrapped(words: list[str], letters: int) -> list[str]:
    """Break words into lines as a program does that fills them."""
    broken = [words[0]]
    for word in words[1:]:
        if len(broken[-1]) + 1 + len(word) <= letters:
            broken[-1] += " " + word
        else:
            broken.append(word)
    return broken


@given(st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=12), min_size=1, max_size=80), st.integers(24, 90))
def test_lines_that_are_filled_are_one_paragraph_with_all_its_words(words: list[str], letters: int) -> None:
    found = lines(*wrapped(words, letters))
    text = " ".join(grouped(found, 72 + letters * WIDTH))
    assert text.split() == words
    assert len(grouped(found, 72 + letters * WIDTH)) == 1


@given(st.lists(st.text(string.ascii_letters, min_size=1, max_size=9), min_size=1, max_size=30), st.randoms())
def test_words_do_not_depend_on_the_order_of_the_content(words: list[str], random: "st.randoms") -> None:  # type: ignore[valid-type]
    found = glyphs_of_line(" ".join(words))
    random.shuffle(found)  # type: ignore[attr-defined]
    assert [word.text for word in words_of(found)] == words


def test_a_wider_gap_parts_paragraphs() -> None:
    found = [*lines("a line that goes on over the full width of the column", "and its end here"), line("another paragraph", y=140)]
    assert grouped(found, 340) == ["a line that goes on over the full width of the column and its end here", "another paragraph"]


def test_room_at_the_end_of_a_line_parts_paragraphs() -> None:
    assert grouped(lines("a short line", "another one")) == ["a short line", "another one"]


def test_an_indented_line_begins_a_paragraph() -> None:
    full = "x" * 64
    found = [*lines(full, full), line(full, x=90, y=123), line(full, y=134.5)]
    assert grouped(found, 392) == [f"{full} {full}", f"{full} {full}"]


def test_a_hanging_line_begins_the_next_entry() -> None:
    found = [line("y" * 64), line("y" * 60, x=92, y=111.5), line("z" * 64, y=123), line("z" * 60, x=92, y=134.5)]
    assert [text[0] for text in grouped(found, 392)] == ["y", "z"]


def test_other_letters_begin_a_paragraph() -> None:
    found = [line("a heading in bold letters that fills the line of it all", form=BOLD), line("text that follows it", y=111.5)]
    assert len(grouped(found, 348)) == 2


def test_centred_lines_of_their_own_are_not_joined() -> None:
    assert len(grouped([line("A first line", x=190), line("Another line", x=190, y=111.5)], 420)) == 2


def test_a_centred_line_that_is_full_goes_on() -> None:
    found = [line("w" * 56, x=84), line("w" * 40, x=124, y=111.5)]
    assert len(grouped(found, 376)) == 1


def test_a_wide_paragraph_among_narrow_ones_stays_whole() -> None:
    narrow = lines(*["some words that go on and on over a width of line"] * 6)
    wide = [line("a paragraph that is set wider than all the others", y=300 + number * 20) for number in range(3)]
    assert len(grouped([*narrow, *wide], 322)) == 2


@pytest.mark.parametrize("label", ["\u2022", "3.", "(b)", "iv)", "-"])
def test_a_label_begins_an_item_and_is_no_part_of_its_text(label: str) -> None:
    found = [line("The list of what was made ends with a full stop."), line(label, y=111.5), line("an item of the list", x=100, y=111.5)]
    paragraphs = [
        make_paragraph(group, usual_setting([found]))
        for group in group_lines(lines_of([w for one in found for w in one.words], 1), usual_setting([found]), (72.0, 330.0))
    ]
    assert [(paragraph.list_label, paragraph.text) for paragraph in paragraphs[1:]] == [(label, "an item of the list")]


def test_a_number_inside_of_a_sentence_is_no_label() -> None:
    assert len(grouped(lines("the same places are called nine and eight and also number", "10. In every chapter"), 360)) == 1


def test_a_parted_word_is_joined_where_the_document_has_it_whole() -> None:
    assert (
        joined("the management of services and the manage-", "ment of change") == "the management of services and the management of change"
    )


def test_a_compound_that_the_document_writes_with_a_hyphen_keeps_it() -> None:
    assert joined("a self-managed team is a self-", "managed team") == "a self-managed team is a self-managed team"


def test_words_are_joined_in_a_document_that_parts_words() -> None:
    assert joined("the depart-", "ments of the hospi-", "tal were merged") == "the departments of the hospital were merged"


def test_a_single_hyphen_at_a_line_end_is_kept_in_a_document_that_parts_no_words() -> None:
    found = lines(*["words that fill a line"] * 60, "a decision by the long-", "standing board")
    assert "long-standing" in make_paragraph(found, usual_setting([found])).text


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [("Jean-", "Pierre", "Jean-Pierre"), ("ISO/IEC 20000-", "1 says", "ISO/IEC 20000-1 says"), ("and/", "or", "and/or")],
)
def test_names_numbers_and_slashes_keep_their_sign(first: str, second: str, whole: str) -> None:
    assert joined(first, second) == whole


def test_a_soft_hyphen_is_left_out() -> None:
    assert joined("the depart\xad", "ments of ser\xadvice") == "the departments of service"


@pytest.mark.parametrize(("right", "text"), [(113.0, "organization"), (160.0, "organizati on")])
def test_a_word_that_a_narrow_cell_breaks_is_joined(right: float, text: str) -> None:
    found = lines("organizati", "on")
    assert make_paragraph(found, usual_setting([[]]), 124.0 if right < 120 else right).text == text


def test_a_leader_is_no_part_of_a_contents_entry() -> None:
    assert joined("1.2 Approach ................ 7") == "1.2 Approach\t7"


def over_pages(last: str, first: str, *, size: float = 10.0) -> bool:
    full = "the words of this paragraph fill all of its lines up to the"
    form = replace(PLAIN, size=size)
    return goes_on([line(full), line(last, y=111.5)], [line(first, page=2, form=form)], 72 + 60 * WIDTH, usual_setting([lines(full, last)]))


@pytest.mark.parametrize(
    ("last", "first", "expected"),
    [
        ("sentence that is not at its end at the foot of the page but", "goes on", True),
        ("sentence that is not at its end at the foot of the page but", "Ghent follows", True),
        ("sentence that ends exactly at the end of the line of a page.", "Another one", True),
        ("sentence that ends early.", "Another one", False),
        ("sentence that is not at its end at the foot of the page but", "\u2022 an item", False),
        ("1 Introduction ..................................... 12", "goes on", False),
    ],
)
def test_a_paragraph_goes_on_over_a_page_where_its_last_line_is_full(last: str, first: str, *, expected: bool) -> None:
    assert over_pages(last, first) is expected


def test_larger_letters_do_not_go_on() -> None:
    assert not over_pages("sentence that is not at its end at the foot of the page but", "goes on", size=14.0)


def test_columns_of_a_list_are_no_columns_of_text() -> None:
    words = [
        word
        for number in range(12)
        for word in [*words_of_line("short", y=100 + number * 14), *words_of_line("words", x=300, y=100 + number * 14)]
    ]
    assert find_gutter(rows_of(words)) is None
    assert len(flows_of(words)) == 1


def test_text_over_both_columns_parts_them() -> None:
    left = [
        word
        for number in range(20)
        for word in words_of_line("the words of the left column are here", y=100 + number * 12 + (number > 9) * 40)
    ]
    right = [
        word
        for number in range(20)
        for word in words_of_line("and the words of the right column too", x=280, y=100 + number * 12 + (number > 9) * 40)
    ]
    across = words_of_line("a heading in the middle of the page that runs over both", y=240)
    flows = flows_of([*left, *right, *across])
    assert [flow.column for flow in flows] == [True, True, False, True, True]


def test_no_words_have_no_flows() -> None:
    assert flows_of([]) == []


def test_one_page_has_no_running_lines_but_a_page_number() -> None:
    words = [*words_of_line("Running title", y=40), *words_of_line("text of the page", y=300), *words_of_line("- 3 -", y=810)]
    kept, furniture = part_furniture({1: words}, {1: 842.0})
    assert [found.text for found in furniture] == ["- 3 -"]
    assert len(kept[1]) == 6


def test_both_letters_of_a_ligature_stay() -> None:
    glyphs = [
        *glyphs_of_line("o"),
        Glyph("f", 77, 80, 100, 10, PLAIN),
        Glyph("f", 77, 80, 100, 10, PLAIN),
        Glyph("er", 80, 90, 100, 10, PLAIN),
    ]
    assert [word.text for word in words_of(glyphs)] == ["offer"]


def test_a_space_in_the_content_parts_words_that_stand_close() -> None:
    close = [Glyph("a", 72, 77, 100, 10, PLAIN), Glyph("b", 77.8, 82, 100, 10, PLAIN, after_space=True)]
    assert [word.text for word in words_of(close)] == ["a", "b"]


def test_lowered_letters_are_subscript() -> None:
    small = replace(PLAIN, size=6.0)
    word = words_of([*glyphs_of_line("CO"), Glyph("2", 82, 85, 102.5, 6, small)])[0]
    assert [run.format.vertical for run in word.runs] == [None, "subscript"]
