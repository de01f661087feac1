"""Headings that no style marks."""

import pytest

from builders import document_of, heading, paragraph, run, table
from mastercheck.model.blocks import Block, Confidence, HeadingSource, Paragraph, ParagraphKind
from mastercheck.readers.headings import split_number
from mastercheck.readers.levels import Look

TEXT = paragraph("This is a sentence of running text that is long enough to be told from a line of a title block.")


def bold(text: str, size: float = 10) -> Paragraph:
    return paragraph(run(text, bold=True, size=size))


def numbered(label: str, text: str, *, strong: bool = True) -> Paragraph:
    return paragraph(run(text, bold=strong), kind=ParagraphKind.LIST_ITEM, list_label=label, list_level=0)


def headings(*blocks: Block) -> list[tuple[int, str]]:
    return [(section.level, section.label) for section in document_of(blocks).walk_sections() if section.heading]


def test_typed_numbers_give_headings_with_levels() -> None:
    blocks = [paragraph(text) for text in ("1. Introduction", "1.1 Aims", "2. Project", "2.1 What could go wrong?", "2.1.1 At night")]
    with_text = [block for one in blocks for block in (one, TEXT)]
    assert headings(*with_text) == [
        (1, "1 Introduction"),
        (2, "1.1 Aims"),
        (1, "2 Project"),
        (2, "2.1 What could go wrong?"),
        (3, "2.1.1 At night"),
    ]


def test_they_say_how_they_were_known_and_how_surely() -> None:
    document = document_of([paragraph("1.1 Aims"), TEXT, bold("Plan"), TEXT, paragraph("References"), TEXT])
    found = [section.heading.heading for section in document.walk_sections() if section.heading and section.heading.heading]
    assert [(one.source, one.confidence) for one in found] == [
        (HeadingSource.NUMBERING, Confidence.LIKELY),
        (HeadingSource.APPEARANCE, Confidence.LIKELY),
        (HeadingSource.APPEARANCE, Confidence.POSSIBLE),
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph("1. First do this"), paragraph("2. Then do that"), TEXT],
        [paragraph("1. Do this"), TEXT, paragraph("1. Do that"), TEXT],
        [paragraph("3. Do this"), TEXT],
        [paragraph("3.2 million people were there"), TEXT],
        [paragraph("1.1 This line ends like a sentence."), TEXT],
        [bold("Note:"), TEXT],
        [bold("A bold sentence that goes on and on for so many words that no heading would be that long"), TEXT],
        [bold("Figure 1: The hall"), TEXT],
        [bold("[1] Deming (1993), The New Economics"), TEXT],
        [bold("***"), TEXT],
        [paragraph(run("Mostly", bold=True), run(" plain")), TEXT],
        [numbered("1.", "Plain item", strong=False), TEXT],
        [paragraph(run("item", bold=True), kind=ParagraphKind.LIST_ITEM, list_label="•", list_level=0), TEXT],
        [TEXT, bold("Signed by the candidate")],
        [paragraph("Just a short line"), TEXT],
        [paragraph("Plan"), TEXT],
    ],
)
def test_what_is_no_heading(blocks: list[Block]) -> None:
    assert headings(TEXT, *blocks) == []


def test_bare_numbers_of_a_list_beside_real_headings_are_no_chapters() -> None:
    assert headings(heading("Plan"), paragraph("1. First"), TEXT, paragraph("2. Second"), TEXT) == [(1, "Plan")]
    assert headings(bold("1. Plan"), TEXT, paragraph("1. First"), TEXT, paragraph("2. Second"), TEXT) == [(1, "1 Plan")]


@pytest.mark.parametrize(
    "made", [bold("Plan"), paragraph(run("Plan", size=11)), paragraph("THE PLAN"), paragraph(run("Plan for all", caps=True))]
)
def test_looks_that_stand_out(made: Paragraph) -> None:
    assert [level for level, _ in headings(TEXT, made, TEXT)] == [1]


def test_letters_that_are_all_bold_or_large_do_not_stand_out_of_themselves() -> None:
    strong = bold("This is a sentence of running text that is bold and long enough to be running text, as in some drafts.")
    assert headings(strong, strong, bold("Short line"), strong) == []


def test_a_line_without_letters_has_no_look() -> None:
    assert Look.of(paragraph(run(" ", bold=True))) == Look()


def test_levels_follow_the_looks() -> None:
    found = headings(TEXT, bold("Chapter", 14), TEXT, bold("Section", 12), TEXT, bold("Part of it"), TEXT, bold("Next", 14), TEXT)
    assert found == [(1, "Chapter"), (2, "Section"), (3, "Part of it"), (1, "Next")]


