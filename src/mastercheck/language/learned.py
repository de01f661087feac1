"""Evidence by what tagged documents taught: the features of a passage, each weighed for the subject, added up.

The model is linear, so that each score can be explained by what added to it. Training, data and figures: training/README.md.
"""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from mastercheck.language.features import Features, Hits, find_all_hits, measure_passages
from mastercheck.language.reading import Reading, reading_of
from mastercheck.language.windows import Sign
from mastercheck.model.demands import Learned, LearnedSubject
from mastercheck.model.document import Document

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

    Numbers = NDArray[float32]

QUOTED = 3
"""Sentences, items or rows that are quoted together."""
SHOWN = 4
"""Words that a sign names."""
POINT = 1000
USUAL = 30
"""Passages of a text in which nothing is added for its length."""
LEAST_LENGTH = 8
"""Passages below which a text is no shorter."""
LEAST_RIVAL = -1.0
"""Points below which another subject is no rival."""
MOST_KIN = 2.0
"""Points of its kin that count for a subject, or against it, at most."""


Measured = tuple["array[int]", "array[float]"]


@dataclass(slots=True)
class Scores:
    """The passages of a document, weighed.

    Attributes:
        reading: the document.
        names: of the features, by row.
        measured: the features of each passage that the model knows: their rows, and their numbers.
        hits: of the terms in each passage.
        points: of each passage, for every subject in the order of `learned.columns`, before subjects compete.
        rivals: what each passage loses or gains by what else it is about, in the same order.
    """

    learned: Learned
    reading: Reading
    names: Sequence[str]
    measured: Sequence[Measured]
    hits: Mapping[str, Hits]
    points: "Numbers"
    rivals: "Numbers"

    def best(self, subject: LearnedSubject, without: Collection[int]) -> Iterator[int]:
        """Yield the numbers of the passages, the best for a subject first.

        Args:
            subject: what is looked for.
            without: numbers of paragraphs; a passage with one of them is none.
        """
        column = self.learned.columns[subject.id]
        for number in (self.points[:, column] + self.rivals[:, column]).argsort(kind="stable")[::-1].tolist():
            passage = self.reading.text.passages[number]
            if not any(line.paragraph.number in without for line in passage.lines[passage.context :]):
                yield number

    def signs(self, subject: LearnedSubject, number: int) -> tuple[Sign, ...]:
        """Return what spoke for and against a passage, what speaks most for it first; the signs come to its score."""
        column = self.learned.columns[subject.id]
        family = self.learned.family_of(subject.id)
        parts: dict[str, dict[str, float]] = {}
        for row, value in zip(*self.measured[number], strict=True):
            name, points = self.names[row], value * self.learned.weights[row][column] / POINT
            parts.setdefault(_sort(name, subject.id, points), {})[name] = points
        words = self._words(subject, number)
        longer = family.length * length_of(len(self.measured))
        told = {
            **{_tell(sort, points, words): sum(points.values()) for sort, points in parts.items()},
            "what else it is about": float(self.rivals[number, column]),
            "to begin with, in a text of this length": family.offsets[subject.id] - family.middles[subject.id] - longer,
        }
        return tuple(sorted((Sign(text, family.slope * points) for text, points in told.items()), key=lambda sign: -sign.points))

    def line(self, subject: LearnedSubject, number: int) -> int:
        """Return from which line of a passage on most of what speaks for a subject is said; a short one is quoted from its beginning."""
        passage = self.reading.text.passages[number]
        starts = range(min(passage.context, len(passage.lines) - 1), len(passage.lines))
        if len(starts) <= QUOTED:
            return starts[0]
        worth = [self._worth(subject, number, at) for at in range(len(passage.lines))]
        return max(starts, key=lambda start: sum(worth[start : start + QUOTED]))

    def _worth(self, subject: LearnedSubject, number: int, at: int) -> float:
        """Return what the words and the terms of one line are worth for a subject."""
        line = self.reading.text.passages[number].lines[at]
        stems = {key[0] for key in self.reading.text.index.keys[line.first : line.end]}
        facets = {hit.facet for hit in self.hits.get(subject.id, {}).get(number, ()) if hit.line == at and hit.facet >= 0}
        names = [*(f"word {stem}" for stem in stems), *(f"facet {subject.id}/{subject.cues[facet].name}" for facet in facets)]
        rows = [self.learned.features[name] for name in names if name in self.learned.features]
        return sum(self.learned.weights[row][self.learned.columns[subject.id]] for row in rows)

    def _words(self, subject: LearnedSubject, number: int) -> Mapping[str, str]:
        """Return the words in which each facet of a subject stands in a passage."""
        words: dict[str, dict[str, None]] = {}
        for hit in self.hits.get(subject.id, {}).get(number, ()):
            if hit.facet >= 0:
                words.setdefault(subject.cues[hit.facet].name, {})[hit.words] = None
        return {name: ", ".join(list(said)[:SHOWN]) for name, said in words.items()}


