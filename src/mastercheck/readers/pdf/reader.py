"""A PDF read whole: pages to words, words to columns, columns to passages, passages to blocks."""

from collections.abc import Sequence
from pathlib import Path

from mastercheck.model.document import Capability, Document
from mastercheck.readers.pdf.annotations import place_remarks
from mastercheck.readers.pdf.blocks import blocks_of
from mastercheck.readers.pdf.bookmarks import find_headings
from mastercheck.readers.pdf.furniture import part_furniture
from mastercheck.readers.pdf.joining import make_paragraph
from mastercheck.readers.pdf.layout import Column, lay_out
from mastercheck.readers.pdf.pages import count_pages, page_setups
from mastercheck.readers.pdf.passages import Passage, passages_of
from mastercheck.readers.pdf.setting import Setting, usual_setting
from mastercheck.readers.pdf.source import Source, read_source
from mastercheck.readers.pdf.tags import tag_headings
from mastercheck.readers.structure import give_structure


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
    source = read_source(path)
    kept, furniture = part_furniture(
        {page.number: page.words for page in source.pages}, {page.number: page.height for page in source.pages}
    )
    laid = [lay_out(page, kept[page.number]) for page in source.pages]
    areas = [area for _, area in laid if area]
    columns = [column for found, _ in laid for column in found]
    setting = _part_notes(columns)
    passages = _headed(passages_of(columns, setting), source)
    blocks, ordinals = blocks_of(passages, setting)
    read = Document(
        name=path.name,
        format="pdf",
        blocks=tuple(blocks),
        furniture=tuple(make_paragraph([line], setting) for line in furniture),
        comments=tuple(place_remarks(source.remarks, passages, ordinals)),
        metadata=source.metadata,
        page_setups=tuple(page_setups(areas)),
        pages=count_pages(source.count, areas, setting),
        capabilities=frozenset({Capability.PAGES, Capability.GEOMETRY}),
    )
    return give_structure(read)


def _part_notes(columns: Sequence[Column]) -> Setting:
    """Part the footnotes of all columns, and return what is usual in the text without them."""
    size = usual_setting([column.lines for column in columns]).size
    for column in columns:
        column.part_notes(size)
    return usual_setting([column.lines for column in columns])


def _headed(passages: list[Passage], source: Source) -> list[Passage]:
    """Return the passages with the headings known that the structure tree names, or else the bookmarks (RULEBOOK decision 6)."""
    tagged = tag_headings(passages, source.tags) if source.tags else None
    if tagged is not None:
        return tagged
    return find_headings(passages, source.bookmarks) if source.bookmarks else passages
