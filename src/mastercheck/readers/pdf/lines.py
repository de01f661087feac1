"""Glyphs joined to words, and words to lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from mastercheck.model.blocks import Run
from mastercheck.model.formatting import TextFormat
from mastercheck.readers.pdf.glyphs import Glyph

SAME_LINE = 0.35
"""How far baselines of one line may lie apart, in sizes of the larger letter."""
SPACE = 0.17
"""A gap between letters from which on there is a space, in sizes."""
GUTTER = 1.6
"""A gap from which on two pieces of a line belong to different columns, in sizes."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap."""

    glyphs: tuple[Glyph, ...]

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def text(self) -> str:
        return "".join([glyph.text for glyph in self.glyphs])


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, without a gap as wide as a gutter.

    Attributes:
        page: number of its page, from 1.
        size: of most of its letters.
    """

    words: tuple[Word, ...]
    x0: float
    x1: float
    baseline: float
    size: float
    page: int

    @property
    def text(self) -> str:
        """Its words with spaces between."""
        return " ".join([word.text for word in self.words])

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(glyph.format.bold for word in self.words for glyph in word.glyphs)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its text by format."""
        letters: list[tuple[TextFormat, str]] = []
        for number, word in enumerate(self.words):
            if number:
                letters.append((word.glyphs[0].format if letters[-1][0] == word.glyphs[0].format else letters[-1][0], " "))
            letters.extend((glyph.format, glyph.text) for glyph in word.glyphs)
        return tuple(Run("".join(text for _, text in stretch), form) for form, stretch in groupby(letters, key=lambda one: one[0]))


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Return the lines of a page or of a part of it, from top to bottom and from left to right; a gutter parts lines."""
    return [line for row in _rows(glyphs) for line in _parted(_words(row), page)]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs by baseline; a raised or lowered letter belongs to the line that it is nearest to."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda one: one.baseline):
        if rows and glyph.baseline - base <= SAME_LINE * max(size, glyph.size):
            rows[-1].append(glyph)
            if glyph.size > size:
                base, size = glyph.baseline, glyph.size
        else:
            rows.append([glyph])
            base, size = glyph.baseline, glyph.size
    return rows


def _words(row: list[Glyph]) -> list[Word]:
    words: list[list[Glyph]] = []
    right = float("-inf")
    for glyph in sorted(row, key=lambda one: one.x0):
        if words and glyph.x0 - right <= SPACE * max(glyph.size, words[-1][-1].size):
            words[-1].append(glyph)
        else:
            words.append([glyph])
            right = float("-inf")
        right = max(right, glyph.x1)
    return [Word(tuple(word)) for word in words]


def _parted(words: Sequence[Word], page: int) -> list[Line]:
    lines: list[list[Word]] = []
    for word in words:
        if lines and word.x0 - lines[-1][-1].x1 <= GUTTER * word.glyphs[0].size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [make_line(line, page) for line in lines]


def make_line(words: Sequence[Word], page: int) -> Line:
    """Return a line of words that stand next to each other."""
    letters = [glyph for word in words for glyph in word.glyphs]
    sizes: dict[tuple[float, float], int] = {}
    for glyph in letters:
        key = (glyph.size, glyph.baseline)
        sizes[key] = sizes.get(key, 0) + 1
    (size, baseline), _ = max(sizes.items(), key=lambda one: (one[1], one[0]))
    return Line(tuple(words), words[0].x0, max(word.x1 for word in words), baseline, size, page)


def join_pieces(pieces: Sequence[Line]) -> Line:
    """Return the pieces of one row as one line again."""
    ordered = sorted(pieces, key=lambda piece: piece.x0)
    return make_line([word for piece in ordered for word in piece.words], ordered[0].page)
