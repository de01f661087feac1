"""What is measured of a passage before it is judged: its words, its headings, its place, and the terms of every subject in it.

A feature is a name and a number, mostly between 0 and 1. The name's first part is its sort:

    word STEM       the passage has a word of this stem; less in a long passage
    form WORD       how often a small word stands in it: person, tense and denial
    class {CLASS}   how often words of a class stand in it: numbers, months, money
    title WORD      its heading has this word
    facet ID/NAME   it has terms of this facet of a subject
    meet ID         how many facets of a subject meet in a few sentences of it; `named ID` the same without those that are required
    heading ID      how well its heading announces a subject; `above ID` the best of the headings above it
    place N         how near it stands to the Nth tenth of the text
    kind NAME, length
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log1p, sqrt

from mastercheck.language.passages import Passage
from mastercheck.language.reading import Reading
from mastercheck.language.titles import fit
from mastercheck.language.windows import Hit, best_points, find_hits
from mastercheck.model.demands import Subject

Features = dict[str, float]

WORDS = 6.0
"""What all the different words of a passage come to together, as the length of a vector."""
LEAST_WORDS = 12
CLASSES, FORMS, USUAL = 8.0, 15.0, 20
"""Shares of a passage that count as full are one in 8 words of a class and one in 15 of a small word, in passages of 20 words or more."""
MOST_TERMS = 3
TERMS = 0.5
"""What a facet that is met counts: less than a heading, since a long passage has terms of many subjects."""
TITLE = 0.7
TENTHS = 10
SMALL = frozenset(
    "i my me we our will shall would was were had is are has should must not no who because if".split()  # noqa: SIM905 - read as a sentence
)
"""Words that tell of whom and of when a sentence speaks."""

_TITLE_WORD = re.compile(r"[^\W\d_]+")

Hits = Mapping[int, Sequence[Hit]]


def find_all_hits(reading: Reading, subjects: Sequence[Subject]) -> Mapping[str, Hits]:
    """Return the hits of every subject by its id, and by number of the passage."""
    return {subject.id: find_hits(reading, subject) for subject in subjects}


def measure_passages(reading: Reading, subjects: Sequence[Subject], hits: Mapping[str, Hits]) -> Iterator[Features]:
    """Yield the features of every passage of a document, in order.

    Args:
        reading: the document.
        subjects: whose terms and titles are features.
        hits: of their terms.
    """
    for number, passage in enumerate(reading.text.passages):
        features: Features = {f"kind {passage.kind.value}": 1.0, "length": log1p(passage.end - passage.first) / 5}
        features.update(_place(passage.first / max(1, reading.text.size)))
        features.update(_words(reading, passage))
        features.update(_titles(reading.text.places[passage.place].titles, subjects))
        for subject in subjects:
            found = hits[subject.id].get(number)
            if found:
                features.update(_terms(passage, subject, found))
        yield features


def _place(share: float) -> Iterator[tuple[str, float]]:
    for tenth in range(TENTHS + 1):
        near = 1 - abs(share * TENTHS - tenth)
        if near > 0:
            yield f"place {tenth}", near


def _words(reading: Reading, passage: Passage) -> Iterator[tuple[str, float]]:
    """Yield what the words of a passage are; those of a sentence that denies say nothing."""
    index = reading.text.index
    said = [line for line in passage.lines if line.end > line.first and index.sentence_ends[line.first] not in reading.denied]
    keys = [key for line in said for key in index.keys[line.first : line.end]]
    forms = [form.casefold() for line in said for form in index.forms[line.first : line.end]]
    stems = {key[0] for key in keys}
    weight = WORDS / sqrt(max(LEAST_WORDS, len(stems)))
    for stem in stems:
        yield f"word {stem}", weight
    size = max(USUAL, len(forms))
    for name, count in Counter(name for key in keys for name in key[1:]).items():
        yield f"class {name}", min(1.0, count / size * CLASSES)
    for form, count in Counter(form for form in forms if form in SMALL).items():
        yield f"form {form}", min(1.0, count / size * FORMS)


def _titles(titles: Sequence[str], subjects: Sequence[Subject]) -> Iterator[tuple[str, float]]:
    if not titles:
        return
    for word in set(_TITLE_WORD.findall(titles[-1].casefold())):
        yield f"title {word}", TITLE
    for subject in subjects:
        fits = [fit(title, subject.titles) for title in titles] if subject.titles else [0.0]
        if max(fits):
            yield f"heading {subject.id}", fits[-1] ** 2
            yield f"above {subject.id}", max(fits) ** 2


def _terms(passage: Passage, subject: Subject, hits: Sequence[Hit]) -> Iterator[tuple[str, float]]:
    found: dict[int, set[str]] = {}
    for hit in hits:
        found.setdefault(hit.facet, set()).add(hit.words)
    for facet, words in found.items():
        name = subject.cues[facet].name if facet >= 0 else "against"
        yield f"facet {subject.id}/{name}", TERMS * sqrt(min(MOST_TERMS, len(words)))
    for name, points in zip(("meet", "named"), best_points(passage, subject, hits), strict=True):
        yield f"{name} {subject.id}", TERMS * min(2.0, points / subject.strong)
