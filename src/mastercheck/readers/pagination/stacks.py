"""Stacks of lines that stand outside the flow of pages: in cells, headers, footers and notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from mastercheck.model.blocks import Block, Cell, Note, Paragraph, Table, TextBox
from mastercheck.model.formatting import ParagraphFormat
from mastercheck.readers.pagination.lines import LineBreaker, Measure

LEAST_CELL = 12.0
"""Points that a cell is wide at least inside its margins."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        height: in points.
        cuts: for each cell, at which heights the row may be divided; the last is its whole height.
        least: what of it must stand together where it begins.
        whole: no page break may divide it.
        kept: it stays on one page with the next row.
    """

    height: float
    cuts: tuple[tuple[float, ...], ...]
    least: float
    whole: bool
    kept: bool

    @property
    def steps(self) -> list[float]:
        """Heights that the row is made of, from top to bottom: of the lines of its highest cell, where it may be divided."""
        if self.whole:
            return [self.height]
        cuts = max(self.cuts, key=lambda cuts: cuts[-1])
        return [lower - upper for upper, lower in pairwise((0.0, *cuts[:-1], self.height))]


def gap_between(upper: Paragraph | None, lower: Paragraph, *, adds: bool) -> float:
    """Return the space between two paragraphs in points, with the borders there (17.3.1.7, 17.3.1.9, 17.3.1.33).

    Args:
        upper: the one above; None where no paragraph stands above.
        lower: the one below.
        adds: the spaces are added up; otherwise the greater holds.
    """
    if upper is None:
        return (0.0 if lower.format.auto_before else lower.format.space_before) + lower.format.border_above
    above, below = upper.format, lower.format
    listed = upper.list_level is not None and lower.list_level is not None
    same = above.style == below.style
    after = 0.0 if (same and above.contextual_spacing) or (listed and above.auto_after) else above.space_after
    before = 0.0 if (same and below.contextual_spacing) or (listed and below.auto_before) else below.space_before
    gap = after + before if adds else max(after, before)
    return gap if _share_a_box(above, below) else gap + above.border_below + below.border_above


def _share_a_box(above: ParagraphFormat, below: ParagraphFormat) -> bool:
    """Return whether two paragraphs stand in one box: their borders and indents are the same (17.3.1.24)."""
    borders = (above.border_above, above.border_below) == (below.border_above, below.border_below)
    return borders and (above.indent_left, above.indent_right) == (below.indent_left, below.indent_right)


class Stacker:
    """Stacks blocks in a width.

    Args:
        breaker: of the document's lines.
        pitch: height of a line of the document grid; None without one.
        adds: spaces after and before paragraphs are added up.
    """

    def __init__(self, breaker: LineBreaker, *, pitch: float | None, adds: bool) -> None:
        self._breaker = breaker
        self._pitch = pitch
        self._adds = adds

    def heights_of(self, blocks: Iterable[Block], width: float) -> list[float]:
        """Return the heights of the lines and gaps of blocks, from top to bottom."""
        heights: list[float] = []
        above: Paragraph | None = None
        for block in blocks:
            if isinstance(block, Paragraph):
                lines = self._breaker.lines_of(block, Measure(width=width, pitch=self._pitch))
                first = gap_between(above, block, adds=self._adds)
                heights.append(first + lines[0].height)
                heights.extend([line.height for line in lines[1:]])
                above = block
            elif isinstance(block, Table):
                if above and heights:
                    heights[-1] += above.format.space_after
                for row in self.rows_of(block, width):
                    heights.extend(row.steps)
                above = None
            elif isinstance(block, (Note, TextBox)):
                continue
        if above and heights and not above.format.auto_after:
            heights[-1] += above.format.space_after
        return heights

    def rows_of(self, table: Table, width: float, *, most: int | None = None) -> list[Row]:
        """Return the rows of a table in a column of a width, all or the first ones."""
        columns = _columns(table, width)
        heights: list[float] = []
        rows: list[Row] = []
        waiting: dict[int, list[tuple[int, tuple[float, ...]]]] = {}
        for number, cells in enumerate(table.rows[:most]):
            stacks = [self._stack(table, cell, columns) for cell in cells]
            own = [stack for cell, stack in zip(cells, stacks, strict=True) if cell.rows == 1]
            for cell, stack in zip(cells, stacks, strict=True):
                if cell.rows > 1:
                    waiting.setdefault(number + cell.rows - 1, []).append((number, stack))
            for first, stack in waiting.pop(number, ()):
                above = sum(heights[first:])
                own.extend([rest] if (rest := tuple([cut - above for cut in stack if cut > above])) else [])
            least = table.row_heights[number] if number < len(table.row_heights) else 0.0
            height = least if number in table.exact_rows else max([least, *(stack[-1] for stack in own)])
            heights.append(height)
            rows.append(
                Row(
                    height=height + table.border,
                    cuts=tuple(own),
                    least=max([least, *(stack[0] for stack in own)]),
                    whole=number in table.whole_rows or number in table.exact_rows or all(len(stack) == 1 for stack in own),
                    kept=_kept(cells),
                )
            )
        return rows

    def _stack(self, table: Table, cell: Cell, columns: Sequence[float]) -> tuple[float, ...]:
        above, right, below, left = cell.margins or table.cell_margins
        width = sum(columns[cell.column : cell.column + cell.columns]) or cell.width or LEAST_CELL
        heights = self.heights_of(cell.blocks, max(width - left - right, LEAST_CELL)) or [0.0]
        heights[0] += above
        heights[-1] += below
        return tuple(accumulate(heights))


def _columns(table: Table, width: float) -> list[float]:
    """Return the widths of the grid's columns; all the same where the file gives none."""
    count = max((cell.column + cell.columns for cells in table.rows for cell in cells), default=1)
    columns = list(table.widths[:count])
    if len(columns) == count and all(columns):
        return columns
    return [width / count] * count


def _kept(cells: Sequence[Cell]) -> bool:
    """Return whether a row stays with the next: its first paragraph asks for it."""
    first = next((block for cell in cells for block in cell.blocks if isinstance(block, Paragraph)), None)
    return bool(first and first.format.keep_with_next)
