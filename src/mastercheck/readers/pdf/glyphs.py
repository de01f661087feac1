"""The glyphs of a page, as pdfium finds them: letter, place, font and size."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2
from pypdfium2 import raw

from mastercheck.errors import LimitError
from mastercheck.model.formatting import Origin, OriginKind, TextFormat

MOST_GLYPHS = 200_000
"""Glyphs of a page that are read at most; a full page of small print has ten thousand."""
SLANT = 0.1
"""Text that is turned by more than this (tangent) is no running text: watermarks, labels of axes."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[,-]?(?:Bold|Italic|Oblique|Regular|Roman|BoldItalic|BoldMT|ItalicMT|BoldItalicMT|PSMT|PS|MT|Medium|Semibold|SemiBold|It|Bd))+$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOLD_WEIGHT = 600
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6
_HYPHEN_MARKS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter on a page. Lengths are in points, from the left and from the top of the page.

    Attributes:
        x0, x1: its left and right edge; baseline: where it stands.
        size: of its font, scaled as it is shown.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    format: TextFormat


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text object is set: its size as shown, its format, whether it is turned."""

    size: float
    format: TextFormat
    turned: bool


def glyphs_of(page: pypdfium2.PdfPage, height: float) -> list[Glyph]:
    """Return the glyphs of a page in the order of its content; white space, turned text and what is printed twice in one place left out.

    Raises:
        LimitError: the page has more glyphs than any page of text.
    """
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > MOST_GLYPHS:
            raise LimitError(f"A page holds {count:,} letters; {MOST_GLYPHS:,} are read at most.", "Check a PDF of the report alone.")
        return list(_unprinted_twice(_read(text_page.raw, count, height)))
    finally:
        text_page.close()


def _read(page: object, count: int, height: float) -> Iterator[Glyph]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    settings: dict[int | None, _Setting] = {}
    for index in range(count):
        letter = _letter(raw.FPDFText_GetUnicode(page, index))
        if not letter or raw.FPDFText_IsGenerated(page, index) == 1:
            continue
        key = ctypes.cast(raw.FPDFText_GetTextObject(page, index), ctypes.c_void_p).value
        setting = settings.get(key)
        if setting is None:
            setting = settings[key] = _setting(page, index)
        if setting.turned or not raw.FPDFText_GetLooseCharBox(page, index, box):
            continue
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        yield Glyph(letter, box.left, max(box.right, box.left), height - y.value, setting.size, setting.format)


def _letter(code: int) -> str:
    """Return the letter of a code; "" for white space and for what is no letter."""
    if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the range of Unicode, without surrogates
        return ""
    letter = chr(code)
    letter = _HYPHEN_MARKS.get(letter, letter)
    if letter.isspace() or unicodedata.category(letter) == "Cc":
        return ""
    return unicodedata.normalize("NFKC", letter) if "\ufb00" <= letter <= "\ufb06" else letter


def _unprinted_twice(glyphs: Iterator[Glyph]) -> Iterator[Glyph]:
    """Leave out a letter that is printed over itself, as some programs do for bold."""
    seen: set[tuple[str, int, int]] = set()
    for glyph in glyphs:
        place = (glyph.text, round(glyph.x0), round(glyph.baseline))
        if place not in seen:
            seen.add(place)
            yield glyph


def _setting(page: object, index: int) -> _Setting:
    matrix = raw.FS_MATRIX()
    scale, turned = 1.0, False
    if raw.FPDFText_GetMatrix(page, index, matrix):
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        turned = abs(matrix.b) > SLANT * abs(matrix.a)
    size = round(raw.FPDFText_GetFontSize(page, index) * scale, 1)
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetFontInfo(page, index, buffer, 256, flags)
    weight = raw.FPDFText_GetFontWeight(page, index)
    return _Setting(size, text_format(buffer.value.decode("utf-8", "replace"), size, weight, flags.value), turned)


@cache
def text_format(font: str, size: float, weight: int, flags: int) -> TextFormat:
    """Return the format of a font.

    Args:
        font: its name in the PDF.
        size: in points.
        weight: 100 to 900; less than 1 where it is not known.
        flags: of the font's descriptor (ISO 32000-1 9.8.2).
    """
    bare = _SUBSET.sub("", font)
    lowered = bare.lower()
    bold = "bold" in lowered or "black" in lowered or bool(flags & _FORCE_BOLD) or weight >= _BOLD_WEIGHT
    italic = "italic" in lowered or "oblique" in lowered or bool(flags & _ITALIC)
    origin = Origin(OriginKind.GLYPHS)
    return TextFormat(font=family_of(bare) or None, size=size, bold=bold, italic=italic, font_origin=origin, size_origin=origin)


def family_of(font: str) -> str:
    """Return the family of a font's name: "ABCDEF+TimesNewRomanPS-BoldMT" is "Times New Roman"."""
    bare = _STYLE.sub("", _SUBSET.sub("", font)).strip(" ,-")
    return " ".join(_CAMEL.sub(" ", bare).split())
