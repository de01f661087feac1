"""A PDF read whole: page by page to words, then over all pages to blocks."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from mastercheck.model.blocks import Block, Heading, Paragraph, ParagraphKind
from mastercheck.model.document import Capability, Document
from mastercheck.readers.pdf.bookmarks import Bookmark, find_headings, read_bookmarks
from mastercheck.readers.pdf.furniture import part_furniture
from mastercheck.readers.pdf.glyphs import glyphs_of
from mastercheck.readers.pdf.joining import make_paragraph
from mastercheck.readers.pdf.layout import RawPage, lay_out
from mastercheck.readers.pdf.opening import no_text, opened, read_metadata
from mastercheck.readers.pdf.pages import count_pages, page_setups
from mastercheck.readers.pdf.passages import Passage, passages_of
from mastercheck.readers.pdf.rules import rules_of
from mastercheck.readers.pdf.setting import Setting, usual_setting
from mastercheck.readers.pdf.tables import make_table
from mastercheck.readers.pdf.titles import find_title
from mastercheck.readers.pdf.words import words_of
from mastercheck.readers.structure import build_document


def read_pdf(path: Path) -> Document:
    """Read a PDF.

    Args:
        path: of the file.

    Raises:
        EncryptedError: It asks for a password.
        NoTextError: It holds no text.
        LimitError: It is larger than any report.
        UnreadableError: It is damaged.
    """
    with opened(path) as document:
        count = len(document)
        pages = [page for number in range(1, count + 1) if (page := _read_page(document, number))]
        if not any(page.words for page in pages):
            raise no_text(path, count)
        metadata, bookmarks = read_metadata(document), read_bookmarks(document)
    kept, furniture = part_furniture({page.number: page.words for page in pages}, {page.number: page.height for page in pages})
    laid = [lay_out(page, kept[page.number]) for page in pages]
    columns = [column for found, _ in laid for column in found]
    areas = [area for _, area in laid if area]
    first = usual_setting([column.lines for column in columns])
    for column in columns:
        column.part_notes(first.size)
    setting = usual_setting([column.lines for column in columns])
    built = build_document(
        name=path.name,
        format="pdf",
        blocks=_blocks(_headed(passages_of(columns, setting), bookmarks), setting),
        furniture=[make_paragraph([line], setting) for line in furniture],
        metadata=metadata,
        page_setups=page_setups(areas),
        capabilities=frozenset({Capability.PAGES, Capability.GEOMETRY}),
    )
    return replace(built, pages=count_pages(count, areas, setting))


def _read_page(document: pypdfium2.PdfDocument, number: int) -> RawPage | None:
    """Return a page; None where it is damaged, so that the others can still be read."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        sheet, glyphs = glyphs_of(page)
        words = words_of(glyphs)
        return RawPage(number, sheet.width, sheet.height, words, rules_of(page, sheet) if words else [])
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def _headed(passages: list[Passage], bookmarks: Sequence[Bookmark]) -> list[Passage]:
    """Return the passages with those that bookmarks lead to known as headings."""
    if not bookmarks:
        return passages
    return find_headings(passages, bookmarks)


def _blocks(passages: Sequence[Passage], setting: Setting) -> list[Block]:
    blocks: list[Block] = []
    title = find_title(passages, setting.size)
    for position, passage in enumerate(passages):
        block = make_table(passage.parts, setting) if passage.parts else _paragraph(passage, setting)
        blocks.append(replace(block, kind=ParagraphKind.TITLE) if position in title and isinstance(block, Paragraph) else block)
        blocks.extend(note.block(setting) for note in passage.notes)
    return blocks


def _paragraph(passage: Passage, setting: Setting) -> Paragraph:
    paragraph = make_paragraph(passage.lines, setting)
    labels = {note.label for note in passage.notes}
    runs = tuple(run for run in paragraph.runs if not (run.format.vertical == "superscript" and run.text.strip() in labels))
    paragraph = replace(paragraph, runs=runs) if labels and runs else paragraph
    return _as_heading(paragraph, passage.heading) if passage.heading else paragraph


def _as_heading(paragraph: Paragraph, heading: Heading) -> Paragraph:
    title = " ".join("".join([run.text for run in paragraph.runs if not run.format.vertical]).split())
    made = replace(heading, title=title or heading.title, number=paragraph.list_label.rstrip("."))
    return replace(paragraph, kind=ParagraphKind.HEADING, heading=made, list_label="", list_level=None)
