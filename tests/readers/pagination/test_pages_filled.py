from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.model.blocks import Note, NoteKind, Paragraph, Run, TextBox
from mastercheck.model.document import Document, PageFurniture
from mastercheck.model.formatting import LayoutSettings, LineRule, PageSetup, Picture, TextFormat
from mastercheck.readers.pagination.layout import lay_out
from set_text import A4, LINE, PAGE, cell, document, extent, lines, pages, para, spaced, table, words

TWENTY = para(lines(20))


def floating(height: float, *, width: float = 90.0, **more: object) -> Picture:
    return Picture(width=width, height=height, inline=False, **more)  # type: ignore[arg-type]


def test_sixty_lines_of_arial_10_fit_on_a_page_of_a4() -> None:
    sixty = extent(*[para("x")] * 60, setups=(A4,))
    assert (sixty.pages, sixty.lines_left) == (1, 0)
    assert sixty.fill == pytest.approx(690.0 / 697.9)
    assert extent(*[para("x")] * 61, setups=(A4,)).pages == 2
    assert extent(*[para("x")] * 40, setups=(A4,)).lines_left == 20


def test_a_document_without_page_setup_is_set_on_a4() -> None:
    assert lay_out(Document(name="a.docx", format="docx", blocks=tuple([para("x")] * 61))).pages == 2


def test_an_empty_document_has_one_empty_page() -> None:
    empty = extent()
    assert (empty.pages, empty.fill) == (1, 0.0)
    assert empty.lines_left == 23


def test_text_goes_on_the_next_page_where_one_is_full() -> None:
    assert pages(TWENTY) == 1
    assert pages(TWENTY, para("x")) == 2
    assert extent(TWENTY, para("x")).fill == pytest.approx(0.05)


def test_the_pages_begin_with_the_paragraphs_that_are_told() -> None:
    assert extent(TWENTY, para("x"), para(lines(40)), para("x")).starts == (2, 3, 3)


def test_the_greater_of_two_spaces_holds() -> None:
    assert pages(para(lines(9), space_after=11.5), para(lines(10), space_before=5.0)) == 1
    assert pages(para(lines(10), space_after=11.5), para(lines(10), space_before=5.0)) == 2


def test_spaces_add_up_where_the_document_asks_for_it() -> None:
    blocks = para(lines(9), space_after=8.0), para(lines(10), space_before=8.0)
    assert pages(*blocks) == 1
    assert pages(*blocks, layout=LayoutSettings(adds_spaces=True)) == 2


def test_contextual_spacing_leaves_no_space_between_paragraphs_of_a_style() -> None:
    close = para(lines(10), style="List", space_after=20.0, contextual_spacing=True)
    assert pages(close, close) == 1
    assert pages(close, replace(close, format=replace(close.format, style="Other"))) == 2
    before = para(lines(10), style="List", space_before=20.0, contextual_spacing=True)
    assert pages(para(lines(10), style="List"), before) == 1


def test_automatic_spaces_are_left_out_between_items_of_a_list() -> None:
    automatic = {"space_before": 14.0, "space_after": 14.0, "auto_before": True, "auto_after": True}
    plain, item = para(lines(10), **automatic), para(lines(10), list_level=0, **automatic)
    assert pages(item, item) == 1
    assert pages(plain, plain) == pages(plain, item) == 2


def test_space_after_the_last_line_may_be_missing_at_the_foot() -> None:
    assert pages(para(lines(20), space_after=30.0)) == 1
    assert pages(para(lines(20), space_after=30.0), para("x")) == 2


def test_no_space_is_left_at_the_top_of_a_page_that_the_text_reached_by_itself() -> None:
    assert extent(TWENTY, para("x", space_before=23.0)).fill == pytest.approx(0.05)


def test_space_is_left_at_the_top_after_a_break_that_the_writer_set() -> None:
    assert extent(para("x\f"), para("x", space_before=23.0)).fill == pytest.approx(0.15)
    assert extent(para("x"), para("x", space_before=23.0, page_break_before=True)).fill == pytest.approx(0.15)
    assert extent(para("x", space_before=23.0)).fill == pytest.approx(0.15)


def test_what_line_spacing_adds_may_reach_into_the_margin() -> None:
    double = para(lines(1), line_spacing=spaced(2.0))
    assert pages(para("x"), *[double] * 10) == 1
    assert pages(para("x"), para("x"), *[double] * 10) == 2
    assert pages(*[double] * 10, para("x")) == 2


@pytest.mark.parametrize(("sign", "expected"), [("\f", 2), ("\v", 2), ("\n", 1)])
def test_a_page_or_column_break_ends_the_page(sign: str, expected: int) -> None:
    assert pages(para(f"x{sign}x")) == expected


def test_a_paragraph_may_ask_for_a_new_page() -> None:
    assert pages(para("x"), para("x", page_break_before=True)) == 2
    assert pages(para("x", page_break_before=True)) == 1


