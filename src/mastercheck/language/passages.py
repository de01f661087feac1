"""The passages of a document: what is read as one piece when evidence is looked for.

A passage is a paragraph, a list with its lead-in, or a table with its caption and headings. Its lines (sentences, items, rows)
are the steps in which a window moves over it; its context (lead-in, caption, headings of columns) belongs to every window.
What is no text of the author's own stays out: contents, title block, literature, headers, hidden and deleted text, template text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mastercheck.language.pipeline import Words, read_words
from mastercheck.language.template_text import without_template
from mastercheck.language.terms import Index, index_words
from mastercheck.model.blocks import Block, Paragraph, ParagraphKind, Table, Zone, paragraphs_of
from mastercheck.model.document import Document, Section

LEFT_OUT = frozenset({Zone.TITLE_BLOCK, Zone.CONTENTS, Zone.LITERATURE, Zone.HEADERS_FOOTERS, Zone.HIDDEN, Zone.DELETED})
"""Zones in which nothing is evidence."""

LEAD_IN_WORDS = 60
"""A paragraph longer than this introduces no list: it is a passage of its own as well."""


class PassageKind(StrEnum):
    """What a passage is in the text."""

    PROSE = "paragraph"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, list item or table row.

    Attributes:
        paragraph: in which it begins; text: what it says.
        first, end: its words in the index of the document.
    """

    paragraph: Paragraph
    text: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A section, as passages see it.

    Attributes:
        titles: of the section and the sections around it, outermost first.
        parent: number of the section around it; -1 for none.
        first, end: its words in the index of the document, subsections included.
        appendix: it stands in an appendix, where evidence is worth less.
    """

    titles: tuple[str, ...]
    parent: int
    first: int
    end: int
    appendix: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text.

    Attributes:
        context: number of lines at its beginning that belong to every window.
        place: number of its section.
    """

    kind: PassageKind
    lines: tuple[Line, ...]
    context: int
    place: int

    @property
    def first(self) -> int:
        """Index of its first word."""
        return self.lines[0].first

    @property
    def end(self) -> int:
        """Index after its last word."""
        return self.lines[-1].end


@dataclass(frozen=True, slots=True)
class Text:
    """A document as passages over one index of words."""

    passages: tuple[Passage, ...]
    places: tuple[Place, ...]
    index: Index

    @property
    def size(self) -> int:
        """Number of words."""
        return len(self.index.keys)


@dataclass(slots=True)
class _Draft:
    """A passage whose words are not read yet: its lines as (paragraph, text), prose as one line for each paragraph."""

    kind: PassageKind
    place: int
    lines: list[tuple[Paragraph, str]] = field(default_factory=list)
    context: int = 0


def read_text(document: Document) -> Text:
    """Return the passages of a document with the index of their words."""
    headings: list[tuple[tuple[str, ...], int, bool]] = []
    drafts = [draft for section in document.sections for draft in _section(section, (), -1, headings)]
    words = list(read_words(text for draft in drafts for _, text in draft.lines))
    passages = tuple(_passages(drafts, words))
    return Text(passages, tuple(_places(headings, passages)), index_words(words))


def _section(section: Section, titles: tuple[str, ...], parent: int, headings: list[tuple[tuple[str, ...], int, bool]]) -> Iterator[_Draft]:
    """Yield the drafts of a section and its subsections, and number it in `headings`."""
    number = len(headings)
    titles = (*titles, section.title) if section.title else titles
    headings.append((titles, parent, section.zone is Zone.APPENDICES))
    if section.zone not in LEFT_OUT:
        yield from _drafts(section.blocks, number)
    for child in section.children:
        yield from _section(child, titles, number, headings)


def _drafts(blocks: Iterable[Block], place: int) -> Iterator[_Draft]:
    before: _Draft | None = None  # the paragraph or list just passed, which may lead in or go on
    for block in blocks:
        if isinstance(block, Table):
            draft = _table(block, place, before)
            before = None
            if draft.lines:
                yield draft
        elif isinstance(block, Paragraph):
            text = own_text(block)
            if not text:
                continue
            if block.kind is ParagraphKind.LIST_ITEM:
                if before is None or before.kind is not PassageKind.LIST:
                    before = _list(place, before)
                    yield before
                before.lines.append((block, text))
            else:
                before = _Draft(PassageKind.PROSE, place, [(block, text)])
                yield before
        else:
            yield from _drafts(block.blocks, place)


def own_text(paragraph: Paragraph) -> str:
    """Return the author's own text of a paragraph: "" in a zone that is left out, and without template text in `<...>`."""
    if paragraph.zone in LEFT_OUT:
        return ""
    return without_template(paragraph.text)


def _list(place: int, before: _Draft | None) -> _Draft:
    draft = _Draft(PassageKind.LIST, place)
    if before and before.kind is PassageKind.PROSE and before.lines[0][1].count(" ") < LEAD_IN_WORDS:
        draft.lines.append(before.lines[0])
        draft.context = 1
    return draft


def _table(table: Table, place: int, before: _Draft | None) -> _Draft:
    draft = _Draft(PassageKind.TABLE, place)
    if before and before.kind is PassageKind.PROSE and before.lines[0][1].count(" ") < LEAD_IN_WORDS:
        draft.lines.append(before.lines[0])
    rows = [row for row in map(_row, table.rows) if row]
    draft.lines.extend(rows)
    draft.context = len(draft.lines) - len(rows) + min(max(1, table.header_rows), max(0, len(rows) - 1))
    return draft


def _row(row: Sequence[object]) -> tuple[Paragraph, str] | None:
    paragraphs = [paragraph for cell in row for paragraph in paragraphs_of(getattr(cell, "blocks", ()))]
    texts = [(paragraph, own_text(paragraph)) for paragraph in paragraphs]
    said = [(paragraph, text) for paragraph, text in texts if text]
    return (said[0][0], "; ".join(text for _, text in said)) if said else None


def _passages(drafts: Iterable[_Draft], words: Sequence[Words]) -> Iterator[Passage]:
    at, first = 0, 0
    for draft in drafts:
        lines: list[Line] = []
        for paragraph, text in draft.lines:
            read = words[at]
            at += 1
            if draft.kind is PassageKind.PROSE:
                lines.extend(_sentences(paragraph, text, read, first))
            elif read.forms:
                lines.append(Line(paragraph, text, first, first + len(read.forms)))
            first += len(read.forms)
        if lines:
            yield Passage(draft.kind, tuple(lines), min(draft.context, len(lines) - 1), draft.place)


def _sentences(paragraph: Paragraph, text: str, words: Words, first: int) -> Iterator[Line]:
    starts = words.sentences
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(words.forms)
        begin = words.starts[start] if number else 0
        stop = words.starts[end] if end < len(words.forms) else len(text)
        yield Line(paragraph, text[begin:stop].strip(), first + start, first + end)


def _places(headings: Sequence[tuple[tuple[str, ...], int, bool]], passages: Sequence[Passage]) -> Iterator[Place]:
    firsts: list[int | None] = [None] * len(headings)
    ends = [0] * len(headings)
    for passage in passages:
        number = passage.place
        while number >= 0:
            if firsts[number] is None:
                firsts[number] = passage.first
            ends[number] = passage.end
            number = headings[number][1]
    for (titles, parent, appendix), first, end in zip(headings, firsts, ends, strict=True):
        yield Place(titles, parent, first or 0, end if first is not None else 0, appendix)
