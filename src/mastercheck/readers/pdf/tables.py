"""Tables of the model made of tables as they stand on pages."""

from collections.abc import Sequence
from dataclasses import replace

from mastercheck.model.blocks import Cell, Table
from mastercheck.readers.pdf.cells import Grid, GridCell
from mastercheck.readers.pdf.joining import make_paragraph
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.paragraphs import group_lines
from mastercheck.readers.pdf.setting import Setting

_SAME_EDGE = 6.0
"""Points by which the columns of one table may differ from page to page."""


def make_table(parts: Sequence[Grid], setting: Setting) -> Table:
    """Return the table that the parts on one or several pages make."""
    return Table(
        rows=tuple(tuple(_cell(cell, setting) for cell in row) for row in joined_rows(parts)),
        header_rows=parts[0].header_rows,
        page=parts[0].page,
        widths=parts[0].widths,
    )


def joined_rows(parts: Sequence[Grid]) -> list[tuple[GridCell, ...]]:
    """Return the rows of a table's parts on one or several pages; headings that come again on each page are taken once."""
    first = parts[0]
    rows = list(first.rows)
    for part in parts[1:]:
        again = first.header_rows and part.rows and _text_of(part.rows[0]) == _text_of(first.rows[0])
        more = list(part.rows[1:] if again else part.rows)
        if more and more[0] and more[0][0].column > 0:
            rows[-1] = _continued(rows[-1], more.pop(0))
        rows.extend(more)
    return rows


def _text_of(row: Sequence[GridCell]) -> list[str]:
    return [" ".join([line.text for line in cell.lines]) for cell in row]


def _continued(row: Sequence[GridCell], rest: Sequence[GridCell]) -> tuple[GridCell, ...]:
    """Return a row with the lines that go on in its cells on the next page, where its first cell is empty."""
    more = {cell.column: cell for cell in rest}
    joined = [replace(cell, lines=(*cell.lines, *more.pop(cell.column).lines)) if cell.column in more else cell for cell in row]
    return tuple(sorted((*joined, *more.values()), key=lambda cell: cell.column))


def _cell(cell: GridCell, setting: Setting) -> Cell:
    return Cell(
        blocks=tuple(make_paragraph(group, setting, cell.right) for group in cell_groups(cell, setting)),
        column=cell.column,
        columns=cell.columns,
        rows=cell.rows,
    )


def cell_groups(cell: GridCell, setting: Setting) -> list[list[Line]]:
    """Return the lines of a cell by paragraph."""
    return group_lines(cell.lines, setting, (min((line.x0 for line in cell.lines), default=0.0), cell.right))


def goes_on(part: Grid, other: Grid) -> bool:
    """Return whether a table goes on on the next page: its columns stand in the same places."""
    return (
        other.page == part.page + 1
        and len(part.widths) == len(other.widths)
        and all(abs(a - b) <= _SAME_EDGE for a, b in zip(part.lefts, other.lefts, strict=True))
    )
