"""What the name of a font in a PDF says: family, weight and slope."""

import re
from functools import lru_cache

from mastercheck.model.formatting import Origin, OriginKind, TextFormat

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(
    r"(?:[\s,-]?(?:BoldItalicMT|BoldItalic|BoldOblique|BoldMT|ItalicMT|Bold|Italic|Oblique|PSMT|PS|MT)"
    r"|[,-](?:Regular|Roman|SemiBold|Semibold|DemiBold|Demi|Medium|Book|Bd|It))+$"
)
"""What a name says besides the family; words that families have in their names too count after a sign only."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOGETHER = {"Deja Vu": "DejaVu", "Sans Serif": "SansSerif"}
"""Names of families whose parts are written together."""
_BOLD = re.compile(r"bold|black|heavy|demi|[,-]bd\b", re.IGNORECASE)
_LIGHT_BOLD = re.compile(r"(?:^|[,-])(?:cmbx|sfbx|ecbx|lmbx|lmroman\d*-bold|nimbus\w*-medi$)", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|[,-]it\b|^(?:cmti|sfti|ecti|lmri)", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD, _ITALIC = 1 << 18, 1 << 6


@lru_cache(maxsize=4096)
def text_format(font: str, size: float, weight: int, flags: int) -> TextFormat:
    """Return the format that a font in a size gives.

    Args:
        font: its name in the PDF.
        size: in points.
        weight: 100 to 900; less than 1 where it is not known.
        flags: of the font's descriptor (ISO 32000-1 9.8.2).
    """
    bare = _SUBSET.sub("", font)
    bold = bool(_BOLD.search(bare) or _LIGHT_BOLD.search(bare)) or bool(flags & _FORCE_BOLD) or weight >= _BOLD_WEIGHT
    italic = bool(_ITALIC_NAME.search(bare)) or bool(flags & _ITALIC)
    origin = Origin(OriginKind.GLYPHS)
    return TextFormat(font=family_of(bare) or None, size=size, bold=bold, italic=italic, font_origin=origin, size_origin=origin)


def family_of(font: str) -> str:
    """Return the family of a font's name: "ABCDEF+TimesNewRomanPS-BoldMT" is "Times New Roman"."""
    bare = _STYLE.sub("", _SUBSET.sub("", font)).strip(" ,-")
    name = " ".join(_CAMEL.sub(" ", bare).split())
    for parted, together in _TOGETHER.items():
        name = name.replace(parted, together)
    return name
