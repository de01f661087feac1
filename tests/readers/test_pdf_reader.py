"""The PDF reader from file to Document."""

import resource
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mastercheck.errors import EncryptedError, LimitError, NoTextError, UnreadableError
from mastercheck.model.blocks import HeadingSource, Note, NoteKind, Paragraph, ParagraphKind, Table, Zone
from mastercheck.model.document import Capability, Document, PageEngine
from mastercheck.model.formatting import OriginKind
from mastercheck.readers import read
from mastercheck.readers.pdf import glyphs, opening, read_pdf
from pdf_files import PdfPage, write_pdf

SENTENCE = "The portfolio board met ten times in the year and decided on every proposal it"
TEXT = [SENTENCE, "was given, so that the lists of the three departments could be merged into one", "register of services."]


def made(path: Path, *pages: PdfPage) -> Document:
    return read_pdf(write_pdf(path / "report.pdf", pages))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs()]


def headings(document: Document) -> list[tuple[int, str, str]]:
    return [
        (section.level, section.heading.heading.number, section.title)
        for section in document.walk_sections()
        if section.heading and section.heading.heading
    ]


def body(page: PdfPage, y: float, paragraphs: int = 1) -> PdfPage:
    for number in range(paragraphs):
        page.lines(72, y + number * 48, TEXT)
    return page


def test_lines_are_joined_to_a_paragraph(tmp_path: Path) -> None:
    assert texts(made(tmp_path, PdfPage().lines(72, 100, TEXT))) == [" ".join(TEXT)]


def test_a_pdf_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    assert read(write_pdf(tmp_path / "report.docx", [body(PdfPage(), 100)])).format == "pdf"


def test_a_document_has_pages_and_geometry(tmp_path: Path) -> None:
    document = made(tmp_path, body(PdfPage(), 100))
    assert document.capabilities == {Capability.PAGES, Capability.GEOMETRY}


def test_runs_carry_family_size_and_weight(tmp_path: Path) -> None:
    page = PdfPage().text(72, 100, "Plain words and", size=11).text(160, 100, "bold words", size=11, font="bold")
    first, second = next(made(tmp_path, page).paragraphs()).runs
    assert (first.format.font, first.format.size, first.format.bold) == ("Helvetica", 11.0, False)
    assert (second.text, second.format.bold) == ("bold words", True)
    assert first.format.size_origin
    assert first.format.size_origin.kind is OriginKind.GLYPHS


def test_the_size_is_the_one_that_is_shown(tmp_path: Path) -> None:
    page = PdfPage().raw("2 0 0 2 0 0 cm BT /regular 6 Tf 36 300 Td (scaled by the page) Tj ET")
    assert next(made(tmp_path, page).paragraphs()).runs[0].format.size == 12.0


@pytest.mark.parametrize(("pitch", "lines"), [(11.5, 1.0), (17.25, 1.5), (23.0, 2.0)])
def test_line_spacing_is_told_in_lines_of_the_font(tmp_path: Path, pitch: float, lines: float) -> None:
    paragraph = next(made(tmp_path, PdfPage().lines(72, 100, TEXT, pitch=pitch)).paragraphs())
    assert paragraph.format.line_spacing.value == pytest.approx(lines, abs=0.02)


def test_a_single_line_says_nothing_of_spacing(tmp_path: Path) -> None:
    assert next(made(tmp_path, PdfPage().text(72, 100, "A line")).paragraphs()).format.line_spacing.origin is None


def test_paragraphs_know_their_page(tmp_path: Path) -> None:
    document = made(tmp_path, body(PdfPage(), 100), body(PdfPage(), 100))
    assert [paragraph.page for paragraph in document.paragraphs()] == [1, 2]


def test_text_that_is_turned_is_left_out(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).turned(300, 500, "DRAFT", matrix="0.7 0.7 -0.7 0.7")
    assert texts(made(tmp_path, page)) == [" ".join(TEXT)]


@pytest.mark.parametrize(("matrix", "x", "y"), [("0 1 -1 0", 100, 700), ("-1 0 0 -1", 500, 300), ("0 -1 1 0", 100, 100)])
def test_a_page_whose_text_is_turned_is_read_upright(tmp_path: Path, matrix: str, x: float, y: float) -> None:
    page = PdfPage()
    step = {"0 1 -1 0": (12, 0), "-1 0 0 -1": (0, -12), "0 -1 1 0": (-12, 0)}[matrix]
    for number, line in enumerate(["The first line of a page that stands", "on its side goes on here."]):
        page.turned(x + number * step[0], y + number * step[1], line, matrix=matrix)
    assert texts(made(tmp_path, page)) == ["The first line of a page that stands on its side goes on here."]


