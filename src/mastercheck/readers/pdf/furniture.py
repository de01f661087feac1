"""Running headers, footers and page numbers: rows at the edges of pages that come again there, or hold nothing but a page number."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mastercheck.readers.pdf.lines import Line, lines_of
from mastercheck.readers.pdf.words import Word

EDGE = 0.13
"""Share of the page's height at its top and bottom where they stand."""
LINES = 5
"""Lines at either edge that are looked at."""
LEAST_PAGES = 3
SHARE = 0.3
"""Share of the pages on which a line must come again."""
HALF = 0.5
"""Share of the pages that have a line in the same place, whose text changes with the chapter."""
_APART = 1.6
"""Distance of baselines from which on a line at the edge is apart from the text, in sizes."""
_STEP = 4.0
"""Points in which places are compared."""
_LONGEST_WORD = 12

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxl]{1,6}\b")
_PAGE_NUMBER = re.compile(r"^\W{0,4}(?:\d{1,4}|[ivxl]{1,6})(?:\s?\S{1,3}\s?\d{1,4})?\W{0,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at an edge of a page: its words without digits, its place, how far it is from the next line towards the text."""

    line: Line
    key: str
    top: bool
    place: int
    apart: float


def part_furniture(pages: Mapping[int, Sequence[Word]], heights: Mapping[int, float]) -> tuple[dict[int, list[Word]], list[Line]]:
    """Return the words of each page without its furniture, and the distinct lines of furniture.

    Args:
        pages: the words by number of the page.
        heights: of the pages, in points.
    """
    edges = {page: _edges(words, heights[page], page) for page, words in pages.items()}
    running = _running([edge for found in edges.values() for edge in found], len(pages))
    kept: dict[int, list[Word]] = {}
    furniture: dict[tuple[str, bool], Line] = {}
    for page, words in pages.items():
        out: set[int] = set()
        for edge in edges[page]:
            if not running.isdisjoint({(edge.key, edge.top), (edge.place, edge.top)}) or (_is_page_number(edge) and not edge.top):
                out.update(id(word) for word in edge.line.words)
                furniture.setdefault((edge.key, edge.top), edge.line)
        kept[page] = [word for word in words if id(word) not in out] if out else list(words)
    return kept, list(furniture.values())


def _edges(words: Sequence[Word], height: float, page: int) -> list[_Edge]:
    """Return the lines at the top and at the bottom of a page, outermost first."""
    high = lines_of([word for word in words if word.baseline < 2 * EDGE * height], page)
    low = lines_of([word for word in words if word.baseline > (1 - 2 * EDGE) * height], page)[::-1]
    return [*_outer(high, height, top=True), *_outer(low, height, top=False)]


def _outer(lines: Sequence[Line], height: float, *, top: bool) -> list[_Edge]:
    found: list[_Edge] = []
    for number, line in enumerate(lines[:LINES]):
        if not (line.baseline < EDGE * height if top else line.baseline > (1 - EDGE) * height):
            break
        after = lines[number + 1] if number + 1 < len(lines) else None
        apart = abs(after.baseline - line.baseline) / max(line.size, after.size, 1.0) if after else 99.0
        key = _ROMAN.sub("#", _DIGITS.sub("#", line.text.casefold()))
        found.append(_Edge(line, key, top, round(line.baseline / _STEP), apart))
    return found


def _running(edges: Sequence[_Edge], pages: int) -> set[tuple[str | int, bool]]:
    """Return what comes again: texts, and places whose texts come again often enough."""
    if pages < 2:  # noqa: PLR2004 - nothing can come again on one page
        return set()
    needed = max(LEAST_PAGES, SHARE * pages) if pages >= LEAST_PAGES else pages
    texts = Counter({(edge.line.page, edge.key, edge.top) for edge in edges})
    again: Counter[tuple[str, bool]] = Counter()
    for _, key, top in texts:
        again[key, top] += 1
    running: set[tuple[str | int, bool]] = {key for key, count in again.items() if count >= needed}
    places: dict[tuple[int, bool], list[_Edge]] = {}
    for edge in edges:
        if edge.apart >= _APART and len(edge.line.words) <= _LONGEST_WORD:
            places.setdefault((edge.place, edge.top), []).append(edge)
    for place, found in places.items():
        if len({edge.line.page for edge in found}) >= max(LEAST_PAGES, HALF * pages) and len({edge.key for edge in found}) <= HALF * len(
            found
        ):
            running.add(place)
    return running


def _is_page_number(edge: _Edge) -> bool:
    return bool(_PAGE_NUMBER.match(edge.line.text)) and edge.apart >= _APART
