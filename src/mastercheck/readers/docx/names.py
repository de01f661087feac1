"""Names of WordprocessingML and its neighbours, and how their attribute values are read (ISO/IEC 29500-1 17, 22.9)."""

import re
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives the class of its elements no public name

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W10: Final = "{urn:schemas-microsoft-com:office:word}"
V: Final = "{urn:schemas-microsoft-com:vml}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"

STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": A[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties": b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
"""The namespaces of the strict variant (ISO/IEC 29500-1) and those of the transitional one (29500-4), by which everything is known here."""

VALUE: Final = f"{W}val"
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|pi)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_OFF = frozenset({"0", "false", "off", "none"})


def value_of(parent: Element | None, name: str, attribute: str = VALUE) -> str | None:
    """Return an attribute of a child element, w:val unless another is named; None where either is missing."""
    if parent is None:
        return None
    child = parent.find(f"{W}{name}")
    return None if child is None else child.get(attribute)


def is_on(element: Element) -> bool:
    """Return the value of an on/off property (ST_OnOff, 22.9.2.7): an element without w:val is on."""
    return element.get(VALUE, "1").lower() not in _OFF


def is_set(parent: Element | None, name: str) -> bool:
    """Return whether an on/off property is there and on."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return child is not None and is_on(child)


def whole(text: str | None) -> int | None:
    """Return the whole number that a value holds; None where it holds none."""
    try:
        return int(float(text)) if text and len(text) < 20 else None  # noqa: PLR2004 - a longer one is no number of a document
    except (ValueError, OverflowError):
        return None


def points(text: str | None, unit: float = 1 / 20) -> float | None:
    """Return a length in points.

    Args:
        text: a number in `unit`, or a number with its unit (ST_TwipsMeasure, 22.9.2.14).
        unit: points of a bare number: 1/20 for twips.
    """
    found = _MEASURE.fullmatch(text.strip()) if text else None
    if not found:
        return None
    return float(found[1]) * (_POINTS[found[2]] if found[2] else unit)
