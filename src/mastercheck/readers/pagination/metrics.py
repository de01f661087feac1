"""How wide and how high text is: the core-14 metrics that pdfminer carries, and factors for other fonts."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pdfminer.fontmetrics import FONT_METRICS

UNKNOWN = "times new roman"
"""Which font stands in for one that is not known."""
WIDE = 1.0
"""Width of an ideograph or kana, in ems."""
_FIRST_WIDE = 0x1100
_SUFFIXES = {"Helvetica": ("Helvetica", "Helvetica-Bold"), "Times": ("Times-Roman", "Times-Bold"), "Courier": ("Courier", "Courier-Bold")}


@dataclass(frozen=True, slots=True)
class Face:
    """A font in one weight.

    Attributes:
        widths: of letters, in thousandths of an em, before `factor`.
        mean: width of a letter that `widths` lacks.
        factor: of this font against the one that was measured.
        line: height of a single line, in ems.
        known: the font is one whose metrics are known.
    """

    widths: dict[str, int]
    mean: int
    factor: float
    line: float
    known: bool

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points."""
        thousandths = sum([self._letter(letter) for letter in text])
        return thousandths * size * self.factor / 1000

    def _letter(self, letter: str) -> float:
        width = self.widths.get(letter)
        if width is not None:
            return width
        return WIDE * 1000 / self.factor if ord(letter) >= _FIRST_WIDE else self.mean


@cache
def _families() -> dict[str, dict[str, float | str]]:
    data: dict[str, dict[str, float | str]] = tomllib.loads(resources.files(__package__).joinpath("fonts.toml").read_text(encoding="utf-8"))["families"]
    return data


@cache
def face(family: str | None, *, bold: bool = False) -> Face:
    """Return a font by its family's name; one that stands in for it where it is not known."""
    families = _families()
    name = (family or "").casefold().strip()
    known = name in families
    facts = families[name if known else UNKNOWN]
    widths: dict[str, int] = FONT_METRICS[_SUFFIXES[str(facts["twin"])][bold]][1]
    return Face(widths, widths["x"], float(facts["bold" if bold else "regular"]), float(facts["line"]), known)
