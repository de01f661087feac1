"""Headings, titles, captions and contents lists that the PDF reader finds."""

from pathlib import Path

import pytest

from mastercheck.model.blocks import HeadingSource, Note, ParagraphKind, Table
from mastercheck.model.document import PageEngine
from mastercheck.readers.pdf import read_pdf
from pdf_documents import SENTENCE, TEXT, body, footnoted, headings, made, tagged
from pdf_files import PdfPage, write_pdf


def chapters(*titles: str, size: float = 14, font: str = "bold") -> PdfPage:
    page = PdfPage()
    for number, title in enumerate(titles):
        page.text(72, 90 + 130 * number, title, size=size, font=font).lines(72, 115 + 130 * number, TEXT)
    return page


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


def test_a_heading_over_two_tagged_lines_is_one(tmp_path: Path) -> None:
    page = PdfPage().raw("/H1 <</MCID 0>> BDC BT /bold 14 Tf 72 740 Td (A heading that goes) Tj 0 -30 Td (on below) Tj ET EMC")
    page.marks.append((0, "H1"))
    page.text(72, 160, SENTENCE, tag="P").text(72, 172, "was given.", tag="P")
    grid = page.grid([72, 200, 400], [200, 220, 240])
    for row in range(2):
        grid.text(76, 214 + 20 * row, f"left {row}", tag="P").text(204, 214 + 20 * row, f"right {row}", tag="P")
    document = read_pdf(write_pdf(tmp_path / "a.pdf", [page]))
    assert headings(document) == [(1, "", "A heading that goes on below")]
    assert any(isinstance(block, Table) for block in document.blocks)


def test_notes_stay_with_tagged_paragraphs(tmp_path: Path) -> None:
    page = footnoted(ruled=True, size=10)
    page.content.insert(0, "/H1 <</MCID 0>> BDC BT /bold 14 Tf 72 770 Td (Care) Tj ET EMC /P <</MCID 1>> BDC")
    page.marks.extend([(0, "H1"), (1, "P")])
    page.raw("EMC")
    document = read_pdf(write_pdf(tmp_path / "a.pdf", [page]))
    assert [block.label for block in document.blocks if isinstance(block, Note)] == ["1"]
    assert headings(document) == [(1, "", "Care")]