def test_text_outside_of_the_page_is_left_out(tmp_path: Path) -> None:
    assert texts(made(tmp_path, body(PdfPage(), 100).text(900, 300, "nobody sees this"))) == [" ".join(TEXT)]


def test_text_printed_over_itself_is_read_once(tmp_path: Path) -> None:
    page = PdfPage().text(72, 100, "Fake bold").text(72.2, 100, "Fake bold")
    assert texts(made(tmp_path, page)) == ["Fake bold"]


def test_invisible_text_of_a_recognised_scan_is_text(tmp_path: Path) -> None:
    page = PdfPage().raw("BT 3 Tr /regular 10 Tf 72 700 Td (recognised words) Tj ET")
    assert texts(made(tmp_path, page)) == ["recognised words"]


def test_a_space_that_is_only_a_gap_parts_words(tmp_path: Path) -> None:
    page = PdfPage().raw("BT /regular 10 Tf 72 700 Td [(no) -300 (spaces) -300 (here)] TJ ET")
    assert texts(made(tmp_path, page)) == ["no spaces here"]


def test_kerning_does_not_part_words(tmp_path: Path) -> None:
    page = PdfPage().raw("BT /regular 10 Tf 72 700 Td [(W) 80 (ord) -40 (s)] TJ ET")
    assert texts(made(tmp_path, page)) == ["Words"]


def test_spaced_out_letters_are_one_word(tmp_path: Path) -> None:
    page = PdfPage().raw("BT /regular 10 Tf 2 Tc 72 700 Td (CONCLUSION) Tj ET")
    assert texts(made(tmp_path, page)) == ["CONCLUSION"]


def test_a_raised_letter_is_superscript_and_part_of_its_line(tmp_path: Path) -> None:
    page = PdfPage().text(72, 100, "as shown before").text(143, 96.5, "7", size=6).text(150, 100, "by others")
    runs = next(made(tmp_path, page).paragraphs()).runs
    assert [run.format.vertical for run in runs if run.text.strip() == "7"] == ["superscript"]
    assert texts(made(tmp_path, page)) == ["as shown before7 by others"]


def test_running_headers_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    pages = [body(PdfPage(), 120, 3).text(72, 40, "Master report of the portfolio").text(290, 810, f"{number}") for number in range(1, 5)]
    document = made(tmp_path, *pages)
    assert {paragraph.text for paragraph in document.furniture} == {"Master report of the portfolio", "1"}
    assert {paragraph.zone for paragraph in document.furniture} == {Zone.HEADERS_FOOTERS}
    assert all("Master report" not in text for text in texts(document))


def test_headers_that_change_with_the_chapter_are_furniture(tmp_path: Path) -> None:
    chapters = ["Introduction", "Introduction", "Introduction", "The approach", "The approach", "The approach"]
    document = made(tmp_path, *(body(PdfPage(), 120, 3).text(72, 40, chapter) for chapter in chapters))
    assert [paragraph.text for paragraph in document.furniture] == ["Introduction", "The approach"]


def test_a_paragraph_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    first = PdfPage().lines(72, 100, [SENTENCE] * 3)
    second = PdfPage().lines(72, 100, ["and so the sentence ends here.", "", "A next paragraph."][:1])
    assert texts(made(tmp_path, first, second)) == [" ".join([SENTENCE] * 3) + " and so the sentence ends here."]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column line number {number} of text" for number in range(12)]
    right = [f"right column line number {number} of text" for number in range(12)]
    page = PdfPage().text(72, 80, "A title that runs over both of the columns of this page and fills it", size=14)
    page.lines(72, 120, left).lines(310, 120, right)
    found = " ".join(texts(made(tmp_path, page)))
    assert found.index("left column line number 11") < found.index("right column line number 0")
    assert found.startswith("A title")