def test_widow_control_leaves_no_single_line() -> None:
    def split(before: int, count: int, *, widow: bool) -> float:
        return extent(para(lines(before)), para(lines(count), widow_control=widow)).fill

    assert split(18, 3, widow=False) == pytest.approx(0.05)
    assert split(18, 3, widow=True) == pytest.approx(0.15)
    assert split(17, 4, widow=True) == pytest.approx(0.1)
    assert split(19, 4, widow=True) == pytest.approx(0.2)
    assert split(19, 4, widow=False) == pytest.approx(0.15)
    assert split(19, 2, widow=True) == pytest.approx(0.1)


def test_lines_that_are_kept_together_are() -> None:
    assert extent(para(lines(15)), para(lines(6), keep_lines=True)).fill == pytest.approx(0.3)
    assert extent(para(lines(15)), para(lines(25), keep_lines=True)).pages == 2


def test_a_heading_stays_with_what_follows() -> None:
    heading = para("x", keep_with_next=True)
    assert extent(para(lines(18)), heading, para(lines(4), widow_control=True)).fill == pytest.approx(0.25)
    assert extent(para(lines(17)), heading, para(lines(4), widow_control=True)).fill == pytest.approx(0.1)
    assert extent(para(lines(19)), heading).pages == 1
    assert extent(para(lines(19)), heading, para("x", page_break_before=True)).pages == 2


def test_several_paragraphs_stay_together() -> None:
    heading = para("x", keep_with_next=True)
    assert extent(para(lines(17)), heading, heading, heading, para("x")).fill == pytest.approx(0.2)
    assert pages(para(lines(17)), *[heading] * 30) == 3


def test_a_heading_stays_with_a_table() -> None:
    heading = para("x", keep_with_next=True)
    assert extent(para(lines(19)), heading, table(["x"])).fill == pytest.approx(0.1)
    assert extent(para(lines(19)), heading, table()).pages == 1


def test_a_heading_does_not_stay_with_another_section() -> None:
    setups = (PAGE, replace(PAGE, first_paragraph=3))
    assert extent(para(lines(19)), para("x", keep_with_next=True), para("x"), setups=setups).pages == 2


def test_borders_take_height_once_around_equal_paragraphs() -> None:
    boxed = {"border_above": 5.0, "border_below": 5.0}
    assert extent(para("x", **boxed), para("x", **boxed), para("x")).fill == pytest.approx((3 * LINE + 10) / 230)
    assert extent(para("x", **boxed), para("x", **boxed, indent_left=5.0), para("x")).fill == pytest.approx((3 * LINE + 20) / 230)
    assert extent(TWENTY, para("x", **boxed)).fill == pytest.approx((LINE + 5) / 230)


@pytest.mark.parametrize(("starts", "expected"), [("nextPage", 2), ("continuous", 1), ("oddPage", 3), ("evenPage", 2), ("nextColumn", 2)])
def test_a_section_begins_as_it_says(starts: str, expected: int) -> None:
    assert pages(para("x"), para("x"), setups=(PAGE, replace(PAGE, first_paragraph=2, starts=starts))) == expected


def test_a_section_of_another_paper_begins_a_page() -> None:
    setups = (PAGE, replace(PAGE, first_paragraph=2, starts="continuous", width=430.0, height=200.0))
    assert pages(para("x"), para("x"), setups=setups) == 2


def test_a_section_that_begins_inside_a_table_begins_after_it() -> None:
    inner = replace(para("x"), number=2)
    rows = table([cell(para("x", number=1), inner)])
    assert pages(rows, para("x", number=3), setups=(PAGE, replace(PAGE, first_paragraph=2))) == 2


def test_columns_are_filled_one_after_the_other() -> None:
    columns = replace(PAGE, width=230.0, columns=2, column_gap=30.0)
    half = extent(para(words(20)), setups=(columns,))
    assert (half.pages, half.fill) == (1, pytest.approx(0.5))
    assert pages(para(words(40)), setups=(columns,)) == 1
    assert pages(para(words(41)), setups=(columns,)) == 2
    assert extent(para("x\vx"), setups=(columns,)).fill == pytest.approx(0.525)


def test_columns_end_at_one_height_before_a_continuous_section() -> None:
    columns = replace(PAGE, width=230.0, columns=2, column_gap=30.0)
    one = replace(columns, columns=1, first_paragraph=2, starts="continuous")
    assert extent(para(words(10)), para("x"), setups=(columns, one)).fill == pytest.approx(0.3)
    two = replace(columns, first_paragraph=2, starts="nextColumn")
    assert extent(para("x"), para("x"), setups=(columns, two)).pages == 1


def test_headers_and_footers_push_the_text() -> None:
    high = PageFurniture(header=(para(lines(9)),), footer=(para(lines(9)),))
    flat = PageFurniture(header=(para("x"),), footer=(para("x"),))
    assert pages(TWENTY, furniture=(flat,)) == 1
    assert pages(TWENTY, furniture=(high,)) == 2
    assert extent(para("x"), furniture=(high,)).fill == pytest.approx(LINE / (430 - 2 * (36 + 9 * LINE)))


