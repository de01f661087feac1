"""A paragraph broken into lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mastercheck.model.blocks import Paragraph, Run
from mastercheck.model.formatting import LineRule, ParagraphFormat, TextFormat
from mastercheck.readers.pagination.metrics import face

DEFAULT_TAB = 36.0
"""Distance of tab stops where none is set, in points (w:defaultTabStop, 17.15.1.25)."""
SMALL = 0.65
"""Size of a superscript or subscript, as a share."""

_PIECE = re.compile(r"[\n\f\v\t]|[^\S\n\f\v\t\u00a0\u202f]+|[^\s\u2010-\u2015-]*[\u2010\u2012-\u2015-]+|(?:[^\s\u2010-\u2015-]|[\u00a0\u202f\u2011])+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text.

    Attributes:
        height: in points, spacing included.
        breaks: "\\f" or "\\v" where a page or column ends after it; "" else.
    """

    height: float
    breaks: str = ""


@lru_cache(maxsize=65536)
def _measure(text: str, family: str | None, size: float, bold: bool) -> float:  # noqa: FBT001 - a key of the cache
    return face(family, bold=bold).width(text, size)


def size_of(form: TextFormat, usual: float) -> float:
    """Return the size that a run is set in, in points."""
    size = form.size or usual
    return size * SMALL if form.vertical else size


def line_height(form: TextFormat, shape: ParagraphFormat, usual: float) -> float:
    """Return the height of a line of one format in points, by the paragraph's line spacing."""
    single = face(form.font, bold=form.bold).line * (form.size or usual)
    return spaced(single, shape)


def spaced(single: float, shape: ParagraphFormat) -> float:
    """Return the height of a line whose letters need `single` points."""
    spacing = shape.line_spacing
    if spacing.rule is LineRule.EXACT:
        return spacing.value
    if spacing.rule is LineRule.AT_LEAST:
        return max(single, spacing.value)
    return single * spacing.value


@dataclass(slots=True)
class _Setter:
    """Sets pieces of text into lines of a width."""

    shape: ParagraphFormat
    width: float
    usual: float
    at: float = 0.0
    single: float = 0.0
    space: float = 0.0

    def start(self, indent: float) -> None:
        self.at, self.single, self.space = indent, 0.0, 0.0

    def height(self, fallback: float) -> float:
        return spaced(self.single or fallback, self.shape)

    def tab(self) -> None:
        stops = [stop for stop in self.shape.tabs if stop > self.at + 0.1]
        self.at = min(stops) if stops else (int(self.at / DEFAULT_TAB) + 1) * DEFAULT_TAB
        self.space = 0.0


def break_lines(paragraph: Paragraph, width: float, usual: float) -> tuple[Line, ...]:
    """Return the lines of a paragraph.

    Args:
        paragraph: its visible runs are set, its inline pictures stand on lines of their own where they are high.
        width: of the text area, in points, before indents.
        usual: size of the document's text, where a run has none.
    """
    shape = paragraph.format
    runs = [run for run in paragraph.runs if run.visible and run.text]
    first = runs[0].format if runs else (paragraph.runs[0].format if paragraph.runs else TextFormat(size=usual))
    single = face(first.font, bold=first.bold).line * (first.size or usual)
    room = max(width - shape.indent_right, 20.0)
    setter = _Setter(shape, room, usual)
    lines = list(_set(runs, setter, shape, single))
    pictures = [picture.height for picture in paragraph.pictures if picture.inline]
    if pictures:
        tallest = max(pictures)
        lines[0] = Line(max(lines[0].height, spaced(tallest, shape) if shape.line_spacing.rule is not LineRule.EXACT else lines[0].height), lines[0].breaks)
        lines.extend(Line(height) for height in _rows(paragraph, room)[1:])
    return tuple(lines)


def _rows(paragraph: Paragraph, room: float) -> list[float]:
    """Return the heights of the rows that inline pictures stand in."""
    rows: list[float] = []
    used = room
    for picture in paragraph.pictures:
        if not picture.inline:
            continue
        if used + picture.width > room and used:
            rows.append(picture.height)
            used = picture.width
        else:
            rows[-1] = max(rows[-1], picture.height)
            used += picture.width
    return rows


def _set(runs: Sequence[Run], setter: _Setter, shape: ParagraphFormat, single: float) -> Iterator[Line]:
    setter.start(shape.indent_left + shape.indent_first)
    for run in runs:
        form = run.format
        size, bold = size_of(form, setter.usual), form.bold
        tall = face(form.font, bold=bold).line * size
        for piece in _PIECE.findall(run.text.upper() if form.caps else run.text):
            if piece == "\t":
                setter.tab()
            elif piece in "\n\f\v":
                yield Line(setter.height(single), "" if piece == "\n" else piece)
                setter.start(shape.indent_left)
            elif piece.isspace():
                setter.space += _measure(piece, form.font, size, bold)
            else:
                wide = _measure(piece, form.font, size, bold)
                if setter.at + setter.space + wide > setter.width and setter.at > shape.indent_left + 0.1:
                    yield Line(setter.height(single))
                    setter.start(shape.indent_left)
                else:
                    setter.at += setter.space
                setter.space = 0.0
                setter.at += wide
                setter.single = max(setter.single, tall)
                while setter.at > setter.width and wide > setter.width - shape.indent_left > 0:
                    yield Line(setter.height(single))
                    setter.at -= setter.width - shape.indent_left
                    wide -= setter.width - shape.indent_left
    yield Line(setter.height(single))
