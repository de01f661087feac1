"""A paragraph broken into lines (ISO/IEC 29500-1 17.3.1.33 for their heights)."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from mastercheck.model.blocks import Paragraph, Run
from mastercheck.model.formatting import LayoutSettings, LineRule, ParagraphFormat, TextFormat
from mastercheck.readers.pagination.rulers import Ruler, Rulers

SQUEEZE: Final = 0.2
"""By which share Word narrows the spaces of a justified line to take one more word in, from Word 2013 on."""
SQUEEZES_FROM: Final = 15
NARROWEST: Final = 36.0
"""Points that a line is wide at least, whatever the indents say."""
_LONGEST: Final = 500
"""Lines that one word takes at most."""
_SLACK: Final = 0.05
"""Points by which a line may be overfull: less than sums of rounded widths differ by."""

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_CLOSING = "\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\uff09\u300d\u300f\u3011\u300b"
_PIECE = re.compile(
    r"[\n\f\v\t]"
    r"|[^\S\n\f\v\t\u00a0\u202f]+"
    rf"|[{_WIDE}][{_CLOSING}]*"
    rf"|[^\s{_WIDE}\-\u2010\u2012-\u2014]*[\-\u2010\u2012-\u2014]+"
    rf"|(?:[^\s{_WIDE}\-\u2010\u2012-\u2014]|[\u00a0\u202f])+"
)
"""Control characters; blanks; an ideograph; letters up to a hyphen after which a line may end; letters."""
_HYPHENS: Final = "-\u2010\u2012\u2013\u2014"
_FIRST_WIDE: Final = "\u2e80"


@dataclass(frozen=True, slots=True)
class Line:
    r"""A line of text.

    Attributes:
        height: in points, line spacing included.
        ends: "\\f" or "\\v" where a page or a column ends after it, else "".
        leading: what of its height line spacing adds below the letters: at the foot of a page it may reach into the margin.
    """

    height: float
    ends: str = ""
    leading: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The room that lines have.

    Attributes:
        width: of the column, in points, before indents.
        pitch: height of a line of the document grid; None without one.
        narrow_lines: how many lines stand beside a picture; narrow_by: what it takes of their width.
    """

    width: float
    pitch: float | None = None
    narrow_lines: int = 0
    narrow_by: float = 0.0


class LineBreaker:
    """Breaks paragraphs of one document into lines.

    Args:
        rulers: of the document.
        settings: what holds for the whole layout.
    """

    def __init__(self, rulers: Rulers, settings: LayoutSettings) -> None:
        self._rulers = rulers
        self._settings = settings

    def lines_of(self, paragraph: Paragraph, measure: Measure) -> list[Line]:
        """Return the lines of a paragraph, one at least."""
        mark = self._rulers.of(_mark_of(paragraph))
        setter = _Setter(paragraph.format, measure, self._settings, mark)
        label = paragraph.list_label or (paragraph.heading.number if paragraph.heading and paragraph.label_format else "")
        if label:
            setter.add_label(label, self._rulers.of(paragraph.label_format or _mark_of(paragraph)))
        for picture in paragraph.pictures:
            if picture.inline:
                setter.add_box(picture.width, picture.height)
        for run in paragraph.runs:
            if run.visible and run.text:
                setter.add_text(run.text, self._rulers.of(run.format))
        return setter.finish()

    def single_line(self, paragraph: Paragraph, pitch: float | None) -> float:
        """Return the height of a line of a paragraph's own format; `pitch` is the document grid's."""
        first = next((run.format for run in paragraph.runs if run.visible), _mark_of(paragraph))
        ruler = self._rulers.of(first)
        return line_height(ruler.ascent + ruler.descent, paragraph.format, pitch)


def _mark_of(paragraph: Paragraph) -> TextFormat:
    return paragraph.mark or _last_format(paragraph.runs)


def _last_format(runs: Iterable[Run]) -> TextFormat:
    found = TextFormat()
    for run in runs:
        found = run.format
    return found


def line_height(natural: float, shape: ParagraphFormat, pitch: float | None) -> float:
    """Return the height of a line whose letters need `natural` points, by line spacing and document grid (17.6.5)."""
    spacing = shape.line_spacing
    if spacing.rule is LineRule.EXACT:
        return spacing.value
    if pitch:
        natural = math.ceil(natural / pitch - 0.01) * pitch
    return max(natural, spacing.value) if spacing.rule is LineRule.AT_LEAST else natural * spacing.value


