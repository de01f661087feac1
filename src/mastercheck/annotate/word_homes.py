"""Which paragraphs of a DOCX comments stand in."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from mastercheck.annotate.word_comments import name_beside
from mastercheck.annotate.word_ranges import Home, local_name
from mastercheck.readers.docx.names import Element

_SINGLE: Final = ("dataBinding", "text", "date", "dropDownList", "comboBox", "picture")
"""Properties of a content control whose whole content is one value, which Word may write again (17.5.2)."""


class Homes:
    """The paragraphs of a document as places of comments. Each is made ready once, with the first comment that it gets."""

    def __init__(self, paragraphs: Sequence[Element]) -> None:
        """Prepare.

        Args:
            paragraphs: all of them, those in text boxes too; at least one.
        """
        self._paragraphs = paragraphs
        self._nearest = _find_nearest(paragraphs)
        self._homes: dict[int, Home] = {}
        self.title = next((place for place, paragraph in enumerate(paragraphs) if _holds_text(paragraph)), 0)
        """Place of the first paragraph that has text."""

    def find(self, place: int) -> Home:
        """Return the paragraph at a place, or the nearest, after it rather than before, that a comment can stand in."""
        nearest = self._nearest[place]
        if nearest not in self._homes:
            self._homes[nearest] = Home(self._paragraphs[nearest])
        return self._homes[nearest]

    def write(self) -> None:
        """Put the marks of all comments into the paragraphs."""
        for home in self._homes.values():
            home.write()


def _find_nearest(paragraphs: Sequence[Element]) -> list[int]:
    """Return for each paragraph the place of the nearest that can hold a comment, after it rather than before; its own where none can."""
    known: dict[Element | None, bool] = {}
    holding = []
    for place, paragraph in enumerate(paragraphs):
        parent = paragraph.getparent()
        if parent not in known:
            known[parent] = _can_hold(paragraph)
        if known[parent]:
            holding.append(place)
    if not holding:
        return list(range(len(paragraphs)))
    return [holding[min(bisect_left(holding, place), len(holding) - 1)] for place in range(len(paragraphs))]


def _holds_text(paragraph: Element) -> bool:
    """Return whether anything is written in a paragraph, in text boxes that are anchored there too."""
    return any((text.text or "").strip() for text in paragraph.iter(name_beside(paragraph, "t")))


def _can_hold(paragraph: Element) -> bool:
    """Return whether a paragraph can hold the marks of a comment: it stands in no text box and is not the value of a content control."""
    around = list(paragraph.iterancestors())
    if any(local_name(one) in ("p", "Fallback") for one in around):
        return False
    controls = [one for one in around if local_name(one) == "sdt"]
    return not any(control.find(f"{{*}}sdtPr/{{*}}{name}") is not None for control in controls for name in _SINGLE)