def test_a_ruled_table_is_a_table(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).grid([72, 200, 400], [200, 220, 240, 260])
    for row, (left, right) in enumerate([("Risk", "Measure"), ("Staff leave", "Hand over early"), ("Late budget", "Plan in rounds")]):
        page.text(76, 214 + 20 * row, left).text(204, 214 + 20 * row, right)
    document = made(tmp_path, page.lines(72, 300, TEXT))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Risk", "Measure"],
        ["Staff leave", "Hand over early"],
        ["Late budget", "Plan in rounds"],
    ]
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


def test_rules_drawn_as_thin_boxes_make_a_table_with_merged_cells(tmp_path: Path) -> None:
    page = PdfPage()
    for y in (200, 220, 240, 260):
        page.box(72, y, 400, y + 0.5)
    for x in (72, 400):
        page.box(x, 200, x + 0.5, 260)
    page.box(200, 220, 200.5, 260)
    page.text(76, 214, "Over both").text(76, 234, "one").text(204, 234, "two").text(76, 254, "three").text(204, 254, "four")
    table = next(block for block in made(tmp_path, page).blocks if isinstance(block, Table))
    assert [[(cell.text, cell.column, cell.columns) for cell in row] for row in table.rows] == [
        [("Over both", 0, 2)],
        [("one", 0, 1), ("two", 1, 1)],
        [("three", 0, 1), ("four", 1, 1)],
    ]


def aligned(page: PdfPage, y: float, rows: list[tuple[str, ...]], pitch: float = 16.0) -> PdfPage:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell:
                page.text(72 + 150 * column, y + pitch * row, cell)
    return page


PLAN = [
    ("Week", "Activity", "Milestone"),
    ("17", "Reading the plan", "Charter"),
    ("19", "First turn", "Goals"),
    ("23", "Second turn", "Board"),
]


def test_aligned_columns_without_rules_are_a_table(tmp_path: Path) -> None:
    page = aligned(body(PdfPage(), 100), 170, PLAN).lines(72, 260, TEXT)
    document = made(tmp_path, page)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [tuple(cell.text for cell in row) for row in table.rows] == PLAN
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


def test_lines_of_one_cell_stay_together(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).rule(66, 174, 500, 174)
    aligned(page, 170, [("Week", "Activity", "Milestone")])
    page.text(72, 190, "17").text(222, 190, "Reading of the business").text(222, 201.5, "plan in two rounds").text(372, 190, "Charter")
    page.text(72, 217, "19").text(222, 217, "First turn").text(372, 217, "Goals")
    table = next(block for block in made(tmp_path, page).blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows][1] == ["17", "Reading of the business plan in two rounds", "Charter"]
    assert table.header_rows == 1


def test_a_table_goes_on_on_the_next_page_with_its_headings_once(tmp_path: Path) -> None:
    first = aligned(body(PdfPage(), 100).rule(66, 174, 500, 174), 170, PLAN)
    second = aligned(PdfPage().rule(66, 104, 500, 104), 100, [PLAN[0], ("26", "Pause", "none"), ("27", "Closing", "Approval")])
    table, *more = [block for block in made(tmp_path, first, second).blocks if isinstance(block, Table)]
    assert not more
    assert [row[0].text for row in table.rows] == ["Week", "17", "19", "23", "26", "27"]


def test_a_row_that_goes_on_on_the_next_page_is_one_row(tmp_path: Path) -> None:
    first = aligned(body(PdfPage(), 100).rule(66, 174, 500, 174), 170, [*PLAN, ("26", "Pause for the", "none")])
    second = aligned(PdfPage().rule(66, 104, 500, 104), 100, [PLAN[0], ("", "three ships", "at all"), ("27", "Closing", "Approval")])
    table = next(block for block in made(tmp_path, first, second).blocks if isinstance(block, Table))
    assert [cell.text.replace("\n", " ") for cell in table.rows[-2]] == ["26", "Pause for the three ships", "none at all"]


def test_a_numbered_list_is_no_table(tmp_path: Path) -> None:
    page = PdfPage()
    for number in range(5):
        page.text(72, 100 + 14 * number, f"{number + 1}.").text(100, 100 + 14 * number, f"Deliverable number {number + 1} of the project")
    document = made(tmp_path, page)
    assert [(block.kind, block.list_label) for block in document.blocks if isinstance(block, Paragraph)] == [
        (ParagraphKind.LIST_ITEM, f"{number}.") for number in range(1, 6)
    ]


