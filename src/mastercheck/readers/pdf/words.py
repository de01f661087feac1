"""Glyphs joined to words, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

from mastercheck.model.blocks import Run
from mastercheck.model.formatting import TextFormat
from mastercheck.readers.pdf.glyphs import Glyph

SAME_ROW = 0.2
"""How far the baselines of one row lie apart at most, in sizes."""
RAISED = 0.55
"""How far a raised or lowered small letter lies from its row's baseline at most, in sizes of the row."""
SMALL = 0.85
"""Raised and lowered letters are smaller than this share of their row's."""
GAP = 0.12
"""A gap from which on there is a space between letters, in sizes: TeX sets spaces after "f" as narrow as 0.16."""
SPACED_GAP = 0.06
"""The same where the page's content holds a space there."""
_LETTERSPACED = (0.06, 0.35)
"""The usual gap between the letters of a row that is letterspaced, in sizes; a larger one is that of words of a single letter."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap.

    Attributes:
        runs: its text by format.
        size: of its largest letter.
        baseline: where that stands, or where the row stands that it is raised from.
        mark: number of the marked content that it begins in; NO_MARK outside of any.
    """

    runs: tuple[Run, ...]
    x0: float
    x1: float
    baseline: float
    size: float
    mark: int

    @property
    def text(self) -> str:
        """Its letters."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """Return the words of a page, by row from top to bottom, each row from left to right."""
    return [word for row in _rows(glyphs) for word in _words(row)]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs by baseline; raised and lowered small letters in the row that they belong to."""
    strips: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.baseline):
        if strips and glyph.baseline - strips[-1][0].baseline <= SAME_ROW * min(glyph.size, strips[-1][0].size):
            strips[-1].append(glyph)
        else:
            strips.append([glyph])
    rows: list[list[Glyph]] = []
    waiting: list[Glyph] = []
    for number, strip in enumerate(strips):
        after = strips[number + 1] if number + 1 < len(strips) else None
        loose = [*waiting, *strip] if waiting else strip
        waiting = []
        if after and _belongs(strip, after):
            waiting = loose
        elif rows and _belongs(strip, rows[-1]):
            rows[-1].extend(loose)
        else:
            rows.append(loose)
    return rows


def _belongs(strip: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Return whether all letters of a strip are small and stand right beside larger ones of a row that is a little higher or lower."""
    large = max(glyph.size for glyph in row)
    base = next(glyph.baseline for glyph in row if glyph.size == large)
    if abs(strip[0].baseline - base) > RAISED * large or any(glyph.size >= SMALL * large for glyph in strip):
        return False
    edges = sorted((glyph.x0, glyph.x1) for glyph in row)
    return all(_touches(edges, glyph, large) for glyph in (min(strip, key=lambda one: one.x0), max(strip, key=lambda one: one.x1)))


def _touches(edges: Sequence[tuple[float, float]], glyph: Glyph, size: float) -> bool:
    reach = 1.5 * size
    return any(x0 - reach <= glyph.x1 and glyph.x0 <= x1 + reach for x0, x1 in edges)


def _words(row: list[Glyph]) -> list[Word]:
    ordered = sorted(row, key=lambda one: one.x0)
    gap = _least_gap(ordered)
    words: list[list[Glyph]] = []
    right = float("-inf")
    for glyph in ordered:
        size = max(glyph.size, words[-1][-1].size) if words else glyph.size
        if words and glyph.x0 - right <= (min(SPACED_GAP, gap) if glyph.after_space else gap) * size:
            words[-1].append(glyph)
        else:
            words.append([glyph])
            right = float("-inf")
        right = max(right, glyph.x1)
    largest = max(row, key=lambda one: one.size)
    return [_word(letters, largest) for letters in words]


def _least_gap(ordered: Sequence[Glyph]) -> float:
    """Return the gap that parts words in a row, in sizes: a larger one where its letters are spaced out."""
    gaps = [(after.x0 - before.x1) / after.size for before, after in pairwise(ordered) if not after.after_space and after.size]
    if len(gaps) < 3:  # noqa: PLR2004 - too few to say what is usual
        return GAP
    usual = median(gaps)
    return max(GAP, 1.8 * usual) if _LETTERSPACED[0] <= usual <= _LETTERSPACED[1] else GAP


def _word(letters: Sequence[Glyph], row: Glyph) -> Word:
    """Return the word of letters; `row` is the largest letter of their row, which a raised word of its own is measured against."""
    largest = max(letters, key=lambda one: one.size)
    base = row if largest.size < SMALL * row.size and _is_shifted(largest, row) else largest
    runs: list[Run] = []
    for glyph in letters:
        form = _shifted(glyph.format, base.baseline > glyph.baseline) if _is_shifted(glyph, base) else glyph.format
        if runs and runs[-1].format is form:
            runs[-1] = Run(runs[-1].text + glyph.text, form)
        else:
            runs.append(Run(glyph.text, form))
    return Word(tuple(runs), letters[0].x0, max(glyph.x1 for glyph in letters), base.baseline, largest.size, letters[0].mark)


def _is_shifted(glyph: Glyph, base: Glyph) -> bool:
    return glyph.size < SMALL * base.size and SAME_ROW / 2 * base.size < abs(base.baseline - glyph.baseline) <= RAISED * base.size


@lru_cache(maxsize=1024)
def _shifted(form: TextFormat, raised: bool) -> TextFormat:  # noqa: FBT001 - lru_cache tells keyword arguments from positional ones
    return replace(form, vertical="superscript" if raised else "subscript")
