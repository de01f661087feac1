"""The glyphs of a page as pdfium finds them: letter, place, font and size.

pdfium reads a page of text some ten times as quickly as pdfminer and is hardened against hostile files; so all text comes from it.
"""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from mastercheck.errors import LimitError
from mastercheck.model.formatting import TextFormat
from mastercheck.readers.pdf.fonts import text_format
from mastercheck.readers.pdf.sheet import Sheet

MOST_GLYPHS = 200_000
"""Glyphs of a page that are read at most; a full page of small print has ten thousand."""
NO_MARK = -1
"""Stands for a glyph that is in no marked content (ISO 32000-1 14.6)."""

_SLANT = 0.1
"""Text that is turned by more than this (tangent) from its page's direction is no running text: watermarks, labels of axes."""
_TINY = 2.0
"""Below this, a size is one of a font whose matrix does the scaling (Type 3, ISO 32000-1 9.6.5); the letter's box says how large it is."""
_OUTSIDE = 2.0
"""Points by which a glyph may stand outside of the page."""
_LINE_END_HYPHENS = frozenset({"\x02", "\ufffe"})
"""What pdfium gives in place of a hyphen at the end of a line."""
_BLANK_CODES = frozenset({0x20, 0xA0, 0x3000, 0x0D, 0x0A, 0x09})
_SURROGATES = range(0xD800, 0xE000)
_MOST_OBJECTS = 100_000


class Glyph(NamedTuple):
    """A letter on a page. Lengths are in points, from the left and from the top of the page as it is read.

    Attributes:
        x0, x1: its left and right edge; baseline: where it stands.
        size: of its font, scaled as it is shown.
        after_space: a blank stands before it in the page's content.
        mark: number of the marked content that it belongs to; NO_MARK outside of any.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    format: TextFormat
    after_space: bool = False
    mark: int = NO_MARK


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text object is set: its size as shown, its format, its direction as (cosine, sine), its marked content."""

    size: float
    format: TextFormat
    direction: tuple[float, float]
    mark: int


class _Found(NamedTuple):
    """A letter in the coordinates of the PDF (9.4.4), with the text object that it comes from."""

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    setting: _Setting
    source: int
    after_space: bool


def glyphs_of(page: pypdfium2.PdfPage, *, marked: bool = False) -> tuple[Sheet, list[Glyph]]:
    """Return how a page is read, and its glyphs in the order of its content.

    White space, text that is turned against the rest of the page, text outside of it and what is printed twice in one place are left out.

    Args:
        page: of a PDF.
        marked: the document has a structure tree, so that marked content matters.

    Raises:
        LimitError: the page has more glyphs than any page of text.
    """
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > MOST_GLYPHS:
            raise LimitError(
                f"A page holds {count:,} letters; {MOST_GLYPHS:,} are read at most.", "Check a PDF that holds the report alone."
            )
        found = list(_read(text_page.raw, count, marked=marked))
    finally:
        text_page.close()
    sheet = Sheet.of(page, _quarter_turns(found))
    return sheet, list(_placed(_printed_once(found), sheet))


def _read(page: object, count: int, *, marked: bool) -> Iterator[_Found]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    settings: dict[int, _Setting] = {}
    spaced = False
    for index in range(count):
        code = raw.FPDFText_GetUnicode(page, index)
        if code in _BLANK_CODES:
            spaced = spaced or raw.FPDFText_IsGenerated(page, index) != 1
            continue
        letter = letter_of(code)
        if not letter or not raw.FPDFText_GetLooseCharBox(page, index, box):
            continue
        source = ctypes.cast(raw.FPDFText_GetTextObject(page, index), ctypes.c_void_p).value or 0
        setting = settings.get(source)
        if setting is None:
            if len(settings) > _MOST_OBJECTS:
                return
            setting = settings[source] = _setting(page, index, abs(box.top - box.bottom), marked=marked)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        yield _Found(letter, (box.left, box.bottom, box.right, box.top), (x.value, y.value), setting, source, spaced)
        spaced = False


def letter_of(code: int) -> str:
    """Return the text of a code of pdfium: ligatures taken apart; "" for white space, marks of direction and what is no letter."""
    if not 0 < code <= 0x10FFFF or code in _SURROGATES:  # noqa: PLR2004 - the range of Unicode
        return ""
    letter = chr(code)
    if letter in _LINE_END_HYPHENS:
        return "-"
    if "\ufb00" <= letter <= "\ufb06":
        return unicodedata.normalize("NFKC", letter)
    if letter == "\xad":
        return letter
    return "" if letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Cn"} else letter


def _setting(page: object, index: int, height: float, *, marked: bool) -> _Setting:
    matrix = raw.FS_MATRIX()
    scale, direction = 1.0, (1.0, 0.0)
    if raw.FPDFText_GetMatrix(page, index, matrix):
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        length = (matrix.a**2 + matrix.b**2) ** 0.5
        if length:
            direction = (matrix.a / length, matrix.b / length)
    size = round(raw.FPDFText_GetFontSize(page, index) * scale, 1)
    if size < _TINY < height:
        size = round(height, 1)
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, index, buffer, 256, flags)
    weight = raw.FPDFText_GetFontWeight(page, index)
    mark = raw.FPDFPageObj_GetMarkedContentID(raw.FPDFText_GetTextObject(page, index)) if marked else NO_MARK
    return _Setting(size, text_format(buffer.value.decode("utf-8", "replace"), size, weight, flags.value), direction, mark)


def _quarter_turns(found: list[_Found]) -> int:
    """Return by how many quarters to the right a page must be turned so that most of its text stands upright."""
    directions: Counter[int] = Counter()
    for letter in found:
        cosine, sine = letter.setting.direction
        if abs(cosine) <= _SLANT or abs(sine) <= _SLANT:
            directions[(0 if cosine > 0 else 2) if abs(cosine) > abs(sine) else (1 if sine > 0 else 3)] += 1
    return max(directions, key=lambda turns: directions[turns]) if directions else 0


def _printed_once(found: list[_Found]) -> Iterator[_Found]:
    """Leave out a letter that another text object prints over, as some programs do for bold and for shadows.

    Letters of one object are kept: both letters of a ligature "ff" have the same place.
    """
    seen: dict[tuple[str, int, int], int] = {}
    for letter in found:
        place = (letter.text, round(letter.origin[0]), round(letter.origin[1]))
        if seen.setdefault(place, letter.source) == letter.source:
            yield letter


def _placed(found: Iterator[_Found], sheet: Sheet) -> Iterator[Glyph]:
    for letter in found:
        cosine, sine = sheet.upright(*letter.setting.direction)
        if cosine <= 0 or abs(sine) > _SLANT:
            continue
        left, bottom, right, top = letter.box
        a, b = sheet.place(left, bottom), sheet.place(right, top)
        x0, x1 = min(a[0], b[0]), max(a[0], b[0])
        _, baseline = sheet.place(*letter.origin)
        if -_OUTSIDE <= x0 <= sheet.width + _OUTSIDE and -_OUTSIDE <= baseline <= sheet.height + _OUTSIDE:
            setting = letter.setting
            yield Glyph(letter.text, x0, x1, baseline, setting.size, setting.format, letter.after_space, setting.mark)
