"""Running headers, footers and page numbers: lines at the edges of pages that come again, or hold nothing but the page's number."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from mastercheck.readers.pdf.lines import Line

EDGE = 0.12
"""Share of the page's height at its top and bottom where they stand."""
LINES = 4
"""Lines at either edge that are looked at."""
LEAST_PAGES = 3
SHARE = 0.3
"""Share of the pages on which a line must come again."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\W*(?:[^\W\d_]{1,8}\.?\s)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:/|of|van|von|de|sur|di)\s?\d{1,4})?\W*$", re.IGNORECASE)


def part_furniture(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float]) -> tuple[dict[int, list[Line]], list[Line]]:
    """Return the lines of each page without its furniture, and the distinct lines of furniture.

    Args:
        pages: the lines by number of the page.
        heights: of the pages, in points.
    """
    edges = {page: _edges(lines, heights[page]) for page, lines in pages.items()}
    again: Counter[tuple[str, bool]] = Counter()
    for lines in edges.values():
        again.update({_key(line, top=top) for line, top in lines})
    needed = max(LEAST_PAGES, SHARE * len(pages)) if len(pages) >= LEAST_PAGES else len(pages) if len(pages) > 1 else 2
    kept: dict[int, list[Line]] = {}
    furniture: dict[tuple[str, bool], Line] = {}
    for page, lines in pages.items():
        out: defaultdict[int, bool] = defaultdict(bool)
        for line, top in edges[page]:
            key = _key(line, top=top)
            if again[key] >= needed or (not top and _PAGE_NUMBER.match(line.text)):
                out[id(line)] = True
                furniture.setdefault(key, line)
        kept[page] = [line for line in lines if not out[id(line)]]
    return kept, list(furniture.values())


def _edges(lines: Sequence[Line], height: float) -> list[tuple[Line, bool]]:
    """Return the lines at the top (True) and at the bottom (False) of a page."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    top = [(line, True) for line in ordered[:LINES] if line.baseline < EDGE * height]
    bottom = [(line, False) for line in ordered[-LINES:] if line.baseline > (1 - EDGE) * height]
    return [*top, *(pair for pair in bottom if pair[0] not in [line for line, _ in top])]


def _key(line: Line, *, top: bool) -> tuple[str, bool]:
    return _DIGITS.sub("#", line.text.casefold()), top
