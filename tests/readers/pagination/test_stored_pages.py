from dataclasses import replace

import pytest

from mastercheck.model.blocks import Note, NoteKind, TextBox
from mastercheck.model.document import Document, Metadata, PageCount, PageEngine, StoredStatistics
from mastercheck.readers.pagination.stored import count_stored
from set_text import PAGE, document, lines, para

TEXT = "x" * 99
BLOCKS = (para(TEXT), para(TEXT + "\f"), para(TEXT))
"""Three paragraphs of a hundred characters with their marks, and a page break."""


def stored(*blocks: object, pages: int | None = 2, characters: int | None = 300, breaks: int = 1, **more: object) -> Document:
    made = document(*(blocks or BLOCKS), **more)  # type: ignore[arg-type]
    statistics = StoredStatistics(pages=pages, characters_with_spaces=characters, rendered_breaks=breaks)
    return replace(made, metadata=Metadata(stored=statistics))


def estimate(count: int, fill: float = 0.5) -> PageCount:
    return PageCount(count=count, engine=PageEngine.ESTIMATED, certain=False, fill_of_last_page=fill, lines_left=7)


def test_what_word_stored_is_taken_where_the_characters_agree() -> None:
    assert count_stored(stored()) == PageCount(count=2, engine=PageEngine.STORED, certain=True)


@pytest.mark.parametrize(
    ("characters", "taken"), [(301, True), (306, True), (298, True), (309, False), (285, False), (0, False), (None, False)]
)
def test_the_characters_must_agree_within_two_per_cent(characters: int | None, taken: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (count_stored(stored(characters=characters)) is not None) is taken


def test_ends_of_paragraphs_may_be_counted_or_not() -> None:
    many = [para("x" * 9)] * 100
    assert count_stored(stored(*many, characters=1000, breaks=1))
    assert count_stored(stored(*many, characters=900, breaks=1))
    assert count_stored(stored(*many, characters=950, breaks=1)) is None


def test_notes_and_text_boxes_are_no_part_of_the_main_story() -> None:
    note = Note(kind=NoteKind.FOOTNOTE, label="1", blocks=(para(TEXT),))
    assert count_stored(stored(*BLOCKS, note, TextBox(blocks=(para(TEXT),))))


@pytest.mark.parametrize("made", [document(para("x")), stored(pages=None), stored(pages=0)])
def test_without_stored_pages_there_is_no_count(made: Document) -> None:
    assert count_stored(made) is None


@pytest.mark.parametrize(("breaks", "certain"), [(0, True), (1, True), (2, False)])
def test_the_count_is_certain_where_the_ends_of_pages_agree(breaks: int, certain: bool) -> None:  # noqa: FBT001 - a column of the table
    count = count_stored(stored(breaks=breaks))
    assert count
    assert count.certain is certain
    assert bool(count.note) is not certain


def test_breaks_that_the_writer_set_count_as_ends_of_pages() -> None:
    plain = (para(TEXT), para(TEXT), para(TEXT))
    asked = (para(TEXT), para(TEXT, page_break_before=True), para(TEXT))
    sections = (PAGE, replace(PAGE, first_paragraph=2))
    flowing = (PAGE, replace(PAGE, first_paragraph=2, starts="continuous"))
    assert not count_stored(stored(*plain, breaks=0)).certain  # type: ignore[union-attr]
    assert count_stored(stored(*asked, breaks=0)).certain  # type: ignore[union-attr]
    assert count_stored(stored(*plain, breaks=0, setups=sections)).certain  # type: ignore[union-attr]
    assert not count_stored(stored(*plain, breaks=0, setups=flowing)).certain  # type: ignore[union-attr]


def test_one_page_cannot_be_true_where_word_noted_its_end() -> None:
    plain = (para(TEXT), para(TEXT), para(TEXT))
    assert count_stored(stored(*plain, pages=1, breaks=1)) is None
    assert count_stored(stored(*plain, pages=1, breaks=0)) == PageCount(count=1, engine=PageEngine.STORED, certain=True)


@pytest.mark.parametrize(
    ("pages", "fill", "certain"), [(2, 0.5, True), (3, 0.5, True), (3, 0.8, False), (1, 0.5, True), (1, 0.3, False), (3, 1.0, False)]
)
def test_an_estimate_that_is_off_makes_it_doubtful(pages: int, fill: float, certain: bool) -> None:  # noqa: FBT001 - a column of the table
    count = count_stored(stored(), estimated=estimate(pages, fill))
    assert count
    assert (count.count, count.certain) == (2, certain)
    assert (f"our own estimate is {pages}" in count.note) is not certain


def test_an_estimate_that_is_far_off_makes_it_impossible() -> None:
    assert count_stored(stored(), estimated=estimate(4, 0.1)) is None
    assert count_stored(stored(), estimated=replace(estimate(4), fill_of_last_page=None)) is not None


def test_an_estimate_of_the_same_count_tells_how_full_the_last_page_is() -> None:
    same, other = count_stored(stored(), estimated=estimate(2)), count_stored(stored(), estimated=estimate(3, 0.1))
    assert same
    assert other
    assert (same.fill_of_last_page, same.lines_left) == (0.5, 7)
    assert (other.fill_of_last_page, other.lines_left) == (None, None)


def test_long_documents_may_be_off_by_a_share() -> None:
    many = [para(lines(20))] * 50
    characters = sum(len(one.text) + 1 for one in many)
    assert count_stored(stored(*many, pages=50, characters=characters, breaks=49), estimated=estimate(53)).certain  # type: ignore[union-attr]
    assert not count_stored(stored(*many, pages=50, characters=characters, breaks=49), estimated=estimate(57)).certain  # type: ignore[union-attr]
    assert count_stored(stored(*many, pages=50, characters=characters, breaks=49), estimated=estimate(70)) is None
