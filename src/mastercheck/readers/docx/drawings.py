"""Drawings: their sizes, and the text boxes in them, each once (ISO/IEC 29500-1 20.4, 29500-3 10, 29500-4 19)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from mastercheck.model.formatting import Picture
from mastercheck.readers.docx.names import MC, WP, Element, V, W, points

_EMU: Final = 1 / 12700
"""Points in an English metric unit."""
_STYLE: Final = re.compile(r"(?:^|;)\s*([a-z-]{1,30})\s*:\s*([^;]{1,60})")
_PIXEL: Final = 0.75
"""Points in a pixel at 96 to the inch."""
_BESIDE: Final = ("wrapSquare", "wrapTight", "wrapThrough")


def alternative(element: Element) -> Element | None:
    """Return the part of an mc:AlternateContent to read: the first choice that holds something, else the fallback."""
    for choice in element.iterchildren(f"{MC}Choice"):
        if len(choice):
            return choice
    return element.find(f"{MC}Fallback")


def text_boxes(drawing: Element) -> Iterator[Element]:
    """Yield the w:txbxContent elements of a drawing, not those inside each other, one alternative of each."""
    waiting: list[Iterator[Element]] = [iter([drawing])]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{W}txbxContent":
            yield element
        elif element.tag == f"{MC}AlternateContent":
            chosen = alternative(element)
            waiting.append(iter(() if chosen is None else chosen))
        else:
            waiting.append(iter(element))


def pictures(drawing: Element) -> Iterable[Picture]:
    """Yield what a w:drawing, w:pict or w:object takes up."""
    if drawing.tag == f"{W}drawing":
        for frame in drawing:
            if frame.tag in (f"{WP}inline", f"{WP}anchor"):
                yield from _framed(frame)
        return
    for shape in drawing:
        style = dict(_STYLE.findall(shape.get("style", "")[:2000]))
        width, height = _length(style.get("width")), _length(style.get("height"))
        if shape.tag.startswith(V) and width and height:
            floats = style.get("position", "static").strip() in ("absolute", "relative")
            yield Picture(width=width, height=height, inline=not floats, wraps=floats)
            return


def _framed(frame: Element) -> Iterator[Picture]:
    extent = frame.find(f"{WP}extent")
    width = points(None if extent is None else extent.get("cx"), _EMU)
    height = points(None if extent is None else extent.get("cy"), _EMU)
    if width and height and width > 0 and height > 0:
        inline = frame.tag == f"{WP}inline"
        wraps = not inline and any(frame.find(f"{WP}{name}") is not None for name in (*_BESIDE, "wrapNone"))
        beside = wraps and frame.find(f"{WP}wrapNone") is None
        yield Picture(width=width, height=height, inline=inline, wraps=wraps, beside=beside)


def _length(text: str | None) -> float | None:
    value = (text or "").strip()
    return points(value[:-2], _PIXEL) if value.endswith("px") else points(value, _PIXEL)
