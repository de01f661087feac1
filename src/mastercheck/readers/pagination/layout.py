"""Our own layout of a document: its blocks set on pages, as far as a page count needs it.

It follows ISO/IEC 29500-1 for spacing (17.3.1.33), contextual spacing (17.3.1.9), keeping lines and paragraphs together (17.3.1.14,
17.3.1.15), widow control (17.3.1.44), page breaks and sections (17.6). Kerning, hyphenation and the exact places of floating pictures are
left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mastercheck.model.blocks import Block, Note, NoteKind, Paragraph, Table, TextBox, paragraphs_of
from mastercheck.model.document import Document, PageFurniture
from mastercheck.model.formatting import PageSetup, ParagraphFormat, Picture
from mastercheck.readers.pagination.cells import Row, Stacker, gap_between
from mastercheck.readers.pagination.lines import Line, LineBreaker, Measure
from mastercheck.readers.pagination.press import NOTE_RULE, Furnishings, Press
from mastercheck.readers.pagination.rulers import Rulers

USUAL_SIZE: Final = 10.0
WIDOWS: Final = 2
"""Lines that widow control keeps together at either end of a page (17.3.1.44)."""
LEAST_BESIDE: Final = 72.0
"""Points of width that text needs to stand beside a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far a document reaches.

    Attributes:
        pages: how many.
        fill: share of the last one that is used, 0 to 1.
        lines_left: lines of running text that still fit on it.
        starts: numbers of the paragraphs that the second and further pages begin with or in.
    """

    pages: int
    fill: float
    lines_left: int
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of the main story with the notes that it refers to, and the section that begins with it."""

    block: Paragraph | Table
    notes: tuple[Note, ...]
    section: int | None


def lay_out(document: Document) -> Extent:
    """Set a document on pages and return how far it reaches."""
    return _Layout(document).run()


