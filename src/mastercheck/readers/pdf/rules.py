"""The rules of a page: lines, and what office suites draw as lines (thin rectangles, edges of filled cells)."""

from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from mastercheck.readers.pdf.sheet import Sheet

MOST_OBJECTS = 6000
"""Paths of a page that are looked at; a page with more is a drawing."""
THIN = 2.5
"""Points up to which a rectangle is a rule."""
LEAST_LENGTH = 6.0
"""Points of a rule at least."""
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line, in points from the left and from the top of the sheet.

    Attributes:
        box: it is an edge of a rectangle and no line of its own.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    box: bool = False

    @property
    def flat(self) -> bool:
        """Whether it is horizontal."""
        return self.y0 == self.y1


def rules_of(page: pypdfium2.PdfPage, sheet: Sheet) -> list[Rule]:
    """Return the rules of a page; none of one that is full of drawings."""
    rules: list[Rule] = []
    seen: set[Rule] = set()
    for number, found in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH)):
        if number >= MOST_OBJECTS:
            return []
        left, bottom, right, top = found.get_bounds()
        a, b = sheet.place(left, bottom), sheet.place(right, top)
        for rule in _rules(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])):
            if rule not in seen and _is_on(rule, sheet):
                seen.add(rule)
                rules.append(rule)
    return rules


def _is_on(rule: Rule, sheet: Sheet) -> bool:
    return rule.x1 > 0 and rule.x0 < sheet.width and rule.y1 > 0 and rule.y0 < sheet.height


def _rules(x0: float, y0: float, x1: float, y1: float) -> list[Rule]:
    width, height = x1 - x0, y1 - y0
    if height <= THIN < LEAST_LENGTH <= width:
        middle = round((y0 + y1) / 2, 1)
        return [Rule(round(x0, 1), middle, round(x1, 1), middle)]
    if width <= THIN < LEAST_LENGTH <= height:
        middle = round((x0 + x1) / 2, 1)
        return [Rule(middle, round(y0, 1), middle, round(y1, 1))]
    if width > LEAST_LENGTH and height > LEAST_LENGTH:
        x0, y0, x1, y1 = (round(value, 1) for value in (x0, y0, x1, y1))
        return [
            Rule(x0, y0, x1, y0, box=True),
            Rule(x0, y1, x1, y1, box=True),
            Rule(x0, y0, x0, y1, box=True),
            Rule(x1, y0, x1, y1, box=True),
        ]
    return []
