"""Opening a PDF: what keeps it from being read, said in words, and what it says about itself."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from mastercheck.errors import EncryptedError, LimitError, NoTextError, UnreadableError
from mastercheck.model.document import Metadata

MOST_PAGES = 3000
MOST_BYTES = 512 << 20

_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?")
_ADVICE = "Open it in a PDF viewer to see whether it is whole; export it again from the program that it was written in, or check the DOCX."


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Give the PDF at a path, opened, and close it afterwards.

    Raises:
        EncryptedError: it asks for a password.
        LimitError: it is too large.
        UnreadableError: it is damaged, or has no pages.
    """
    if path.stat().st_size > MOST_BYTES:
        raise LimitError(
            f"{path.name} is larger than {MOST_BYTES >> 20} MiB.", "A report of usual size takes a few: export it with smaller pictures."
        )
    _forget_errors()
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            advice = "Save a copy without a password (in the PDF program: print to PDF, or document properties > security) and check that."
            raise EncryptedError(f"{path.name} is protected by a password.", advice) from None
        raise UnreadableError(f"{path.name} is a damaged PDF: it cannot be opened.", _ADVICE) from None
    try:
        pages = len(document)
        if not pages:
            raise UnreadableError(f"{path.name} is a PDF without pages.", _ADVICE)
        if pages > MOST_PAGES:
            raise LimitError(
                f"{path.name} has {pages:,} pages; {MOST_PAGES:,} are read at most.",
                "Check the report alone, without what it was bound with.",
            )
        yield document
    finally:
        document.close()


def _forget_errors() -> None:
    """Let pdfium forget the reason why the last document could not be opened: it gives it again for one that fails without a reason."""
    raw.FPDF_LoadMemDocument(b"%", 1, None)


def no_text(path: Path, pages: int) -> NoTextError:
    """Return the error for a PDF in which no page has text."""
    advice = "Export the PDF from the program that it was written in, instead of scanning it; or run text recognition (OCR) over it first."
    return NoTextError(f"{path.name} holds no text on its {pages} page{'s' * (pages != 1)}: it is a scan, or pictures only.", advice)


def read_metadata(document: pypdfium2.PdfDocument) -> Metadata:
    """Return what the information dictionary says (ISO 32000-1 14.3.3)."""
    try:
        facts = document.get_metadata_dict(skip_empty=True)
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return Metadata()
    return Metadata(
        title=facts.get("Title", ""),
        author=facts.get("Author", ""),
        created=_iso(facts.get("CreationDate", "")),
        modified=_iso(facts.get("ModDate", "")),
        application=facts.get("Creator", "") or facts.get("Producer", ""),
    )


def _iso(date: str) -> str:
    """Return a PDF date (7.9.4) as ISO 8601, as far as it goes; as it stands where it is none."""
    match = _DATE.match(date)
    if not match:
        return date
    day = "-".join(part for part in match.group(1, 2, 3) if part)
    time = ":".join(part for part in match.group(4, 5, 6) if part)
    return f"{day}T{time}" if time else day
