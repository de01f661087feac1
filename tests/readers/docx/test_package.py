"""Opening a DOCX that is odd, damaged or hostile."""

import zipfile
from pathlib import Path

import pytest

from docx_files import OFFICE, PACKAGE, document, docx, para, run
from mastercheck.errors import EncryptedError, LimitError, NoTextError, UnreadableError
from mastercheck.readers.docx import package, read_docx
from mastercheck.readers.docx.package import Package

EMPTY = f'<Relationships xmlns="{PACKAGE}/relationships"/>'
ROOT = EMPTY.replace("/>", f'><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="{{}}" {{}}/></Relationships>')
WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def first_text(path: Path) -> str:
    return next(read_docx(path).paragraphs()).text


def encrypt(path: Path) -> Path:
    """Set the flag of encryption at every file of an archive."""
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "files",
    [
        {"_rels/.rels": ROOT.format("/word/document.xml", "")},
        {"_rels/.rels": ROOT.format("WORD\\Document.xml", "")},
        {"_rels/.rels": ROOT.format("word/%64ocument.xml", "")},
        {"_rels/.rels": ROOT.format("../../etc/passwd", "")},
        {"_rels/.rels": ROOT.format("http://example.org/document.xml", 'TargetMode="External"')},
        {"_rels/.rels": EMPTY, "[Content_Types].xml": "<broken"},
    ],
)
def test_the_main_part_is_found_in_the_archive_and_nowhere_else(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    assert first_text(docx(tmp_path, para("A"), files=files)) == "A"


def test_the_main_part_is_found_by_its_content_type(tmp_path: Path) -> None:
    kinds = {"/x.xml": "image/png", "/gone.xml": WORDS, "/text/main.xml": WORDS}
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    types = f'<Types xmlns="{PACKAGE}/content-types">{overrides}</Types>'
    files: dict[str, str | bytes] = {"_rels/.rels": EMPTY, "[Content_Types].xml": types}
    assert first_text(docx(tmp_path, para("B"), files=files | {"text/main.xml": document(para("A"))})) == "A"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"word/document.xml": document("<w:p>") + "<"}, "word/document.xml is not well-formed"),
        ({"word/document.xml": b"\xff\xfe\xff"}, "word/document.xml is not well-formed"),
        ({"word/document.xml": "<!DOCTYPE w [<!ENTITY a 'b'>]>" + document(para(run("<w:t>&a;</w:t>")))}, "declares a document type"),
        ({"_rels/.rels": ROOT.format("xl/workbook.xml", ""), "xl/workbook.xml": "<workbook/>"}, "an Excel workbook"),
        ({"_rels/.rels": "<Relationships"}, "_rels/.rels is not well-formed"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, files: dict[str, str | bytes], message: str) -> None:
    with pytest.raises(UnreadableError, match=message) as caught:
        read_docx(docx(tmp_path, para("A"), files=files))
    assert "made.docx" in caught.value.message
    assert caught.value.advice


@pytest.mark.parametrize("kind", ["styles", "numbering", "footnotes"])
def test_a_damaged_part_that_matters_is_said_and_a_declaration_in_it_too(tmp_path: Path, kind: str) -> None:
    parts = {kind: ""}
    for content in ("<broken", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"):
        with pytest.raises(UnreadableError, match=f"word/{kind}.xml"):
            read_docx(docx(tmp_path, para("A"), files={f"word/{kind}.xml": content}, **parts))


@pytest.mark.parametrize("body", ["", para(), para(run(" "))])
def test_a_document_without_text(tmp_path: Path, body: str) -> None:
    with pytest.raises(NoTextError, match="holds no text"):
        read_docx(docx(tmp_path, body))


def test_archives_that_are_no_word_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    for files, message in (
        ({"a.txt": "a"}, "ZIP archive, but no Word document"),
        ({"mimetype": "x", "content.xml": "<a/>"}, "OpenDocument"),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        with pytest.raises(UnreadableError, match=message):
            read_docx(path)


def test_an_archive_with_a_password(tmp_path: Path) -> None:
    with pytest.raises(EncryptedError, match="password"):
        read_docx(encrypt(docx(tmp_path, para("A"))))
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(EncryptedError, match="password"):
        read_docx(encrypt(path))


def test_a_truncated_archive_and_a_part_that_does_not_unpack(tmp_path: Path) -> None:
    path = docx(tmp_path, para("A" * 500))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(UnreadableError, match="archive cannot be opened"):
        read_docx(path)
    at = data.find(b"word/document.xml") + len("word/document.xml") + 20
    path.write_bytes(data[:at] + bytes(10) + data[at + 10 :])
    with pytest.raises(UnreadableError, match=r"word/document\.xml"):
        read_docx(path)


def test_a_main_part_that_was_taken_away_is_missed(tmp_path: Path) -> None:
    with Package(docx(tmp_path, para("A"))) as opened, pytest.raises(UnreadableError, match=r"gone\.xml is missing"):
        list(opened.stream("gone.xml", (), ""))


@pytest.mark.parametrize(("limit", "value"), [("LARGEST_PART", 500), ("LARGEST_TOTAL", 500), ("RATIO_FROM", 500)])
def test_parts_that_unpack_to_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(package, limit, value)
    monkeypatch.setattr(package, "GREATEST_RATIO", 10)
    with pytest.raises(LimitError, match="unpacks to far more"):
        read_docx(docx(tmp_path, para("A" * 100_000)))


@pytest.mark.parametrize(("limit", "message"), [("MOST_MARKUP", "more markup"), ("MOST_HELD", "table or paragraph of a size")])
def test_too_much_markup_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, message: str) -> None:
    monkeypatch.setattr(package, limit, 50)
    with pytest.raises(LimitError, match=message):
        read_docx(docx(tmp_path, para(run("a", "<w:b/>") * 60)))


def test_running_out_of_memory_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Package, "main_part", run_out)
    with pytest.raises(LimitError, match="more memory"):
        read_docx(docx(tmp_path, para("A")))


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_ENTRIES", 3)
    with pytest.raises(LimitError, match="more than 3 files"):
        read_docx(docx(tmp_path, para("A")))


def test_elements_nested_too_deep_for_the_parser_are_said(tmp_path: Path) -> None:
    deep = 3000
    body = "<w:smartTag>" * deep + run("A") + "</w:smartTag>" * deep
    with pytest.raises(UnreadableError, match="not well-formed"):
        read_docx(docx(tmp_path, f"<w:p>{body}</w:p>"))
