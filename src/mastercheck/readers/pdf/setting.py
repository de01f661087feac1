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
_HYPHENATING = 0.012
"""Share of the lines that end with a hyphen in a document that is hyphenated automatically; compounds alone make fewer."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is usual in a document.

    Attributes:
        size: of most letters, in points.
        pitches: usual distance of baselines in sizes, by size of the letters.
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


def usual_setting(columns: Iterable[Sequence[Line]]) -> Setting:
    """Return what is usual in the lines of a document, given by column."""
    sizes: Counter[float] = Counter()
    pitches: dict[float, Counter[float]] = {}
    words: set[str] = set()
    compounds: set[str] = set()
    lines = parted = 0
    for column in columns:
        for line in column:
            text = line.text
            sizes[line.size] += len(text)
            lines += 1
            parted += text.endswith(("-", "\u2010", "\xad"))
            for word in _WORD.findall(text.casefold()):
                (compounds if "-" in word else words).add(word)
        for line, after in pairwise(column):
            distance = (after.baseline - line.baseline) / line.size
            if after.size == line.size and 0 < distance < _FARTHEST:
                pitches.setdefault(line.size, Counter())[round(distance, 2)] += 1
    usual = {size: max(found, key=lambda distance: (found[distance], -distance)) for size, found in pitches.items()}
    size = max(sizes, key=lambda one: sizes[one]) if sizes else 10.0
    return Setting(size, usual, frozenset(words), frozenset(compounds), parted > max(1.0, _HYPHENATING * lines))
