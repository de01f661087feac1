"""The grid of a table: spans, merged cells, widths, heights and header rows (ISO/IEC 29500-1 17.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from mastercheck.model.blocks import Block, Cell, Revision, Table, paragraphs_of
from mastercheck.readers.docx.names import VALUE, Element, W, is_set, points, value_of, whole
from mastercheck.readers.docx.styles import Style
from mastercheck.readers.docx.table_layout import laid, length_in, margins_in, row_line_in

_WIDEST: Final = 200
"""Grid columns that a cell may span."""


@dataclass(slots=True)
class _Open:
    """A cell whose merge may go on in the rows below."""

    row: int
    index: int


@dataclass(slots=True)
class Grid:
    """A table that grows cell by cell.

    Attributes:
        element: the w:tbl.
        styles: its style and those that one is based on, itself first.
        margins: of its cells.
    """

    element: Element
    styles: Sequence[Style] = ()
    margins: tuple[float, float, float, float] = field(init=False)
    rows: list[list[Cell]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    exact: set[int] = field(default_factory=set)
    whole: set[int] = field(default_factory=set)
    marked: int = 0
    _merges: dict[int, _Open] = field(default_factory=dict)
    _column: int = 0

    def __post_init__(self) -> None:
        self.margins = laid([margins_in(self._properties, "tblCellMar"), *(style.margins for style in self.styles)])

    @property
    def _properties(self) -> Element | None:
        return self.element.find(f"{W}tblPr")

    def add_row(self, row: Element) -> None:
        """Begin a row."""
        properties = row.find(f"{W}trPr")
        if self.marked == len(self.rows) and is_set(properties, "tblHeader"):
            self.marked += 1
        height = None if properties is None else properties.find(f"{W}trHeight")
        if height is not None and height.get(f"{W}hRule") == "exact":
            self.exact.add(len(self.rows))
        if is_set(properties, "cantSplit"):
            self.whole.add(len(self.rows))
        self.rows.append([])
        self.heights.append(points(value_of(properties, "trHeight")) or 0.0)
        self._column = min(whole(value_of(properties, "gridBefore")) or 0, _WIDEST)

    def add_cell(self, cell: Element) -> int | None:
        """Begin a cell and return its column; None where it only goes on with one above or beside."""
        properties = cell.find(f"{W}tcPr")
        column = self._column
        span = max(1, min(whole(value_of(properties, "gridSpan")) or 1, _WIDEST))
        self._column += span
        merge = None if properties is None else properties.find(f"{W}vMerge")
        goes_on = merge is not None and merge.get(VALUE, "continue") != "restart"
        if goes_on and (above := self._merges.get(column)):
            cells = self.rows[above.row]
            cells[above.index] = replace(cells[above.index], rows=len(self.rows) - above.row)
            return None
        if value_of(properties, "hMerge") == "continue" and self.rows[-1]:
            self.rows[-1][-1] = replace(self.rows[-1][-1], columns=self.rows[-1][-1].columns + span)
            return None
        own = margins_in(properties, "tcMar")
        margins = None if own == (None, None, None, None) else laid([own], self.margins)
        width = length_in(properties, "tcW")
        self.rows[-1].append(Cell(blocks=(), column=column, columns=span, width=width, margins=margins))
        if merge is None:
            self._merges.pop(column, None)
        else:
            self._merges[column] = _Open(len(self.rows) - 1, len(self.rows[-1]) - 1)
        return column

    def fill(self, blocks: Iterable[Block]) -> None:
        """Give the cell that was begun last its content."""
        self.rows[-1][-1] = replace(self.rows[-1][-1], blocks=tuple(blocks))

    def table(self) -> Table:
        """Return the table."""
        rows = tuple([tuple(row) for row in self.rows])
        columns = self.element.iterfind(f"{W}tblGrid/{W}gridCol")
        first_row_apart = any(style.first_row for style in self.styles)
        lines = (row_line_in(self._properties), *(style.row_line for style in self.styles))
        return Table(
            rows=rows,
            header_rows=self.marked or _looks_headed(rows, asked=first_row_apart and _asks_first_row(self.element)),
            repeated_rows=self.marked,
            exact_rows=frozenset(self.exact),
            whole_rows=frozenset(self.whole),
            cell_margins=self.margins,
            border=next((line for line in lines if line is not None), 0.0),
            floats=self._properties is not None and self._properties.find(f"{W}tblpPr") is not None,
            widths=tuple([points(column.get(f"{W}w")) or 0.0 for column in columns][:_WIDEST]),
            row_heights=tuple(self.heights),
        )


def row_revision(row: Element, around: Revision | None) -> Revision | None:
    """Return the tracked change that a row belongs to."""
    properties = row.find(f"{W}trPr")
    if around is Revision.DELETED or (properties is not None and properties.find(f"{W}del") is not None):
        return Revision.DELETED
    return Revision.INSERTED if properties is not None and properties.find(f"{W}ins") is not None else around


def _asks_first_row(element: Element) -> bool:
    look = element.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    if (first := look.get(f"{W}firstRow")) is not None:
        return first in ("1", "true", "on")
    try:
        return bool(int(look.get(VALUE, "0"), 16) & 0x20)
    except ValueError:
        return False


def _looks_headed(rows: Sequence[tuple[Cell, ...]], *, asked: bool) -> int:
    if len(rows) < 2:  # noqa: PLR2004 - a header needs a row under it
        return 0
    runs = [
        run for cell in rows[0] for paragraph in paragraphs_of(cell.blocks) for run in paragraph.runs if run.visible and run.text.strip()
    ]
    return int(bool(runs) and (asked or all(run.format.bold for run in runs)))
