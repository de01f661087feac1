from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastercheck.model.blocks import Note, NoteKind
from mastercheck.model.formatting import LayoutSettings
from mastercheck.readers.pagination.lines import LineBreaker
from mastercheck.readers.pagination.rulers import Rulers
from mastercheck.readers.pagination.stacks import Row, Stacker
from set_text import LINE, cell, extent, lines, pages, para, table, words


def rows_of(made: object, width: float = 100.0) -> list[Row]:
    breaker = LineBreaker(Rulers(10.0), LayoutSettings())
    return Stacker(breaker, pitch=None, adds=False).rows_of(made, width)  # type: ignore[arg-type]


def heights(made: object, width: float = 100.0) -> list[float]:
    return [row.height for row in rows_of(made, width)]


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    assert heights(table(["x", words(3)], ["x", "x"], widths=(50.0, 50.0))) == pytest.approx([3 * LINE, LINE])


def test_columns_without_widths_are_equally_wide() -> None:
    assert heights(table(["x", words(3)])) == pytest.approx([3 * LINE])
    assert heights(table([words(2)])) == pytest.approx([LINE])
    assert heights(table(["x", words(2)], widths=(0.0, 0.0))) == pytest.approx([2 * LINE])


def test_a_cell_that_spans_columns_is_as_wide_as_they_are() -> None:
    assert heights(table([cell(words(2), columns=2)], widths=(50.0, 50.0))) == pytest.approx([LINE])


def test_margins_and_lines_add_to_a_row() -> None:
    assert heights(table(["x"], cell_margins=(3.0, 0.0, 4.0, 0.0), border=0.5)) == pytest.approx([LINE + 7.5])
    assert heights(table([words(2)], cell_margins=(0.0, 10.0, 0.0, 10.0))) == pytest.approx([2 * LINE])
    assert heights(table([cell("x", margins=(1.0, 0.0, 1.0, 0.0))])) == pytest.approx([LINE + 2])


def test_a_row_has_its_least_height() -> None:
    assert heights(table(["x"], ["x"], row_heights=(30.0,))) == pytest.approx([30.0, LINE])


def test_a_row_of_exact_height_is_no_higher() -> None:
    assert heights(table([lines(5)], row_heights=(30.0,), exact_rows=frozenset({0}))) == pytest.approx([30.0])


def test_a_cell_over_several_rows_stretches_the_last() -> None:
    tall = cell(lines(4), rows=2)
    assert heights(table([tall, cell("x", column=1)], [cell("x", column=1)], widths=(100.0, 100.0))) == pytest.approx([LINE, 3 * LINE])
    low = cell("x", rows=2)
    assert heights(table([low, cell("x", column=1)], [cell("x", column=1)])) == pytest.approx([LINE, LINE])


def test_spaces_between_paragraphs_count_in_a_cell() -> None:
    spaced = para("x", space_before=5.0, space_after=7.0)
    assert heights(table([cell(spaced, spaced)])) == pytest.approx([5 + LINE + 7 + LINE + 7])


def test_automatic_spaces_are_left_out_at_the_ends_of_a_cell() -> None:
    automatic = para("x", space_before=14.0, space_after=14.0, auto_before=True, auto_after=True)
    assert heights(table([cell(automatic, automatic)])) == pytest.approx([LINE + 14 + LINE])


def test_a_table_in_a_cell_counts_with_its_rows() -> None:
    inner = table(["x"], [lines(2)])
    assert heights(table([cell(para("x", space_after=5.0), inner, para("x"))])) == pytest.approx([LINE + 5 + 3 * LINE + LINE])
    note = Note(kind=NoteKind.FOOTNOTE, label="1", blocks=(para(lines(3)),))
    assert heights(table([cell("x", note)])) == pytest.approx([LINE])


def test_an_empty_cell_has_only_its_margins() -> None:
    assert heights(table([cell()], cell_margins=(1.0, 0.0, 1.0, 0.0))) == pytest.approx([2.0])
    assert heights(table([])) == pytest.approx([0.0])


def test_a_row_is_divided_where_a_page_ends() -> None:
    divided = extent(para(lines(15)), table([lines(10)]))
    assert (divided.pages, divided.fill) == (2, pytest.approx(0.25))
    assert divided.starts == (0,)


def test_a_row_that_may_not_be_divided_begins_the_next_page() -> None:
    assert extent(para(lines(15)), table([lines(10)], whole_rows=frozenset({0}))).fill == pytest.approx(0.5)
    assert extent(para(lines(15)), table([lines(2), "x"], whole_rows=frozenset({0}))).pages == 1


def test_a_row_whose_least_height_does_not_fit_begins_the_next_page() -> None:
    assert extent(para(lines(15)), table([lines(10)], row_heights=(100.0,))).fill == pytest.approx(0.5)


def test_a_row_longer_than_several_pages_goes_on() -> None:
    assert extent(table([lines(50)])).pages == 3
    assert extent(table([lines(50)])).fill == pytest.approx(0.5)


def test_each_cell_is_divided_by_itself() -> None:
    made = table([cell(lines(10)), cell(para(lines(15)), column=1)], widths=(100.0, 100.0))
    assert extent(para(lines(15)), made).fill == pytest.approx(0.5)


def test_a_line_higher_than_a_page_does_not_go_on_for_ever() -> None:
    assert extent(table([cell(para("x", space_before=999.0), "x")])).pages <= 3


def test_head_rows_are_repeated_on_every_page() -> None:
    many = [["x"]] * 30
    plain, headed = extent(table(["x"], *many)), extent(table(["x"], *many, repeated_rows=1))
    assert headed.fill == pytest.approx(plain.fill + 0.05)
    assert extent(table([lines(15)], *many, repeated_rows=1)).pages == 3
    assert extent(table(["x"], [lines(30)], repeated_rows=1)).fill == pytest.approx(0.6)


def test_a_row_stays_with_the_next_where_its_text_asks_for_it() -> None:
    kept = cell(para("x", keep_with_next=True))
    assert extent(para(lines(19)), table([kept], ["x"])).fill == pytest.approx(0.1)
    assert extent(para(lines(19)), table(["x"], ["x"])).fill == pytest.approx(0.05)
    assert extent(para(lines(19)), table([kept])).pages == 1
    assert extent(para(lines(19)), table([kept], [lines(30)])).pages == 3


def test_space_after_the_paragraph_above_a_table_is_left() -> None:
    assert extent(para("x", space_after=23.0), table(["x"]), para("x")).fill == pytest.approx(0.25)
    assert extent(para(lines(20), space_after=23.0), table(["x"])).fill == pytest.approx(0.05)


def test_text_flows_beside_a_floating_table() -> None:
    narrow = table([lines(1)], widths=(20.0,), floats=True)
    assert extent(narrow, para("x")).fill == pytest.approx(0.05)
    assert extent(replace(narrow, widths=(60.0,)), para("x")).fill > 0.05
    assert extent(replace(narrow, widths=()), para("x")).fill == pytest.approx(0.1)


@given(st.lists(st.lists(st.integers(0, 20), min_size=1, max_size=3), max_size=8), st.integers(0, 25))
def test_a_table_with_more_rows_never_takes_fewer_pages(rows: list[list[int]], before: int) -> None:
    texts = [[words(count) for count in row] for row in rows]
    reached = [pages(para(lines(before)), table(*texts[:end], widths=(60.0, 60.0, 60.0))) for end in range(len(texts) + 1)]
    assert reached == sorted(reached)
