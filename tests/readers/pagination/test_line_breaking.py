import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.model.blocks import Heading, Paragraph, ParagraphKind, Revision, Run
from mastercheck.model.formatting import LayoutSettings, LineRule, Picture, TextFormat
from mastercheck.readers.pagination.lines import Line, LineBreaker, Measure
from mastercheck.readers.pagination.rulers import Rulers
from set_text import ARIAL, LINE, para, spaced, words


def lines_of(paragraph: Paragraph, width: float = 100.0, *, settings: LayoutSettings | None = None, **measure: object) -> list[Line]:
    breaker = LineBreaker(Rulers(10.0), settings or LayoutSettings())
    return breaker.lines_of(paragraph, Measure(width=width, **measure))  # type: ignore[arg-type]


def count(paragraph: Paragraph, width: float = 100.0, **more: object) -> int:
    return len(lines_of(paragraph, width, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("number", "expected"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (19, 10)])
def test_words_go_on_the_next_line_where_a_line_is_full(number: int, expected: int) -> None:
    assert count(para(words(number))) == expected


def test_a_line_of_a4_holds_nine_words_of_nine_letters() -> None:
    assert count(para(words(18, 9)), 451.3) == 2
    assert count(para(words(19, 9)), 451.3) == 3


def test_a_change_of_formatting_does_not_part_a_word() -> None:
    bold = TextFormat(font="Arial", size=10.0, bold=True)
    assert count(para("x" * 10 + " " + "x" * 5, Run("x" * 5, bold))) == 2
    assert count(para("x" * 10 + " ", Run("x" * 5, bold), Run("x" * 3, ARIAL))) == 1


@pytest.mark.parametrize("sign", ["-", "\u2010", "\u2013", "\u2014"])
def test_a_line_may_end_after_a_hyphen(sign: str) -> None:
    assert count(para("x" * 15 + sign + "x" * 15)) == 2
    assert count(para("x" * 10 + " " + "x" * 7 + sign + "x" * 7)) == 2


@pytest.mark.parametrize("sign", ["\u2011", "\u00a0", "\u202f"])
def test_a_line_does_not_end_at_a_no_break_sign(sign: str) -> None:
    assert count(para("x" * 12 + " " + "x" * 4 + sign + "x" * 12)) == 2
    assert count(para("x" * 12 + " " + "x" * 4 + " " + "x" * 12)) == 2
    assert count(para("x" * 12 + sign + "x" * 4 + " " + "x" * 12)) == 2


def test_ideographs_may_part_anywhere_but_before_a_full_stop() -> None:
    assert count(para("\u4e2d" * 10)) == 1
    assert count(para("\u4e2d" * 11)) == 2
    assert count(para("\u4e2d" * 10 + "\u3002")) == 2


def test_a_word_wider_than_the_line_is_divided() -> None:
    assert count(para("x" * 20)) == 1
    assert count(para("x" * 41)) == 3
    assert count(para("xx " + "x" * 40)) == 3


def test_hidden_and_deleted_text_takes_no_room() -> None:
    assert count(para("x", Run(words(9), ARIAL, hidden=True), Run(words(9), ARIAL, Revision.DELETED))) == 1


def test_indents_narrow_the_lines() -> None:
    assert count(para(words(4), indent_left=20.0)) == 4
    assert count(para(words(4), indent_right=20.0)) == 4
    assert count(para(words(4), indent_first=20.0)) == 3
    assert count(para(words(4), indent_left=20.0, indent_first=-20.0)) == 3


def test_a_line_keeps_some_width_whatever_the_indents_say() -> None:
    assert count(para(words(2, 5), indent_left=90.0, indent_right=90.0)) == 2


def test_lines_beside_a_picture_are_narrower() -> None:
    assert count(para(words(8))) == 4
    assert count(para(words(8)), narrow_lines=2, narrow_by=50.0) == 5


def test_justified_lines_narrow_their_spaces_for_one_more_word() -> None:
    text = words(4, 4) + " " + "x" * 1
    assert count(para(text, alignment="justify"), 95.7) == 1
    assert count(para(text), 95.7) == 2
    assert count(para(text, alignment="justify"), 95.7, settings=LayoutSettings(compatibility=14)) == 2


@pytest.mark.parametrize(
    ("spacing", "height"),
    [
        (spaced(1.0), LINE),
        (spaced(1.5), 1.5 * LINE),
        (spaced(12.0, LineRule.EXACT), 12.0),
        (spaced(8.0, LineRule.EXACT), 8.0),
        (spaced(8.0, LineRule.AT_LEAST), LINE),
        (spaced(20.0, LineRule.AT_LEAST), 20.0),
    ],
)
def test_line_spacing_sets_the_height(spacing: object, height: float) -> None:
    assert lines_of(para("x", line_spacing=spacing))[0].height == pytest.approx(height)


def test_what_line_spacing_adds_stands_below_the_letters() -> None:
    assert lines_of(para("x", line_spacing=spaced(2.0)))[0].leading == pytest.approx(LINE)
    assert lines_of(para("x"))[0].leading == 0.0
    assert lines_of(para("x", line_spacing=spaced(0.8)))[0].leading == 0.0
    assert lines_of(para("x", line_spacing=spaced(30.0, LineRule.AT_LEAST)))[0].leading == 0.0


def test_lines_snap_to_the_grid_of_the_document() -> None:
    assert lines_of(para("x"), pitch=18.0)[0].height == pytest.approx(18.0)
    assert lines_of(para(Run("x", TextFormat(font="Arial", size=20.0))), pitch=18.0)[0].height == pytest.approx(36.0)
    assert lines_of(para("x", line_spacing=spaced(1.5)), pitch=18.0)[0].height == pytest.approx(27.0)
    assert lines_of(para("x", line_spacing=spaced(12.0, LineRule.EXACT)), pitch=18.0)[0].height == pytest.approx(12.0)


def test_a_line_is_as_high_as_its_largest_letters() -> None:
    large = Run("x", TextFormat(font="Arial", size=20.0))
    assert [line.height for line in lines_of(para(words(2, 9) + " ", large))] == pytest.approx([LINE, 2 * LINE])


def test_an_empty_paragraph_is_as_high_as_its_mark() -> None:
    assert lines_of(para(mark=TextFormat(font="Arial", size=20.0)))[0].height == pytest.approx(2 * LINE)
    assert lines_of(para(mark=None))[0].height == pytest.approx(1.15 * 10.0)
    assert lines_of(para(Run("", TextFormat(font="Arial", size=30.0)), mark=None))[0].height == pytest.approx(1.15 * 30.0)


def test_the_mark_raises_the_last_line() -> None:
    made = lines_of(para(words(3), mark=TextFormat(font="Arial", size=20.0)))
    assert [line.height for line in made] == pytest.approx([LINE, 2 * LINE])


def test_a_line_break_ends_a_line() -> None:
    assert count(para("x\nx")) == 2
    assert count(para("x\n")) == 2


@pytest.mark.parametrize("sign", ["\f", "\v"])
def test_a_page_break_ends_a_line_and_says_so(sign: str) -> None:
    assert [line.ends for line in lines_of(para(f"x{sign}x"))] == [sign, ""]


def test_nothing_follows_a_page_break_at_the_end_of_a_paragraph() -> None:
    assert [line.ends for line in lines_of(para("x\f"))] == ["\f"]
    assert [line.ends for line in lines_of(para("\f"))] == ["\f"]


def test_a_tab_goes_to_the_next_stop() -> None:
    assert count(para("x\t" + "x" * 12)) == 1
    assert count(para("x\t" + "x" * 13)) == 2
    assert count(para("x\t" + "x" * 13, tabs=(20.0,))) == 1
    assert count(para("x\t" + "x" * 6), settings=LayoutSettings(default_tab=72.0)) == 2


def test_the_indent_of_a_hanging_paragraph_is_a_stop() -> None:
    assert count(para("x\t" + words(2, 7), indent_left=18.0, indent_first=-18.0)) == 1
    assert count(para("x\t" + words(2, 8), indent_left=18.0, indent_first=-18.0)) == 2


def test_text_ends_at_a_right_stop() -> None:
    assert count(para("x" * 10 + "\t" + "xx", tabs=(100.0,), right_tabs=(100.0,))) == 1
    assert count(para("x" * 10 + "\t" + "x" * 11, tabs=(100.0,), right_tabs=(100.0,))) == 2
    assert count(para("x" * 10 + "\t" + "xx", tabs=(120.0,), right_tabs=(120.0,))) == 1


def test_a_tab_beyond_the_line_goes_on_the_next() -> None:
    assert count(para("x" * 20 + "\t" + "x")) == 2


def test_a_label_stands_before_the_text() -> None:
    hanging = {"indent_left": 18.0, "indent_first": -18.0, "list_level": 0}
    assert count(para(words(2, 7), list_label="1.", **hanging)) == 1
    assert count(para(words(2, 8), list_label="1.", **hanging)) == 2


def test_a_label_of_the_texts_size_does_not_raise_the_line() -> None:
    symbol = TextFormat(font="Symbol", size=10.0)
    large = TextFormat(font="Symbol", size=20.0)
    assert lines_of(para("x", list_label="•", label_format=symbol))[0].height == pytest.approx(LINE)
    assert lines_of(para("x", list_label="•", label_format=large))[0].height == pytest.approx(2 * LINE)


def test_the_number_of_a_heading_takes_room() -> None:
    heading = Heading(level=1, title="x", number="1.1")
    text = "x" * 18
    plain = Paragraph(number=1, runs=(Run(text, ARIAL),), kind=ParagraphKind.HEADING, heading=heading, mark=ARIAL)
    labelled = Paragraph(number=1, runs=(Run(text, ARIAL),), kind=ParagraphKind.HEADING, heading=heading, mark=ARIAL, label_format=ARIAL)
    assert count(plain) == 1
    assert count(labelled) == 2


def test_an_inline_picture_stands_in_the_line() -> None:
    made = lines_of(para("x", pictures=[Picture(width=50.0, height=100.0)]))
    assert [line.height for line in made] == pytest.approx([100.0 + 2.12])
    assert count(para("x" * 12, pictures=[Picture(width=50.0, height=100.0)])) == 2
    assert count(para(pictures=[Picture(width=60.0, height=10.0)] * 2)) == 2


def test_line_spacing_does_not_stretch_a_picture() -> None:
    double = lines_of(para(pictures=[Picture(width=50.0, height=100.0)], line_spacing=spaced(2.0)))
    assert double[0].height == pytest.approx(100.0 + 2.12 + LINE)
    exact = lines_of(para(pictures=[Picture(width=50.0, height=100.0)], line_spacing=spaced(12.0, LineRule.EXACT)))
    assert exact[0].height == pytest.approx(12.0)


def test_a_floating_picture_is_no_part_of_a_line() -> None:
    assert lines_of(para("x", pictures=[Picture(width=50.0, height=100.0, inline=False)]))[0].height == pytest.approx(LINE)


def test_the_line_of_a_paragraphs_own_format() -> None:
    breaker = LineBreaker(Rulers(10.0), LayoutSettings())
    assert breaker.single_line(para("x", line_spacing=spaced(2.0)), None) == pytest.approx(2 * LINE)
    assert breaker.single_line(para(), 18.0) == pytest.approx(18.0)


@given(st.lists(st.text("abc -\u4e2d\t\n\u00a0", max_size=30), max_size=6), st.floats(40.0, 400.0))
def test_more_text_never_takes_fewer_lines(texts: list[str], width: float) -> None:
    counts = [count(para("".join(texts[:end])), width) for end in range(len(texts) + 1)]
    assert counts == sorted(counts)
    assert counts[0] == 1


@given(st.text("ab \u00e9", max_size=60))
def test_a_wider_column_never_takes_more_lines(text: str) -> None:
    assert count(para(text), 60.0) >= count(para(text), 120.0) >= count(para(text), 240.0)
