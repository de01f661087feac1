"""A PDF read whole: pages to words, words to columns, columns to passages, passages to blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mastercheck.model.document import Capability, Document
from mastercheck.readers.pdf.annotations import place_remarks
from mastercheck.readers.pdf.blocks import blocks_of
from mastercheck.readers.pdf.bookmarks import find_headings
from mastercheck.readers.pdf.furniture import part_furniture
from mastercheck.readers.pdf.joining import make_paragraph
from mastercheck.readers.pdf.layout import Column, lay_out
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.pages import TextArea, count_pages, page_setups
from mastercheck.readers.pdf.passages import Passage, passages_of
from mastercheck.readers.pdf.places import Places, lines_of_passages
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
    text = _lay_out(source)
    blocks, ordinals = blocks_of(text.passages, text.setting)
    read = Document(
        name=path.name,
        format="pdf",
        blocks=tuple(blocks),
        furniture=tuple(make_paragraph([line], text.setting) for line in text.furniture),
        comments=tuple(place_remarks(source.remarks, text.passages, ordinals)),
        metadata=source.metadata,
        page_setups=tuple(page_setups(text.areas)),
        pages=count_pages(source.count, text.areas, text.setting),
        capabilities=frozenset({Capability.PAGES, Capability.GEOMETRY}),
    )
    return give_structure(read)


def read_places(path: Path) -> Places:
    """Return where each paragraph of a PDF stands on its pages.

    Args:
        path: of a file that `read_pdf` has read.

    Raises:
        UnreadableError: as `read_pdf` does.
    """
    source = read_source(path)
    text = _lay_out(source)
    return Places(lines=tuple(lines_of_passages(text.passages, text.setting)), sheets=source.sheets, pages=source.count)


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a PDF as it is laid out."""

    passages: list[Passage]
    setting: Setting
    areas: list[TextArea]
    furniture: list[Line]


def _lay_out(source: Source) -> _Text:
    kept, furniture = part_furniture(
        {page.number: page.words for page in source.pages}, {page.number: page.height for page in source.pages}
    )
    laid = [lay_out(page, kept[page.number]) for page in source.pages]
    columns = [column for found, _ in laid for column in found]
    setting = _part_notes(columns)
    passages = _headed(passages_of(columns, setting), source)
    return _Text(passages, setting, [area for _, area in laid if area], furniture)


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
