"""Numbers, zones, heading paths and the tree of sections, given to blocks whose kinds are known."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mastercheck.language.regions import region_of
from mastercheck.model.blocks import Block, Cell, Heading, Note, NoteKind, Paragraph, ParagraphKind, Table, Zone
from mastercheck.model.document import Section
from mastercheck.readers.contents import is_contents_title
from mastercheck.readers.references import unnamed_references
from mastercheck.readers.title_block import title_block_end

_KIND_ZONES = {ParagraphKind.HEADING: Zone.HEADINGS, ParagraphKind.CAPTION: Zone.CAPTIONS}
_NOTE_ZONES = {NoteKind.FOOTNOTE: Zone.FOOTNOTES, NoteKind.ENDNOTE: Zone.ENDNOTES}
_FRONT = frozenset({Zone.TITLE_BLOCK, Zone.CONTENTS, Zone.ABSTRACT})


@dataclass(slots=True)
class _Node:
    """A section that is still growing."""

    heading: Paragraph | None
    level: int
    zone: Zone
    blocks: list[Block] = field(default_factory=list)
    children: list["_Node"] = field(default_factory=list)

    def freeze(self) -> Section:
        children = tuple(child.freeze() for child in self.children)
        return Section(heading=self.heading, zone=self.zone, blocks=tuple(self.blocks), children=children)


class Outline:
    """Places blocks one after the other.

    Attributes:
        blocks: the blocks with numbers, zones and heading paths.
        sections: the tree over them.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._number = 0
        self._path: tuple[str, ...] = ()
        self._open: list[_Node] = []
        self._roots: list[_Node] = []
        self._region = Zone.BODY
        self._region_level = 0
        self._in_front = True
        self._references = unnamed_references(blocks)
        self.blocks = self._outline(blocks)
        self.sections = tuple(root.freeze() for root in self._roots)

    def _outline(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        end = title_block_end(blocks)
        self._region = Zone.TITLE_BLOCK if end else Zone.BODY
        placed: list[Block] = []
        for position, block in enumerate(blocks):
            if position == end and self._region is Zone.TITLE_BLOCK:
                self._region = Zone.BODY
            placed.append(self._next(block, position))
        return tuple(placed)

    def _next(self, block: Block, position: int) -> Block:
        if isinstance(block, Paragraph) and block.heading:
            if not is_contents_title(block):
                self._enter(block.heading, Zone.LITERATURE if position in self._references else None)
                return self._head(block, block.heading)
            block = self._close_for_contents(block, block.heading)
        placed = self._place(block, None)
        self._section().blocks.append(placed)
        return placed

    def _head(self, paragraph: Paragraph, heading: Heading) -> Paragraph:
        self._close(heading.level)
        self._path = (*(node.heading.heading.label for node in self._open if node.heading and node.heading.heading), heading.label)
        self._number += 1
        zone = Zone.HEADINGS if self._region is Zone.BODY else self._region
        placed = replace(paragraph, number=self._number, zone=zone, heading_path=self._path)
        self._append(_Node(placed, heading.level, self._region))
        return placed

    def _enter(self, heading: Heading, known: Zone | None) -> None:
        region = known or region_of(heading.title, heading.label)
        if region is Zone.ABSTRACT and not self._in_front:
            region = None
        if region:
            if self._region not in (Zone.APPENDICES, Zone.LITERATURE) or heading.level <= self._region_level:
                self._region, self._region_level = region, heading.level
        elif self._region is not Zone.BODY and (heading.level <= self._region_level or self._region is Zone.TITLE_BLOCK):
            self._region = Zone.BODY
        self._in_front = self._in_front and self._region in _FRONT

    def _close_for_contents(self, paragraph: Paragraph, heading: Heading) -> Paragraph:
        self._close(heading.level)
        self._path = tuple(node.heading.heading.label for node in self._open if node.heading and node.heading.heading)
        if heading.level <= self._region_level:
            self._region = Zone.BODY
        self._append(_Node(None, heading.level, Zone.CONTENTS))
        return replace(paragraph, heading=None, kind=ParagraphKind.CONTENTS_ENTRY)

    def _close(self, level: int) -> None:
        while self._open and (self._open[-1].heading is None or self._open[-1].level >= level):
            self._open.pop()

    def _append(self, node: _Node) -> None:
        (self._open[-1].children if self._open else self._roots).append(node)
        self._open.append(node)

    def _section(self) -> _Node:
        if not self._open:
            self._append(_Node(None, 0, self._region))
        return self._open[-1]

    def _place(self, block: Block, container: Zone | None) -> Block:
        if isinstance(block, Paragraph):
            return self._place_paragraph(block, container)
        if isinstance(block, Table):
            return self._place_table(block, container)
        if isinstance(block, Note):
            return replace(block, blocks=self._place_all(block.blocks, _NOTE_ZONES[block.kind]))
        return replace(block, blocks=self._place_all(block.blocks, Zone.TEXT_BOXES))

    def _place_all(self, blocks: Sequence[Block], container: Zone | None) -> tuple[Block, ...]:
        return tuple([self._place(block, container) for block in blocks])

    def _place_paragraph(self, paragraph: Paragraph, container: Zone | None) -> Paragraph:
        self._number += 1
        path = () if paragraph.kind is ParagraphKind.CONTENTS_ENTRY else self._path
        kind = paragraph.kind
        if kind is ParagraphKind.HEADING:
            kind = ParagraphKind.PARAGRAPH
        return replace(paragraph, number=self._number, zone=self._zone(kind, container), heading_path=path, kind=kind, heading=None)

    def _place_table(self, table: Table, container: Zone | None) -> Table:
        zone = self._zone(None, container or Zone.TABLES)
        inner = container if container in _NOTE_ZONES.values() or container is Zone.TEXT_BOXES else Zone.TABLES
        rows = tuple([tuple([self._place_cell(cell, inner) for cell in row]) for row in table.rows])
        return replace(table, rows=rows, zone=zone, heading_path=self._path)

    def _place_cell(self, cell: Cell, container: Zone | None) -> Cell:
        return replace(cell, blocks=self._place_all(cell.blocks, container))

    def _zone(self, kind: ParagraphKind | None, container: Zone | None) -> Zone:
        if container in (Zone.FOOTNOTES, Zone.ENDNOTES, Zone.TEXT_BOXES):
            return container
        if kind is ParagraphKind.CONTENTS_ENTRY:
            return Zone.CONTENTS
        if self._region is not Zone.BODY:
            return self._region
        if kind is ParagraphKind.TITLE:
            return Zone.TITLE_BLOCK
        if kind in _KIND_ZONES:
            return _KIND_ZONES[kind]
        return container or Zone.BODY
