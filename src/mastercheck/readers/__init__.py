"""Readers make a Document of the bytes of a file."""

from dataclasses import replace
from pathlib import Path

from mastercheck.model.document import Document
from mastercheck.readers.formats import Format, format_of


def read(path: Path, *, pages_engine: str = "auto") -> Document:
    """Read a DOCX or PDF.

    Args:
        path: of the file; its format is known by its first bytes, whatever its name ends with.
        pages_engine: how to count the pages of a DOCX: "office", "stored", "estimated", or "auto" for the best that there is.

    Raises:
        UnreadableError: The file is no DOCX or PDF that can be read; the error says why, and what to do.
    """
    if format_of(path) is Format.PDF:
        from mastercheck.readers.pdf import read_pdf  # noqa: PLC0415 - a DOCX needs no PDF library, and loading it takes time

        return read_pdf(path)
    from mastercheck.readers.docx import read_docx  # noqa: PLC0415 - a PDF needs no lxml
    from mastercheck.readers.pagination.ladder import count_pages  # noqa: PLC0415 - nor a layout

    document = read_docx(path)
    return replace(document, pages=count_pages(document, path, pages_engine))
