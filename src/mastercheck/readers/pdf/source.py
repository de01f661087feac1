"""What is read from the file itself, page by page: words, rules, remarks, bookmarks, tags and metadata. No page stays open."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from mastercheck.model.document import Metadata
from mastercheck.readers.pdf.annotations import Remark, remarks_of
from mastercheck.readers.pdf.bookmarks import Bookmark, read_bookmarks
from mastercheck.readers.pdf.glyphs import glyphs_of
from mastercheck.readers.pdf.layout import RawPage
from mastercheck.readers.pdf.opening import no_text, opened, read_metadata
from mastercheck.readers.pdf.rules import rules_of
from mastercheck.readers.pdf.sheet import Sheet
from mastercheck.readers.pdf.tags import Tag, heading_tags, is_tagged
from mastercheck.readers.pdf.words import words_of


@dataclass(frozen=True, slots=True)
class Source:
    """A PDF as read.

    Attributes:
        count: pages of the page tree.
        pages: those that could be read and hold text.
        sheets: how each page that could be read is read, by its number.
        tags: headings of the structure tree, by page and number of the marked content.
    """

    count: int
    pages: tuple[RawPage, ...]
    sheets: dict[int, Sheet]
    remarks: tuple[Remark, ...]
    tags: dict[tuple[int, int], Tag]
    bookmarks: tuple[Bookmark, ...]
    metadata: Metadata


def read_source(path: Path) -> Source:
    """Read a PDF's pages.

    Raises:
        EncryptedError: It asks for a password.
        NoTextError: No page holds text.
        LimitError: It is larger than any report.
        UnreadableError: It is damaged.
    """
    pages: list[RawPage] = []
    sheets: dict[int, Sheet] = {}
    remarks: list[Remark] = []
    tags: dict[tuple[int, int], Tag] = {}
    with opened(path) as document:
        count, tagged = len(document), is_tagged(document)
        for number in range(1, count + 1):
            try:
                page = document[number - 1]
            except pypdfium2.PdfiumError:
                continue  # a damaged page: the others can still be read
            try:
                sheets[number], raw_page = _read_page(page, number, remarks, tagged=tagged)
                if raw_page.words:
                    pages.append(raw_page)
                if tagged:
                    tags.update({(number, mark): tag for mark, tag in heading_tags(page).items()})
            finally:
                page.close()
        if not pages:
            raise no_text(path, count)
        return Source(count, tuple(pages), sheets, tuple(remarks), tags, tuple(read_bookmarks(document)), read_metadata(document))


def _read_page(page: pypdfium2.PdfPage, number: int, remarks: list[Remark], *, tagged: bool) -> tuple[Sheet, RawPage]:
    try:
        sheet, glyphs = glyphs_of(page, marked=tagged)
    except pypdfium2.PdfiumError:
        return Sheet.of(page, 0), RawPage(number, 0.0, 0.0, [], [])
    words = words_of(glyphs)
    remarks.extend(remarks_of(page, number, sheet))
    return sheet, RawPage(number, sheet.width, sheet.height, words, rules_of(page, sheet) if words else [])
