"""Files, pages, metadata and remarks of PDFs; what cannot be read."""

import resource
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mastercheck.errors import EncryptedError, LimitError, NoTextError, UnreadableError
from mastercheck.readers import read
from mastercheck.readers.pdf import glyphs, opening, read_pdf
from pdf_documents import TEXT, body, footnoted, made, tagged, texts
from pdf_files import PdfPage, write_pdf


def test_a_pdf_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    assert read(write_pdf(tmp_path / "report.docx", [body(PdfPage(), 100)])).format == "pdf"


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


def test_a_damaged_pdf_after_one_with_a_password_is_damaged(tmp_path: Path) -> None:
    protected = write_pdf(tmp_path / "a.pdf", [body(PdfPage(), 100)], password="secret")  # noqa: S106 - made up
    damaged = write_pdf(tmp_path / "b.pdf", [body(PdfPage(), 100)])
    damaged.write_bytes(damaged.read_bytes().replace(b"/Pages", b"/Pagez"))
    for path, error in ((protected, EncryptedError), (damaged, UnreadableError)):
        with pytest.raises(UnreadableError) as caught:
            read_pdf(path)
        assert type(caught.value) is error


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


def test_a_page_that_cannot_be_read_does_not_keep_the_others_from_it(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [body(PdfPage(), 100), body(PdfPage(), 100)])
    data = path.read_bytes()
    last = data.rindex(b"/Type/Page/Parent")
    path.write_bytes(data[:last] + b"/Type/Nope/Parent" + data[last + 17 :])
    assert texts(read_pdf(path))[0] == " ".join(TEXT)