def test_particulars_are_no_table(tmp_path: Path) -> None:
    page = PdfPage()
    for number, (label, value) in enumerate(
        [("Version:", "1.0"), ("Name:", "A. Candidate"), ("Date:", "1 July 2020"), ("Place:", "Ghent")]
    ):
        page.text(72, 100 + 14 * number, label).text(160, 100 + 14 * number, value)
    assert texts(made(tmp_path, page)) == ["Version: 1.0", "Name: A. Candidate", "Date: 1 July 2020", "Place: Ghent"]


def test_contents_lists_are_no_sections(tmp_path: Path) -> None:
    page = PdfPage().text(72, 80, "Contents", size=14, font="bold")
    for number, title in enumerate(["Introduction", "Approach", "Results"]):
        page.text(72, 110 + 14 * number, f"{number + 1} {title} {'.' * 60} {number + 2}")
    second = PdfPage()
    for number, title in enumerate(["Introduction", "Approach", "Results"]):
        second.text(72, 90 + 120 * number, f"{number + 1} {title}", size=14, font="bold").lines(72, 120 + 120 * number, TEXT)
    document = made(tmp_path, page, second)
    assert [title for _, _, title in headings(document)] == ["Introduction", "Approach", "Results"]
    entries = [paragraph for paragraph in document.paragraphs() if paragraph.kind is ParagraphKind.CONTENTS_ENTRY]
    assert "1 Introduction\t2" in [entry.text for entry in entries]


def test_a_caption_is_a_caption(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).text(72, 180, "Figure 1: The three rounds of the project").lines(72, 210, TEXT)
    kinds = [paragraph.kind for paragraph in made(tmp_path, page).paragraphs()]
    assert kinds == [ParagraphKind.PARAGRAPH, ParagraphKind.CAPTION, ParagraphKind.PARAGRAPH]


def footnoted(*, ruled: bool, size: float) -> PdfPage:
    page = body(PdfPage(), 100).text(72, 150, "The figures on hours deserve care").text(224, 146.5, "1", size=6)
    if ruled:
        page.rule(72, 700, 190, 700)
    return (
        page.text(72, 708.5, "1", size=6)
        .text(78, 712, "A sample of forty sheets gave a", size=size)
        .text(72, 724, "difference of four.", size=size)
    )


@pytest.mark.parametrize(("ruled", "size"), [(True, 10), (False, 8), (True, 8)])
def test_footnotes_are_notes_and_their_marks_no_words(tmp_path: Path, *, ruled: bool, size: float) -> None:
    document = made(tmp_path, footnoted(ruled=ruled, size=size))
    note = next(block for block in document.blocks if isinstance(block, Note))
    assert (note.kind, note.label) == (NoteKind.FOOTNOTE, "1")
    assert [paragraph.text for paragraph in document.paragraphs()][1:] == [
        "The figures on hours deserve care",
        "A sample of forty sheets gave a difference of four.",
    ]


def test_several_footnotes_are_several_notes(tmp_path: Path) -> None:
    page = body(PdfPage(), 100).rule(72, 700, 190, 700)
    page.text(72, 712, "1", size=8).text(82, 712, "First note.", size=8).text(72, 724, "2", size=8).text(82, 724, "Second note.", size=8)
    notes = [block for block in made(tmp_path, page).blocks if isinstance(block, Note)]
    assert [note.label for note in notes] == ["1", "2"]


def test_a_list_of_references_in_small_letters_is_no_note(tmp_path: Path) -> None:
    page = body(PdfPage(), 100, 8)
    page.lines(72, 600, ["1 Author, A. (2011). A title.", "2 Author, B. (2012). Another title."], size=8)
    assert not [block for block in made(tmp_path, page).blocks if isinstance(block, Note)]


def chapters(*titles: str, size: float = 14, font: str = "bold") -> PdfPage:
    page = PdfPage()
    for number, title in enumerate(titles):
        page.text(72, 90 + 130 * number, title, size=size, font=font).lines(72, 115 + 130 * number, TEXT)
    return page


def test_typed_numbers_and_larger_letters_make_headings(tmp_path: Path) -> None:
    document = made(tmp_path, chapters("1 Introduction", "2 Results", "3 Conclusion"))
    assert headings(document) == [(1, "1", "Introduction"), (1, "2", "Results"), (1, "3", "Conclusion")]


