"""A PDF with highlights and notes: over the right words, however the page is turned or cut, and without a change to its text."""

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from mastercheck.annotate import annotate
from mastercheck.errors import EncryptedError, UnreadableError
from mastercheck.model.report import Outcome
from mastercheck.readers.pdf import read_pdf
from pdf_documents import SENTENCE, body
from pdf_files import PdfPage, write_pdf
from report_builders import STAMP, document, result
from word_comments import annotated, at

TITLE = "The portfolio of services"


def page(rotate: int = 0) -> PdfPage:
    return body(PdfPage(rotate=rotate).text(72, 80, TITLE, size=16), 120, 2)


def marks(path: Path, kind: str = "/Highlight") -> list[tuple[int, Any]]:
    """The annotations of a kind with the number of their page."""
    with pikepdf.open(path) as pdf:
        return [
            (
                number,
                {str(key): [float(one) for one in value] if isinstance(value, pikepdf.Array) else str(value) for key, value in one.items()},
            )
            for number, page in enumerate(pdf.pages, 1)
            for one in page.obj.get("/Annots", [])
            if one.Subtype == kind
        ]


def words_under(path: Path, number: int, quads: list[float]) -> str:
    """The words on a page in the stretches of a highlight, as pdfium finds them."""
    pdf = pypdfium2.PdfDocument(path)
    text = pdf[number - 1].get_textpage()
    boxes = [(quads[at : at + 8 : 2], quads[at + 1 : at + 8 : 2]) for at in range(0, len(quads), 8)]
    found = " ".join(text.get_text_bounded(min(xs), min(ys), max(xs), max(ys)).strip() for xs, ys in boxes)
    pdf.close()
    return " ".join(found.split())


def highlighted(path: Path) -> list[str]:
    return [words_under(path, number, one["/QuadPoints"]) for number, one in marks(path)]


def test_a_highlight_lies_over_the_quoted_words_and_holds_the_remark(tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page()]), at(2, "met ten times in the year"))
    assert highlighted(copy) == ["met ten times in the year"]
    ((number, mark),) = marks(copy)
    assert number == 1
    assert mark["/Contents"] == "To correct: A1 Found\nFinding 1.\nGuide: 4; 6 report template"
    assert (mark["/T"], mark["/Subj"], mark["/F"]) == ("mastercheck", "To correct: A1 Found", "4")
    assert mark["/C"] == [1.0, 0.62, 0.62]


def test_words_over_the_end_of_a_line_have_a_stretch_on_each(tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page()]), at(2, "every proposal it was given, so"))
    ((_, mark),) = marks(copy)
    assert len(mark["/QuadPoints"]) == 16
    assert highlighted(copy) == ["every proposal it was given, so"]


def test_the_corners_are_given_as_viewers_expect_them_inside_of_the_rectangle(tmp_path: Path) -> None:
    ((_, mark),) = marks(annotated(write_pdf(tmp_path / "report.pdf", [page()]), at(2, "portfolio")))
    left, top, right, top_too, left_too, bottom, right_too, bottom_too = mark["/QuadPoints"]
    assert (left, top, right, bottom) == (left_too, top_too, right_too, bottom_too)
    assert (left < right, bottom < top) == (True, True)
    assert mark["/Rect"] == [left, bottom, right, top]


def test_its_appearance_leaves_the_letters_to_be_read(tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page()]), at(2, "portfolio"))
    with pikepdf.open(copy) as pdf:
        (mark,) = (one for one in pdf.pages[0].obj.Annots if one.Subtype == "/Highlight")
        assert mark.is_indirect
        assert mark.AP.N.Resources.ExtGState.Pen.BM == "/Multiply"
    pixels = pypdfium2.PdfDocument(copy)[0].render().to_numpy()[112:122, 72:500].reshape(-1, 3)
    assert (pixels.max(axis=1) < 90).any()
    assert ((pixels.max(axis=1) > 240) & (pixels.min(axis=1) < 200)).any()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_has_its_highlights_at_the_words(rotate: int, tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page(rotate=rotate)]), at(2, "ten times"))
    assert highlighted(copy) == ["ten times"]


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_text_that_is_turned_on_its_page_has_highlights_that_are_turned_too(matrix: str, tmp_path: Path) -> None:
    made = PdfPage(width=842, height=842).turned(421, 421, "Every word here is turned", matrix=matrix)
    copy = annotated(write_pdf(tmp_path / "report.pdf", [made]), at(1, "word here"))
    assert highlighted(copy) == ["word here"]


def test_a_page_that_is_cut_has_its_highlights_at_the_words(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.pdf", [page()])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.CropBox = pikepdf.Array([50, 300, 560, 800])
        pdf.save(path)
    copy = annotated(path, at(2, "ten times"))
    assert highlighted(copy) == ["ten times"]
    ((_, note),) = marks(copy, "/Text")
    assert note["/Rect"][0] >= 50


def test_words_over_the_end_of_a_page_are_one_note_and_two_highlights(tmp_path: Path) -> None:
    pages = [
        PdfPage().lines(72, 700, [SENTENCE] * 3),
        PdfPage().lines(72, 80, ["was given, so that the lists of the departments could", "be one."]),
    ]
    copy = annotated(write_pdf(tmp_path / "report.pdf", pages), at(1, "proposal it was given"))
    assert highlighted(copy) == ["proposal it", "was given,"]
    assert ["/Contents" in mark for _, mark in marks(copy)] == [True, False]


def test_words_that_are_not_found_leave_the_first_line_and_are_quoted(tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page()]), at(2, "other words"))
    assert highlighted(copy) == [SENTENCE]
    assert "About: “other words”" in marks(copy)[0][1]["/Contents"]


