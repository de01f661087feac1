"""The PDF reader: from glyphs to words, lines, columns, paragraphs and tables; headers, footers and notes apart.

pdfium gives the glyphs (it is several times as quick as pdfminer, and sturdier), pdfplumber finds the cells of ruled tables.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from mastercheck.errors import UnreadableError
from mastercheck.model.blocks import Block, Note, NoteKind, Paragraph, Table
from mastercheck.model.document import Capability, Document, PageCount, PageEngine
from mastercheck.model.formatting import PageSetup
from mastercheck.readers.pdf.bookmarks import Bookmark, mark_headings, read_bookmarks
from mastercheck.readers.pdf.columns import in_reading_order
from mastercheck.readers.pdf.furniture import part_furniture
from mastercheck.readers.pdf.glyphs import Glyph, glyphs_of
from mastercheck.readers.pdf.lines import Line, lines_of
from mastercheck.readers.pdf.opening import no_text, opened, read_metadata
from mastercheck.readers.pdf.paragraphs import Setting, join_flows, make_paragraph, paragraphs_of_lines, usual_setting
from mastercheck.readers.pdf.tables import Grid, find_grids, make_table
from mastercheck.readers.structure import build_document

SMALL = 0.93
"""Notes are set in letters smaller than this share of the text's."""
_NOTE_LABEL = re.compile(r"^(\d{1,3}|[*\u2020\u2021])(?=\D|$)")


@dataclass(slots=True)
class _Page:
    """A page as read: its size in points, its lines outside of tables, its tables with the glyphs in them."""

    width: float
    height: float
    lines: list[Line]
    tables: list[tuple[Grid, list[Glyph]]]
    notes: list[Line] = field(default_factory=list)


def read_pdf(path: Path) -> Document:
    """Read a PDF.

    Args:
        path: of the file.

    Raises:
        EncryptedError: it asks for a password.
        NoTextError: it holds no text.
        LimitError: it is larger than any report.
        UnreadableError: it is damaged.
    """
    with opened(path) as document:
        pages = {number: page for number in range(1, len(document) + 1) if (page := _read_page(document, number))}
        if not any(page.lines or page.tables for page in pages.values()):
            raise no_text(path, len(document))
        metadata, bookmarks, count = read_metadata(document), read_bookmarks(document), len(document)
    kept, furniture = part_furniture({number: page.lines for number, page in pages.items()}, {number: page.height for number, page in pages.items()})
    for number, page in pages.items():
        page.lines = kept[number]
    blocks, setting = _blocks(pages, bookmarks)
    built = build_document(
        name=path.name,
        format="pdf",
        blocks=blocks,
        furniture=[make_paragraph([line], setting) for line in furniture],
        metadata=metadata,
        page_setups=_page_setups(pages),
        capabilities=frozenset({Capability.PAGES, Capability.GEOMETRY}),
    )
    return _with_pages(built, _count_pages(count, pages, setting))


