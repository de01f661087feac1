"""The walk over the XML of a story: body, header, footer, note, text box or comment (ISO/IEC 29500-1 17.2, 17.5, 17.13)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from mastercheck.errors import LimitError
from mastercheck.model.blocks import Block, Heading, Paragraph, ParagraphKind, Revision, Run, TextBox
from mastercheck.model.formatting import TextFormat
from mastercheck.readers.docx.drawings import alternative
from mastercheck.readers.docx.fields import Fields
from mastercheck.readers.docx.formats import Effective, Place, TextFormats
from mastercheck.readers.docx.inline import Inline, InlineReader, Reference
from mastercheck.readers.docx.names import MC, Element, M, W, value_of
from mastercheck.readers.docx.numbering import Numbering
from mastercheck.readers.docx.shapes import Shape, Shapes
from mastercheck.readers.docx.style_names import StyleRole
from mastercheck.readers.docx.styles import StyleTable
from mastercheck.readers.docx.tables import Grid, row_revision

MOST_PARAGRAPHS: Final = 150_000
"""Paragraphs of a document: five times what 600,000 words are written in."""
MOST_RUNS: Final = 500_000
"""Changes of formatting in a document."""
MOST_LETTERS: Final = 12_000_000
"""Letters of a document: two million words."""
DEEPEST: Final = 15
"""Tables and text boxes in each other."""

BLOCK_TAGS: Final = tuple(
    [f"{W}{name}" for name in ("p", "tbl", "sdt", "customXml", "ins", "del", "moveTo", "moveFrom", "sectPr")]
    + [f"{MC}AlternateContent", f"{M}oMathPara", f"{M}oMath"]
)
"""Elements that stand in a body; what else does holds no text."""
_WRAPPERS: Final = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag"})
_INSERTED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_EQUATIONS: Final = frozenset({f"{M}oMathPara", f"{M}oMath"})
_CONTENTS_GALLERIES: Final = ("Table of Contents", "Tables of Contents")
_CONTENTS_ROLES: Final = frozenset({StyleRole.CONTENTS_ENTRY, StyleRole.CONTENTS_TITLE, StyleRole.LIST_OF_FIGURES})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is around a block.

    Attributes:
        depth: tables and text boxes around it.
        listed: it stands in the content control of a contents list.
    """

    revision: Revision | None = None
    table_style: str | None = None
    depth: int = 0
    listed: bool = False


@dataclass(slots=True)
class Story:
    """What a walk finds besides blocks.

    Attributes:
        anchors: paragraphs with the ids of the comments that begin in them.
        section_ends: paragraphs that end a section of pages, with their w:sectPr.
        rendered_breaks: ends of pages that Word noted.
    """

    anchors: list[tuple[Paragraph, str]] = field(default_factory=list)
    section_ends: list[tuple[Paragraph, Element]] = field(default_factory=list)
    rendered_breaks: int = 0


NoteReader = Callable[[Reference], Iterator[Block]]
Sources = list[tuple[Paragraph, Element]]


class Kit:
    """What all stories of a document share: styles, lists that count on, formats, and the limits on what one document may hold."""

    def __init__(self, styles: StyleTable, numbering: Numbering, formats: TextFormats) -> None:
        self.styles = styles
        self.numbering = numbering
        self.formats = formats
        self.shapes = Shapes(styles, numbering)
        self._paragraphs = 0
        self._runs = 0
        self._letters = 0

    def label_format(self, shape: Shape, mark: Effective) -> TextFormat:
        """Return the formatting of a list item's label: its level's, over that of the paragraph mark (17.9.24)."""
        level = self.numbering.level(shape.list_id or "", shape.list_level)
        return self.formats.over(mark, level.text).format if level else mark.format

    def count(self, runs: Sequence[Run]) -> None:
        """Count a paragraph with its runs.

        Raises:
            LimitError: The document has more of them than any real one.
        """
        self._paragraphs += 1
        self._runs += len(runs)
        self._letters += sum([len(run.text) for run in runs])
        if self._paragraphs > MOST_PARAGRAPHS or self._runs > MOST_RUNS or self._letters > MOST_LETTERS:
            raise LimitError(
                f"The document has more than {MOST_PARAGRAPHS:,} paragraphs, {MOST_RUNS:,} changes of format or {MOST_LETTERS:,} letters.",
                "Copy the text that counts into a new Word document and check that one.",
            )


