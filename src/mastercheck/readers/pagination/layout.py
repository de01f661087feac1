"""Our own layout of a document: its blocks set on pages, as far as page counts need it.

It follows ISO/IEC 29500-1 for spacing (17.3.1.33), contextual spacing (17.3.1.9), keeping lines and paragraphs together (17.3.1.14, 17.3.1.15), widow
control (17.3.1.44), page breaks and sections. Kerning, hyphenation and text that flows round floating pictures are left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mastercheck.model.blocks import Block, Note, Paragraph, Table, TextBox, paragraphs_of
from mastercheck.model.document import Document
from mastercheck.model.formatting import PageSetup
from mastercheck.readers.pagination.lines import Line, break_lines, line_height

CELL_PADDING = 5.4
"""Left and right padding of a cell, in points (w:tblCellMar, 17.4.42: 0.08 inch in Word's own table styles)."""
BORDER = 0.5
WIDOWS = 2
"""Lines that widow control keeps together at either end of a page."""
NOTE_RULE = 12.0
"""Height of the rule above the footnotes of a page."""
USUAL_SIZE = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far a document reaches.

    Attributes:
        pages: how many; fill: share of the last one that is used; lines_left: lines of running text that still fit there.
    """

    pages: int
    fill: float
    lines_left: int


@dataclass(slots=True)
class _Press:
    """Fills pages, column by column."""

    setup: PageSetup
    pages: int = 1
    column: int = 0
    at: float = 0.0
    after: float = 0.0
    style: str = ""
    contextual: bool = False
    notes: float = 0.0
    marks: list[float] = field(default_factory=list)

    @property
    def height(self) -> float:
        return max(self.setup.height - self.setup.margin_top - self.setup.margin_bottom, 72.0)

    @property
    def width(self) -> float:
        room = self.setup.width - self.setup.margin_left - self.setup.margin_right
        return max((room - (self.setup.columns - 1) * self.setup.column_gap) / self.setup.columns, 36.0)

    @property
    def left(self) -> float:
        return self.height - self.at - self.notes

    def next_column(self) -> None:
        self.column += 1
        self.at, self.after = 0.0, 0.0
        if self.column >= self.setup.columns:
            self.next_page()

    def next_page(self) -> None:
        self.pages += 1
        self.column, self.at, self.after, self.notes = 0, 0.0, 0.0, 0.0

    def turn(self, setup: PageSetup) -> None:
        """Begin a section of pages."""
        continuous = setup.starts == "continuous" and (setup.width, setup.height) == (self.setup.width, self.setup.height)
        self.setup = setup
        if not continuous:
            self.next_page()
            if setup.starts in {"evenPage", "oddPage"} and self.pages % 2 != (setup.starts == "oddPage"):
                self.next_page()
        self.column = 0


def lay_out(document: Document) -> Extent:
    """Set a document on pages and return how far it reaches."""
    setups = document.page_setups or (PageSetup(),)
    usual = _usual_size(document)
    press = _Press(setups[0])
    turns = {setup.first_paragraph: setup for setup in setups[1:]}
    blocks = list(_with_notes(document.blocks))
    for position, (block, notes) in enumerate(blocks):
        first = next(paragraphs_of((block,)), None)
        if first and first.number in turns:
            press.turn(turns[first.number])
        room = sum(_height_of_note(note, press.width, usual) for note in notes)
        press.notes += room + (NOTE_RULE if room and not press.notes else 0.0)
        if isinstance(block, Paragraph):
            follows = blocks[position + 1][0] if position + 1 < len(blocks) else None
            _set_paragraph(block, press, usual, follows)
        elif isinstance(block, Table):
            _set_table(block, press, usual)
    single = _usual_line(document, usual)
    return Extent(pages=press.pages, fill=min(1.0, max(0.0, (press.at + press.notes) / press.height)), lines_left=max(0, int(press.left / single)))


def _usual_size(document: Document) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in document.paragraphs():
        for run in paragraph.runs:
            if run.format.size:
                sizes[run.format.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else USUAL_SIZE


def _usual_line(document: Document, usual: float) -> float:
    heights: Counter[float] = Counter()
    for paragraph in document.paragraphs():
        for run in paragraph.runs[:1]:
            heights[line_height(run.format, paragraph.format, usual)] += len(paragraph.runs)
    return max(heights.most_common(1)[0][0] if heights else usual * 1.15, 1.0)


def _with_notes(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Note]]]:
    """Yield each block of the main story with the notes that it refers to."""
    held: Block | None = None
    notes: list[Note] = []
    for block in blocks:
        if isinstance(block, Note):
            notes.append(block)
        elif not isinstance(block, TextBox):
            if held is not None:
                yield held, notes
            held, notes = block, []
    if held is not None:
        yield held, notes


def _height_of_note(note: Note, width: float, usual: float) -> float:
    return sum(line.height for paragraph in paragraphs_of(note.blocks) for line in break_lines(paragraph, width, usual))


def _gap(paragraph: Paragraph, press: _Press) -> float:
    """Return the space between the paragraph before and this one."""
    shape = paragraph.format
    before, after = shape.space_before, press.after
    if press.style == shape.style:
        before = 0.0 if shape.contextual_spacing else before
        after = 0.0 if press.contextual else after
    return max(before, after) if press.at else (before if press.pages == 1 or press.column else 0.0)


def _set_paragraph(paragraph: Paragraph, press: _Press, usual: float, follows: Block | None) -> None:
    shape = paragraph.format
    if shape.page_break_before and press.at:
        press.next_page()
    lines = break_lines(paragraph, press.width, usual)
    floating = sum(picture.height for picture in paragraph.pictures if not picture.inline and not picture.wraps)
    gap = _gap(paragraph, press)
    needed = gap + _least(lines, keep=shape.keep_lines) + (_first_line_of(follows, press, usual) if shape.keep_with_next else 0.0)
    if needed > press.left and press.at and needed < press.height:
        press.next_column()
        gap = 0.0
    press.at += gap + floating
    _pour(lines, press, widow=shape.widow_control)
    press.after, press.style, press.contextual = shape.space_after, shape.style, shape.contextual_spacing


def _least(lines: Sequence[Line], *, keep: bool) -> float:
    """Return the height that must fit before anything of a paragraph is set: all of it, or what widow control asks for."""
    count = len(lines) if keep or len(lines) <= WIDOWS + 1 and len(lines) > 1 else min(len(lines), WIDOWS)
    return sum(line.height for line in lines[: count if len(lines) > WIDOWS + 1 or keep else (WIDOWS if len(lines) > WIDOWS else len(lines))])


def _first_line_of(block: Block | None, press: _Press, usual: float) -> float:
    if isinstance(block, Paragraph):
        return _least(break_lines(block, press.width, usual), keep=False) + block.format.space_before
    if isinstance(block, Table) and block.rows:
        return _row_height(block, 0, press, usual)
    return 0.0


def _pour(lines: Sequence[Line], press: _Press, *, widow: bool) -> None:
    for number, line in enumerate(lines):
        rest = len(lines) - number
        need = line.height + (lines[number + 1].height if widow and rest == WIDOWS and number else 0.0)
        if need > press.left + 0.01 and press.at > 0:
            press.next_column()
        press.at += line.height
        if line.breaks:
            press.next_page() if line.breaks == "\f" else press.next_column()


def _set_table(table: Table, press: _Press, usual: float) -> None:
    press.at += press.after
    for number in range(len(table.rows)):
        height = _row_height(table, number, press, usual)
        if height > press.left and press.at and height < press.height:
            press.next_column()
            press.at += sum(_row_height(table, header, press, usual) for header in range(min(table.header_rows, number)))
        while height > press.left > 0:
            height -= press.left
            press.next_column()
        press.at += height
    press.after, press.style, press.contextual = 0.0, "", False


def _row_height(table: Table, number: int, press: _Press, usual: float) -> float:
    row = table.rows[number]
    columns = max((cell.column + cell.columns for cells in table.rows for cell in cells), default=1)
    least = table.row_heights[number] if number < len(table.row_heights) else 0.0
    tallest = 0.0
    for cell in row:
        width = sum(table.widths[cell.column : cell.column + cell.columns]) or press.width * cell.columns / columns
        if cell.rows == 1:
            tallest = max(tallest, _height_of_cell(cell.blocks, max(width - 2 * CELL_PADDING, 12.0), usual))
    return max(least, tallest) + BORDER


def _height_of_cell(blocks: Sequence[Block], width: float, usual: float) -> float:
    height = after = 0.0
    for paragraph in paragraphs_of(blocks):
        shape = paragraph.format
        height += max(after, shape.space_before) if height else shape.space_before
        height += sum(line.height for line in break_lines(paragraph, width, usual))
        after = shape.space_after
    return height + after
