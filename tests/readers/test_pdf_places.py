"""Where the paragraphs of a PDF stand: their lines, in the same order as the paragraphs themselves."""

from pathlib import Path

import pytest

from mastercheck.readers.pdf import read_pdf
from mastercheck.readers.pdf.reader import read_places
from mastercheck.readers.pdf.sheet import Sheet
from pdf_documents import body, footnoted
from pdf_files import PdfPage, write_pdf


def texts(path: Path) -> tuple[list[str], list[str]]:
    """The text of the paragraphs, and that of their lines, without blanks."""
    read = ["".join(paragraph.text.split()) for paragraph in read_pdf(path).paragraphs()]
    return read, ["".join(word.text for line in lines for word in line.words) for lines in read_places(path).lines]


def grid(page: PdfPage, rows: list[tuple[str, str]]) -> PdfPage:
    page.grid([72, 200, 400], [100 + 20 * number for number in range(len(rows) + 1)])
    for number, (left, right) in enumerate(rows):
        page.text(76, 114 + 20 * number, left, font="bold" if not number else "regular").text(204, 114 + 20 * number, right)
    return page


def test_paragraphs_cells_and_notes_have_their_lines(tmp_path: Path) -> None:
    pages = [footnoted(ruled=True, size=8), body(grid(PdfPage(), [("Risk", "Owner"), ("Fire", "Ada")]), 300, 2)]
    read, stand = texts(write_pdf(tmp_path / "a.pdf", pages))
    assert [lines.removesuffix("1") for lines in stand] == read  # the mark of the note is no part of the text
    assert [text[:6] for text in read] == ["Thepor", "Thefig", "Asampl", "Risk", "Owner", "Fire", "Ada", "Thepor", "Thepor"]


def test_a_table_that_goes_on_has_its_lines_once(tmp_path: Path) -> None:
    rows = [("Risk", "Owner"), ("Fire", "Ada")]
    pages = [grid(PdfPage(), rows), grid(PdfPage(), [rows[0], ("Flood", "Bo")])]
    read, stand = texts(write_pdf(tmp_path / "a.pdf", pages))
    assert stand == read == ["Risk", "Owner", "Fire", "Ada", "Flood", "Bo"]


def test_every_page_has_its_sheet(tmp_path: Path) -> None:
    places = read_places(write_pdf(tmp_path / "a.pdf", [PdfPage().text(72, 80, "A title"), PdfPage(width=842, height=595)]))
    assert (places.pages, {number: sheet.width for number, sheet in places.sheets.items()}) == (2, {1: 595, 2: 842})


@pytest.mark.parametrize("turns", range(4))
def test_a_place_on_the_sheet_leads_back_into_the_space_of_the_pdf(turns: int) -> None:
    sheet = Sheet(left=10, bottom=20, right=210, top=320, turns=turns)
    assert sheet.origin(*sheet.place(50, 60)) == (50, 60)
    assert sheet.place(*sheet.origin(7, 9)) == (7, 9)
