"""A cohort of documents: which passages two of them share, and which text very many of them have."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import LCSseq

from mastercheck.model.similarity import CommonText, ComparedDocument, Passage, SharingPair, Similarity
from mastercheck.similarity.chains import Chain, cover, join_stretches
from mastercheck.similarity.shingles import LENGTH, Index, build_index, split_runs
from mastercheck.similarity.text import BREAK, Text


@dataclass(frozen=True, slots=True)
class _Match:
    """Two documents, by their places in the list of all, and the passages that they share."""

    first: int
    second: int
    chains: tuple[Chain, ...]

    def spans(self, document: int) -> Iterator[tuple[int, int]]:
        """Yield start and end of the passages in one of the two."""
        for chain in self.chains:
            yield (chain.start, chain.end) if document == self.first else (chain.other_start, chain.other_end)


def find_shared(texts: Sequence[Text], minimum: int, earlier: Sequence[Text] = ()) -> Similarity:
    """Return the passages that any two documents share: a pure function of the texts.

    Time grows with the number of words, and with what is really shared.

    Args:
        texts: of the documents of the cohort, each made by `prepare`, with different paths.
        minimum: words that a passage has at least.
        earlier: of documents that the cohort is compared with, and which are not compared among themselves.
    """
    every = [*texts, *earlier]
    index = build_index([text.keys for text in every])
    matches = list(_match(index, len(texts), minimum))
    counted = [np.concatenate([[0], np.cumsum(text.keys != BREAK)]).tolist() for text in every]
    spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for match in matches:
        for document in (match.first, match.second):
            spans[document] += match.spans(document)
    documents = tuple(
        ComparedDocument(path=text.path, words=text.words, shared=cover(spans[at], counted[at]), earlier=at >= len(texts))
        for at, text in enumerate(every)
    )
    pairs = [_describe_pair(match, every, documents, counted) for match in matches]
    pairs.sort(key=lambda pair: (-max(pair.shares), -min(pair.shares), pair.first.path, pair.second.path))
    return Similarity(minimum=minimum, documents=documents, pairs=tuple(pairs), common=tuple(_find_common(every, index, minimum)))


def _match(index: Index, count: int, minimum: int) -> Iterator[_Match]:
    """Yield each of the first `count` documents with each after it that shares a passage with it."""
    for document in range(count):
        for other, stretches in split_runs(index.runs(document)):
            chains = join_stretches(stretches, minimum)
            if chains:
                yield _Match(document, other, chains)


def _describe_pair(
    match: _Match, texts: Sequence[Text], documents: Sequence[ComparedDocument], counted: Sequence[list[int]]
) -> SharingPair:
    first, second = (cover(match.spans(at), counted[at]) / documents[at].words for at in (match.first, match.second))
    return SharingPair(
        first=documents[match.first],
        second=documents[match.second],
        passages=tuple(_describe(texts[match.first], texts[match.second], chain) for chain in match.chains),
        shares=(first, second),
    )


def _describe(text: Text, other: Text, chain: Chain) -> Passage:
    here, there = text.keys[chain.start : chain.end], other.keys[chain.other_start : chain.other_end]
    words = [one[one != BREAK].tolist() for one in (here, there)]
    first, end = text.locate(chain.start, chain.end)
    second, other_end = other.locate(chain.other_start, chain.other_end)
    equal = LCSseq.similarity(*words)
    return Passage(first=first, second=second, ends=(end, other_end), words=(len(words[0]), len(words[1])), equal=equal)


def _find_common(texts: Sequence[Text], index: Index, minimum: int) -> Iterator[CommonText]:
    """Yield each text that stands in too many places to be a sign, once."""
    listed: list[CommonText] = []
    told: set[tuple[int, ...]] = set()
    for document, text in enumerate(texts):
        for start, end in _find_stretches(index.common(document).tolist()):
            shingles = tuple(text.keys[start : start + LENGTH].tolist())
            if end - start < minimum or shingles in told:
                continue
            told.update(tuple(text.keys[at : at + LENGTH].tolist()) for at in range(start, end - LENGTH + 1))
            count = index.count_documents(document, start)
            listed.append(CommonText(path=text.path, place=text.locate(start, end)[0], words=end - start, documents=count))
    yield from sorted(listed, key=lambda one: (-one.words, one.path))


def _find_stretches(starts: list[int]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the stretches of words that shingles at these places make."""
    breaks = [at for at, (one, other) in enumerate(pairwise(starts), 1) if other - one > LENGTH]
    for first, last in pairwise([0, *breaks, len(starts)]):
        if last > first:
            yield starts[first], starts[last - 1] + LENGTH
