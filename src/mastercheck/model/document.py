"""What a document is once it has been read: blocks in reading order, a tree of sections over them, and what else the file holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mastercheck.model.blocks import Block, Paragraph, Zone, paragraphs_of
from mastercheck.model.formatting import USUAL_LAYOUT, LayoutSettings, PageSetup
from mastercheck.model.location import Location


class DocumentKind(StrEnum):
    """What a document is for."""

    REPORT = "report"
    PROPOSAL = "proposal"
    RESUME = "resume"
    PRESENTATION = "presentation"


class Capability(StrEnum):
    """What a format lets us know about a document."""

    PAGES = "pages"
    STYLES = "styles"
    GEOMETRY = "geometry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        heading: the heading's paragraph; None for what stands before the first heading.
        zone: the region that the section belongs to (BODY, ABSTRACT, LITERATURE, APPENDICES, CONTENTS, TITLE_BLOCK).
        blocks: what stands under the heading itself, without the heading and without the subsections.
        children: the subsections.
    """

    heading: Paragraph | None
    zone: Zone = Zone.BODY
    blocks: tuple[Block, ...] = ()
    children: tuple["Section", ...] = ()

    @property
    def level(self) -> int:
        """The heading's level; 0 without a heading."""
        return self.heading.heading.level if self.heading and self.heading.heading else 0

    @property
    def title(self) -> str:
        """The heading's title without its number; "" without a heading."""
        return self.heading.heading.title if self.heading and self.heading.heading else ""

    @property
    def label(self) -> str:
        """The heading's number and title; "" without a heading."""
        return self.heading.heading.label if self.heading and self.heading.heading else ""

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs under this heading and its subsections, their headings included, its own left out."""
        yield from paragraphs_of(self.blocks)
        for child in self.children:
            if child.heading:
                yield child.heading
            yield from child.paragraphs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A reviewer's comment left in the document."""

    author: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredStatistics:
    """What the application that saved a DOCX wrote about it (docProps/app.xml); None where it wrote nothing.

    Attributes:
        estimated: `words` is the application's estimate from the characters, no count (RULEBOOK decision 3).
        rendered_breaks: ends of pages that the application noted in the main story (w:lastRenderedPageBreak, 17.3.3.13).
    """

    application: str = ""
    pages: int | None = None
    words: int | None = None
    characters: int | None = None
    characters_with_spaces: int | None = None
    estimated: bool = False
    rendered_breaks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file says about itself; "" where it says nothing. Dates are ISO 8601 text, as found."""

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    language: str = ""
    application: str = ""
    stored: StoredStatistics | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFurniture:
    """Headers and footers of a section of pages, whose height may push the text down or up; () where there is none.

    Attributes:
        header, footer: on its pages.
        first_header, first_footer: on its first page, where that has others of its own.
    """

    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    first_header: tuple[Block, ...] = ()
    first_footer: tuple[Block, ...] = ()


class PageEngine(StrEnum):
    """How a page count was obtained, best first (RULEBOOK decision 4)."""

    PDF = "pdf"
    OFFICE = "office"
    STORED = "stored"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCount:
    """How many pages a document has, and how that is known.

    Attributes:
        certain: the engine shows the very pages that count, or proved that its figure belongs to this text.
        fill_of_last_page: share of the last page's text height that is used, 0 to 1; None where not known.
        lines_left: lines of body text that still fit on the last page; None where not known.
        note: what limits the figure, e.g. a font that had to be substituted; "" where nothing does.
    """

    count: int
    engine: PageEngine
    certain: bool
    fill_of_last_page: float | None = None
    lines_left: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Document:
    """A proposal or report as read. Compared by identity, so that what is found out about one can be remembered.

    Attributes:
        name: the file's name.
        format: "docx" or "pdf".
        blocks: everything in reading order, headings included, headers and footers left out.
        sections: the tree over the same blocks; one without heading comes first where text stands before any heading.
        furniture: paragraphs of headers and footers, each distinct one once.
        page_setups: page geometry, in the order of the document; () where not known.
        page_furniture: headers and footers of each of the page setups; () where not known.
        layout: what holds for the layout of the whole document.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    furniture: tuple[Paragraph, ...] = ()
    comments: tuple[Comment, ...] = ()
    metadata: Metadata = Metadata()
    page_setups: tuple[PageSetup, ...] = ()
    page_furniture: tuple[PageFurniture, ...] = ()
    layout: LayoutSettings = USUAL_LAYOUT
    pages: PageCount | None = None
    capabilities: frozenset[Capability] = frozenset()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in reading order, those in tables, notes and text boxes included."""
        yield from paragraphs_of(self.blocks)

    def walk_sections(self) -> Iterator[Section]:
        """Yield every section in reading order."""
        for section in self.sections:
            yield from section.walk()
