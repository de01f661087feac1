"""Stretches of equal words become passages: neighbours are joined over a few changed words, and what is too short is left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

GAP = 15
"""Words that may be changed, put in or left out between two stretches of one passage, and never more than the shorter stretch has."""


@dataclass(slots=True)
class Chain:
    """A passage in the making: where it begins and ends in both documents, and the words of its last stretch."""

    start: int
    end: int
    other_start: int
    other_end: int
    last: int

    @property
    def words(self) -> int:
        """Words of the shorter side."""
        return min(self.end - self.start, self.other_end - self.other_start)

    def accepts(self, start: int, other_start: int, words: int) -> bool:
        """Return whether a stretch goes on with it: soon after its end, or over its end, in both documents."""
        gaps = start - self.end, other_start - self.other_end
        return max(gaps) <= min(GAP, self.last, words) and min(gaps) > -words and start > self.start and other_start > self.other_start

    def extend(self, start: int, other_start: int, words: int) -> None:
        """Take in a stretch."""
        self.end, self.other_end = max(self.end, start + words), max(self.other_end, other_start + words)
        self.last = words


def join_stretches(stretches: Iterable[tuple[int, int, int]], minimum: int) -> tuple[Chain, ...]:
    """Return the passages that two documents share.

    Args:
        stretches: of equal words, as (start, start in the other, words), ordered by the first.
        minimum: words that a passage has at least, in both documents.

    Returns:
        passages in the order of the first document, of which no two are the same words of either document.
    """
    chains = sorted((chain for chain in _chain(stretches) if chain.words >= minimum), key=lambda chain: (-chain.words, chain.start))
    kept: list[Chain] = []
    for chain in chains:
        if not any(_overlap(chain, other) for other in kept):
            kept.append(chain)
    return tuple(sorted(kept, key=lambda chain: chain.start))


def _chain(stretches: Iterable[tuple[int, int, int]]) -> Iterator[Chain]:
    going: list[Chain] = []
    for start, other_start, words in stretches:
        over = [chain for chain in going if chain.end + GAP < start]
        if over:
            yield from over
            going = [chain for chain in going if chain.end + GAP >= start]
        fitting = [chain for chain in going if chain.accepts(start, other_start, words)]
        if fitting:
            nearest = min(fitting, key=lambda chain: abs((start - chain.end) - (other_start - chain.other_end)))
            nearest.extend(start, other_start, words)
        else:
            going.append(Chain(start, start + words, other_start, other_start + words, words))
    yield from going


def _overlap(one: Chain, other: Chain) -> bool:
    """Return whether more than half of the shorter passage is the same words as the other, in either document."""
    here = min(one.end, other.end) - max(one.start, other.start)
    there = min(one.other_end, other.other_end) - max(one.other_start, other.other_start)
    return 2 * max(here, there) > min(one.words, other.words)


def cover(spans: Iterable[tuple[int, int]], counted: Sequence[int]) -> int:
    """Return how many words stand in spans, each counted once.

    Args:
        spans: start and end of each.
        counted: for each place how many words stand before it, breaks left out; one longer than the text.
    """
    total = reached = 0
    for start, end in sorted(spans):
        if end > reached:
            total += counted[end] - counted[max(start, reached)]
            reached = end
    return total
