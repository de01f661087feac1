"""Shingles: every few words in a row as one number, and the index of those that stand in several documents.

Equal shingles are found by sorting them all: the time is that of the sorting, and nothing is missed that has so many equal words in a row.
MinHash with LSH, the usual way to find near-copies among millions, takes forty times as long here, brings along a library for scientific
computing, and finds less than half of a text in which every eighth word was changed (docs/similarity.md has the figures).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Places = NDArray[np.int64]

LENGTH = 5
"""Words of a shingle: so many in a row stay where one word in six is changed, and seldom stand in two texts by chance."""

MOST = 100
"""Occurrences of a shingle up to which it is a sign: what stands in more places is nobody's own. It bounds the work for each word."""

_FACTOR = 0x9E3779B97F4A7C15
"""An odd number without a pattern: the golden ratio in 64 bits."""


def shingle(keys: Keys) -> Keys:
    """Return the shingle that begins at each word, as a number; 0 where it would take in a break. Shorter by LENGTH - 1 than `keys`."""
    count = len(keys) - LENGTH + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    sums = np.zeros(count, dtype=np.uint64)
    whole = np.ones(count, dtype=bool)
    for step in range(LENGTH):
        part = keys[step : step + count]
        sums = (sums ^ part) * np.uint64(_FACTOR)
        whole &= part != 0
    return np.where(whole, sums | np.uint64(1), np.uint64(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Stretches of equal words that one document shares with others, one row each.

    Attributes:
        others: index of the other document; the rows are sorted by it.
        starts, other_starts: where the stretch begins in this document and in the other, in words.
        lengths: how many words it has.
    """

    others: Places
    starts: Places
    other_starts: Places
    lengths: Places


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """All shingles that stand in at least two documents, sorted.

    Attributes:
        documents, starts: for each occurrence its document and its place there.
        ends: for each occurrence the end of its group, the occurrences of the same shingle.
        sizes: for each occurrence the size of its group.
        own: for each document the places of its occurrences here, in reading order.
    """

    documents: Places
    starts: Places
    ends: Places
    sizes: Places
    own: tuple[Places, ...]

    def common(self, document: int) -> Places:
        """Return where in a document shingles stand that are in too many places to be a sign."""
        mine = self.own[document]
        return self.starts[mine[self.sizes[mine] > MOST]]

    def count_documents(self, document: int, start: int) -> int:
        """Return how many documents have the shingle that stands at a place of one."""
        mine = self.own[document]
        at = int(mine[np.searchsorted(self.starts[mine], start)])
        return len(np.unique(self.documents[self.ends[at] - self.sizes[at] : self.ends[at]]))

    def runs(self, document: int) -> Runs:
        """Return the stretches that a document shares with those after it."""
        mine = self.own[document]
        mine = mine[self.sizes[mine] <= MOST]
        counts = self.ends[mine] - mine - 1
        here = np.repeat(mine, counts)
        there = here + 1 + np.arange(len(here)) - np.repeat(np.cumsum(counts) - counts, counts)
        kept = self.documents[there] > document
        return _join(self.documents[there[kept]], self.starts[here[kept]], self.starts[there[kept]])


def build_index(texts: Sequence[Keys]) -> Index:
    """Return the index of documents, given the keys of their words. Time is that of sorting them."""
    shingles = [shingle(keys) for keys in texts]
    values = np.concatenate([*shingles, np.zeros(0, dtype=np.uint64)])
    documents = np.repeat(np.arange(len(texts)), [len(one) for one in shingles])
    starts = np.concatenate([*(np.arange(len(one)) for one in shingles), np.zeros(0, dtype=np.int64)])
    order = np.argsort(values, kind="stable")
    order = order[values[order] != 0]
    values, documents, starts = values[order], documents[order], starts[order]
    firsts, sizes = _group(values)
    several = documents[firsts] != documents[firsts + sizes - 1] if len(firsts) else np.zeros(0, dtype=bool)
    kept = np.repeat(several, sizes)
    sizes = sizes[several]
    documents, starts = documents[kept], starts[kept]
    by_document = np.lexsort((starts, documents))
    bounds = np.searchsorted(documents[by_document], np.arange(len(texts) + 1))
    own = tuple(by_document[bounds[at] : bounds[at + 1]] for at in range(len(texts)))
    return Index(documents, starts, np.repeat(np.cumsum(sizes), sizes), np.repeat(sizes, sizes), own)


def _group(values: Keys) -> tuple[Places, Places]:
    """Return where each group of equal values begins, and its size."""
    firsts = np.flatnonzero(np.concatenate([np.ones(min(len(values), 1), dtype=bool), values[1:] != values[:-1]]))
    return firsts, np.diff(np.append(firsts, len(values)))


def _join(others: Places, starts: Places, other_starts: Places) -> Runs:
    """Join shingles that follow one another in both documents."""
    shift = other_starts - starts
    order = np.lexsort((starts, shift, others))
    others, starts, other_starts, shift = others[order], starts[order], other_starts[order], shift[order]
    follows = (others[1:] == others[:-1]) & (shift[1:] == shift[:-1]) & (starts[1:] - starts[:-1] <= LENGTH)
    firsts = np.flatnonzero(np.concatenate([np.ones(min(len(starts), 1), dtype=bool), ~follows]))
    lasts = np.append(firsts[1:], len(starts))[: len(firsts)] - 1
    lengths = starts[lasts] - starts[firsts] + LENGTH
    order = np.lexsort((starts[firsts], others[firsts]))
    firsts, lengths = firsts[order], lengths[order]
    return Runs(others=others[firsts], starts=starts[firsts], other_starts=other_starts[firsts], lengths=lengths)


def split_runs(runs: Runs) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
    """Yield each other document with the stretches shared with it, as (start, start there, words), in reading order."""
    others, firsts = np.unique(runs.others, return_index=True)
    rows = list(zip(runs.starts.tolist(), runs.other_starts.tolist(), runs.lengths.tolist(), strict=True))
    bounds = [*firsts.tolist(), len(rows)]
    for other, (first, last) in zip(others.tolist(), pairwise(bounds), strict=False):
        yield other, rows[first:last]