def test_a_first_page_has_a_header_of_its_own() -> None:
    furniture = PageFurniture(header=(), first_header=(para(lines(9)),))
    apart = replace(PAGE, first_page_apart=True)
    assert extent(TWENTY, setups=(apart,), furniture=(furniture,)).pages == 2
    assert extent(TWENTY, setups=(PAGE,), furniture=(furniture,)).pages == 1
    assert extent(TWENTY, TWENTY, setups=(apart,), furniture=(furniture,)).pages == 3
    assert extent(TWENTY, setups=(apart, replace(apart, first_paragraph=9)), furniture=(furniture,)).pages == 2


def test_footnotes_stand_at_the_foot_of_the_page() -> None:
    note = Note(kind=NoteKind.FOOTNOTE, label="1", blocks=(para(lines(2)),))
    assert pages(para(lines(16)), note) == 1
    assert pages(para(lines(18)), note) == 2
    assert pages(para(lines(14)), note, note) == 1
    assert extent(para("x"), note).fill == pytest.approx((3 * LINE + 13) / 230)
    assert pages(para(lines(10)), table([lines(6)]), note) == 1
    assert pages(para(lines(10)), table([lines(6)]), note, para(lines(2))) == 2


def test_endnotes_stand_after_the_text() -> None:
    note = Note(kind=NoteKind.ENDNOTE, label="i", blocks=(para(lines(2)),))
    assert extent(para("x"), note, para("x")).fill == pytest.approx((4 * LINE + 13) / 230)
    assert pages(TWENTY, note) == 2


def test_text_boxes_take_no_room_in_the_text() -> None:
    assert pages(TWENTY, TextBox(blocks=(TWENTY,))) == 1


def test_a_floating_picture_pushes_the_text_down() -> None:
    assert extent(para("x", pictures=[floating(92.0)])).fill == pytest.approx((92 + LINE) / 230)
    assert extent(para(lines(15)), para("x", pictures=[floating(92.0)])).fill == pytest.approx((92 + LINE) / 230)


def test_pictures_side_by_side_take_their_height_once() -> None:
    beside = [floating(92.0), floating(80.0), floating(46.0, top=69.0)]
    assert extent(para("x", pictures=beside)).fill == pytest.approx((115 + LINE) / 230)


def test_text_flows_beside_a_narrow_picture() -> None:
    narrow = floating(50.0, width=20.0, wraps=True, beside=True)
    wide = floating(50.0, width=50.0, wraps=True, beside=True)
    assert extent(para(words(10), pictures=[narrow])).fill == pytest.approx(0.4)
    assert extent(para(words(10, 7), pictures=[narrow])).fill == pytest.approx(0.25)
    assert extent(para(words(10), pictures=[wide])).fill == pytest.approx((50 + 5 * LINE) / 230)
    assert extent(para(words(2), pictures=[floating(50.0, width=25.0, wraps=True, beside=True)]), para(words(2))).fill == pytest.approx(0.2)


def test_a_picture_behind_the_text_takes_no_room() -> None:
    assert extent(para("x", pictures=[floating(92.0, wraps=True)])).fill == pytest.approx(0.05)


def test_a_picture_higher_than_a_page_does_not_go_on_for_ever() -> None:
    assert pages(para("x", pictures=[floating(9999.0)])) == 2
    assert pages(para("x", pictures=[Picture(width=10.0, height=9999.0)])) == 1


def test_the_grid_of_the_document_holds_for_the_text() -> None:
    assert extent(para("x"), setups=(replace(PAGE, line_pitch=23.0),)).fill == pytest.approx(0.1)


def test_the_usual_line_is_that_of_most_text() -> None:
    large = TextFormat(font="Arial", size=20.0)
    assert extent(para(Run("xx", large)), para("x")).lines_left == 8
    assert extent(para(Run("x", large)), para(words(2))).lines_left == 17
    assert extent(para(Run("x", TextFormat(font="Arial"))), para()).lines_left == 18


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans(), st.booleans(), st.floats(0, 30)), max_size=12))
def test_more_paragraphs_never_take_fewer_pages(shapes: list[tuple[int, bool, bool, float]]) -> None:
    blocks = [para(words(count), keep_lines=keep, widow_control=widow, space_after=after) for count, keep, widow, after in shapes]
    reached = [extent(*blocks[:end]) for end in range(len(blocks) + 1)]
    assert [one.pages for one in reached] == sorted(one.pages for one in reached)
    assert all(0.0 <= one.fill <= 1.0 and one.lines_left >= 0 for one in reached)
    assert all(len(one.starts) == one.pages - 1 for one in reached)


@given(st.integers(0, 80), st.sampled_from(list(LineRule)), st.floats(1, 40))
def test_fill_and_pages_stay_in_their_bounds(count: int, rule: LineRule, value: float) -> None:
    made: list[Paragraph] = [para(words(count), line_spacing=spaced(value, rule))]
    reached = extent(*made)
    assert reached.pages >= 1
    assert 0.0 <= reached.fill <= 1.0


def test_a_page_without_room_is_still_a_page() -> None:
    tight = PageSetup(width=100.0, height=100.0)
    assert lay_out(document(para("x"), para("x"), setups=(tight,))).pages >= 1