def test_the_same_words_found_twice_have_a_highlight_each(tmp_path: Path) -> None:
    made = PdfPage().text(72, 80, "one xx two xx three")
    copy = annotated(write_pdf(tmp_path / "report.pdf", [made]), at(1, "xx"), at(1, "xx"))
    first, second = (mark["/Rect"] for _, mark in marks(copy))
    assert first[0] < first[2] < second[0]


def test_the_summary_is_a_note_beside_the_first_line(tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page()]))
    ((number, note),) = marks(copy, "/Text")
    assert number == 1
    assert note["/Contents"].startswith("mastercheck: Compliant\n")
    left, bottom, right, top = note["/Rect"]
    assert (right < 72, bottom < 842 - 80 < top, right - left) == (True, True, 20.0)


def test_findings_on_a_page_are_notes_in_its_corner_below_each_other(tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page(), page()]), at(None, page=2, quote="A figure"), at(None, page=2), at(99))
    notes = marks(copy, "/Text")
    assert [number for number, _ in notes] == [1, 1, 2, 2]
    assert notes[2][1]["/Rect"][1] > notes[3][1]["/Rect"][3]
    assert "About: “A figure”" in notes[2][1]["/Contents"]


def test_a_document_whose_text_stands_in_headers_alone_has_its_summary_in_the_corner(tmp_path: Path) -> None:
    pages = [PdfPage().text(72, 30, "Running header") for _ in range(4)]
    copy = annotated(write_pdf(tmp_path / "report.pdf", pages))
    assert [number for number, _ in marks(copy, "/Text")] == [1]


def test_cells_and_footnotes_have_their_highlights(tmp_path: Path) -> None:
    made = (
        page()
        .grid([72, 272, 472], [300, 320, 340])
        .text(76, 314, "Risk")
        .text(276, 314, "Owner")
        .text(76, 334, "Fire")
        .text(276, 334, "Ada")
    )
    path = write_pdf(tmp_path / "report.pdf", [made])
    paragraphs = list(read_pdf(path).paragraphs())
    copy = annotated(path, *(at(one.number, one.text) for one in paragraphs))
    assert highlighted(copy) == [one.text for one in paragraphs]
    assert {"Risk", "Owner", "Fire", "Ada"} <= {one.text for one in paragraphs}


def test_comments_that_are_there_stay_and_the_text_is_as_it_was(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.pdf", [page().remark(200, "Why?", author="Ada")])
    copy = annotated(path, at(2, "ten times"))
    assert [(one.author, one.text.split("\n")[0]) for one in read_pdf(copy).comments] == [
        ("Ada", "Why?"),
        ("mastercheck", "mastercheck: Compliant"),
        ("mastercheck", "To correct: A1 Found"),
    ]
    assert [one.text for one in read_pdf(copy).paragraphs()] == [one.text for one in read_pdf(path).paragraphs()]


def test_annotating_is_the_same_each_time(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.pdf", [page()], info={"Title": "A"})
    assert annotated(path, at(2, "ten")).read_bytes() == annotated(path, at(2, "ten")).read_bytes()


def test_an_encryption_that_opens_without_asking_is_kept(tmp_path: Path) -> None:
    copy = annotated(write_pdf(tmp_path / "report.pdf", [page()], password=""), at(2, "ten times"))
    with pikepdf.open(copy) as pdf:
        assert pdf.is_encrypted
    assert highlighted(copy) == ["ten times"]


def test_a_protection_against_comments_is_kept_to(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.pdf", [page()])
    protected = tmp_path / "protected.pdf"
    with pikepdf.open(path) as pdf:
        pdf.save(protected, encryption=pikepdf.Encryption(owner="secret", allow=pikepdf.Permissions(modify_annotation=False)))
    with pytest.raises(EncryptedError, match="does not allow comments"):
        annotate(protected, document(), STAMP)


def test_a_file_that_can_be_read_but_not_written_anew_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pdf(tmp_path / "report.pdf", [page()])
    failed = document(result("A1", "One", Outcome.FAIL, at(2, "ten")))

    def fail(_: object) -> object:
        raise pikepdf.PdfError

    monkeypatch.setattr(pikepdf, "open", fail)
    with pytest.raises(UnreadableError, match="can be read, but not copied with comments"):
        annotate(path, failed, STAMP)


def test_a_file_in_which_others_find_other_pages_is_damaged(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.pdf", [page(), page()])
    path.write_bytes(path.read_bytes().replace(b"/Count 2", b"/Count 3"))
    with pytest.raises(UnreadableError, match="can be read, but not copied with comments"):
        annotate(path, document(), STAMP)
