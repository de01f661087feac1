"""Tables without rules: rows whose cells stand under each other, with an empty strip between the columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from mastercheck.readers.pdf.cells import Grid, GridCell
from mastercheck.readers.pdf.lines import lines_of, make_line, rows_of
from mastercheck.readers.pdf.rules import Rule
from mastercheck.readers.pdf.words import Word

WIDE = 1.2
"""A gap from which on it may part two cells, in sizes."""
NARROW = 0.35
"""Width of the strip between two columns at least, in sizes."""
LEAST_ROWS = 3
"""Rows with two filled cells or more that make a table; two are enough under a rule or bold headings."""
_SINGLE = 1.4
"""Distance of the baselines of one cell at most, in sizes."""
_SPACE = 0.45
"""Width of a space in justified text, in sizes."""
_LARGER = 1.1
"""A distance of baselines that is larger by this parts rows of a table."""
_FARTHEST = 3.4
"""Distance of baselines beyond which a table has ended, in sizes."""
_NUMBERED = 0.8
"""Share of the rows whose last cell is a page number, in a contents list."""

_LABEL = re.compile(r"^(?:[^\w\s]{1,2}|o|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{1,5})[.)]|\[\d{1,3}\]|\d{1,2}(?:\.\d{1,2})+)$")
_PAGE = re.compile(r"^(?:\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.\s?){3,}|\u2026")

Row = Sequence[Word]
Strip = tuple[float, float]


@dataclass(slots=True)
class _Region:
    """Rows of a flow, from `first` to `last`, and the empty strips between their columns."""

    first: int
    last: int
    strips: list[Strip]


def find_aligned(words: Sequence[Word], rules: Sequence[Rule], page: int) -> tuple[list[Grid], list[Word]]:
    """Return the tables without rules in a flow, from top to bottom, and the words that stand in none."""
    rows = rows_of(words)
    flat = [rule for rule in rules if rule.flat]
    grids: list[Grid] = []
    free: list[Word] = []
    position = 0
    while position < len(rows):
        region = _grow(rows, position) if _gaps(rows[position]) else None
        grid = _grid(rows, region, flat, page) if region else None
        if grid and region:
            above = [word for row in rows[region.first : position] for word in row]
            free = [word for word in free if word not in above] if above else free
            grids.append(grid)
            position = region.last + 1
        else:
            free.extend(rows[position])
            position += 1
    return grids, free


def _gaps(row: Row) -> list[Strip]:
    """Return the gaps of a row that may part cells."""
    return [(before.x1, after.x0) for before, after in pairwise(row) if after.x0 - before.x1 >= WIDE * max(before.size, after.size)]


def _grow(rows: Sequence[Row], seed: int) -> _Region | None:
    """Return the rows after a seed over which the strips go on, and the lines of its headings above it."""
    strips = _gaps(rows[seed])
    last = seed
    for position in range(seed + 1, len(rows)):
        row = rows[position]
        if row[0].baseline - rows[position - 1][0].baseline > _FARTHEST * row[0].size:
            break
        narrowed = [strip for strip in (_narrowed(strip, row) for strip in strips) if strip]
        if len(narrowed) < len(strips) and (not narrowed or len(_gaps(row)) < len(strips)):
            break
        strips, last = narrowed, position
    region = _Region(seed, last, strips)
    while region.last > seed and not _is_clean(rows, region.last, region):
        region.last -= 1
    while region.first and _is_heading_above(rows, region):
        region.first -= 1
    region.strips = _strips(rows[region.first : region.last + 1])
    return region if region.strips else None


def _strips(rows: Sequence[Row]) -> list[Strip]:
    """Return the strips that all rows leave empty, and that part cells of at least one."""
    found: list[Strip] = []
    edge = float("inf")
    for x0, x1 in sorted((word.x0, word.x1) for row in rows for word in row):
        if x0 - edge >= NARROW * rows[0][0].size:
            found.append((edge, x0))
        edge = x1 if edge == float("inf") else max(edge, x1)
    gaps = [gap for row in rows for gap in _gaps(row)]
    return [strip for strip in found if any(gap[0] <= strip[0] and strip[1] <= gap[1] for gap in gaps)]


def _narrowed(strip: Strip, row: Row) -> Strip | None:
    """Return the widest part of a strip that a row leaves empty; None where that is too narrow."""
    edges = [strip[0]]
    for word in row:
        if word.x1 > strip[0] and word.x0 < strip[1]:
            edges.extend((word.x0, word.x1))
    edges.append(strip[1])
    width, start = max((after - before, before) for before, after in zip(edges[::2], edges[1::2], strict=True))
    return (start, start + width) if width >= NARROW * row[0].size else None


def _is_clean(rows: Sequence[Row], position: int, region: _Region) -> bool:
    """Return whether the last row belongs to a table: its cells are clearly apart, or it goes on with a cell of the row above."""
    row, above = rows[position], rows[position - 1]
    usual = median([after.x0 - before.x1 for before, after in pairwise(row)]) if len(row) > 1 else 0.0
    across = [(before, after) for before, after in pairwise(row) if any(before.x1 <= (a + b) / 2 <= after.x0 for a, b in region.strips)]
    if across:
        return all(after.x0 - before.x1 >= max(NARROW, 1.25 * min(usual / after.size, _SPACE)) * after.size for before, after in across)
    tight = row[0].baseline - above[0].baseline <= _SINGLE * row[0].size
    return tight and (row[0].x0 >= region.strips[0][1] or _is_tight_row(rows, position, region))


def _is_tight_row(rows: Sequence[Row], position: int, region: _Region) -> bool:
    """Return whether a row in the first column stands nearer to the row above than rows of the table stand to each other."""
    distance = rows[position][0].baseline - rows[position - 1][0].baseline
    others = [after[0].baseline - before[0].baseline for before, after in pairwise(rows[region.first : position])]
    return bool(others) and distance * _LARGER < max(others)


def _is_heading_above(rows: Sequence[Row], region: _Region) -> bool:
    """Return whether the row above is a line of a heading that is higher than the others: near, and not in the first column."""
    row, below = rows[region.first - 1], rows[region.first]
    near = below[0].baseline - row[0].baseline <= _SINGLE * row[0].size
    return near and row[0].x0 >= sum(region.strips[0]) / 2 and all(_narrowed(strip, row) for strip in region.strips)


def _grid(rows: Sequence[Row], region: _Region, flat: Sequence[Rule], page: int) -> Grid | None:
    """Return the table of a region; None where it is none."""
    inside = rows[region.first : region.last + 1]
    if _is_list(inside, region):
        return None
    left, right = min(row[0].x0 for row in inside), max(row[-1].x1 for row in inside)
    top, bottom = inside[0][0].baseline - inside[0][0].size, inside[-1][0].baseline
    over = [rule.y0 for rule in flat if top < rule.y0 < bottom and rule.x0 <= left + _SLACK and rule.x1 >= right - _SLACK]
    logical = _logical_rows(inside, region, over)
    cells = [_cells([word for row in group for word in row], region, right, page) for group in logical]
    filled = sum(len(row) > 1 for row in cells)
    headed = bool(over) or all(line.bold for cell in cells[0] for line in cell.lines)
    if filled < (LEAST_ROWS - headed) or (filled < 0.5 * len(cells)):
        return None
    if _is_contents(cells):
        return None
    edges = [left, *(end for _, end in region.strips), right]
    widths = tuple(round(after - before, 1) for before, after in pairwise(edges))
    return Grid(tuple(cells), page, top, bottom, left, right, widths, header_rows=int(headed))


_SLACK = 40.0
"""Points by which a rule may be shorter than the text of a table."""


def _logical_rows(rows: Sequence[Row], region: _Region, over: Sequence[float]) -> list[list[Row]]:
    """Return the lines of a table by row: cells of several lines stand closer than rows do, or leave the first column empty."""
    distances = [after[0].baseline - before[0].baseline for before, after in pairwise(rows)]
    nearest = min(distances, default=0.0)
    tight = [distance for distance in distances if distance <= _LARGER * nearest]
    uneven = nearest <= _SINGLE * rows[0][0].size and len(tight) < len(distances)
    groups = [[rows[0]]]
    for row, distance in zip(rows[1:], distances, strict=True):
        ruled = any(groups[-1][-1][0].baseline < y < row[0].baseline - 0.3 * row[0].size for y in over)
        in_first = row[0].x0 < region.strips[0][0]
        if ruled or (distance > _LARGER * nearest if uneven else in_first):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _cells(words: Sequence[Word], region: _Region, right: float, page: int) -> tuple[GridCell, ...]:
    by_column: dict[int, list[Word]] = {}
    for word in words:
        by_column.setdefault(sum(word.x0 >= (a + b) / 2 for a, b in region.strips), []).append(word)
    edges = [*(start for start, _ in region.strips), right]
    return tuple(GridCell(tuple(lines_of(inside, page)), column, 1, 1, edges[column]) for column, inside in sorted(by_column.items()))


def _is_list(rows: Sequence[Row], region: _Region) -> bool:
    """Return whether the first column holds labels of a list or of a heading only, or names before a colon."""
    if len(region.strips) > 1:
        return False
    middle = sum(region.strips[0]) / 2
    firsts = [" ".join([word.text for word in row if word.x0 < middle]) for row in rows if row[0].x0 < middle]
    return bool(firsts) and (all(_LABEL.match(first) for first in firsts) or all(first.endswith(":") for first in firsts))


def _is_contents(cells: Sequence[Sequence[GridCell]]) -> bool:
    """Return whether rows are entries of a contents list: the last cells are page numbers that go up, or leaders stand before them."""
    texts = [[make_line([word for line in cell.lines for word in line.words], 0).text for cell in row] for row in cells]
    if sum(bool(_LEADER.search(" ".join(row))) for row in texts) >= 0.5 * len(texts):
        return True
    pages = [int(row[-1]) if row[-1].isdigit() else 0 for row in texts if len(row) > 1 and _PAGE.match(row[-1])]
    return len(pages) >= _NUMBERED * len(texts) and all(before <= after for before, after in pairwise(pages)) and len(set(pages)) > 1