def test_a_number_may_look_like_the_text_where_the_title_does_not() -> None:
    blocks = [paragraph(run("7) ", size=10), run("Aims of it", bold=True, size=10)), TEXT]
    assert headings(TEXT, *blocks) == [(1, "7 Aims of it")]
    assert headings(TEXT, paragraph(run("7) Aims", size=10), run(" of it", bold=True, size=10)), TEXT) == []


def test_a_numbered_line_that_says_references_is_a_heading_whatever_its_number() -> None:
    assert headings(TEXT, bold("Plan"), TEXT, paragraph("8) References"), TEXT) == [(1, "Plan"), (1, "8 References")]


def test_no_level_is_deeper_than_words_deepest() -> None:
    blocks = [block for size in range(40, 16, -2) for block in (bold(f"Size {size}", size), TEXT)]
    assert [level for level, _ in headings(TEXT, *blocks)] == [*range(1, 10), 9, 9, 9]


def test_one_look_gives_one_level_and_a_heading_may_follow_a_heading() -> None:
    assert headings(TEXT, bold("Project"), bold("Aims"), TEXT, bold("Plan"), table([["x"]])) == [(1, "Project"), (1, "Aims"), (1, "Plan")]


def test_bold_lines_below_real_headings_are_one_level_deeper_and_their_like_the_same() -> None:
    found = headings(
        heading("Project"),
        TEXT,
        bold("Aims"),
        TEXT,
        heading("Course", 2),
        bold("Spring"),
        TEXT,
        bold("Costs", 14),
        TEXT,
        bold("Answer", 16),
        TEXT,
    )
    assert found == [(1, "Project"), (2, "Aims"), (2, "Course"), (3, "Spring"), (1, "Costs"), (1, "Answer")]


def test_numbers_typed_beside_real_headings_take_their_levels() -> None:
    found = headings(heading("1 Project", 2), TEXT, bold("1.1 Aims"), TEXT, bold("Plan"), TEXT)
    assert found == [(2, "1 Project"), (3, "1.1 Aims"), (3, "Plan")]


def test_a_bold_line_weaker_than_numbered_ones_is_below_them() -> None:
    assert headings(TEXT, bold("1 Project", 14), TEXT, bold("Aims"), TEXT) == [(1, "1 Project"), (2, "Aims")]


def test_named_parts_at_the_end_are_chapters_whatever_their_looks() -> None:
    found = headings(heading("Project"), TEXT, heading("Plan", 2), TEXT, bold("References"), TEXT, paragraph("Appendix A"), TEXT)
    assert found == [(1, "Project"), (2, "Plan"), (1, "References"), (1, "Appendix A")]


def test_automatic_numbers_before_bold_lines_make_headings() -> None:
    assert headings(TEXT, numbered("1.", "Project"), TEXT, numbered("1.1", "Aims"), TEXT) == [(1, "1 Project"), (2, "1.1 Aims")]


def test_lines_of_a_title_block_are_no_headings() -> None:
    lines = [bold("MY REPORT", 16), bold("A subtitle"), paragraph("Version 1"), bold("Ada")]
    assert headings(*lines, paragraph(""), bold("Introduction"), TEXT, bold("Plan"), TEXT) == [(1, "Ada"), (1, "Introduction"), (1, "Plan")]
    assert headings(*lines[:3], bold("Introduction"), bold("Aims"), TEXT) == [(1, "Introduction"), (1, "Aims")]
    assert headings(*lines, heading("Introduction"), TEXT) == [(1, "Introduction")]


def test_the_title_right_above_the_first_heading_is_known_by_its_look() -> None:
    assert headings(bold("My report", 16), bold("Introduction"), TEXT, bold("Plan"), TEXT) == [(1, "Introduction"), (1, "Plan")]
    assert headings(bold("Introduction"), TEXT, bold("Plan"), TEXT) == [(1, "Introduction"), (1, "Plan")]


def test_a_heading_needs_something_under_it() -> None:
    assert headings(TEXT, bold("Plan"), *[paragraph("")] * 20, TEXT) == []
    assert headings(TEXT, bold("Plan"), heading("Project"), TEXT) == [(1, "Project")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("3.2 What", ("3.2", "What")), ("3.What", ("3", "What")), ("12) What", ("12", "What")), ("4 - What", ("4", "What")),
        ("Chapter 2", ("", "Chapter 2")), ("Kapitel 2: Ziele", ("Kapitel 2", "Ziele")), ("Chapter IV. Aims", ("Chapter IV", "Aims")),
        ("2020 was hard", ("", "2020 was hard")), ("5 “Doors”", ("5", "“Doors”")), ("1  Two   blanks", ("1", "Two blanks")), ("", ("", "")),
    ],
)  # fmt: skip
def test_numbers_are_parted_from_titles(title: str, expected: tuple[str, str]) -> None:
    assert split_number(title) == expected
