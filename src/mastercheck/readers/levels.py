"""How a paragraph looks beside the others, and which level a heading has that only its looks or its typed number give away."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mastercheck.model.blocks import Block, Paragraph, ParagraphKind

_LARGER = 0.9
"""Points by which a heading's letters are at least larger than the text's."""
_LEAST_CAPITALS = 5
"""Letters of a line in capitals at least; a shorter one may be an abbreviation."""
_LOWEST = 9
"""Word has nine levels of headings (ISO/IEC 29500-1 17.3.1.20)."""


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """What makes a line stand out; a greater one stands out more.

    Attributes:
        size: of the letters in points, to half a point; 0 where unknown.
    """

    size: float = 0.0
    caps: bool = False
    bold: bool = False
    upright: bool = True

    @classmethod
    def of(cls, paragraph: Paragraph) -> "Look":
        """Return the look that all visible letters of a paragraph share."""
        runs = [run for run in paragraph.runs if run.visible and run.text.strip()]
        if not runs:
            return cls()
        sizes = Counter[float]()
        for run in runs:
            sizes[run.format.size or 0.0] += len(run.text)
        text = paragraph.text
        capitals = text.isupper() and sum(map(str.isalpha, text)) >= _LEAST_CAPITALS
        return cls(
            size=round(2 * max(sizes, key=lambda size: sizes[size])) / 2,
            caps=capitals or all(run.format.caps for run in runs),
            bold=all(run.format.bold for run in runs),
            upright=not all(run.format.italic for run in runs),
        )

    def stands_out(self, text: "Look") -> bool:
        """Return whether a line of this look stands out of text of another."""
        return (self.bold and not text.bold) or (self.caps and not text.caps) or self.size >= text.size + _LARGER


def look_of_text(blocks: Iterable[Block]) -> Look:
    """Return the look of most of the running text, by characters."""
    letters = Counter[tuple[float, bool, bool]]()
    for block in blocks:
        if isinstance(block, Paragraph) and block.kind in (ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM):
            for run in block.runs:
                if run.visible and run.format.size:
                    letters[run.format.size, run.format.caps, run.format.bold] += len(run.text)
    if not letters:
        return Look()
    size, caps, bold = max(letters, key=lambda look: letters[look])
    return Look(round(2 * size) / 2, caps=caps, bold=bold)


class Levels:
    """The levels of headings that no style gives, consistent over a document.

    Args:
        certain: depth of the number, level and look of the headings that a style gives, in order.
        likely: depth of the number (0 without one) and look of the others.
    """

    def __init__(self, certain: Sequence[tuple[int, int, Look]], likely: Sequence[tuple[int, Look]]) -> None:
        offsets = Counter(level - depth for depth, level, _ in certain if depth)
        self._offset = max(offsets, key=lambda offset: offsets[offset]) if offsets else 0
        self._top = min((level for _, level, _ in certain), default=1)
        self._current = 0
        known = Counter((look, level) for _, level, look in certain)
        known.update((look, self._numbered(depth)) for depth, look in likely if depth)
        self._known: dict[Look, int] = {}
        for (look, level), _ in known.most_common():
            self._known.setdefault(look, level)
        unknown = {look for depth, look in likely if not depth and look not in self._known}
        self._unknown = sorted(unknown, reverse=True)
        self._certain = bool(certain)

    def enter(self, level: int) -> None:
        """Note that a heading of a style follows here."""
        self._current = level

    def top(self) -> int:
        """Return the level of a chapter."""
        return self._top

    def level(self, depth: int, look: Look) -> int:
        """Return the level of a heading by the depth of its number (0 without one) and its look."""
        if depth:
            return self._numbered(depth)
        if look in self._known:
            return self._known[look]
        above = [level for other, level in self._known.items() if other > look]
        if not above:
            return min(_LOWEST, self._top + (0 if self._known else self._unknown.index(look)))
        base = self._current if self._certain and self._current else max(above)
        weaker = [other for other in self._unknown if any(known > other for known in self._known)]
        return min(_LOWEST, base + 1 + weaker.index(look))

    def _numbered(self, depth: int) -> int:
        return max(1, min(_LOWEST, depth + self._offset))
