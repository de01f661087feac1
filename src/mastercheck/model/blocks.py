"""The blocks of a document: paragraphs with their runs, tables, notes and text boxes, and what each is in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mastercheck.model.formatting import PLAIN, ParagraphFormat, Picture, TextFormat
from mastercheck.model.location import Location, shorten


class Zone(StrEnum):
    """A part of a document that counting policies take in or leave out. Every word is in exactly one.

    Regions come before kinds: a table in an appendix is in APPENDICES. Notes and text boxes come before regions.
    HIDDEN and DELETED hold the words that the reader of the printed page does not see; no profile counts them.
    """

    TITLE_BLOCK = "title_block"
    CONTENTS = "contents"
    ABSTRACT = "abstract"
    HEADINGS = "headings"
    BODY = "body"
    TABLES = "tables"
    CAPTIONS = "captions"
    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"
    TEXT_BOXES = "text_boxes"
    LITERATURE = "literature"
    APPENDICES = "appendices"
    HEADERS_FOOTERS = "headers_footers"
    HIDDEN = "hidden"
    DELETED = "deleted"


class ParagraphKind(StrEnum):
    """What a paragraph is in the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    CONTENTS_ENTRY = "contents entry"
    TITLE = "title"


class Confidence(StrEnum):
    """How sure we are of something that the file does not say outright."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class HeadingSource(StrEnum):
    """How a heading was known (RULEBOOK decision 6, in order of precedence)."""

    STYLE = "heading style"
    OUTLINE_LEVEL = "outline level"
    STRUCTURE_TREE = "structure tree"
    BOOKMARK = "bookmark"
    NUMBERING = "typed number"
    APPEARANCE = "bold or larger text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What makes a paragraph a heading.

    Attributes:
        level: 1 for a chapter, up to 9.
        title: its text without a number.
        number: its number, typed or automatic ("3.2"); "" where it has none.
    """

    level: int
    title: str
    number: str = ""
    source: HeadingSource = HeadingSource.STYLE
    confidence: Confidence = Confidence.CERTAIN

    @property
    def label(self) -> str:
        """The number and the title, as a reader sees them."""
        return f"{self.number} {self.title}".strip()


class Revision(StrEnum):
    """A tracked change that a run belongs to."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text with one formatting.

    Attributes:
        text: its letters. A line break is "\\n", a tab "\\t", a page break "\\f", a column break "\\v"; a no-break hyphen is U+2011,
            a no-break space U+00A0; soft hyphens are left out.
        hidden: the text is formatted as hidden (w:vanish, 17.3.2.41).
    """

    text: str
    format: TextFormat
    revision: Revision | None = None
    hidden: bool = False

    @property
    def visible(self) -> bool:
        """Whether the text is there once all tracked changes are accepted and hidden text is not shown."""
        return not self.hidden and self.revision is not Revision.DELETED


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The unit of text: what stands between two paragraph marks, wherever it is.

    Attributes:
        number: its place in reading order over the whole document, from 1; 0 in headers and footers.
        kind, zone: what it is and which zone its visible words are in.
        heading: set exactly where kind is HEADING.
        list_label: the automatic label that is shown before it ("3.", "•"); never part of its text. "" without one.
        list_level: depth in a list, from 0; None outside lists.
        page: where it begins, from 1; None where not known.
        heading_path: labels of the headings above it, outermost first; a heading's own label is the last of its path.
        pictures: pictures that are anchored in it.
        has_equation: an equation stands in it, whose letters are in the runs.
        mark: formatting of the paragraph mark, which gives an empty paragraph its height; None where not known.
        label_format: formatting of the automatic label; None where not known.
    """

    number: int
    runs: tuple[Run, ...]
    kind: ParagraphKind = ParagraphKind.PARAGRAPH
    zone: Zone = Zone.BODY
    format: ParagraphFormat = PLAIN
    heading: Heading | None = None
    list_label: str = ""
    list_level: int | None = None
    page: int | None = None
    heading_path: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    has_equation: bool = False
    mark: TextFormat | None = None
    label_format: TextFormat | None = None

    @property
    def text(self) -> str:
        """Its visible text."""
        return "".join([run.text for run in self.runs if not run.hidden and run.revision is not Revision.DELETED])

    def location(self, quote: str | None = None) -> Location:
        """Return the place of this paragraph, quoting `quote`, or else how it begins."""
        return Location(
            heading_path=self.heading_path,
            paragraph=self.number or None,
            page=self.page,
            quote=shorten(self.text if quote is None else quote),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table; a merged cell occurs once, where it begins.

    Attributes:
        column: index of its first grid column, from 0.
        columns, rows: how many it spans.
        width: in points; None where only the grid's columns tell.
        margins: between its border and its text, above, right, below, left, in points; None where the table's hold.
    """

    blocks: tuple["Block", ...]
    column: int = 0
    columns: int = 1
    rows: int = 1
    width: float | None = None
    margins: tuple[float, float, float, float] | None = None

    @property
    def text(self) -> str:
        """The visible text of all its paragraphs, on lines."""
        return "\n".join([paragraph.text for paragraph in paragraphs_of(self.blocks)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, row by row.

    Attributes:
        header_rows: number of rows at its top that hold its headings; 0 where none is marked or looks like one.
        repeated_rows: number of rows at its top that every page repeats on which it goes on (w:tblHeader, 17.4.78).
        widths: of the grid columns, in points; () where not known.
        row_heights: least height of each row in points, 0.0 where it follows the text; () where not known.
        exact_rows: indexes of the rows that are exactly so high, whatever stands in them.
        whole_rows: indexes of the rows that no page break may divide.
        cell_margins: between the borders of a cell and its text, above, right, below, left, in points.
        border: width of the lines between rows, in points.
        floats: text may flow round it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    zone: Zone = Zone.TABLES
    page: int | None = None
    heading_path: tuple[str, ...] = ()
    repeated_rows: int = 0
    widths: tuple[float, ...] = ()
    row_heights: tuple[float, ...] = ()
    exact_rows: frozenset[int] = frozenset()
    whole_rows: frozenset[int] = frozenset()
    cell_margins: tuple[float, float, float, float] = (0.0, 5.4, 0.0, 5.4)
    border: float = 0.5
    floats: bool = False


class NoteKind(StrEnum):
    """Where a note is printed."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote; it stands right after the block that refers to it.

    Attributes:
        label: the mark that refers to it.
    """

    kind: NoteKind
    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A text box, once; it stands right after the block that it is anchored in."""

    blocks: tuple["Block", ...]


Block = Paragraph | Table | Note | TextBox


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks in reading order, those in tables, notes and text boxes included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_of(cell.blocks)
        else:
            yield from paragraphs_of(block.blocks)
