"""Text, paragraphs, running lines and notes that the PDF reader finds."""

from pathlib import Path

import pytest

from mastercheck.model.blocks import Note, NoteKind, Zone
from mastercheck.model.document import Capability
from mastercheck.model.formatting import OriginKind
from pdf_documents import SENTENCE, TEXT, body, footnoted, made, texts
from pdf_files import PdfPage


def chapters(*titles: str, size: float = 14, font: str = "bold") -> PdfPage:
    page = PdfPage()
    for number, title in enumerate(titles):
        page.text(72, 90 + 130 * number, title, size=size, font=font).lines(72, 115 + 130 * number, TEXT)
    return page


def test_lines_are_joined_to_a_paragraph(tmp_path: Path) -> None:
    assert texts(made(tmp_path, PdfPage().lines(72, 100, TEXT))) == [" ".join(TEXT)]


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
