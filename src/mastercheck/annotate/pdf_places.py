"""Where on the pages of a PDF a highlight or a note goes, in the PDF's own space (ISO 32000-1 8.3.2.3)."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Final

from mastercheck.annotate.quotes import Quotable
from mastercheck.model.location import Location
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.places import Places
from mastercheck.readers.pdf.sheet import Sheet
from mastercheck.readers.pdf.words import Word

_ASCENT: Final = 0.8
"""Height of letters above the baseline, in sizes; _DESCENT: depth below it."""
_DESCENT: Final = 0.22
_ICON: Final = 20.0
"""Points that the sign of a note measures."""
_GAP: Final = 4.0

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""The corners of a stretch of a line as its reader sees them: upper left, upper right, lower left, lower right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on a page.

    Attributes:
        page: its number, from 1.
        quads: stretches of lines that are highlighted.
    """

    page: int
    quads: tuple[Quad, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The least rectangle around all of it: left, bottom, right, top."""
        xs, ys = zip(*(point for quad in self.quads for point in quad), strict=True)
        return min(xs), min(ys), max(xs), max(ys)


class SpotFinder:
    """Finds the words of a document that locations quote. Each paragraph is made ready once, however many findings it has."""

    def __init__(self, places: Places) -> None:
        """Prepare for a document."""
        self._places = places
        self._paragraphs: dict[int, _Words] = {}

    def find(self, location: Location, turn: int = 0) -> tuple[tuple[Spot, ...], bool]:
        """Return where the words that a location quotes stand, page by page, and whether they were found.

        Where they were not, it is the first line of the paragraph; nothing for a location that is no paragraph.

        Args:
            location: of a finding.
            turn: which of several occurrences in the paragraph is meant, from 0.
        """
        number = location.paragraph or 0
        if number not in self._paragraphs:
            lines = self._places.lines[number - 1] if 0 < number <= len(self._places.lines) else ()
            self._paragraphs[number] = _Words(lines)
        chosen, found = self._paragraphs[number].find(location.quote, turn)
        stretches = [(page, list(pairs)) for page, pairs in groupby(chosen, key=lambda pair: pair[0].page)]
        return tuple(Spot(page=page, quads=_quads(self._places.sheets[page], pairs)) for page, pairs in stretches), found


class _Words:
    """The words of a paragraph, in which quotes are found."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words = [(line, word) for line in lines for word in line.words]
        self._first = [(lines[0], word) for word in lines[0].words] if self._words else []
        self._text = Quotable(" ".join([word.text for _, word in self._words]))
        self._ends = list(accumulate(len(word.text) + 1 for _, word in self._words))
        """Where in the text the blank behind each word ends."""

    def find(self, quote: str, turn: int) -> tuple[Sequence[tuple[Line, Word]], bool]:
        """Return the words that a quote has letters of, or those of the first line, and whether it was found."""
        found = self._text.find(quote, turn)
        if not found:
            return self._first, False
        return self._words[bisect_right(self._ends, found[0]) : bisect_right(self._ends, found[1] - 1) + 1], True


def _quads(sheet: Sheet, pairs: Sequence[tuple[Line, Word]]) -> tuple[Quad, ...]:
    return tuple(
        _quad(sheet, line, words[0].x0, max(word.x1 for word in words))
        for line, words in ((line, [word for _, word in group]) for line, group in groupby(pairs, key=lambda pair: pair[0]))
    )


def _quad(sheet: Sheet, line: Line, left: float, right: float) -> Quad:
    top, bottom = line.baseline - _ASCENT * line.size, line.baseline + _DESCENT * line.size
    return sheet.origin(left, top), sheet.origin(right, top), sheet.origin(left, bottom), sheet.origin(right, bottom)


def find_title_spot(places: Places) -> Spot:
    """Return the place of a note to the left of the first line; at the corner of the first page where headers hold all the text."""
    line = next((lines[0] for lines in places.lines if lines), None)
    if line is None:
        return on_page(places, min(places.sheets), 0)
    return _icon(places.sheets[line.page], line.page, line.x0 - _ICON - _GAP, line.baseline - _ASCENT * line.size)


def on_page(places: Places, page: int, before: int) -> Spot:
    """Return the place of a note at the upper left corner of a page, below others that are there before it."""
    return _icon(places.sheets[page], page, _GAP, _GAP + (_ICON + _GAP) * before)


def _icon(sheet: Sheet, page: int, left: float, top: float) -> Spot:
    left, top = max(0.0, left), max(0.0, min(top, sheet.height - _ICON))
    corners = [sheet.origin(x, y) for y in (top, top + _ICON) for x in (left, left + _ICON)]
    return Spot(page=page, quads=((corners[0], corners[1], corners[2], corners[3]),))