class _Setter:
    """Sets the content of one paragraph, line after line."""

    def __init__(self, shape: ParagraphFormat, measure: Measure, settings: LayoutSettings, mark: Ruler) -> None:
        self._shape = shape
        self._measure = measure
        self._mark = mark
        self._default_tab = settings.default_tab
        self._squeeze = SQUEEZE if shape.alignment == "justify" and settings.compatibility >= SQUEEZES_FROM else 0.0
        self._limit = max(measure.width - shape.indent_right, shape.indent_left + NARROWEST)
        self._lines: list[Line] = []
        self._word = self._word_ascent = self._word_descent = self._word_box = 0.0
        self._start(shape.indent_left + shape.indent_first)

    def _start(self, indent: float) -> None:
        """Begin a line."""
        self._at = indent
        self._right = self._limit - (self._measure.narrow_by if len(self._lines) < self._measure.narrow_lines else 0.0)
        self._blanks = self._gap = self._free = 0.0
        self._ascent = self._descent = self._box = 0.0
        self._fresh = True

    def add_label(self, label: str, ruler: Ruler) -> None:
        """Set the label of a list item, and the tab after it."""
        self._at += ruler.width(label)
        if ruler.size > self._mark.size:  # a bullet of the text's size does not raise the line, whatever its font
            self._ascent, self._descent = (height * ruler.size / self._mark.size for height in (self._mark.ascent, self._mark.descent))
        self._tab()

    def add_box(self, width: float, height: float) -> None:
        """Set a picture that stands in the line like a letter."""
        self._close_word()
        self._word, self._word_box = width, height
        self._word_ascent, self._word_descent = self._mark.ascent, self._mark.descent
        self._close_word()

    def add_text(self, text: str, ruler: Ruler) -> None:
        """Set letters."""
        width, ascent, descent = ruler.width, ruler.ascent, ruler.descent
        for piece in _PIECE.findall(text):
            if piece.isspace() and piece[0] not in "\u00a0\u202f":
                self._close_word()
                if piece[0] in "\t\n\f\v":
                    self._control(piece, ruler)
                else:
                    self._gap += width(piece)
                continue
            self._word += width(piece)
            self._word_ascent = max(self._word_ascent, ascent)
            self._word_descent = max(self._word_descent, descent)
            if piece[-1] in _HYPHENS or piece[0] >= _FIRST_WIDE:
                self._close_word()

    def finish(self) -> list[Line]:
        """End the last line and return all."""
        self._close_word()
        if self._fresh and self._lines and self._lines[-1].ends:
            return self._lines
        self._ascent = max(self._ascent, self._mark.ascent)
        self._descent = max(self._descent, self._mark.descent)
        self._end_line()
        return self._lines

    def _control(self, sign: str, ruler: Ruler) -> None:
        if sign == "\t":
            self._at += self._gap
            self._gap = 0.0
            self._tab()
            return
        self._ascent, self._descent = max(self._ascent, ruler.ascent), max(self._descent, ruler.descent)
        self._end_line("" if sign == "\n" else sign)
        self._start(self._shape.indent_left)

    def _tab(self) -> None:
        stop = self._next_stop()
        if stop > self._right and self._at >= self._right and not self._fresh:
            self._end_line()
            self._start(self._shape.indent_left)
            stop = self._next_stop()
        if stop in self._shape.right_tabs:
            self._free = stop - self._at
            self._right = max(self._right, stop)
        self._at = min(stop, self._right)
        self._fresh = False

    def _next_stop(self) -> float:
        """Return the next tab stop: one that is set, the indent of a hanging paragraph, else the next one by default."""
        stops = [stop for stop in self._shape.tabs if stop > self._at + _SLACK]
        if self._shape.indent_left > self._at + _SLACK and not self._lines:
            stops.append(self._shape.indent_left)
        return min(stops) if stops else (math.floor(self._at / self._default_tab + 0.001) + 1) * self._default_tab

    def _close_word(self) -> None:
        """Set the word that has been gathered, on the next line where this one is full."""
        word = self._word
        if not word:
            return
        room = self._right + self._squeeze * (self._blanks + self._gap) + _SLACK
        if self._at + self._gap + word - self._free > room and not self._fresh:
            self._end_line()
            self._start(self._shape.indent_left)
        self._at += self._gap
        self._blanks += self._gap
        used = min(self._free, word)
        self._free -= used
        self._at += word - used
        self._gap = self._word = 0.0
        self._fresh = False
        self._ascent, self._descent = max(self._ascent, self._word_ascent), max(self._descent, self._word_descent)
        self._box = max(self._box, self._word_box)
        self._word_ascent = self._word_descent = self._word_box = 0.0
        if word > self._right - self._shape.indent_left:
            self._divide()

    def _divide(self) -> None:
        """Divide a word that is wider than a line wherever lines end."""
        ascent, descent = self._ascent, self._descent
        while self._at > self._right + _SLACK:
            rest = self._at - self._right
            self._end_line()
            self._start(self._shape.indent_left)
            self._at += min(rest, _LONGEST * (self._right - self._at))
            self._ascent, self._descent, self._fresh = ascent, descent, False

    def _end_line(self, ends: str = "") -> None:
        natural = (self._ascent + self._descent) or (self._mark.ascent + self._mark.descent)
        height = line_height(natural, self._shape, self._measure.pitch)
        leading = max(0.0, height - natural) if self._shape.line_spacing.rule is LineRule.MULTIPLE and not self._measure.pitch else 0.0
        if self._box > self._ascent and self._shape.line_spacing.rule is not LineRule.EXACT:
            height += self._box - self._ascent  # what line spacing adds, it adds for the letters beside the picture
        self._lines.append(Line(height, ends, leading))