class _Layout:
    """Sets one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._usual = _usual_size(document)
        self._breaker = LineBreaker(Rulers(self._usual), document.layout)
        self._adds = document.layout.adds_spaces
        self._setups = document.page_setups or (PageSetup(),)
        furniture = document.page_furniture or ()
        self._taken = [self._furnishings(setup, piece) for setup, piece in zip(self._setups, furniture, strict=False)]
        self._press = Press(self._setups[0], self._taken_by(0))
        self._stacker = self._stacker_of(self._setups[0])
        self._above: Paragraph | None = None
        self._chained_until = -1
        self._set: dict[int, list[Line]] = {}

    def run(self) -> Extent:
        pieces = list(_pieces(self._document.blocks, self._setups))
        for position, piece in enumerate(pieces):
            if piece.section is not None:
                self._turn(piece.section)
            if isinstance(piece.block, Paragraph):
                self._set_paragraph(piece.block, piece.notes, pieces, position)
            else:
                self._set_table(piece.block, piece.notes)
        self._set_endnotes()
        press = self._press
        line = _usual_line(self._document, self._breaker, self._usual)
        return Extent(pages=press.pages, fill=press.fill, lines_left=max(0, int(press.left / line)), starts=tuple(press.starts))

    # sections

    def _taken_by(self, section: int) -> Furnishings:
        return self._taken[section] if section < len(self._taken) else Furnishings()

    def _stacker_of(self, setup: PageSetup) -> Stacker:
        return Stacker(self._breaker, pitch=setup.line_pitch, adds=self._adds)

    def _furnishings(self, setup: PageSetup, furniture: PageFurniture) -> Furnishings:
        width = max(setup.width - setup.margin_left - setup.margin_right, LEAST_BESIDE)
        stacker = self._stacker_of(setup)
        parts = (furniture.header, furniture.footer, furniture.first_header, furniture.first_footer)
        return Furnishings(*(sum(stacker.heights_of(part, width)) for part in parts))

    def _turn(self, section: int) -> None:
        setup = self._setups[section]
        if setup.starts != "continuous":
            self._above = None
        self._press.turn(setup, self._taken_by(section))
        self._stacker = self._stacker_of(setup)

    # paragraphs

    def _lines(self, paragraph: Paragraph) -> list[Line]:
        """Return the lines of a paragraph; those that were set to look ahead are used when their turn comes."""
        press = self._press
        known = self._set.pop(id(paragraph), None)
        until, wide = press.aside
        if known is not None and until <= press.at:
            return known
        pitch = press.setup.line_pitch
        measure = Measure(width=press.width, pitch=pitch)
        if until > press.at:
            single = self._breaker.single_line(paragraph, measure)
            measure = Measure(width=press.width, pitch=pitch, narrow_lines=int((until - press.at) / max(single, 1.0)) + 1, narrow_by=wide)
        return self._breaker.lines_of(paragraph, measure)

    def _set_paragraph(self, paragraph: Paragraph, notes: Sequence[Note], pieces: Sequence[_Piece], position: int) -> None:
        press, shape = self._press, paragraph.format
        if shape.page_break_before and not press.empty:
            self._break_page(broken=True)
        self._set_floating(paragraph.pictures)
        lines = self._lines(paragraph)
        gap = self._gap(paragraph)
        whole = gap + shape.border_above + self._needed(lines, shape) + self._chain(pieces, position)
        if not press.fits(whole) and not press.empty and whole - gap <= press.height:
            self._next_column()
            gap = self._gap(paragraph)
        press.at += gap + shape.border_above
        room = sum(sum(self._stacker.heights_of(note.blocks, press.width)) for note in notes if note.kind is NoteKind.FOOTNOTE)
        self._pour(lines, room, paragraph)
        press.at += shape.border_below
        self._above = paragraph

    def _gap(self, paragraph: Paragraph) -> float:
        """Return the space above a paragraph; none at the top of a page that the text reached by itself."""
        if self._press.empty and not self._press.broken:
            return 0.0
        return gap_between(self._above, paragraph, adds=self._adds)

    def _next_column(self) -> None:
        self._press.next_column()
        self._above = None

    def _break_page(self, *, broken: bool) -> None:
        self._press.next_page(broken=broken)
        self._above = None

    @staticmethod
    def _needed(lines: Sequence[Line], shape: ParagraphFormat) -> float:
        """Return the height of the lines that must stand together at the beginning of a paragraph."""
        count = len(lines)
        if not shape.keep_lines:
            if not shape.widow_control:
                count = 1
            elif count > WIDOWS + 1:
                count = WIDOWS
        height = 0.0
        for line in lines[:count]:
            height += line.height
            if line.ends:
                break
        return height - line.leading

    def _chain(self, pieces: Sequence[_Piece], position: int) -> float:
        """Return what must stand on the page of a paragraph that is kept with the next: all that are, and the beginning of what follows."""
        if position < self._chained_until:
            return 0.0
        needed = 0.0
        above = pieces[position].block
        while isinstance(above, Paragraph) and above.format.keep_with_next and position + 1 < len(pieces):
            position += 1
            below = pieces[position].block
            if pieces[position].section is not None:
                break
            needed += self._beginning(above, below, last=not (isinstance(below, Paragraph) and below.format.keep_with_next))
            if needed > self._press.height:
                needed = 0.0
                break
            above = below
        self._chained_until = position
        return needed

    def _beginning(self, above: Paragraph, below: Paragraph | Table, *, last: bool) -> float:
        if isinstance(below, Table):
            rows = self._stacker.rows_of(Table(rows=below.rows[:1], widths=below.widths, row_heights=below.row_heights[:1]), self._press.width)
            return above.format.space_after + (rows[0].height if rows else 0.0)
        if below.format.page_break_before:
            return 0.0
        lines = self._set[id(below)] = self._lines(below)
        height = self._needed(lines, below.format) if last else sum(line.height for line in lines)
        return gap_between(above, below, adds=self._adds) + below.format.border_above + height

    def _pour(self, lines: Sequence[Line], notes: float, paragraph: Paragraph) -> None:
        """Set lines on the page, going on to the next where it is full."""
        press, widow = self._press, paragraph.format.widow_control
        last = len(lines) - 1
        for number, line in enumerate(lines):
            need = line.height - line.leading + (notes + (NOTE_RULE if notes and not press.notes else 0.0) if number == last else 0.0)
            if widow and number == last - 1 and number:
                need += lines[last].height - lines[last].leading + line.leading
            if not press.fits(need) and not press.empty:
                self._next_column()
            if press.empty and press.pages > len(press.starts) + 1:
                press.starts.append(paragraph.number)
            press.at += line.height
            if line.ends == "\f":
                self._break_page(broken=True)
            elif line.ends:
                press.next_column(broken=True)
        if notes:
            press.notes += notes + (0.0 if press.notes else NOTE_RULE)

    def _set_floating(self, pictures: Iterable[Picture]) -> None:
        """Set pictures that stand between lines or beside them."""
        press = self._press
        for picture in pictures:
            if picture.inline or (picture.wraps and not picture.beside):
                continue
            if picture.wraps and press.width - picture.width >= LEAST_BESIDE:
                press.aside = (max(press.aside[0], press.at + picture.height), max(press.aside[1], picture.width))
                continue
            if not press.fits(picture.height) and not press.empty and picture.height <= press.height:
                self._next_column()
            press.at += picture.height

    # tables

    def _set_table(self, table: Table, notes: Sequence[Note]) -> None:
        press = self._press
        rows = self._stacker.rows_of(table, press.width)
        if table.floats and sum(table.widths) and press.width - sum(table.widths) >= LEAST_BESIDE:
            press.aside = (press.at + sum(row.height for row in rows), sum(table.widths))
            return
        if self._above and not press.empty:
            press.at += self._above.format.space_after
        heads = [row.height for row in rows[: table.header_rows]]
        number = next(paragraphs_of((table,)), None)
        for index, row in enumerate(rows):
            self._set_row(row, rows[index + 1] if index + 1 < len(rows) else None, sum(heads) if index >= table.header_rows else 0.0)
            if press.pages > len(press.starts) + 1:
                press.starts.append(number.number if number else 0)
        room = sum(sum(self._stacker.heights_of(note.blocks, press.width)) for note in notes if note.kind is NoteKind.FOOTNOTE)
        press.notes += room
        self._above = None

    def _set_row(self, row: Row, follows: Row | None, heads: float) -> None:
        press = self._press
        together = row.height + (follows.height if row.kept and follows else 0.0)
        if press.fits(row.height) and (press.fits(together) or together > press.height):
            press.at += row.height
            return
        if not row.whole and not row.kept and all(press.fits(cuts[0]) for cuts in row.cuts):
            self._divide(row, heads)
            return
        if not press.empty:
            self._next_column()
            press.at += heads
        if press.fits(row.height) or row.whole:
            press.at += row.height
        else:
            self._divide(row, heads)

    def _divide(self, row: Row, heads: float) -> None:
        """Set a row on several pages."""
        press = self._press
        done = [0.0] * len(row.cuts)
        rest = row.height
        while rest > press.left and press.left > 0:
            reached = [max([cut for cut in cuts if cut - start <= press.left], default=start) for cuts, start in zip(row.cuts, done, strict=True)]
            if reached == done and press.at <= heads:
                break
            done = reached
            self._next_column()
            press.at += heads
            rest = max((cuts[-1] - start for cuts, start in zip(row.cuts, done, strict=True)), default=0.0)
        press.at += min(rest, press.height)

    def _set_endnotes(self) -> None:
        press = self._press
        notes = [block for block in self._document.blocks if isinstance(block, Note) and block.kind is NoteKind.ENDNOTE]
        heights = [height for note in notes for height in self._stacker.heights_of(note.blocks, press.width)]
        for height in ([NOTE_RULE] if heights else []) + heights:
            if not press.fits(height) and not press.empty:
                self._next_column()
            press.at += height


def _pieces(blocks: Iterable[Block], setups: Sequence[PageSetup]) -> Iterator[_Piece]:
    """Yield the blocks of the main story with their notes and the sections that begin with them."""
    firsts = {setup.first_paragraph: index for index, setup in enumerate(setups) if index}
    held: Paragraph | Table | None = None
    section: int | None = None
    notes: list[Note] = []
    for block in blocks:
        if isinstance(block, Note):
            notes.append(block)
        elif not isinstance(block, TextBox):
            if held is not None:
                yield _Piece(held, tuple(notes), section)
            first = next(paragraphs_of((block,)), None)
            section = firsts.pop(first.number, None) if first else None
            held, notes = block, []
    if held is not None:
        yield _Piece(held, tuple(notes), section)


def _usual_size(document: Document) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in document.paragraphs():
        for run in paragraph.runs:
            if run.format.size:
                sizes[run.format.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else USUAL_SIZE


def _usual_line(document: Document, breaker: LineBreaker, usual: float) -> float:
    heights: Counter[float] = Counter()
    for paragraph in document.paragraphs():
        heights[breaker.single_line(paragraph, Measure(width=400.0))] += sum([len(run.text) for run in paragraph.runs])
    return max(heights.most_common(1)[0][0] if heights else usual, 1.0)
