"""Zones, numbers, heading paths, sections and regions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document_of, heading, paragraph, run, table
from mastercheck.language.regions import region_of
from mastercheck.model.blocks import Block, Cell, Note, NoteKind, Paragraph, ParagraphKind, Table, TextBox, Zone, paragraphs_of
from mastercheck.model.document import Comment, Document, Section
from mastercheck.model.formatting import Picture
from mastercheck.model.location import Location
from mastercheck.readers.references import is_reference

TEXT = "This is a sentence of running text that is long enough to be told from a line of a title block."


def zones(document: Document) -> list[tuple[str, Zone]]:
    return [(one.text, one.zone) for one in document.paragraphs()]


def zone_of(document: Document, text: str) -> Zone:
    return next(one.zone for one in document.paragraphs() if one.text == text)


def tree(sections: tuple[Section, ...]) -> list[object]:
    return [(section.label, tree(section.children)) if section.children else section.label for section in sections]


def entry(text: str) -> Paragraph:
    return paragraph(text, kind=ParagraphKind.CONTENTS_ENTRY)


def test_numbers_run_over_tables_notes_and_text_boxes_in_reading_order() -> None:
    inside = (paragraph("in the box"), Note(kind=NoteKind.ENDNOTE, label="1", blocks=(table([["in the note"]]),)))
    document = document_of([heading("One"), table([["a", "b"]]), TextBox(blocks=inside), paragraph("last")])
    assert [(one.number, one.text) for one in document.paragraphs()] == [
        (1, "One"), (2, "a"), (3, "b"), (4, "in the box"), (5, "in the note"), (6, "last"),
    ]  # fmt: skip
    assert [one.zone for one in document.paragraphs()] == [
        Zone.HEADINGS, Zone.TABLES, Zone.TABLES, Zone.TEXT_BOXES, Zone.ENDNOTES, Zone.BODY,
    ]  # fmt: skip


def test_the_sections_are_a_tree_over_the_same_blocks() -> None:
    document = document_of([paragraph(TEXT), heading("A"), heading("B", 2), paragraph("b"), heading("C", 3), heading("D", 2), heading("E")])
    assert tree(document.sections) == ["", ("A", [("B", ["C"]), "D"]), "E"]
    assert document.sections[1].children[0].blocks == (document.blocks[3],)
    assert document.blocks[3].heading_path == ("A", "B")  # type: ignore[union-attr]  # a paragraph
    assert document.blocks[4].heading_path == ("A", "B", "C")  # type: ignore[union-attr]  # a paragraph


def test_levels_may_skip_and_begin_deep() -> None:
    assert tree(document_of([heading("A", 3), heading("B", 5), heading("C", 1), heading("D", 4)]).sections) == [("A", ["B"]), ("C", ["D"])]


def test_typed_numbers_are_parted_from_the_titles_of_headings() -> None:
    document = document_of(
        [heading("3.2 What could go wrong", 2), heading("Chapter 4: Results"), heading("5) Next"), heading("2020 in review")]
    )
    found = [
        (section.heading.heading.number, section.title)
        for section in document.walk_sections()
        if section.heading and section.heading.heading
    ]
    assert found == [("3.2", "What could go wrong"), ("Chapter 4", "Results"), ("5", "Next"), ("", "2020 in review")]


def test_a_heading_inside_a_table_or_text_box_is_no_heading() -> None:
    inner = heading("Not a section")
    document = document_of([Table(rows=((Cell(blocks=(inner,)),),)), TextBox(blocks=(inner,))])
    assert [one.heading for one in document.paragraphs()] == [None, None]
    assert [one.kind for one in document.paragraphs()] == [ParagraphKind.PARAGRAPH] * 2


def test_regions_last_until_the_next_heading_of_the_same_level_or_above() -> None:
    document = document_of(
        """
        # Abstract
        In short.
        # Introduction
        Begin.
        ## Summary
        Not at the front.
        # References
        Deming (1993).
        ## Web pages
        | x |
        # Appendix A: Sheets
        Sheet.
        # Afterword
        End.
        """
    )
    expected = {
        "In short.": Zone.ABSTRACT, "Begin.": Zone.BODY, "Not at the front.": Zone.BODY, "References": Zone.LITERATURE,
        "Web pages": Zone.LITERATURE, "x": Zone.LITERATURE, "Appendix A: Sheets": Zone.APPENDICES, "Sheet.": Zone.APPENDICES,
        "Afterword": Zone.HEADINGS, "End.": Zone.BODY,
    }  # fmt: skip
    assert {text: zone_of(document, text) for text in expected} == expected
    assert [(section.title, section.zone) for section in document.sections][-2:] == [
        ("Appendix A: Sheets", Zone.APPENDICES), ("Afterword", Zone.BODY),
    ]  # fmt: skip


def test_a_literature_list_inside_an_appendix_stays_in_the_appendix() -> None:
    document = document_of(
        [heading("Appendix"), heading("References", 2), paragraph("Deming (1993)."), heading("References"), paragraph("x")]
    )
    assert [one.zone for one in document.paragraphs()] == [Zone.APPENDICES] * 3 + [Zone.LITERATURE] * 2


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("References", Zone.LITERATURE), ("6. LITERATURE", Zone.LITERATURE), ("Bibliography:", Zone.LITERATURE),
        ("References and further reading", Zone.LITERATURE), ("Literatuurlijst", Zone.LITERATURE), ("Quellenverzeichnis", Zone.LITERATURE),
        ("Références", Zone.LITERATURE), ("VII. Bibliografía", Zone.LITERATURE),
        ("Terms of reference", None), ("Sources of funding", None), ("Literature review", None), ("", None), ("References and terms", None),
        ("Appendix", Zone.APPENDICES), ("Appendix B", Zone.APPENDICES), ("Annex 2: Register", Zone.APPENDICES),
        ("Appendix. Sheets", Zone.APPENDICES), ("Bijlage C - Lijst", Zone.APPENDICES), ("Anhang II", Zone.APPENDICES),
        ("Appendix words are excluded", None), ("Attachment theory", None), ("Executive summary", Zone.ABSTRACT),
        ("Samenvatting", Zone.ABSTRACT), ("Contents", Zone.CONTENTS), ("Table of contents", Zone.CONTENTS),
        ("Inhaltsverzeichnis", Zone.CONTENTS), ("List of figures", Zone.CONTENTS), ("Introduction", None),
    ],
)  # fmt: skip
def test_regions_by_the_title_of_a_heading(title: str, zone: Zone | None) -> None:
    assert region_of(title) is zone


REFERENCES = (
    "Deming, W. E. (1993). The New Economics. MIT Press.",
    "[2] ISO/IEC 20000-1:2018, Requirements. Geneva.",
    "Kotter J. Leading Change. 1996, pp. 12-30.",
    "AXELOS: ITIL 4. 2019. https://example.org",
)


def test_a_list_of_references_under_another_name_is_known_by_its_entries() -> None:
    blocks: list[Block] = [
        heading("Begin"),
        *[paragraph(TEXT)] * 6,
        heading("What I read"),
        *map(paragraph, REFERENCES),
        heading("After"),
        paragraph(TEXT),
    ]
    document = document_of(blocks)
    assert {zone_of(document, text) for text in REFERENCES} == {Zone.LITERATURE}
    assert [one.zone for one in document.paragraphs()][-1] is Zone.BODY


def test_it_is_not_looked_for_where_a_heading_has_the_name_or_at_the_beginning() -> None:
    blocks: list[Block] = [heading("What I read"), *map(paragraph, REFERENCES), heading("More"), *[paragraph(TEXT)] * 9]
    assert Zone.LITERATURE not in {one.zone for one in document_of(blocks).paragraphs()}
    named: list[Block] = [heading("References"), paragraph(REFERENCES[0]), heading("What I read"), *map(paragraph, REFERENCES)]
    assert zone_of(document_of(named), REFERENCES[1]) is Zone.BODY
    tabled: list[Block] = [heading("What I read"), *map(paragraph, REFERENCES), table([["x"]])]
    assert Zone.LITERATURE not in {one.zone for one in document_of(tabled).paragraphs()}


@pytest.mark.parametrize(
    "text",
    ["In 2011 we began to work together.", "The plan (May): 3 weeks", "March 2023: go live", "x " * 70 + "(2011)", "y" * 900 + "(2011)"],
)
def test_other_paragraphs_with_a_year_are_no_references(text: str) -> None:
    assert not is_reference(text)


def test_the_title_block_is_what_stands_before_the_first_heading() -> None:
    blocks = [
        paragraph("My report", kind=ParagraphKind.TITLE),
        paragraph(""),
        table([["Version", "1.0"], ["Date", "1 May 2024"]]),
        paragraph("Ada Lovelace"),
    ]
    document = document_of([*blocks, heading("Introduction"), paragraph("Short text")])
    assert [one.zone for one in document.paragraphs()] == [Zone.TITLE_BLOCK] * 7 + [Zone.HEADINGS, Zone.BODY]
    assert [section.zone for section in document.sections] == [Zone.TITLE_BLOCK, Zone.BODY]


@pytest.mark.parametrize(
    ("after", "zone"),
    [
        (paragraph(TEXT), Zone.BODY),
        (paragraph("A short line that ends like a sentence does, with a full stop."), Zone.BODY),
        (paragraph("item", kind=ParagraphKind.LIST_ITEM), Zone.BODY),
        (table([["cell", TEXT]]), Zone.TABLES),
    ],
)
def test_running_text_ends_the_title_block_where_there_is_no_heading(after: Block, zone: Zone) -> None:
    document = document_of([paragraph("My proposal"), after, paragraph("Another line"), paragraph(TEXT)])
    assert [one.zone for one in document.paragraphs()][:2] == [Zone.TITLE_BLOCK, zone]
    assert zone_of(document, "Another line") is Zone.BODY


def test_a_document_of_short_lines_only_is_no_title_block() -> None:
    assert {one.zone for one in document_of([paragraph("line")] * 5).paragraphs()} == {Zone.BODY}
    assert [one.zone for one in document_of([paragraph("line")] * 60).paragraphs()].count(Zone.TITLE_BLOCK) == 40
    assert zones(document_of([])) == []


def test_a_title_is_in_the_title_block_wherever_it_stands() -> None:
    document = document_of([heading("One"), paragraph(TEXT), paragraph("My report", kind=ParagraphKind.TITLE)])
    assert zone_of(document, "My report") is Zone.TITLE_BLOCK


def test_text_in_the_style_of_a_title_is_text() -> None:
    title = ParagraphKind.TITLE
    long = document_of([paragraph("My report", kind=title), heading("One"), paragraph(TEXT), paragraph(TEXT, kind=title)])
    assert [zone for _, zone in zones(long)] == [Zone.TITLE_BLOCK, Zone.HEADINGS, Zone.BODY, Zone.BODY]
    many = document_of([heading("One"), paragraph(TEXT), *(paragraph(f"Line {number}", kind=title) for number in range(9))])
    assert Zone.TITLE_BLOCK not in [zone for _, zone in zones(many)]


def test_lines_after_a_contents_list_at_the_very_beginning_are_the_title_block() -> None:
    document = document_of([entry("Introduction 1"), paragraph("My report"), heading("Introduction"), paragraph(TEXT)])
    assert [one.zone for one in document.paragraphs()] == [Zone.CONTENTS, Zone.TITLE_BLOCK, Zone.HEADINGS, Zone.BODY]


def test_a_contents_list_ends_the_title_block() -> None:
    document = document_of([paragraph("My report"), entry("Introduction 1"), paragraph("A line"), heading("Introduction"), paragraph(TEXT)])
    assert [one.zone for one in document.paragraphs()][:3] == [Zone.TITLE_BLOCK, Zone.CONTENTS, Zone.BODY]


def test_a_first_heading_over_particulars_only_is_the_title() -> None:
    document = document_of(
        [paragraph(""), heading("My report"), paragraph("Version: 1.2"), paragraph("Ada"), heading("Introduction"), paragraph(TEXT)]
    )
    assert [section.title for section in document.walk_sections()] == ["", "Introduction"]
    assert zone_of(document, "My report") is Zone.TITLE_BLOCK


@pytest.mark.parametrize(
    "blocks",
    [
        [heading("Introduction"), paragraph(TEXT), heading("Plan")],
        [heading("Introduction"), heading("Aims", 2), paragraph("May 2024")],
        [heading("Introduction"), paragraph("Some words")],
        [heading("Introduction"), paragraph("Version: 1")],
        [heading("1 Introduction"), paragraph("Version: 1"), heading("Plan")],
        [heading("Introduction"), *[paragraph("Version: 1")] * 50, heading("Plan")],
        [heading("Introduction"), paragraph("We began in 2011 with six people"), heading("Plan")],
    ],
)
def test_other_first_headings_stay_headings(blocks: list[Block]) -> None:
    assert next(iter(document_of(blocks).walk_sections())).title == "Introduction"


def test_a_heading_over_a_contents_list_is_no_section_but_ends_the_one_before() -> None:
    document = document_of(
        [
            heading("Abstract"),
            paragraph("In short."),
            heading("Contents"),
            paragraph("Introduction\t1"),
            paragraph("A word on this"),
            heading("Introduction"),
            paragraph(TEXT),
        ]
    )
    assert [section.title for section in document.walk_sections()] == ["Abstract", "", "Introduction"]
    assert [section.zone for section in document.walk_sections()] == [Zone.ABSTRACT, Zone.CONTENTS, Zone.BODY]
    expected = [Zone.ABSTRACT, Zone.ABSTRACT, Zone.CONTENTS, Zone.CONTENTS, Zone.BODY, Zone.HEADINGS, Zone.BODY]
    assert [one.zone for one in document.paragraphs()] == expected
    assert zone_of(document, "Contents") is Zone.CONTENTS


def test_a_contents_heading_below_an_open_region_does_not_end_it() -> None:
    document = document_of([heading("Appendix"), heading("List of tables", 2), paragraph("x")])
    assert zone_of(document, "x") is Zone.APPENDICES


@pytest.mark.parametrize(
    "entries",
    [
        ["1. Introduction\t1", "2. Plan ........ 3", "Conclusion   9"],
        ["Introduction 1", "Plan 3"],
        ["Introduction", "Plan"],
        ["Introduction . . . . . 1", "Plan … xii"],
    ],
)
def test_a_contents_list_typed_by_hand(entries: list[str]) -> None:
    lines = [paragraph(run("Contents", bold=True)), *map(paragraph, entries), paragraph("")]
    document = document_of([*lines, heading("Introduction"), paragraph(TEXT), heading("Plan"), paragraph(TEXT)])
    assert [one.zone for one in document.paragraphs()][: len(entries) + 1] == [Zone.CONTENTS] * (len(entries) + 1)
    assert [section.title for section in document.walk_sections()] == ["", "Introduction", "Plan"]


def test_leaders_show_an_entry_without_any_title_and_the_name_alone_does_not_make_a_list() -> None:
    document = document_of([paragraph("Introduction ............ 3"), paragraph("Contents"), paragraph(TEXT)])
    assert [one.kind for one in document.paragraphs()] == [ParagraphKind.CONTENTS_ENTRY, ParagraphKind.PARAGRAPH, ParagraphKind.PARAGRAPH]
    assert [one.kind for one in document_of([paragraph("Contents")]).paragraphs()] == [ParagraphKind.PARAGRAPH]


PICTURE = paragraph("", pictures=(Picture(width=10, height=10),))


@pytest.mark.parametrize(
    ("text", "beside", "expected"),
    [
        ("Figure 1: The hall", None, True), ("Table 3.2 - Risks of the project.", None, True), ("Fig. A1. Result", None, True),
        ("Tabelle 4: Preise", None, True), ("Figure1: The hall", None, True), ("Figure IV: The hall", None, True),
        ("Table 2 Risk register", table([["x"]]), True), ("Figure 2 The hall", PICTURE, True), ("Table 2 Risk register", None, False),
        ("Table 2 shows that we were late.", table([["x"]]), False), ("Tables: 3", None, False), ("Figure it out: now", None, False),
        ("Figure 1: " + "word " * 70, None, False),
    ],
)  # fmt: skip
def test_captions_by_their_wording(text: str, beside: Block | None, expected: bool) -> None:  # noqa: FBT001 - a case of the table
    document = document_of([heading("One"), paragraph(text), *([beside] if beside else [])])
    assert (list(document.paragraphs())[1].zone is Zone.CAPTIONS) is expected


def test_captions_in_the_cells_of_a_table_that_holds_pictures() -> None:
    cell = Cell(blocks=(PICTURE, paragraph("Figure 1: The hall")))
    other = Cell(blocks=(paragraph("Figure 1: as text"),))
    document = document_of([Table(rows=((cell, other),))])
    assert [one.zone for one in document.paragraphs()] == [Zone.TABLES, Zone.CAPTIONS, Zone.TABLES]


def test_comments_are_placed() -> None:
    comments = [
        Comment(author="A", text="?", location=Location(paragraph=number, quote=quote))
        for number, quote in ((2, ""), (2, "own"), (9, ""), (None, ""))
    ]
    found = [one.location for one in document_of([heading("One"), paragraph("Text")], comments=comments).comments]
    assert [(one.heading_path, one.paragraph, one.quote) for one in found] == [
        (("One",), 2, "Text"), (("One",), 2, "own"), ((), 9, ""), ((), None, ""),
    ]  # fmt: skip


def test_furniture_is_in_no_section() -> None:
    (one,) = document_of([paragraph("x")], furniture=[heading("Running head")]).furniture
    assert (one.zone, one.number, one.heading, one.kind) == (Zone.HEADERS_FOOTERS, 0, None, ParagraphKind.PARAGRAPH)


LINES = st.sampled_from(
    ["", "Plan", "1 Plan", "1.1 Aims", "Contents", "References", "Figure 1: x", TEXT, "Version: 1", "Plan ...... 3", "PLAN FOR ALL"]
)
LINE = st.one_of(
    st.builds(lambda text, bold: paragraph(run(text, bold=bold)), LINES, st.booleans()),
    st.builds(heading, st.sampled_from(["Plan", "2 Risks", "Contents", "References", "Abstract", "Appendix A"]), st.integers(1, 9)),
    st.builds(lambda text: table([[text]]), LINES),
)


@given(st.lists(LINE, max_size=15))
def test_every_paragraph_is_kept_numbered_and_in_exactly_one_section(blocks: list[Block]) -> None:
    document = document_of(blocks)
    assert [one.text for one in document.paragraphs()] == [one.text for one in paragraphs_of(blocks)]
    assert [one.number for one in document.paragraphs()] == list(range(1, len(list(document.paragraphs())) + 1))
    in_sections = [
        one.number
        for section in document.walk_sections()
        for one in ([section.heading] if section.heading else []) + list(paragraphs_of(section.blocks))
    ]
    assert in_sections == [one.number for one in document.paragraphs()]
    assert all((one.heading is not None) == (one.kind is ParagraphKind.HEADING) for one in document.paragraphs())
