"""What is usual in a document: its sizes, distances of lines, words and compounds."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mastercheck.readers.pdf.lines import Line

SINGLE = 1.17
"""Distance of baselines in a document that shows none, in sizes."""
_FARTHEST = 3.0
_STEP = 0.05
"""Sizes in which distances of lines are compared."""
_HYPHENS = ("-", "\u2010", "\xad")
_OFTEN = 0.15
"""Share of the distances from which on one is usual; several are where parts of a document are spaced differently."""
_HYPHENATING = 0.012
"""Share of the lines that end with a hyphen in a document that is hyphenated automatically; compounds alone make fewer."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is usual in a document.

    Attributes:
        size: of most letters, in points.
        pitches: widest usual distance of baselines inside of paragraphs, in sizes, by size of the letters.
        words, compounds: words without and with a hyphen that occur inside of lines, in lower case.
        hyphenating: words are parted at the ends of lines.
    """

    size: float
    pitches: dict[float, float]
    words: frozenset[str]
    compounds: frozenset[str]
    hyphenating: bool

    def pitch(self, size: float) -> float:
        """Return the usual distance of baselines of letters of a size, in points."""
        return size * (self.pitches.get(size) or self.pitches.get(self.size, SINGLE))


def _whole_words(text: str, *, begun: bool, ended: bool) -> str:
    """Return the text of a line without the parts of words that begin in the line before or end in the next."""
    if begun:
        text = text.partition(" ")[2]
    return text.rpartition(" ")[0] if ended else text


def _goes_on(line: Line, after: Line) -> bool:
    """Return whether a sentence certainly goes on in the next line."""
    return (
        after.text[:1].islower() and line.text[-1:] not in ".!?:;" and line.bold == after.bold and abs(after.x0 - line.x0) < 4 * line.size
    )


def usual_setting(columns: Iterable[Sequence[Line]]) -> Setting:
    """Return what is usual in the lines of a document, given by column."""
    sizes: Counter[float] = Counter()
    pitches: dict[float, Counter[float]] = {}
    words: set[str] = set()
    compounds: set[str] = set()
    lines = parted = 0
    for column in columns:
        before = False
        for line in column:
            text = line.text
            sizes[line.size] += len(text)
            ends = text.endswith(_HYPHENS)
            lines, parted = lines + 1, parted + ends
            for word in _WORD.findall(_whole_words(text.casefold(), begun=before, ended=ends)):
                (compounds if "-" in word else words).add(word)
            before = ends
        for line, after in pairwise(column):
            distance = (after.baseline - line.baseline) / line.size
            if after.size == line.size and 0 < distance < _FARTHEST and _goes_on(line, after):
                pitches.setdefault(line.size, Counter())[round(distance / _STEP) * _STEP] += 1
    usual = {size: max(distance for distance, count in found.items() if count >= _OFTEN * found.total()) for size, found in pitches.items()}
    size = max(sizes, key=lambda one: sizes[one]) if sizes else 10.0
    return Setting(size, usual, frozenset(words), frozenset(compounds), parted > max(1.0, _HYPHENATING * lines))
