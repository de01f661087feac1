"""Ruled tables: cells found from the rules of a page. pdfplumber finds the cells; its dictionaries go no further than this module."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from mastercheck.readers.pdf.cells import Grid, GridCell
from mastercheck.readers.pdf.lines import lines_of
from mastercheck.readers.pdf.rules import THIN, Rule
from mastercheck.readers.pdf.words import Word

MOST_RULES = 600
"""Rules of a page, those in line counted once, beyond which it holds a drawing."""
LEAST_CELLS = 4
_SNAP = 3.0

Box = tuple[float, float, float, float]


def find_grids(rules: Sequence[Rule], words: Sequence[Word], page: int) -> tuple[list[Grid], list[Word]]:
    """Return the ruled tables of a page from top to bottom, and the words that stand in none."""
    boxes = _tables(rules)
    grids: list[Grid] = []
    free = list(words)
    for cells in boxes:
        grid, rest = _grid(cells, free, page)
        if grid:
            grids.append(grid)
            free = rest
    return sorted(grids, key=lambda grid: grid.top), free


def _tables(rules: Sequence[Rule]) -> list[list[Box]]:
    if sum(rule.flat for rule in rules) < 2 or sum(not rule.flat for rule in rules) < 2:  # noqa: PLR2004 - a cell has two of each
        return []
    from pdfplumber.table import (  # noqa: PLC0415 - only pages with rules need it, and loading it takes time
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    merged = merge_edges([_edge(rule) for rule in rules], _SNAP, _SNAP, _SNAP, _SNAP)
    if len(merged) > MOST_RULES:
        return []
    tables: list[list[Box]] = cells_to_tables(intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP)))
    return [cells for cells in tables if len(cells) >= LEAST_CELLS]


def _edge(rule: Rule) -> dict[str, float | str]:
    """Return a rule in the form that pdfplumber's functions take."""
    return {
        "object_type": "line",
        "orientation": "h" if rule.flat else "v",
        "x0": rule.x0,
        "x1": rule.x1,
        "top": rule.y0,
        "bottom": rule.y1,
        "width": rule.x1 - rule.x0,
        "height": rule.y1 - rule.y0,
        "doctop": rule.y0,
    }


def _grid(cells: Sequence[Box], words: Sequence[Word], page: int) -> tuple[Grid | None, list[Word]]:
    """Return a table with the words in its cells, and the words outside of it; None where it is no table."""
    lefts, tops = _cuts(box[0] for box in cells), _cuts(box[1] for box in cells)
    right, bottom = max(box[2] for box in cells), max(box[3] for box in cells)
    inside, rest = _part(words, (lefts[0], tops[0], right, bottom))
    if len(lefts) < 2 or len(tops) < 2:  # noqa: PLR2004 - one row or one column is a frame
        return None, list(words)
    by_cell: dict[Box, list[Word]] = {box: [] for box in cells}
    lost = 0
    for word in inside:
        home = _home(word, cells)
        if home:
            by_cell[home].append(word)
        else:
            lost += 1
    filled = sum(bool(content) for content in by_cell.values())
    if filled < LEAST_CELLS or lost > 0.2 * len(inside):
        return None, list(words)
    rows: list[list[GridCell]] = [[] for _ in tops]
    for box in sorted(cells, key=lambda one: one[0]):
        column, row = _index(lefts, box[0]), _index(tops, box[1])
        columns = sum(box[0] - THIN <= left < box[2] - THIN for left in lefts)
        height = sum(box[1] - THIN <= top < box[3] - THIN for top in tops)
        rows[row].append(GridCell(tuple(lines_of(by_cell[box], page)), column, max(1, columns), max(1, height), box[2] - THIN))
    kept = tuple(tuple(row) for row in rows if any(cell.lines for cell in row))
    widths = tuple(round(after - before, 1) for before, after in pairwise([*lefts, right]))
    return Grid(kept, page, tops[0], bottom, lefts[0], right, widths, header_rows=1), rest


def _cuts(values: Iterable[float]) -> list[float]:
    """Return the distinct edges among values that may differ by the width of a rule."""
    cuts: list[float] = []
    for value in sorted(values):
        if not cuts or value - cuts[-1] > THIN:
            cuts.append(value)
    return cuts


def _index(cuts: Sequence[float], value: float) -> int:
    return min(range(len(cuts)), key=lambda number: abs(cuts[number] - value))


def _part(words: Sequence[Word], box: Box) -> tuple[list[Word], list[Word]]:
    inside: list[Word] = []
    outside: list[Word] = []
    for word in words:
        (inside if _stands_in(word, box) else outside).append(word)
    return inside, outside


def _home(word: Word, cells: Sequence[Box]) -> Box | None:
    return next((box for box in cells if _stands_in(word, box)), None)


def _stands_in(word: Word, box: Box) -> bool:
    centre, middle = (word.x0 + word.x1) / 2, word.baseline - 0.3 * word.size
    return box[0] <= centre <= box[2] and box[1] <= middle <= box[3]
