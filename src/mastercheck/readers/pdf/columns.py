"""The reading order of a page: one column or two, with lines and tables over both."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mastercheck.readers.pdf.lines import rows_of
from mastercheck.readers.pdf.words import Word

MIDDLE = (0.3, 0.7)
"""Where a gutter can lie, as shares of the text's width."""
LEAST_ROWS = 8
"""Rows on either side that make a column."""
MOST_CROSSING = 0.4
"""Share of the rows that may run over the gutter."""
LEAST_GUTTER = 0.75
"""Width of a gutter at least, in sizes."""
_STEP = 3
"""Points in which gutters are looked for."""
_EVEN = 0.55
"""Share of the rows of a column that are as far from the next as from the one before, which rows of a table are not."""
_FULL = 0.5
"""Share of the rows of a column that fill most of its width."""

Row = Sequence[Word]


@dataclass(slots=True)
class Flow:
    """Words that are read together, from top to bottom.

    Attributes:
        top, bottom: where it begins and ends on the page.
        column: it is one of several columns.
    """

    words: list[Word] = field(default_factory=list)
    column: bool = False

    @property
    def top(self) -> float:
        """Baseline of its first line."""
        return min(word.baseline for word in self.words)


def flows_of(words: Sequence[Word]) -> list[Flow]:
    """Return the words of a page as flows in reading order."""
    rows = rows_of(words)
    gutter = find_gutter(rows)
    if gutter is None:
        return [Flow(list(words))] if words else []
    flows: list[Flow] = []
    wide, left, right = Flow(), Flow(column=True), Flow(column=True)
    for row in rows:
        if _crosses(row, gutter):
            flows.extend((left, right))
            left, right = Flow(column=True), Flow(column=True)
            wide.words.extend(row)
            continue
        if wide.words:
            flows.append(wide)
            wide = Flow()
        for word in row:
            (left if word.x1 <= gutter else right).words.append(word)
    flows.extend((wide, left, right) if not (left.words or right.words) else (left, right, wide))
    return [flow for flow in flows if flow.words]


def _crosses(row: Row, gutter: float) -> bool:
    """Return whether a row runs over a gutter: one of its words, or the space between two of its words, is too narrow to be it."""
    before = [word for word in row if word.x0 < gutter]
    after = [word for word in row if word.x0 >= gutter]
    if any(word.x1 > gutter for word in before):
        return True
    return bool(before and after) and after[0].x0 - before[-1].x1 < LEAST_GUTTER * after[0].size


def find_gutter(rows: Sequence[Row]) -> float | None:
    """Return where the gutter between two columns of text lies, from the left; None where there is one column."""
    if len(rows) < LEAST_ROWS:
        return None
    start, end = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    first, last = (start + share * (end - start) for share in MIDDLE)
    votes: Counter[int] = Counter()
    for row in rows:
        edges = [first, *(edge for word in row for edge in (word.x0, word.x1)), last]
        for before, after in zip(edges[::2], edges[1::2], strict=True):
            if after - before >= LEAST_GUTTER * row[0].size:
                votes.update(range(int(before / _STEP) + 1, int(after / _STEP) + 1))
    places = [place for place in votes if first <= place * _STEP <= last]
    for place in sorted(places, key=lambda one: -votes[one])[:5]:
        x = float(place * _STEP)
        if _parts(rows, x):
            return x
    return None


def _parts(rows: Sequence[Row], x: float) -> bool:
    """Return whether columns of running text stand on either side, and not the columns of a table or a list beside its labels."""
    crossing = sum(_crosses(row, x) for row in rows)
    if crossing > MOST_CROSSING * len(rows):
        return False
    free = [row for row in rows if not _crosses(row, x)]
    sides = ([[word for word in row if word.x1 <= x] for row in free], [[word for word in row if word.x0 >= x] for row in free])
    return all(_is_text([row for row in side if row]) for side in sides)


def _is_text(rows: Sequence[Row]) -> bool:
    if len(rows) < LEAST_ROWS:
        return False
    start, end = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    full = sum(row[-1].x1 - row[0].x0 > 0.6 * (end - start) for row in rows)
    words = sum(len(row) for row in rows)
    distances = [after[0].baseline - before[0].baseline for before, after in pairwise(rows)]
    even = sum(abs(after - before) <= 1 for before, after in pairwise(distances))
    return full >= _FULL * len(rows) and words >= 3.5 * len(rows) and even >= _EVEN * len(distances)
