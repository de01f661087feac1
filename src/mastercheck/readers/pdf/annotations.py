"""Comments that readers left in a PDF: annotations with text (ISO 32000-1 12.5)."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from mastercheck.model.document import Comment
from mastercheck.model.location import Location
from mastercheck.readers.pdf.passages import Passage
from mastercheck.readers.pdf.sheet import Sheet

MOST = 2000
"""Annotations of a page that are looked at."""
_LONGEST = 20_000
"""Bytes of a comment at most."""
_LINE = 20.0
"""Points by which a remark may stand above the line that it is about."""
_COMMENTS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_CARET,
    }
)
"""Kinds of annotations that hold remarks; a pop-up shows the text of another one."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a page: who made it, what it says, where it stands from the top in points."""

    author: str
    text: str
    page: int
    top: float


def remarks_of(page: pypdfium2.PdfPage, number: int, sheet: Sheet) -> list[Remark]:
    """Return the comments on a page.

    Args:
        page: of a PDF.
        number: of the page, from 1.
        sheet: how the page is read.
    """
    remarks: list[Remark] = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            text = _string(annotation, b"Contents").strip()
            if text and raw.FPDFAnnot_GetSubtype(annotation) in _COMMENTS:
                remarks.append(Remark(_string(annotation, b"T"), text, number, _top(annotation, sheet)))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return remarks


def _string(annotation: object, key: bytes) -> str:
    length = min(int(raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)), _LONGEST)
    if length <= 2:  # noqa: PLR2004 - the two bytes that end every string
        return ""
    buffer = (raw.FPDF_WCHAR * (length // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, ctypes.sizeof(buffer))
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace").rstrip("\0")


def _top(annotation: object, sheet: Sheet) -> float:
    box = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, box):
        return 0.0
    return min(sheet.place(box.left, box.top)[1], sheet.place(box.right, box.bottom)[1])


def place_remarks(remarks: Sequence[Remark], passages: Sequence[Passage], paragraphs: Sequence[int]) -> list[Comment]:
    """Return remarks as comments on the paragraphs beside them.

    Args:
        remarks: of all pages.
        passages: of the document.
        paragraphs: ordinal of the first paragraph of each passage, from 1.
    """
    by_page: dict[int, list[tuple[float, int]]] = {}
    for passage, ordinal in zip(passages, paragraphs, strict=True):
        by_page.setdefault(passage.page, []).append((passage.top, ordinal))
    comments: list[Comment] = []
    for remark in remarks:
        beside = by_page.get(remark.page, [])
        above = [place for place in beside if place[0] <= remark.top + _LINE]
        found = max(above)[1] if above else beside[0][1] if beside else None
        comments.append(Comment(author=remark.author, text=remark.text, location=Location(paragraph=found, page=remark.page)))
    return comments