def _read_page(document: pypdfium2.PdfDocument, number: int) -> _Page | None:
    """Return a page; None where it is damaged, so that the others can still be read."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        glyphs = glyphs_of(page, height)
        grids = find_grids(page, height) if glyphs else []
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()
    tables = [(grid, [glyph for glyph in glyphs if grid.holds(glyph)]) for grid in grids]
    free = [glyph for glyph in glyphs if not any(grid.holds(glyph) for grid in grids)]
    return _Page(width, height, lines_of(free, number), tables)


def _blocks(pages: dict[int, _Page], bookmarks: Sequence[Bookmark]) -> tuple[list[Block], Setting]:
    """Return the blocks of all pages in reading order, and what is usual in them."""
    setting = usual_setting([page.lines for page in pages.values()])
    for page in pages.values():
        page.lines, page.notes = _part_notes(page.lines, setting)
    flows = [(number, flow) for number, page in pages.items() for flow in in_reading_order(page.lines)]
    setting = usual_setting([flow for _, flow in flows])
    groups = join_flows([paragraphs_of_lines(flow, setting) for _, flow in flows], setting)
    placed: list[tuple[int, float, Block]] = []
    order = {id(group[0]): position for position, group in enumerate(groups)}
    made: list[tuple[list[Line], Block]] = [(group, make_paragraph(group, setting)) for group in groups]
    for number, page in pages.items():
        for grid, glyphs in page.tables:
            table = make_table(grid, glyphs, number, setting)
            if table:
                placed.append((number, grid.box[1], table))
    blocks = _merge(made, placed)
    del order
    for number, page in pages.items():
        blocks = _insert_notes(blocks, number, page.notes, setting)
    return mark_headings(blocks, bookmarks), setting


def _merge(made: Sequence[tuple[list[Line], Block]], tables: Sequence[tuple[int, float, Block]]) -> list[Block]:
    """Return paragraphs with the tables put where they stand on their pages."""
    waiting = sorted(tables, key=lambda one: one[:2])
    blocks: list[Block] = []
    for group, block in made:
        first = group[0]
        while waiting and (waiting[0][0] < first.page or (waiting[0][0] == first.page and waiting[0][1] < first.baseline)):
            blocks.append(waiting.pop(0)[2])
        blocks.append(block)
    blocks.extend(table for _, _, table in waiting)
    return blocks


def _part_notes(lines: Sequence[Line], setting: Setting) -> tuple[list[Line], list[Line]]:
    """Part the footnotes of a page: small lines at its foot, the first of which begins with a label."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    start = len(ordered)
    while start and ordered[start - 1].size < SMALL * setting.size:
        start -= 1
    while start < len(ordered) and not _NOTE_LABEL.match(ordered[start].text):
        start += 1
    if start in {0, len(ordered)}:
        return list(lines), []
    notes = ordered[start:]
    return [line for line in lines if line not in notes], notes


def _insert_notes(blocks: list[Block], page: int, lines: Sequence[Line], setting: Setting) -> list[Block]:
    """Put the notes of a page after the last block that begins on it or before it."""
    if not lines:
        return blocks
    notes: list[list[Line]] = []
    for line in lines:
        if _NOTE_LABEL.match(line.text) or not notes:
            notes.append([line])
        else:
            notes[-1].append(line)
    at = 0
    for position, block in enumerate(blocks, 1):
        if isinstance(block, Paragraph | Table) and block.page is not None and block.page <= page:
            at = position
    made = [Note(kind=NoteKind.FOOTNOTE, label=_NOTE_LABEL.findall(note[0].text)[0], blocks=(make_paragraph(note, setting),)) for note in notes]
    return [*blocks[:at], *made, *blocks[at:]]


def _page_setups(pages: dict[int, _Page]) -> list[PageSetup]:
    first = next(iter(pages.values()))
    return [PageSetup(width=first.width, height=first.height)]


def _count_pages(count: int, pages: dict[int, _Page], setting: Setting) -> PageCount:
    """Return the page tree's count, with how far the last page is filled against the text area of the others."""
    tops = [line.baseline - line.size for page in pages.values() for line in page.lines]
    bottoms = {number: max([line.baseline for line in page.lines] + [grid.box[3] for grid, _ in page.tables], default=0.0) for number, page in pages.items()}
    if not tops or count not in bottoms:
        return PageCount(count=count, engine=PageEngine.PDF, certain=True)
    top, height = min(tops), pages[count].height
    lowest = max(max(bottoms.values()), height - top)
    fill = min(1.0, max(0.0, (bottoms[count] - top) / max(lowest - top, 1.0)))
    left = int((lowest - bottoms[count]) / (setting.pitch * setting.size))
    return PageCount(count=count, engine=PageEngine.PDF, certain=True, fill_of_last_page=round(fill, 2), lines_left=max(0, left))


def _with_pages(document: Document, pages: PageCount) -> Document:
    from dataclasses import replace  # noqa: PLC0415

    return replace(document, pages=pages)


__all__ = ["UnreadableError", "read_pdf"]
