"""A document read for evidence, once: its passages, the sentences that deny, and which subject each heading announces."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from weakref import WeakKeyDictionary

from mastercheck.language.passages import Passage, Text, read_text
from mastercheck.language.pipeline import load_data
from mastercheck.language.terms import Index
from mastercheck.language.titles import LEAST_FIT, fit
from mastercheck.model.demands import Subject
from mastercheck.model.document import Document

SHARE_OF_BEST = 0.12
"""A heading announces each subject that fits it at most this much worse than the best."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Which subjects a section's heading, or the nearest one above it, announces.

    Attributes:
        place: number of the section that has the heading; -1 where no heading announces anything.
        fits: how well, by id of the subject.
    """

    place: int = -1
    fits: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """A document read for evidence.

    Attributes:
        lines: index of the first word of every line, ascending, with its passage and its number there.
        denied: index after the last word of every sentence that denies.
    """

    text: Text
    lines: Sequence[int]
    passage_of: Sequence[tuple[int, int]]
    denied: frozenset[int]
    _owners: dict[tuple[str, ...], tuple[Owners, ...]] = field(default_factory=dict)

    def line_at(self, word: int) -> tuple[int, int]:
        """Return the passage that a word stands in and the number of its line there."""
        return self.passage_of[bisect_right(self.lines, word) - 1]

    def owners(self, subjects: Sequence[Subject]) -> tuple[Owners, ...]:
        """Return for every section which of the subjects its headings announce."""
        key = tuple(subject.id for subject in subjects)
        if key not in self._owners:
            self._owners[key] = _owners(self.text, subjects)
        return self._owners[key]

    def share_of(self, passage: Passage) -> float:
        """Return how far into the text a passage stands, from 0 to 1; 0 in a short text, where nothing is far."""
        return passage.first / self.text.size if self.text.size >= SHORT else 0.0


SHORT = 1500
"""In a text of fewer words nothing stands far from where it belongs."""

_READINGS: WeakKeyDictionary[Document, Reading] = WeakKeyDictionary()


def reading_of(document: Document) -> Reading:
    """Return a document read for evidence; it is read once and remembered as long as the document lives."""
    found = _READINGS.get(document)
    if found is None:
        found = _READINGS[document] = _read(document)
    return found


def _read(document: Document) -> Reading:
    text = read_text(document)
    lines, passages = [], []
    for number, passage in enumerate(text.passages):
        for line_number, line in enumerate(passage.lines):
            lines.append(line.first)
            passages.append((number, line_number))
    return Reading(text, lines, passages, _denied(text.index))


@cache
def _denials() -> tuple[str, ...]:
    return tuple(load_data("denials.toml")["denials"])


def _denied(index: Index) -> frozenset[int]:
    return frozenset(index.sentence_ends[first] for term in _denials() for first, _ in index.find(term))


def _owners(text: Text, subjects: Sequence[Subject]) -> tuple[Owners, ...]:
    found: list[Owners] = []
    for number, place in enumerate(text.places):
        title = place.titles[-1] if place.titles and (place.parent < 0 or place.titles != text.places[place.parent].titles) else ""
        fits = _announced(title, subjects) if title else {}
        if fits:
            found.append(Owners(number, fits))
        else:
            found.append(found[place.parent] if place.parent >= 0 else Owners())
    return tuple(found)


def _announced(title: str, subjects: Sequence[Subject]) -> dict[str, float]:
    fits = {subject.id: fit(title, subject.titles) for subject in subjects}
    best = max(fits.values(), default=0.0)
    return {id_: value for id_, value in fits.items() if value >= max(LEAST_FIT, best - SHARE_OF_BEST)}
