"""How wide and how high text is: the core-14 metrics that pdfminer.six carries, and factors for other fonts (fonts.toml says whence)."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, TypedDict, cast

import tomli
from pdfminer.fontmetrics import FONT_METRICS

_CORE: Final = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
}
_EM: Final = 1000.0
_INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})
"""Categories of characters that take no room: combining marks and formatting characters."""


class _Family(TypedDict, total=False):
    """What fonts.toml says of a family."""

    like: str
    regular: float
    bold: float
    ascent: float
    descent: float
    letters: str


class Widths(dict[str, float]):
    """Widths of letters in thousandths of an em; those that no table holds are derived when they are first asked for."""

    def __init__(self, core: dict[str, float], factor: float) -> None:
        super().__init__({letter: width * factor for letter, width in core.items()})

    def __missing__(self, letter: str) -> float:
        self[letter] = width = self._derive(letter)
        return width

    def _derive(self, letter: str) -> float:
        if unicodedata.category(letter) in _INVISIBLE:
            return 0.0
        base = unicodedata.normalize("NFKD", letter)
        if base != letter and base.isascii():
            return sum(self[part] for part in base)
        if unicodedata.east_asian_width(letter) in "WF":
            return _EM
        if letter.isspace():
            return self[" "]
        return self["N"] if letter.isupper() else self["n"]


@dataclass(frozen=True, slots=True)
class Face:
    """A font in one weight.

    Attributes:
        widths: of its letters, in thousandths of an em.
        ascent, descent: of a single line above and below the baseline, in ems.
        known: whether it is a font whose metrics are known, not another that stands in for it.
    """

    widths: Widths
    ascent: float
    descent: float
    known: bool

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points, of letters of a size in points."""
        widths = self.widths
        return sum([widths[letter] for letter in text]) * size / _EM


@cache
def _data() -> dict[str, object]:
    return tomli.loads(resources.files(__package__).joinpath("fonts.toml").read_text(encoding="utf-8"))


def _families() -> dict[str, _Family]:
    return cast("dict[str, _Family]", _data()["families"])


@cache
def face(family: str | None, *, bold: bool = False) -> Face:
    """Return a font by its family's name, in any case; the one that stands in for it where it is not known."""
    families = _families()
    name = (family or "").casefold().strip()
    known = name in families
    facts = families[name if known else str(_data()["unknown"])]
    weight = "bold" if bold else "regular"
    core: dict[str, float] = FONT_METRICS[_CORE[facts["like"]][bold]][1]
    widths = Widths(core, facts["bold"] if bold else facts["regular"])
    if "letters" in facts:
        tables = cast("dict[str, dict[str, list[float]]]", _data()["letters"])
        order = cast("str", tables["order"])
        scale = (facts["bold"] if bold else facts["regular"]) / _families()[facts["letters"]][cast("Literal['regular']", weight)]
        widths.update(
            {letter: core[letter] * factor * scale for letter, factor in zip(order, tables[facts["letters"]][weight], strict=True)}
        )
    return Face(widths, facts["ascent"], facts["descent"], known)


def is_known(family: str | None) -> bool:
    """Return whether a family's metrics are known."""
    return (family or "").casefold().strip() in _families()
