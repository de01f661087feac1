"""Layers of formatting: what one w:rPr or w:pPr says by itself (ISO/IEC 29500-1 17.3.1, 17.3.2)."""

from dataclasses import dataclass
from typing import Final

from mastercheck.model.formatting import LineRule
from mastercheck.readers.docx.names import VALUE, Element, W, is_on, points, value_of, whole

LATIN: Final = 0
HIGH: Final = 1
EAST_ASIAN: Final = 2
COMPLEX: Final = 3
_SLOTS: Final = (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("eastAsia", "eastAsiaTheme"), ("cs", "cstheme"))
_RULES: Final = {"exact": LineRule.EXACT, "atLeast": LineRule.AT_LEAST}
_LINE: Final = 240
"""Units of w:line in one line where the rule is "auto"."""


@dataclass(frozen=True, slots=True)
class FontName:
    """A value of w:rFonts: a family's name, or the name of a theme's font."""

    name: str
    theme: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLayer:
    """What one w:rPr says; None where it says nothing.

    Attributes:
        fonts: for Latin, other European, East Asian and complex scripts (w:rFonts, 17.3.2.26).
        size, size_complex: in points.
        complex: the run is of a complex script, whatever its letters.
        style: id of its character style.
    """

    fonts: tuple[FontName | None, FontName | None, FontName | None, FontName | None] = (None, None, None, None)
    size: float | None = None
    size_complex: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    highlight: bool | None = None
    vertical: str | None = None
    small_caps: bool | None = None
    spacing: float | None = None
    complex: bool | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphLayer:
    """What one w:pPr says; None where it says nothing. Lengths are in points.

    Attributes:
        outline: outline level, from 0; 9 is body text (w:outlineLvl, 17.3.1.20).
        list_id, list_level: w:numId and w:ilvl of w:numPr (17.3.1.19); list_id "0" takes a numbering away.
    """

    alignment: str | None = None
    line: float | None = None
    line_rule: LineRule | None = None
    before: float | None = None
    after: float | None = None
    auto_before: bool | None = None
    auto_after: bool | None = None
    contextual: bool | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    break_before: bool | None = None
    widows: bool | None = None
    tabs: tuple[tuple[str, float], ...] | None = None
    border_above: float | None = None
    border_below: float | None = None
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None


def text_layer(properties: Element | None) -> TextLayer:
    """Return what a w:rPr says."""
    if properties is None:
        return TextLayer()
    size = points(value_of(properties, "sz"), 0.5)
    return TextLayer(
        fonts=_fonts(properties.find(f"{W}rFonts")),
        size=size,
        size_complex=points(value_of(properties, "szCs"), 0.5),
        bold=_switch(properties, "b"),
        italic=_switch(properties, "i"),
        caps=_switch(properties, "caps"),
        hidden=_switch(properties, "vanish"),
        highlight=_highlight(properties),
        vertical=value_of(properties, "vertAlign"),
        small_caps=_switch(properties, "smallCaps"),
        spacing=points(value_of(properties, "spacing")),
        complex=_either(_switch(properties, "rtl"), _switch(properties, "cs")),
        style=value_of(properties, "rStyle"),
    )


def _fonts(element: Element | None) -> tuple[FontName | None, FontName | None, FontName | None, FontName | None]:
    if element is None:
        return (None, None, None, None)
    latin, high, asian, complex_script = (_font(element, plain, theme) for plain, theme in _SLOTS)
    return (latin, high, asian, complex_script)


def _font(element: Element, plain: str, theme: str) -> FontName | None:
    name = element.get(f"{W}{theme}")
    if name:
        return FontName(name, theme=True)
    name = element.get(f"{W}{plain}")
    return FontName(name) if name else None


def _switch(properties: Element, name: str) -> bool | None:
    element = properties.find(f"{W}{name}")
    return None if element is None else is_on(element)


def _either(first: bool | None, second: bool | None) -> bool | None:  # noqa: FBT001 - two values of a kind
    return second if first is None else first or bool(second)


def _highlight(properties: Element) -> bool | None:
    colour = value_of(properties, "highlight")
    return None if colour is None else colour != "none"


def paragraph_layer(properties: Element | None) -> ParagraphLayer:
    """Return what a w:pPr says."""
    if properties is None:
        return ParagraphLayer()
    spacing = properties.find(f"{W}spacing")
    rule = _RULES.get(_get(spacing, "lineRule") or "", LineRule.MULTIPLE)
    indent = properties.find(f"{W}ind")
    numbering = properties.find(f"{W}numPr")
    return ParagraphLayer(
        alignment=value_of(properties, "jc"),
        line=_line(_get(spacing, "line"), rule),
        line_rule=rule if _get(spacing, "line") else None,
        before=points(_get(spacing, "before")),
        after=points(_get(spacing, "after")),
        auto_before=_auto(spacing, "before"),
        auto_after=_auto(spacing, "after"),
        contextual=_switch(properties, "contextualSpacing"),
        left=points(_get(indent, "left") or _get(indent, "start")),
        right=points(_get(indent, "right") or _get(indent, "end")),
        first=_first(indent),
        keep_next=_switch(properties, "keepNext"),
        keep_lines=_switch(properties, "keepLines"),
        break_before=_switch(properties, "pageBreakBefore"),
        widows=_switch(properties, "widowControl"),
        tabs=_tabs(properties.find(f"{W}tabs")),
        border_above=_border(properties.find(f"{W}pBdr/{W}top")),
        border_below=_border(properties.find(f"{W}pBdr/{W}bottom")),
        outline=whole(value_of(properties, "outlineLvl")),
        list_id=value_of(numbering, "numId"),
        list_level=whole(value_of(numbering, "ilvl")),
    )


def _get(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(f"{W}{name}")


def _line(text: str | None, rule: LineRule) -> float | None:
    length = points(text, 1.0)
    if length is None or length <= 0:
        return None
    return length / _LINE if rule is LineRule.MULTIPLE else length / 20


def _auto(spacing: Element | None, name: str) -> bool | None:
    """Return whether a space is left to the application, as web pages have it (17.3.1.33); None where nothing is said of it."""
    value = _get(spacing, f"{name}Autospacing")
    return None if value is None else value not in ("0", "false", "off")


def _first(indent: Element | None) -> float | None:
    hanging = points(_get(indent, "hanging"))
    return -hanging if hanging is not None else points(_get(indent, "firstLine"))


def _border(edge: Element | None) -> float | None:
    """Return what a border adds to a paragraph's height: its width in eighths of a point and its space to the text (17.3.4)."""
    if edge is None:
        return None
    if edge.get(VALUE, "none") in ("none", "nil"):
        return 0.0
    return (points(edge.get(f"{W}sz"), 1 / 8) or 0.0) + (points(edge.get(f"{W}space"), 1.0) or 0.0)


def _tabs(tabs: Element | None) -> tuple[tuple[str, float], ...] | None:
    if tabs is None:
        return None
    stops = ((tab.get(VALUE, "left"), points(tab.get(f"{W}pos"))) for tab in tabs.iterchildren(f"{W}tab"))
    return tuple((kind, place) for kind, place in stops if place is not None)
