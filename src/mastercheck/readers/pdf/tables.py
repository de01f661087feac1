"""Ruled tables: cells found from the rules of a page, and the glyphs that stand in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from mastercheck.model.blocks import Cell, Table
from mastercheck.readers.pdf.glyphs import Glyph
from mastercheck.readers.pdf.lines import lines_of
from mastercheck.readers.pdf.paragraphs import Setting, make_paragraph, paragraphs_of_lines

MOST_RULES = 4000
"""Rules of a page that are looked at; a page with more is a drawing."""
THIN = 2.5
"""Points up to which a rectangle is a rule."""
LEAST_LENGTH = 6.0
LEAST_CELLS = 4

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on a page: its cells as (left, top, right, bottom), by row."""

    rows: tuple[tuple[Box, ...], ...]

    @property
    def box(self) -> Box:
        """Its edges."""
        boxes = [box for row in self.rows for box in row]
        return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)

    def holds(self, glyph: Glyph) -> bool:
        """Return whether a glyph stands inside."""
        return _inside(glyph, self.box)


def find_grids(page: pypdfium2.PdfPage, height: float) -> list[Grid]:
    """Return the ruled tables of a page, from top to bottom."""
    edges = _edges(page, height)
    if not LEAST_CELLS <= len(edges) <= MOST_RULES:
        return []
    from pdfplumber.table import (  # noqa: PLC0415 - only pages with rules need it
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    merged = merge_edges(edges, 3, 3, 3, 3)
    if len(merged) > MOST_RULES // 10:
        return []
    cells = intersections_to_cells(edges_to_intersections(merged, 3, 3))
    grids = [_grid(table) for table in cells_to_tables(cells) if len(table) >= LEAST_CELLS]
    return [grid for grid in grids if len(grid.rows) > 1 and max(len(row) for row in grid.rows) > 1]


def _grid(cells: Sequence[Box]) -> Grid:
    rows: dict[float, list[Box]] = {}
    for cell in sorted(cells, key=lambda box: (box[1], box[0])):
        top = next((known for known in rows if abs(known - cell[1]) < THIN), cell[1])
        rows.setdefault(top, []).append(cell)
    return Grid(tuple(tuple(row) for _, row in sorted(rows.items())))


def _edges(page: pypdfium2.PdfPage, height: float) -> list[dict[str, Any]]:
    """Return the rules of a page in the form that pdfplumber's table functions take."""
    edges: list[dict[str, Any]] = []
    for number, found in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if number >= MOST_RULES:
            return []
        left, bottom, right, top = found.get_bounds()
        x0, x1, y0, y1 = left, right, height - top, height - bottom
        if y1 - y0 <= THIN < LEAST_LENGTH <= x1 - x0:
            edges.append(_edge("h", x0, x1, (y0 + y1) / 2, (y0 + y1) / 2))
        elif x1 - x0 <= THIN < LEAST_LENGTH <= y1 - y0:
            edges.append(_edge("v", (x0 + x1) / 2, (x0 + x1) / 2, y0, y1))
        elif x1 - x0 > LEAST_LENGTH and y1 - y0 > LEAST_LENGTH:
            edges.extend((_edge("h", x0, x1, y0, y0), _edge("h", x0, x1, y1, y1), _edge("v", x0, x0, y0, y1), _edge("v", x1, x1, y0, y1)))
    return edges


def _edge(orientation: str, x0: float, x1: float, top: float, bottom: float) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "doctop": top,
    }


def _inside(glyph: Glyph, box: Box) -> bool:
    middle, centre = glyph.baseline - 0.3 * glyph.size, (glyph.x0 + glyph.x1) / 2
    return box[0] <= centre <= box[2] and box[1] <= middle <= box[3]


def make_table(grid: Grid, glyphs: Sequence[Glyph], page: int, setting: Setting) -> Table | None:
    """Return a table with the text of its cells; None where there is none in it, or in one cell only."""
    columns = sorted({round(box[0]) for row in grid.rows for box in row})
    rows = tuple(
        tuple(Cell(blocks=_cell(box, glyphs, page, setting), column=_column(box[0], columns)) for box in row) for row in grid.rows
    )
    filled = [cell for row in rows for cell in row if cell.blocks]
    if len(filled) < LEAST_CELLS:
        return None
    return Table(rows=tuple(row for row in rows if any(cell.blocks for cell in row)), header_rows=1, page=page)


def _column(left: float, columns: Sequence[int]) -> int:
    return min(range(len(columns)), key=lambda number: abs(columns[number] - left))


def _cell(box: Box, glyphs: Sequence[Glyph], page: int, setting: Setting) -> tuple[Any, ...]:
    lines = lines_of([glyph for glyph in glyphs if _inside(glyph, box)], page)
    return tuple(make_paragraph(group, setting) for group in paragraphs_of_lines(lines, setting))
