"""The title of a document: the largest letters of all, on the first page and nowhere else."""

from collections.abc import Sequence

from mastercheck.readers.pdf.passages import Passage

LARGER = 1.25
"""The title's letters are larger than the text's by this at least."""
_NEAR = 0.05
_MOST_WORDS = 40
_WITHIN = 20
"""Passages among which the title stands."""


def find_title(passages: Sequence[Passage], size: float) -> frozenset[int]:
    """Return the positions of the passages that make the title; none where the largest letters stand in several places.

    Args:
        passages: of the document.
        size: of most letters, in points.
    """
    sizes = {position: passage.lines[0].size for position, passage in enumerate(passages) if passage.lines}
    if not sizes:
        return frozenset()
    largest = max(sizes.values())
    found = [position for position, one in sizes.items() if one >= (1 - _NEAR) * largest]
    together = found[-1] - found[0] == len(found) - 1 and found[-1] < _WITHIN
    words = sum(len(line.words) for position in found for line in passages[position].lines)
    first_page = all(passages[position].page == passages[0].page and not passages[position].heading for position in found)
    return frozenset(found) if together and first_page and largest >= LARGER * size and words <= _MOST_WORDS else frozenset()