class Walk:
    """Reads the blocks of one story in reading order.

    Args:
        kit: what it shares with the document's other stories.
        notes: gives the blocks of a note that is referred to; None where notes are not read (in notes, headers and footers).
        sources: takes each paragraph with the w:p that it was made of; None where nobody asks, since they would keep the part in memory.

    Attributes:
        story: what it finds besides blocks.
    """

    def __init__(self, kit: Kit, notes: NoteReader | None = None, sources: Sources | None = None) -> None:
        self.story = Story()
        self._sources = sources
        self._kit = kit
        self._notes = notes
        self._fields = Fields()
        self._inline = InlineReader(kit.formats, self._fields)

    def blocks(self, elements: Iterable[Element], around: Surroundings = Surroundings()) -> Iterator[Block]:
        """Yield the blocks of a container's elements.

        Args:
            elements: what stands in it.
            around: what is around it.

        Raises:
            LimitError: Tables or text boxes are nested too deep, or the document holds too much.
        """
        if around.depth > DEEPEST:
            raise LimitError(
                f"Tables or text boxes are nested more than {DEEPEST} deep.",
                "Lay the page out without tables in tables and check it again.",
            )
        carried: Inline | None = None
        for element, inside in _unwrapped(elements, around):
            if element.tag == f"{W}tbl":
                yield from self._closing(carried, inside)
                carried = None
                yield from self._table(element, inside)
                continue
            shape = self._kit.shapes.shape(element.find(f"{W}pPr"), inside.table_style)
            content = self._inline.read(element, Place(shape.style, inside.table_style), inside.revision)
            if carried:
                content = carried.joined(content)
                carried = None
            if _mark_deleted(element) and content.letters:
                carried = content
                continue
            yield from self._paragraph(element, shape, content, inside)
        yield from self._closing(carried, around)

    def _closing(self, carried: Inline | None, around: Surroundings) -> Iterator[Block]:
        """Yield the paragraph whose deleted mark has no paragraph after it to join."""
        if carried:
            yield from self._paragraph(None, self._kit.shapes.shape(None, around.table_style), carried, around)

    def _paragraph(self, element: Element | None, shape: Shape, content: Inline, around: Surroundings) -> Iterator[Block]:
        place = Place(shape.style, around.table_style)
        mark = self._kit.formats.effective(place, None if element is None else element.find(f"{W}pPr/{W}rPr"), "")
        paragraph = self._made(shape, content, around, mark)
        if self._sources is not None and element is not None:
            self._sources.append((paragraph, element))
        self.story.rendered_breaks += content.rendered_breaks
        self.story.anchors.extend((paragraph, comment) for comment in dict.fromkeys(content.comments))
        section = None if element is None else element.find(f"{W}pPr/{W}sectPr")
        if section is not None and not around.depth:
            self.story.section_ends.append((paragraph, section))
        yield paragraph
        for reference in content.references if self._notes else ():
            yield from self._notes(reference) if self._notes else ()
        for box, revision in content.boxes:
            yield TextBox(blocks=tuple(self.blocks(box, Surroundings(revision=revision, depth=around.depth + 1))))

    def _made(self, shape: Shape, content: Inline, around: Surroundings, mark: Effective) -> Paragraph:
        runs = tuple(content.runs)
        self._kit.count(runs)
        label = self._kit.numbering.label(shape.list_id, shape.list_level) if shape.list_id else ""
        kind = self._kind(shape, content, around)
        heading = None
        if kind is ParagraphKind.HEADING:
            title = " ".join("".join([run.text for run in runs if run.visible]).split())
            number = label.rstrip(".") if any(map(str.isalnum, label)) else ""
            heading = Heading(level=shape.heading_level or 1, title=title, number=number, source=shape.heading_source)
        return Paragraph(
            number=0,
            runs=runs,
            kind=kind,
            format=shape.format,
            heading=heading,
            list_label="" if heading else label,
            list_level=None if heading or shape.list_id is None else shape.list_level,
            pictures=tuple(content.pictures),
            has_equation=content.has_equation,
            mark=mark.format,
            label_format=self._kit.label_format(shape, mark) if label else None,
        )

    def _kind(self, shape: Shape, content: Inline, around: Surroundings) -> ParagraphKind:
        role = shape.role.role if shape.role else None
        in_list_of_contents = around.listed or content.listed * 2 > content.letters
        if content.letters and (in_list_of_contents or role in _CONTENTS_ROLES):
            return ParagraphKind.CONTENTS_ENTRY
        if role is StyleRole.CAPTION:
            return ParagraphKind.CAPTION
        if role is StyleRole.TITLE and not around.depth:
            return ParagraphKind.TITLE
        if shape.heading_level and not around.depth and any(run.visible and run.text.strip() for run in content.runs):
            return ParagraphKind.HEADING
        return ParagraphKind.LIST_ITEM if shape.list_id else ParagraphKind.PARAGRAPH

    def _table(self, element: Element, around: Surroundings) -> Iterator[Block]:
        style = value_of(element.find(f"{W}tblPr"), "tblStyle") or self._kit.styles.default("table")
        grid = Grid(element, self._kit.styles.chain(style))
        for row, outside in _unwrapped(element, around, f"{W}tr"):
            grid.add_row(row)
            revision = row_revision(row, outside.revision)
            for cell, beside in _unwrapped(row, replace(outside, revision=revision), f"{W}tc"):
                if grid.add_cell(cell) is not None:
                    inside = replace(beside, table_style=style, depth=around.depth + 1)
                    grid.fill(self.blocks(cell, inside))
        if grid.rows:
            yield grid.table()