def test_bookmarks_make_headings_and_give_their_levels(tmp_path: Path) -> None:
    page = chapters("Introduction", "The problem to be solved", "Results", size=10, font="regular")
    path = write_pdf(tmp_path / "a.pdf", [page], bookmarks=[(1, "Introduction", 1), (2, "The problem to be solved", 1), (1, "Results", 1)])
    document = read_pdf(path)
    assert headings(document) == [(1, "", "Introduction"), (2, "", "The problem to be solved"), (1, "", "Results")]
    first = document.sections[0].heading
    assert first
    assert first.heading
    assert first.heading.source is HeadingSource.BOOKMARK


def test_a_bookmark_parts_a_heading_from_its_paragraph_and_joins_a_broken_one(tmp_path: Path) -> None:
    page = PdfPage().lines(72, 100, ["The problem that was to be solved by the project of the three departments", *TEXT])
    page.text(72, 220, "Appendix. Sheet", size=14).text(72, 240, "used in talks", size=14).lines(72, 270, TEXT)
    titles = [(1, "The problem that was to be solved by the project of the three departments", 1), (1, "Appendix. Sheet used in talks", 1)]
    document = read_pdf(write_pdf(tmp_path / "a.pdf", [page], bookmarks=titles))
    assert [title for _, _, title in headings(document)] == [title for _, title, _ in titles]


def test_bookmarks_of_something_else_are_left_alone(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf",
        [chapters("1 Introduction", "2 Results")],
        bookmarks=[(1, "Scan 0001", 1), (1, "Scan 0002", 1), (1, "Nowhere", 0)],
    )
    assert headings(read_pdf(path)) == [(1, "1", "Introduction"), (1, "2", "Results")]


def tagged(*marks: str) -> PdfPage:
    page = PdfPage()
    for number, mark in enumerate(marks):
        page.text(72, 90 + 80 * number, f"Heading {'ABC'[number]}", tag=mark).text(72, 110 + 80 * number, f"{SENTENCE} was given.", tag="P")
    return page


def test_the_structure_tree_comes_before_bookmarks_and_looks(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [tagged("H1", "Kop", "H")], roles={"Kop": "H2"}, bookmarks=[(1, "Heading B", 1)])
    assert headings(read_pdf(path)) == [(1, "", "Heading A"), (2, "", "Heading B"), (1, "", "Heading C")]


def test_a_structure_tree_that_calls_everything_a_heading_is_not_trusted(tmp_path: Path) -> None:
    page = PdfPage()
    for number, line in enumerate(TEXT):
        page.text(72, 100 + 11.5 * number, line, tag="H1")
    assert headings(read_pdf(write_pdf(tmp_path / "a.pdf", [page]))) == []


def test_a_letter_before_a_known_heading_is_its_number(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [chapters("A. Purpose", "2Scope")], bookmarks=[(1, "A. Purpose", 1), (1, "2 Scope", 1)])
    assert headings(read_pdf(path)) == [(1, "A", "Purpose"), (1, "2", "Scope")]


def test_the_largest_letters_at_the_beginning_are_the_title(tmp_path: Path) -> None:
    page = PdfPage().text(200, 80, "Table of services", size=10).text(150, 110, "Three hospitals", size=20, font="bold")
    page.text(72, 160, "1 Introduction", size=14, font="bold").lines(72, 190, TEXT).text(72, 260, "2 Results", size=14, font="bold").lines(
        72, 290, TEXT
    )
    document = made(tmp_path, page)
    assert [paragraph.text for paragraph in document.paragraphs() if paragraph.kind is ParagraphKind.TITLE] == ["Three hospitals"]
    assert [title for _, _, title in headings(document)] == ["Introduction", "Results"]


def test_the_page_count_is_that_of_the_page_tree(tmp_path: Path) -> None:
    pages = made(tmp_path, body(PdfPage(), 120, 13), body(PdfPage(), 120, 13), body(PdfPage(), 120, 6)).pages
    assert pages
    assert (pages.count, pages.engine, pages.certain) == (3, PageEngine.PDF, True)
    assert pages.fill_of_last_page == pytest.approx(0.45, abs=0.01)
    assert pages.lines_left
    assert pages.lines_left == 29


def test_a_last_page_without_text_is_empty(tmp_path: Path) -> None:
    pages = made(tmp_path, body(PdfPage(), 90, 14), PdfPage()).pages
    assert pages
    assert (pages.count, pages.fill_of_last_page) == (2, 0.0)


