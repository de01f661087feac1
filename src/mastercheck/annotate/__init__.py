"""Annotated copies: a document's own bytes with each finding as a comment at its place. The document itself is only read."""

from dataclasses import dataclass
from pathlib import Path

from mastercheck.annotate.remarks import list_remarks, summarise
from mastercheck.errors import LimitError, MemoryLimitError
from mastercheck.model.report import DocumentReport, RulebookStamp
from mastercheck.readers.formats import Format, format_of


@dataclass(frozen=True, slots=True)
class Copy:
    """An annotated copy.

    Attributes:
        comments: how many were added.
        renewed: the document held comments of an earlier copy.
    """

    content: bytes
    comments: int
    renewed: bool


def annotate(path: Path, document: DocumentReport, stamp: RulebookStamp) -> Copy:
    """Return an annotated copy of a document.

    Args:
        path: of a DOCX or PDF that has been read.
        document: the report on it.
        stamp: of the rulebook that judged.

    Raises:
        UnreadableError: the file cannot be copied with comments; the error says why, and what to do.
    """
    remarks, summary = list_remarks(document), summarise(document, stamp)
    try:
        if format_of(path) is Format.PDF:
            from mastercheck.annotate.pdf_copy import annotate_pdf  # noqa: PLC0415 - a DOCX needs no PDF library

            content, renewed = annotate_pdf(path, remarks, summary)
        else:
            from mastercheck.annotate.word_copy import annotate_docx  # noqa: PLC0415 - a PDF needs no lxml

            content, renewed = annotate_docx(path, remarks, summary)
    except (MemoryError, RecursionError) as error:
        kind = MemoryLimitError if isinstance(error, MemoryError) else LimitError
        message = f"{path.name} cannot be annotated: it takes more memory than there is."
        raise kind(message, "Open it, save it under a new name (in Word: File > Save As) and annotate that file.") from None
    return Copy(content, len(remarks) + 1, renewed)