def _sort(name: str, subject: str, points: float) -> str:
    """Return with which other features one is told: each facet of the subject alone, the others by their sort."""
    sort, _, rest = name.partition(" ")
    if sort == "facet" and rest.startswith(f"{subject}/"):
        return name
    side = "for" if points > 0 else "against"
    if sort in {"word", "form", "class"}:
        return f"words {side}"
    if sort in {"title", "heading", "above"}:
        return f"heading {side}"
    return f"terms {side}" if sort in {"facet", "meet", "named"} else "place"


def _tell(sort: str, points: Mapping[str, float], words: Mapping[str, str]) -> str:
    kind, _, side = sort.partition(" ")
    if kind == "facet":
        facet = side.partition("/")[2]
        return f"{facet}: {words.get(facet, '')}"
    if kind == "place":
        return "place and form"
    strongest = sorted(points, key=lambda name: -abs(points[name]))[:SHOWN]
    said = ", ".join(name.partition(" ")[2] for name in strongest)
    title = {"words": "words", "heading": "heading", "terms": "terms of subjects"}[kind]
    return f"{title} {side}: {said}"


_SCORES: WeakKeyDictionary[Document, Scores] = WeakKeyDictionary()


def scores_of(document: Document, learned: Learned) -> Scores:
    """Return the passages of a document, weighed once and remembered as long as the document lives."""
    known = _SCORES.get(document)
    if known is None or known.learned is not learned:
        reading = reading_of(document)
        hits = find_all_hits(reading, learned.subjects)
        measured = [_keep_known(features, learned) for features in measure_passages(reading, learned.subjects, hits)]
        points = weigh(measured, learned)
        known = _SCORES[document] = Scores(learned, reading, tuple(learned.features), measured, hits, points, compete(points, learned))
    return known


def _keep_known(features: Features, learned: Learned) -> Measured:
    """Return the features that a model knows, packed: a long document has thousands of passages, each with a hundred features.

    They are in the order of the model's rows, so that sums of them are the same in every process.
    """
    known = sorted((learned.features[name], value) for name, value in features.items() if name in learned.features)
    return array("I", [row for row, _ in known]), array("f", [value for _, value in known])


def length_of(passages: int) -> float:
    """Return how long a text of so many passages is: 0 for a usual one, 1 for one e times as long."""
    return log(max(passages, LEAST_LENGTH) / USUAL)


def weigh(measured: Sequence[Measured], learned: Learned) -> "Numbers":
    """Return the points of passages for every subject, by features alone."""
    import numpy as np  # noqa: PLC0415 - a tenth of a second that only judging needs

    weights = np.asarray(learned.weights, dtype=np.float32).reshape(len(learned.features), len(learned.columns)) / POINT
    points = np.zeros((len(measured), len(learned.columns)), dtype=np.float32)
    for place, (rows, values) in enumerate(measured):
        points[place] = np.asarray(values) @ weights[np.asarray(rows)]
    return points


def compete(points: "Numbers", learned: Learned) -> "Numbers":
    """Return what passages lose or gain for every subject by what else they are about."""
    import numpy as np  # noqa: PLC0415 - see weigh

    changes = np.zeros_like(points)
    column = learned.columns
    logits = points + np.array([learned.family_of(name).offsets[name] for name in column], dtype=points.dtype)
    for family in learned.families if len(points) else ():
        members = [column[name] for name in family.offsets]
        if family.rivalry and len(members) > 1:
            own = logits[:, members]
            ranked = np.sort(own, axis=1)
            other = np.where(own == ranked[:, -1:], ranked[:, -2:-1], ranked[:, -1:])
            changes[:, members] -= family.rivalry * np.maximum(0, np.maximum(other, LEAST_RIVAL) - own)
        if family.kin:
            kin = [column[name] for name in family.kin]
            rest = [place for name, place in column.items() if place not in kin and name not in family.offsets]
            near = np.clip(logits[:, kin].max(axis=1), -MOST_KIN, MOST_KIN)
            apart = logits[:, rest].max(axis=1, initial=LEAST_RIVAL) - LEAST_RIVAL
            changes[:, members] += (family.near * near - family.apart * apart)[:, None]
    return changes
