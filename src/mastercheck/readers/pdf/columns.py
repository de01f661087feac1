"""The reading order of a page's lines: one column or two, with lines over both."""

from collections.abc import Sequence

from mastercheck.readers.pdf.lines import Line, join_pieces

MIDDLE = (0.35, 0.65)
"""Where a gutter can lie, as shares of the text's width."""
LEAST_LINES = 6
"""Lines on either side that make a column."""
MOST_CROSSING = 0.25
"""Share of the lines that may run over the gutter."""


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page as flows, each to be read from top to bottom, in order."""
    gutter = find_gutter(lines)
    if gutter is None:
        return [_whole_rows(lines)]
    flows: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda one: (one.baseline, one.x0)):
        if line.x0 < gutter < line.x1:
            flows.extend(flow for flow in (left, right) if flow)
            left, right = [], []
            if flows and _crosses(flows[-1], gutter):
                flows[-1].append(line)
            else:
                flows.append([line])
        else:
            (left if line.x1 <= gutter else right).append(line)
    flows.extend(flow for flow in (left, right) if flow)
    return [_whole_rows(flow) for flow in flows]


def _crosses(flow: Sequence[Line], gutter: float) -> bool:
    return flow[0].x0 < gutter < flow[0].x1


def find_gutter(lines: Sequence[Line]) -> float | None:
    """Return where the gutter between two columns lies, from the left; None where there is one column."""
    if len(lines) < 2 * LEAST_LINES:
        return None
    start, end = min(line.x0 for line in lines), max(line.x1 for line in lines)
    best: tuple[int, float] | None = None
    first, last = (start + share * (end - start) for share in MIDDLE)
    for x in sorted({line.x0 - 1.0 for line in lines if first <= line.x0 <= last}):
        crossing = sum(line.x0 < x < line.x1 for line in lines)
        left = sum(line.x1 <= x for line in lines)
        right = len(lines) - crossing - left
        if min(left, right) >= LEAST_LINES and crossing <= MOST_CROSSING * len(lines) and _side_by_side(lines, x) and (best is None or crossing < best[0]):
            best = (crossing, x)
    return best[1] if best else None


def _side_by_side(lines: Sequence[Line], x: float) -> bool:
    """Return whether columns of text stand there, and not a list of short words beside another (a table without rules, a contents list)."""
    left = [line for line in lines if line.x1 <= x]
    right = [line for line in lines if line.x0 >= x]
    return all(sum(len(line.words) for line in side) / len(side) >= 3.5 for side in (left, right))  # noqa: PLR2004 - words of a line of text


def _whole_rows(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the pieces of one row joined again, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.baseline, one.x0)):
        if rows and abs(rows[-1][-1].baseline - line.baseline) < 0.2 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [row[0] if len(row) == 1 else join_pieces(row) for row in rows]