def test_page_setups_tell_sizes_and_margins(tmp_path: Path) -> None:
    first, second = made(tmp_path, body(PdfPage(), 100), body(PdfPage(width=842, height=595), 100)).page_setups
    assert (first.width, first.height, first.margin_left, first.columns) == (595.0, 842.0, 72.0, 1)
    assert (second.width, second.height) == (842.0, 595.0)


def test_metadata_comes_from_the_information_dictionary(tmp_path: Path) -> None:
    info = {"Title": "A report", "Author": "A. Candidate", "Creator": "Writer", "CreationDate": "D:20180706101500Z", "ModDate": "yesterday"}
    metadata = read_pdf(write_pdf(tmp_path / "a.pdf", [body(PdfPage(), 100)], info=info)).metadata
    assert (metadata.title, metadata.author, metadata.application) == ("A report", "A. Candidate", "Writer")
    assert (metadata.created, metadata.modified) == ("2018-07-06T10:15:00", "yesterday")


def test_annotations_with_text_are_comments(tmp_path: Path) -> None:
    page = (
        body(PdfPage(), 100, 2)
        .remark(150, "Say why", author="Tutor")
        .remark(60, "Above all", kind="Highlight")
        .remark(100, "", kind="Text")
    )
    page.remark(100, "https://example.org", kind="Link")
    comments = read_pdf(write_pdf(tmp_path / "a.pdf", [page, PdfPage().remark(10, "on no text")])).comments
    assert [(comment.author, comment.text, comment.location.paragraph) for comment in comments] == [
        ("Tutor", "Say why", 2),
        ("", "Above all", 1),
        ("", "on no text", None),
    ]


def test_a_pdf_with_a_password_is_encrypted(tmp_path: Path) -> None:
    with pytest.raises(EncryptedError, match="password"):
        read_pdf(write_pdf(tmp_path / "a.pdf", [body(PdfPage(), 100)], password="secret"))  # noqa: S106 - made up


def test_a_pdf_that_opens_without_a_password_is_read(tmp_path: Path) -> None:
    assert texts(read_pdf(write_pdf(tmp_path / "a.pdf", [body(PdfPage(), 100)], password=""))) == [" ".join(TEXT)]


def test_a_pdf_without_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoTextError, match="2 pages") as caught:
        made(tmp_path, PdfPage().box(72, 72, 300, 300), PdfPage())
    assert caught.value.advice


def test_one_page_with_text_is_enough(tmp_path: Path) -> None:
    assert texts(made(tmp_path, PdfPage(), body(PdfPage(), 100))) == [" ".join(TEXT)]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>", b"%PDF-1.4 %%EOF" * 50]
)
def test_a_damaged_pdf_is_unreadable(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=r"damaged\.pdf"):
        read_pdf(path)


@pytest.mark.parametrize("what", ["MOST_PAGES", "MOST_BYTES"])
def test_limits_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(opening, what, 1)
    with pytest.raises(LimitError):
        made(tmp_path, body(PdfPage(), 100), body(PdfPage(), 100))


def test_a_page_with_too_many_letters_is_beyond_the_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_GLYPHS", 10)
    with pytest.raises(LimitError, match="letters"):
        made(tmp_path, body(PdfPage(), 100))


def test_a_page_of_rules_only_is_a_drawing(tmp_path: Path) -> None:
    page = body(PdfPage(), 100)
    page.raw(" ".join(f"{x} {y} m {x} {y + 8} l S" for x in range(10, 590, 7) for y in range(10, 600, 8)))
    assert texts(made(tmp_path, page)) == [" ".join(TEXT)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_random_bytes_are_unreadable_and_nothing_else(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "random.pdf"
    path.write_bytes(b"%PDF-1.7\n" + data)
    with pytest.raises(UnreadableError):
        read_pdf(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 0.999), junk=st.binary(min_size=1, max_size=12))
def test_a_pdf_with_damage_is_read_or_unreadable(tmp_path: Path, place: float, junk: bytes) -> None:
    path = write_pdf(tmp_path / "a.pdf", [footnoted(ruled=True, size=8), tagged("H1", "H2")], bookmarks=[(1, "Heading A", 2)])
    data = path.read_bytes()
    at = int(place * len(data))
    path.write_bytes(data[:at] + junk + data[at + len(junk) :])
    try:
        assert read_pdf(path).pages
    except UnreadableError:
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1 << 20
