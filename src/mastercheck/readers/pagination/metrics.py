"""How wide and how high text is: the core-14 metrics that pdfminer.six carries, and factors for other fonts (fonts.toml says whence)."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, TypedDict, cast

from pdfminer.fontmetrics import FONT_METRICS

_CORE: Final = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
}
_EM: Final = 1000.0
_ARABIC: Final = 420.0
"""Width of an Arabic letter, which stands narrower in a word than alone."""
_INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})
"""Categories of characters that take no room: combining marks and formatting characters."""


class _Family(TypedDict):
    """What fonts.toml says of a family."""

    like: str
    regular: float
    bold: float
    ascent: float
    descent: float


class _Weights(TypedDict):
    """Factors letter by letter."""

    regular: list[float]
    bold: list[float]


class _Letters(TypedDict):
    """The letters that factors are given for, and the families that have some."""

    order: str
    families: dict[str, _Weights]


class _Fonts(TypedDict):
    """What fonts.toml holds."""

    unknown: str
    families: dict[str, _Family]
    aliases: dict[str, str]
    letters: _Letters


class Widths(dict[str, float]):
    """Widths of letters in thousandths of an em; those that no table holds are derived when they are first asked for."""

    def __missing__(self, letter: str) -> float:
        self[letter] = width = self._derive(letter)
        return width

    def _derive(self, letter: str) -> float:
        if unicodedata.category(letter) in _INVISIBLE:
            return 0.0
        parts = unicodedata.normalize("NFKD", letter)
        if parts != letter and parts[0].isascii():
            return sum([self[part] for part in parts])
        if unicodedata.east_asian_width(letter) in "WF":
            return _EM
        if letter.isspace():
            return self[" "]
        if unicodedata.bidirectional(letter) == "AL":
            return _ARABIC
        return self["N"] if letter.isupper() else self["n"]


@dataclass(frozen=True, slots=True)
class Face:
    """A font in one weight.

    Attributes:
        widths: of its letters, in thousandths of an em.
        ascent, descent: of a single line above and below the baseline, in ems.
    """

    widths: Widths
    ascent: float
    descent: float

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points, of letters of a size in points."""
        widths = self.widths
        return sum([widths[letter] for letter in text]) * size / _EM


@cache
def _fonts() -> _Fonts:
    data = tomllib.loads(resources.files(__package__).joinpath("fonts.toml").read_text(encoding="utf-8"))
    return cast("_Fonts", data)


def _name_of(family: str | None) -> str:
    """Return the name by which a family is listed, if it is."""
    name = (family or "").casefold().strip()
    return _fonts()["aliases"].get(name, name)


def is_known(family: str | None) -> bool:
    """Return whether a family's metrics are known."""
    return _name_of(family) in _fonts()["families"]


@cache
def face(family: str | None, *, bold: bool = False) -> Face:
    """Return a font by its family's name, in any case; the one that stands in for it where it is not known."""
    fonts = _fonts()
    name = _name_of(family)
    name = name if name in fonts["families"] else fonts["unknown"]
    facts = fonts["families"][name]
    core: dict[str, float] = FONT_METRICS[_CORE[facts["like"]][bold]][1]
    factor = facts["bold"] if bold else facts["regular"]
    widths = Widths({letter: width * factor for letter, width in core.items()})
    if letters := fonts["letters"]["families"].get(name):
        factors = letters["bold"] if bold else letters["regular"]
        widths.update({letter: core[letter] * own for letter, own in zip(fonts["letters"]["order"], factors, strict=True)})
    return Face(widths, facts["ascent"], facts["descent"])
