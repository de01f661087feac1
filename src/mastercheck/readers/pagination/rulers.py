"""Rulers: what a run of one format measures, and how high it stands."""

from collections.abc import Callable
from typing import Final

from mastercheck.model.formatting import TextFormat
from mastercheck.readers.pagination.metrics import face

SCRIPT: Final = 2 / 3
"""Size of superscripts and subscripts, as a share of the text's."""
RAISED: Final = 0.33
"""By how much a superscript stands higher than the text, in ems of the text."""
LOWERED: Final = 0.08
SMALL_CAPITALS: Final = 0.8
"""Size of small capitals, as a share of the text's."""
_MOST_KEPT: Final = 50_000
"""Widths that a ruler remembers: more different words are a document of names or numbers."""


class Ruler:
    """Measures text of one format.

    Attributes:
        ascent, descent: of a line of it, in points.
        blank: width of a space.
        size: of its letters, in points.
    """

    __slots__ = ("_bold", "_capitals", "_face", "_known", "_spacing", "ascent", "blank", "descent", "size")

    def __init__(self, form: TextFormat, usual: float) -> None:
        """Make a ruler.

        Args:
            form: the format.
            usual: size in points where the format names none.
        """
        whole = form.size or usual
        self.size = whole * SCRIPT if form.vertical else whole
        self._face = face(form.font, bold=form.bold)
        self._spacing = form.spacing
        self._capitals: Callable[[str], float] | None = (
            self._all_capitals if form.caps else self._small_capitals if form.small_caps else None
        )
        self._known: dict[str, float] = {}
        raised = {"superscript": RAISED, "subscript": -LOWERED}.get(form.vertical or "", 0.0) * whole
        self.ascent = self._face.ascent * self.size + raised
        self.descent = self._face.descent * self.size - raised
        self.blank = self.width(" ")

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        known = self._known.get(text)
        if known is not None:
            return known
        width = (self._capitals(text) if self._capitals else self._face.width(text, self.size)) + self._spacing * len(text)
        if len(self._known) < _MOST_KEPT:
            self._known[text] = width
        return width

    def _all_capitals(self, text: str) -> float:
        return self._face.width(text.upper(), self.size)

    def _small_capitals(self, text: str) -> float:
        capitals = "".join([letter for letter in text if letter == letter.upper()])
        small = "".join([letter for letter in text if letter != letter.upper()]).upper()
        return self._face.width(capitals, self.size) + self._face.width(small, self.size * SMALL_CAPITALS)


class Rulers:
    """The rulers of a document: one for each format.

    Args:
        usual: size in points of text whose format names none.
    """

    def __init__(self, usual: float) -> None:
        self._usual = usual
        self._by_identity: dict[int, tuple[TextFormat, Ruler]] = {}
        self._by_format: dict[TextFormat, Ruler] = {}

    def of(self, form: TextFormat) -> Ruler:
        """Return the ruler of a format. Readers share equal formats, so that most are found by their identity."""
        found = self._by_identity.get(id(form))
        if found is None:
            ruler = self._by_format.get(form)
            if ruler is None:
                ruler = self._by_format[form] = Ruler(form, self._usual)
            found = self._by_identity[id(form)] = (form, ruler)
        return found[1]
