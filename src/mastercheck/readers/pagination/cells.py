"""Stacks of lines that stand outside the flow of pages: in cells, headers, footers and notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from mastercheck.model.blocks import Block, Cell, Note, Paragraph, Table, TextBox
from mastercheck.readers.pagination.lines import LineBreaker, Measure

LEAST_CELL = 12.0
"""Points that a cell is wide at least inside its margins."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        height: in points.
        cuts: for each cell, at which heights the row may be divided; the last is its whole height.
        whole: no page break may divide it.
        kept: it stays on one page with the next row.
    """

    height: float
    cuts: tuple[tuple[float, ...], ...]
    whole: bool
    kept: bool


def gap_between(upper: Paragraph | None, lower: Paragraph, *, adds: bool) -> float:
    """Return the space between two paragraphs in points (17.3.1.9, 17.3.1.33).

    Args:
        upper: the one above; None where no paragraph stands above.
        lower: the one below.
        adds: the spaces are added up; otherwise the greater holds.
    """
    if upper is None:
        return 0.0 if lower.format.auto_before else lower.format.space_before
    above, below = upper.format, lower.format
    listed = upper.list_level is not None and lower.list_level is not None
    same = above.style == below.style
    after = 0.0 if (same and above.contextual_spacing) or (listed and above.auto_after) else above.space_after
    before = 0.0 if (same and below.contextual_spacing) or (listed and below.auto_before) else below.space_before
    return after + before if adds else max(after, before)


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
                shape = block.format
                lines = self._breaker.lines_of(block, Measure(width=width, pitch=self._pitch))
                first = gap_between(above, block, adds=self._adds) + shape.border_above
                heights.append(first + lines[0].height)
                heights.extend([line.height for line in lines[1:]])
                heights[-1] += shape.border_below
                above = block
            elif isinstance(block, Table):
                if above and heights:
                    heights[-1] += above.format.space_after
                heights.extend(row.height for row in self.rows_of(block, width))
                above = None
            elif isinstance(block, (Note, TextBox)):
                continue
        if above and heights and not above.format.auto_after:
            heights[-1] += above.format.space_after
        return heights

    def rows_of(self, table: Table, width: float) -> list[Row]:
        """Return the rows of a table in a column of a width."""
        columns = _columns(table, width)
        heights: list[float] = []
        rows: list[Row] = []
        waiting: dict[int, list[tuple[int, float]]] = {}
        for number, cells in enumerate(table.rows):
            stacks = [self._stack(table, cell, columns) for cell in cells]
            own = [stack for cell, stack in zip(cells, stacks, strict=True) if cell.rows == 1]
            for cell, stack in zip(cells, stacks, strict=True):
                if cell.rows > 1:
                    waiting.setdefault(number + cell.rows - 1, []).append((number, stack[-1]))
            least = table.row_heights[number] if number < len(table.row_heights) else 0.0
            needs = [stack[-1] for stack in own] + [whole - sum(heights[first:]) for first, whole in waiting.pop(number, ())]
            height = least if number in table.exact_rows else max([least, *needs])
            heights.append(height)
            rows.append(
                Row(
                    height=height + table.border,
                    cuts=tuple(own),
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
