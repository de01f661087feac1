"""Tables as they stand on a page: rows of cells, each with its lines."""

from dataclasses import dataclass

from mastercheck.readers.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on a page.

    Attributes:
        column: index of its first column; columns, rows: how many it spans.
        right: where its text must end, in points from the left.
    """

    lines: tuple[Line, ...]
    column: int
    columns: int
    rows: int
    right: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the part of one that stands on a page.

    Attributes:
        page: number of the page, from 1.
        top, bottom, left, right: its edges in points, from the top and the left of the page.
        widths: of its columns.
        header_rows: rows at its top that hold its headings.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    page: int
    top: float
    bottom: float
    left: float
    right: float
    widths: tuple[float, ...]
    header_rows: int = 0

    @property
    def lefts(self) -> list[float]:
        """The left edges of its columns."""
        edges = [self.left]
        for width in self.widths[:-1]:
            edges.append(edges[-1] + width)
        return edges
