"""Our own layout of a document: its blocks set on pages, as far as a page count needs it.

It follows ISO/IEC 29500-1 for spacing (17.3.1.33), contextual spacing (17.3.1.9), keeping lines and paragraphs together (17.3.1.14,
17.3.1.15), widow control (17.3.1.44), page breaks and sections (17.6), and Word where Word does otherwise. Kerning, hyphenation and the
exact places of floating pictures are left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mastercheck.model.blocks import Block, Note, NoteKind, Paragraph, Table, TextBox, paragraphs_of
from mastercheck.model.document import Document, PageFurniture
from mastercheck.model.formatting import PageSetup
from mastercheck.readers.pagination.flow import Flow
from mastercheck.readers.pagination.lines import LineBreaker
from mastercheck.readers.pagination.press import LEAST_WIDTH, NOTE_RULE, Furnishings, Press
from mastercheck.readers.pagination.rulers import Rulers
from mastercheck.readers.pagination.stacks import Stacker

USUAL_SIZE: Final = 10.0
"""Size of text in points where the document names none anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far a document reaches.

    Attributes:
        pages: how many.
        fill: share of the last one that is used, 0 to 1.
        lines_left: lines of running text that still fit on it.
        starts: numbers of the paragraphs that the pages begin with or in, from the second page on.
    """

    pages: int
    fill: float
    lines_left: int
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of the main story.

    Attributes:
        notes: that it refers to.
        section: index of the page setup that begins with it; None where none does.
    """

    block: Paragraph | Table
    notes: tuple[Note, ...]
    section: int | None


def lay_out(document: Document) -> Extent:
    """Set a document on pages and return how far it reaches."""
    usual = _usual_size(document)
    breaker = LineBreaker(Rulers(usual), document.layout)
    setups = document.page_setups or (PageSetup(),)
    taken = [_furnishings(breaker, document, index, setup) for index, setup in enumerate(setups)]
    press = Press(setups[0], taken[0])
    flow = Flow(breaker, document.layout, press)
    pieces = list(_pieces(document.blocks, setups))
    following = [None if piece.section is not None else piece.block for piece in pieces]
    for position, piece in enumerate(pieces):
        if piece.section is not None:
            flow.turn(setups[piece.section], taken[piece.section])
            following[position] = piece.block
        stacker = _stacker(breaker, document, press.setup)
        notes = sum([_height(stacker, note.blocks, press.width) for note in piece.notes if note.kind is NoteKind.FOOTNOTE])
        if isinstance(piece.block, Paragraph):
            flow.set_paragraph(piece.block, notes, following, position)
        else:
            flow.set_table(piece.block, notes)
    _set_endnotes(document, _stacker(breaker, document, press.setup), press)
    line = _usual_line(document, breaker, usual)
    left = max(0, int(press.left / line + 0.01))
    return Extent(pages=press.pages, fill=press.fill, lines_left=left, starts=tuple(press.starts))


def _stacker(breaker: LineBreaker, document: Document, setup: PageSetup) -> Stacker:
    return Stacker(breaker, pitch=setup.line_pitch, adds=document.layout.adds_spaces)


def _height(stacker: Stacker, blocks: Iterable[Block], width: float) -> float:
    return sum(stacker.heights_of(blocks, width))


def _furnishings(breaker: LineBreaker, document: Document, index: int, setup: PageSetup) -> Furnishings:
    """Return the heights of the headers and footers of a section."""
    if index >= len(document.page_furniture):
        return Furnishings()
    furniture: PageFurniture = document.page_furniture[index]
    width = max(setup.width - setup.margin_left - setup.margin_right, LEAST_WIDTH)
    stacker = _stacker(breaker, document, setup)
    parts = (furniture.header, furniture.footer, furniture.first_header, furniture.first_footer)
    return Furnishings(*(_height(stacker, part, width) for part in parts))


def _pieces(blocks: Iterable[Block], setups: Sequence[PageSetup]) -> Iterator[_Piece]:
    """Yield the blocks of the main story with their notes and the sections that begin with them."""
    firsts = [(setup.first_paragraph, index) for index, setup in enumerate(setups) if index]
    held: Paragraph | Table | None = None
    section: int | None = None
    notes: list[Note] = []
    for block in blocks:
        if isinstance(block, Note):
            notes.append(block)
        elif not isinstance(block, TextBox):
            if held is not None:
                yield _Piece(held, tuple(notes), section)
            held, section, notes = block, None, []
            number = next((paragraph.number for paragraph in paragraphs_of((block,))), 0)
            while firsts and firsts[0][0] <= number:
                section = firsts.pop(0)[1]
    if held is not None:
        yield _Piece(held, tuple(notes), section)


def _set_endnotes(document: Document, stacker: Stacker, press: Press) -> None:
    """Set the endnotes after the text, under a rule."""
    notes = [block for block in document.blocks if isinstance(block, Note) and block.kind is NoteKind.ENDNOTE]
    heights = [height for note in notes for height in stacker.heights_of(note.blocks, press.width)]
    for height in (NOTE_RULE, *heights) if heights else ():
        if not press.fits(height) and not press.empty:
            press.next_column()
        press.at += height


def _usual_size(document: Document) -> float:
    """Return the size of most of the text, in points."""
    sizes = Counter[float]()
    for paragraph in document.paragraphs():
        for run in paragraph.runs:
            if run.format.size:
                sizes[run.format.size] += len(run.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else USUAL_SIZE


def _usual_line(document: Document, breaker: LineBreaker, usual: float) -> float:
    """Return the height of a line of most of the text, in points."""
    heights = Counter[float]()
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.runs:
            heights[breaker.single_line(block, None)] += sum([len(run.text) for run in block.runs])
    return max(max(heights, key=lambda height: heights[height]) if heights else usual, 1.0)
