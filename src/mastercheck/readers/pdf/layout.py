"""A page laid out: its columns in reading order, each with its lines, tables and footnotes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mastercheck.readers.pdf.aligned import find_aligned
from mastercheck.readers.pdf.cells import Grid
from mastercheck.readers.pdf.columns import Flow, flows_of
from mastercheck.readers.pdf.grids import find_grids
from mastercheck.readers.pdf.lines import Line, lines_of
from mastercheck.readers.pdf.notes import FootNote, part_notes
from mastercheck.readers.pdf.pages import TextArea, text_area
from mastercheck.readers.pdf.rules import Rule
from mastercheck.readers.pdf.words import Word


@dataclass(slots=True)
class RawPage:
    """A page as its glyphs were read.

    Attributes:
        number: from 1.
        width, height: in points.
    """

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[Rule]


@dataclass(slots=True)
class Column:
    """What is read together on a page, from top to bottom.

    Attributes:
        lines: outside of tables and notes.
        grids: its tables.
    """

    page: int
    height: float
    lines: list[Line]
    grids: list[Grid]
    rules: list[Rule]
    notes: list[FootNote] = field(default_factory=list)

    def part_notes(self, size: float) -> None:
        """Part the footnotes from the lines; `size` is that of most letters of the document, in points."""
        self.lines, self.notes = part_notes(self.lines, self.rules, self.height, size)


def lay_out(page: RawPage, words: Sequence[Word]) -> tuple[list[Column], TextArea | None]:
    """Return the columns of a page in reading order, and where its text stands.

    Args:
        page: as read.
        words: those of the page that are not in headers and footers.
    """
    ruled, free = find_grids(page.rules, words, page.number)
    flows = flows_of(free)
    columns = [_column(page, flow) for flow in flows]
    for grid in ruled:
        _put(grid, columns, flows, page)
    boxes = [(word.x0, word.baseline, word.x1, word.size) for word in words]
    beside = 1 + any(flow.column for flow in flows)
    return columns, text_area(page.number, (page.width, page.height), boxes, beside)


def _column(page: RawPage, flow: Flow) -> Column:
    grids, free = find_aligned(flow.words, page.rules, page.number)
    return Column(page.number, page.height, lines_of(free, page.number), grids, page.rules)


def _put(grid: Grid, columns: list[Column], flows: Sequence[Flow], page: RawPage) -> None:
    """Put a ruled table into the column that it stands in: the last one that begins above it and is not beside it."""
    home = 0
    for number, flow in enumerate(flows):
        beside = flow.column and (min(word.x0 for word in flow.words) > grid.right or max(word.x1 for word in flow.words) < grid.left)
        if flow.top <= grid.bottom and not beside:
            home = number
    if not columns:
        columns.append(Column(page.number, page.height, [], [], page.rules))
    columns[home].grids.append(grid)
