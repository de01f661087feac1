"""The flow of paragraphs and tables over pages: what stays together, and what is divided where a page ends."""

from collections.abc import Iterable, Sequence
from typing import Final

from mastercheck.model.blocks import Paragraph, Table, paragraphs_of
from mastercheck.model.formatting import LayoutSettings, PageSetup, ParagraphFormat, Picture
from mastercheck.readers.pagination.lines import Line, LineBreaker, Measure
from mastercheck.readers.pagination.press import LEAST_BESIDE, NOTE_RULE, Furnishings, Press
from mastercheck.readers.pagination.stacks import Row, Stacker, gap_between

WIDOWS: Final = 2
"""Lines that widow control keeps together at either end of a page (17.3.1.44)."""
LARGEST_HEAD: Final = 0.5
"""Share of a page that the repeated rows of a table take at most; Word repeats no larger ones."""


class Flow:
    """Sets blocks one after the other.

    Args:
        breaker: of the document's lines.
        settings: what holds for the whole layout.
        press: fills the pages.
    """

    def __init__(self, breaker: LineBreaker, settings: LayoutSettings, press: Press) -> None:
        self.press = press
        self._breaker = breaker
        self._adds = settings.adds_spaces
        self._stacker = self._stacker_of(press.setup)
        self._above: Paragraph | None = None
        self._chained_until = 0
        self._ahead: dict[int, list[Line]] = {}

    def turn(self, setup: PageSetup, taken: Furnishings) -> None:
        """Begin a section of pages."""
        self.press.turn(setup, taken)
        if self.press.empty:
            self._above = None
        self._stacker = self._stacker_of(setup)

    def _stacker_of(self, setup: PageSetup) -> Stacker:
        return Stacker(self._breaker, pitch=setup.line_pitch, adds=self._adds)

    # paragraphs

    def set_paragraph(self, paragraph: Paragraph, notes: float, following: Sequence[Paragraph | Table | None], position: int) -> None:
        """Set a paragraph.

        Args:
            paragraph: what is set.
            notes: height of the footnotes that it refers to, in points.
            following: all blocks of the main story; None for one that begins a section.
            position: of the paragraph among them.
        """
        press, shape = self.press, paragraph.format
        if shape.page_break_before and not press.empty:
            self._go_on(page=True, broken=True)
        self._set_floating(paragraph.pictures)
        lines = self._lines_of(paragraph)
        gap = self._gap_above(paragraph)
        beginning = needed_by(lines, shape) + self._kept_with(following, position)
        if not press.fits(gap + beginning) and not press.empty and beginning <= press.height:
            self._go_on()
            gap = self._gap_above(paragraph)
        press.at += gap
        self._pour(lines, notes, paragraph)
        self._above = paragraph

    def _lines_of(self, paragraph: Paragraph) -> list[Line]:
        """Return the lines of a paragraph; those that were set to look ahead are used when their turn comes."""
        press = self.press
        known = self._ahead.pop(id(paragraph), None)
        until, wide = press.aside
        if until <= press.at:
            return known or self._breaker.lines_of(paragraph, Measure(width=press.width, pitch=press.setup.line_pitch))
        single = self._breaker.single_line(paragraph, press.setup.line_pitch)
        beside = int((until - press.at) / max(single, 1.0)) + 1
        measure = Measure(width=press.width, pitch=press.setup.line_pitch, narrow_lines=beside, narrow_by=wide)
        return self._breaker.lines_of(paragraph, measure)

    def _gap_above(self, paragraph: Paragraph) -> float:
        """Return the space above a paragraph; Word leaves none at the top of a page that the text reached by itself."""
        if self.press.empty and not self.press.broken:
            return paragraph.format.border_above
        return gap_between(self._above, paragraph, adds=self._adds)

    def _go_on(self, *, page: bool = False, broken: bool = False) -> None:
        """Go on in the next column, or on the next page."""
        (self.press.next_page if page else self.press.next_column)(broken=broken)
        self._above = None

    def _kept_with(self, following: Sequence[Paragraph | Table | None], position: int) -> float:
        """Return the height of what a paragraph that is kept with the next must share its page with (17.3.1.15)."""
        if position < self._chained_until:
            return 0.0
        needed, above = 0.0, following[position]
        while isinstance(above, Paragraph) and above.format.keep_with_next and position + 1 < len(following):
            below = following[position + 1]
            if below is None:
                break
            position += 1
            needed += self._beginning_of(below, above)
            if needed > self.press.height:
                needed = 0.0
                break
            above = below
        self._chained_until = position
        return needed

    def _beginning_of(self, below: Paragraph | Table, above: Paragraph) -> float:
        """Return the height of what must stand on the page of the block above: all that is kept on, else the first lines."""
        if isinstance(below, Table):
            rows = self._stacker.rows_of(below, self.press.width, most=1)
            return above.format.space_after + (rows[0].least if rows else 0.0)
        if below.format.page_break_before:
            return 0.0
        lines = self._ahead[id(below)] = self._lines_of(below)
        height = sum([line.height for line in lines]) if below.format.keep_with_next else needed_by(lines, below.format)
        return gap_between(above, below, adds=self._adds) + height

    def _pour(self, lines: Sequence[Line], notes: float, paragraph: Paragraph) -> None:
        """Set lines on the page, going on to the next where it is full."""
        press, widow = self.press, paragraph.format.widow_control
        last = len(lines) - 1
        for number, line in enumerate(lines):
            need = line.height - line.leading
            if widow and number and number == last - 1:
                need = line.height + lines[last].height - lines[last].leading
            if notes and number == last:
                need += notes + (0.0 if press.notes else NOTE_RULE)
            if not press.fits(need) and not press.empty:
                self._go_on()
            press.note_start(paragraph.number)
            press.at += line.height
            if line.ends:
                self._go_on(page=line.ends == "\f", broken=True)
        press.add_notes(notes)

    def _set_floating(self, pictures: Iterable[Picture]) -> None:
        """Set pictures that stand between lines, and note those that stand beside them."""
        press = self.press
        across: list[tuple[float, float]] = []
        for picture in pictures:
            if picture.inline or (picture.wraps and not picture.beside):
                continue
            if picture.beside and press.width - picture.width >= LEAST_BESIDE:
                press.set_aside(picture.top + picture.height, picture.width)
            else:
                across.append((picture.top, picture.top + picture.height))
        height = covered_by(across)
        if not press.fits(height) and not press.empty and height <= press.height:
            self._go_on()
        press.at += min(height, press.height)

    # tables

    def set_table(self, table: Table, notes: float) -> None:
        """Set a table.

        Args:
            table: what is set.
            notes: height of the footnotes that it refers to, in points.
        """
        press = self.press
        rows = self._stacker.rows_of(table, press.width)
        wide = sum(table.widths)
        if table.floats and wide and press.width - wide >= LEAST_BESIDE:
            press.set_aside(sum([row.height for row in rows]), wide)
            return
        if self._above and not press.empty:
            press.at += self._above.format.space_after
        heads = sum([row.height for row in rows[: table.repeated_rows]])
        heads = heads if heads <= press.height * LARGEST_HEAD else 0.0
        first = next((paragraph.number for paragraph in paragraphs_of((table,))), 0)
        for index, row in enumerate(rows):
            after = rows[index + 1] if row.kept and index + 1 < len(rows) else None
            self._set_row(row, after, heads if index >= table.repeated_rows else 0.0)
            press.note_start(first)
        press.add_notes(notes)
        self._above = None

    def _set_row(self, row: Row, after: Row | None, heads: float) -> None:
        """Set a row; where it does not fit, divide it or begin it on the next page."""
        press = self.press
        together = row.height + (after.height if after else 0.0)
        kept = after is not None and not press.fits(together) and together <= press.height
        if press.fits(row.height) and not kept:
            press.at += row.height
            return
        begins_here = not row.whole and not kept and press.fits(row.least)
        if not begins_here and not press.empty:
            self._go_on()
            press.at += heads
        if row.whole or press.fits(row.height):
            press.at += row.height
        else:
            self._divide(row, heads)

    def _divide(self, row: Row, heads: float) -> None:
        """Set a row on several pages, each cell as far as its lines fit."""
        press = self.press
        done = [0.0] * len(row.cuts)
        rest = row.height
        while not press.fits(rest):
            room = press.left
            reached = [max([cut for cut in cuts if cut - start <= room], default=start) for cuts, start in zip(row.cuts, done, strict=True)]
            if reached == done and press.at <= heads + press.top:
                break  # a line that is higher than a page
            done = reached
            self._go_on()
            press.at += heads
            rest = max([cuts[-1] - start for cuts, start in zip(row.cuts, done, strict=True)], default=0.0)
        press.at += min(rest, press.height)


def needed_by(lines: Sequence[Line], shape: ParagraphFormat) -> float:
    """Return the height of the lines that must stand together at the beginning of a paragraph."""
    count = len(lines)
    if not shape.keep_lines and (not shape.widow_control or count > WIDOWS + 1):
        count = WIDOWS if shape.widow_control else 1
    height = leading = 0.0
    for line in lines[:count]:
        height, leading = height + line.height, line.leading
        if line.ends:
            break
    return height - leading


def covered_by(spans: Iterable[tuple[float, float]]) -> float:
    """Return how much of a height spans cover together."""
    covered = end = 0.0
    for first, last in sorted(spans):
        covered += max(0.0, last - max(first, end))
        end = max(end, last)
    return covered