def _unwrapped(elements: Iterable[Element], around: Surroundings, *wanted: str) -> Iterator[tuple[Element, Surroundings]]:
    """Yield the elements that hold content, paragraphs and tables unless others are wanted, without what only wraps them."""
    tags = wanted or (f"{W}p", f"{W}tbl")
    waiting: list[tuple[Iterator[Element], Surroundings]] = [(iter(elements), around)]
    while waiting:
        children, inside = waiting[-1]
        element = next(children, None)
        if element is None:
            waiting.pop()
        elif element.tag in tags or (element.tag in _EQUATIONS and not wanted):
            yield (element if element.tag in tags else _as_paragraph(element)), inside
        elif element.tag in _WRAPPERS:
            waiting.append((iter(element), replace(inside, listed=inside.listed or _is_contents_control(element))))
        elif element.tag in _INSERTED:
            waiting.append((iter(element), replace(inside, revision=inside.revision or Revision.INSERTED)))
        elif element.tag in _DELETED:
            waiting.append((iter(element), replace(inside, revision=Revision.DELETED)))
        elif element.tag == f"{MC}AlternateContent":
            chosen = alternative(element)
            waiting.append((iter(() if chosen is None else chosen), inside))


def _as_paragraph(equation: Element) -> Element:
    """Return a paragraph around an equation that stands where a paragraph should."""
    paragraph = equation.makeelement(f"{W}p", {}, None)
    paragraph.append(equation)
    return paragraph


def _is_contents_control(element: Element) -> bool:
    """Return whether a content control holds a contents list (w:docPartGallery, 17.5.2.11)."""
    return value_of(element.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery") in _CONTENTS_GALLERIES


def _mark_deleted(paragraph: Element) -> bool:
    """Return whether a paragraph's mark is deleted, so that it is one with the next once the change is accepted (17.13.5.15)."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)
