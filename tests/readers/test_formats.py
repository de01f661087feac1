"""Which format a file has, and reading by it."""

import os
from pathlib import Path

import pytest

from docx_files import docx, para
from mastercheck.errors import EncryptedError, NoTextError, UnreadableError
from mastercheck.readers import read
from mastercheck.readers.formats import Format, format_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def made(folder: Path, data: bytes) -> Path:
    path = folder / "made.docx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7", Format.PDF),
        (b"\n" * 100 + b"%PDF-1.4", Format.PDF),
        (b"PK\x03\x04....", Format.DOCX),
        (b"MZ stub PK\x03\x04", Format.DOCX),
    ],
)
def test_formats_by_first_bytes(tmp_path: Path, data: bytes, expected: Format) -> None:
    assert format_of(made(tmp_path, data)) is expected


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", NoTextError, "empty"),
        (bytes(5000), NoTextError, "empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedError, "protected by a password"),
        (OLE + "WordDocument".encode("utf-16-le"), UnreadableError, r"\.doc"),
        (OLE, UnreadableError, "no Word document"),
        (b"{\\rtf1 text}", UnreadableError, "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML><html>", UnreadableError, "web page"),
        (b'<?xml version="1.0"?><pkg:package>', UnreadableError, "saved as XML"),
        (b"<?xml version='1.0'?><a/>", UnreadableError, "XML or HTML"),
        (b"\x89PNG\r\n", UnreadableError, "picture"),
        (b"Just words.", UnreadableError, "plain text"),
        (b"\x01\x00\x02", UnreadableError, "another kind"),
    ],
)
def test_other_files_are_named_for_what_they_are(tmp_path: Path, data: bytes, error: type[UnreadableError], message: str) -> None:
    with pytest.raises(error, match=message) as caught:
        read(made(tmp_path, data))
    assert caught.value.advice


def test_missing_files_folders_and_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, message in ((tmp_path / "no.docx", "no file"), (tmp_path, "a folder"), (tmp_path / "pipe", "no ordinary file")):
        with pytest.raises(UnreadableError, match=message):
            read(path)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"cannot be opened|no file"):
        read(tmp_path / ("a" * 5000))


def test_a_docx_is_read_whatever_its_name(tmp_path: Path) -> None:
    document = read(docx(tmp_path, para("A"), name="report.pdf"))
    assert (document.name, document.format) == ("report.pdf", "docx")


def test_a_pdf_goes_to_its_own_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mastercheck.readers.pdf.read_pdf", lambda path: path.name, raising=False)
    assert read(made(tmp_path, b"%PDF-1.7")) == "made.docx"
