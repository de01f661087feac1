"""What the layout of a table needs besides its grid: margins of its cells, lines between its rows (ISO/IEC 29500-1 17.4)."""

from collections.abc import Iterable
from typing import Final

from mastercheck.model.blocks import Table
from mastercheck.readers.docx.names import VALUE, Element, W, points

Margins = tuple[float | None, float | None, float | None, float | None]
"""Above, right, below, left, in points; None where nothing is said."""

_SIDES: Final = (("top",), ("right", "end"), ("bottom",), ("left", "start"))
_NONE: Final = (None, None, None, None)
_DEFAULT: Final = Table(rows=())


def margins_in(properties: Element | None, name: str) -> Margins:
    """Return the cell margins that a w:tblPr ("tblCellMar", 17.4.42) or a w:tcPr ("tcMar", 17.4.68) sets."""
    element = None if properties is None else properties.find(f"{W}{name}")
    if element is None:
        return _NONE
    above, right, below, left = (_side(element, names) for names in _SIDES)
    return above, right, below, left


def _side(element: Element, names: Iterable[str]) -> float | None:
    for name in names:
        side = element.find(f"{W}{name}")
        if side is not None and side.get(f"{W}type", "dxa") == "dxa":
            return points(side.get(f"{W}w"))
    return None


def laid(
    strongest_first: Iterable[Margins], default: tuple[float, float, float, float] = _DEFAULT.cell_margins
) -> tuple[float, float, float, float]:
    """Return the margins that hold where several layers set some."""
    layers = tuple(strongest_first)
    above, right, below, left = (next((layer[side] for layer in layers if layer[side] is not None), default[side]) for side in range(4))
    return above or 0.0, right or 0.0, below or 0.0, left or 0.0


def row_line_in(properties: Element | None) -> float | None:
    """Return the width of the lines between rows that a w:tblPr sets (w:insideH, 17.4.23); None where it says nothing."""
    line = None if properties is None else properties.find(f"{W}tblBorders/{W}insideH")
    if line is None:
        return None
    return 0.0 if line.get(VALUE, "none") in ("none", "nil") else points(line.get(f"{W}sz"), 1 / 8) or 0.0


def length_in(parent: Element | None, name: str) -> float | None:
    """Return a width (ST_TblWidth) that is set in twips; None for one in per cent or one that follows the text."""
    element = None if parent is None else parent.find(f"{W}{name}")
    if element is None or element.get(f"{W}type", "dxa") != "dxa":
        return None
    return points(element.get(f"{W}w")) or None
