"""Which format a file has, known by its first bytes and never by the ending of its name alone."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from mastercheck.errors import EncryptedError, NoTextError, UnreadableError

_HEAD: Final = 4096
_PDF_WITHIN: Final = 1024
"""Bytes within which readers look for a PDF's header (ISO 32000-1 annex H.3, note 13)."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_DIRECTORY: Final = 64 << 20
"""Bytes of an OLE file in which the names of its streams are looked for."""
_SAVE_AS: Final = "Save the document as DOCX or PDF (in Word: File > Save As) and check that file."
_LIKENESSES: Final = {
    (b"{\\rtf",): "Rich Text (RTF)",
    (b"<!doctype html", b"<html"): "a web page (HTML)",
    (b"<",): "XML or HTML",
    (b"\x89png", b"\xff\xd8\xff", b"gif8", b"ii*\0", b"mm\0*"): "a picture",
}
"""What a file that cannot be read looks like, by its first bytes in lower case."""


class Format(StrEnum):
    """The formats that can be read."""

    DOCX = "docx"
    PDF = "pdf"


def format_of(path: Path) -> Format:
    """Return the format of a file.

    Raises:
        EncryptedError: It is a Word document that is protected by a password.
        NoTextError: It is empty.
        UnreadableError: There is no such file, it is a folder, or it has another format.
    """
    head = _head(path)
    if not head.strip(b"\0 \t\r\n"):
        raise NoTextError(f"{path.name} is empty.", "Check that it is the right file, and that copying or downloading it came to its end.")
    if head.startswith(_OLE):
        raise _ole_error(path)
    if b"%PDF" in head[:_PDF_WITHIN]:
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")) or b"PK\x03\x04" in head:
        return Format.DOCX
    raise UnreadableError(f"{path.name} is neither a DOCX nor a PDF: it looks like {_likeness(head)}.", _SAVE_AS)


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableError(f"{path} is a folder.", "Name the files in it, for example with a star: folder/*.docx")
        if path.exists() and not path.is_file():
            raise UnreadableError(f"{path} is no ordinary file.", "Give a DOCX or PDF that lies on a disk.")
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except FileNotFoundError as error:
        raise UnreadableError(f"There is no file {path}.", "Check its name and folder; put a name with spaces in quotes.") from error
    except (OSError, ValueError) as error:
        raise UnreadableError(
            f"{path} cannot be opened: {getattr(error, 'strerror', None) or error}.",
            "Check that you may read it and that no other program holds it.",
        ) from error


def _ole_error(path: Path) -> UnreadableError:
    with path.open("rb") as stream:
        data = stream.read(_OLE_DIRECTORY)
    if _stream("EncryptedPackage") in data:
        return EncryptedError(
            f"{path.name} is protected by a password.",
            "Open it in Word, remove the password (File > Info > Protect Document) and check it again.",
        )
    if _stream("WordDocument") in data:
        return UnreadableError(
            f"{path.name} is a document of Word 97 to 2003 (.doc).",
            "Open it in Word, save it as .docx (File > Save As) and check that file.",
        )
    return UnreadableError(f"{path.name} is an Office file, but no Word document.", _SAVE_AS)


def _stream(name: str) -> bytes:
    """Return a stream's name as an OLE directory holds it."""
    return name.encode("utf-16-le")


def _likeness(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"pkg:package" in start or b"/word/2003/wordml" in start:
        return "a Word document saved as XML"
    for beginnings, what in _LIKENESSES.items():
        if start.startswith(beginnings):
            return what
    return "another kind of file, or a damaged one" if b"\0" in head else "plain text"
