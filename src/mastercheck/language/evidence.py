"""Evidence: the passages of a document that are about a subject, scored so that each score can be explained.

A passage counts by the facets (cue groups) of the subject that meet in a few sentences, items or rows of it. A heading that announces
the subject speaks for all that stands under it; one that announces another subject speaks against, and so does it that the words are
more about another subject. What denies, and what the author says will come later, does not count.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from weakref import WeakKeyDictionary

from mastercheck.language.learned import scores_of
from mastercheck.language.passages import Passage
from mastercheck.language.reading import SHORT, Owners, Reading, reading_of
from mastercheck.language.titles import LEAST_FIT, SURE_FIT, fit
from mastercheck.language.windows import SIZE, Hit, Sign, Window, best_window, find_hits
from mastercheck.model.demands import LearnedSubject, Subject
from mastercheck.model.document import Document
from mastercheck.model.location import Location

HEADING = 3.0
"""What a heading that names the subject and nothing else adds; one that names it among other words adds less."""
INHERITED = 0.5
"""By what that is multiplied where the text stands under headings of its own below it, is hardly there, or shows no facet."""
RIVAL = -1.0
"""What a heading that names another subject takes away."""
BEATEN, MOST_BEATEN = -1.0, 2.0
"""What it takes away that the words are twice as much about another subject (by the scores that make each strong), and the limit."""
STRAY = -1.5
"""What it takes away that a passage stands far from where the subject belongs."""
APPENDIX = 0.5
"""By what a score in an appendix is multiplied."""
DEMAND_OF_SHORT = 0.75
"""The share of a score that a short text must reach: it says each thing briefly, and has fewer passages that come close by chance."""
KEPT = 3
"""Passages that are kept for each subject."""
LEAST_RELATIVE = 0.1
"""A share of a strong score below which another subject's lead grows no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage that speaks about a subject.

    Attributes:
        score: what its signs come to.
        signs: what spoke for and against it.
        home: it stands where the subject belongs.
    """

    location: Location
    score: float
    signs: tuple[Sign, ...]
    home: bool = True

    @property
    def told(self) -> tuple[str, ...]:
        """What spoke for and against it, a line for each sign."""
        return tuple(f"{sign.text} ({sign.points:+.2f})" for sign in self.signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a document holds about a subject.

    Attributes:
        found: the best passages, best first.
        demand: share of the subject's scores that is asked for.
    """

    subject: Subject
    found: tuple[Found, ...] = ()
    demand: float = 1.0

    @property
    def best(self) -> Found | None:
        """The passage with the highest score."""
        return self.found[0] if self.found else None

    @property
    def strong(self) -> bool:
        """Whether a passage is evidence."""
        return bool(self.found) and self.found[0].score >= self.subject.strong * self.demand

    @property
    def weak(self) -> bool:
        """Whether there is a passage that a person must look at, or a better one."""
        return bool(self.shown)

    @property
    def shown(self) -> tuple[Found, ...]:
        """The passages that a person must look at, or better ones."""
        return tuple(one for one in self.found if one.score >= self.subject.weak * self.demand)


Windows = Mapping[int, Window]
_WINDOWS: WeakKeyDictionary[Document, dict[int, tuple[Subject, Windows]]] = WeakKeyDictionary()


def find_evidence(document: Document, subject: Subject, rivals: Sequence[Subject] = (), *, without: Collection[int] = ()) -> Evidence:
    """Find the passages of a document that are about a subject.

    Args:
        document: as read.
        subject: what is looked for.
        rivals: the subjects that headings may announce and passages may be about instead, the subject among them or not.
        without: numbers of paragraphs that are no evidence (a declaration).
    """
    if isinstance(subject, LearnedSubject):
        return _find_learned(document, subject, without)
    reading = reading_of(document)
    others = tuple(rival for rival in rivals if rival.rival and rival.id != subject.id)
    hits = find_hits(reading, subject, without)
    windows = _windows(reading, subject, hits)
    if not without:
        _WINDOWS.setdefault(document, {})[id(subject)] = (subject, windows)
    beside = [(other, _windows_of(document, other)) for other in others] if subject.rival else []
    search = _Search(reading, subject, reading.owners(sorted((subject, *others), key=lambda one: one.id)), hits, windows, beside)
    found = sorted((*search.sections(), *search.passages()), key=lambda one: -one.score)
    return Evidence(subject=subject, found=tuple(found[:KEPT]), demand=1.0 if reading.text.size >= SHORT else DEMAND_OF_SHORT)


def _find_learned(document: Document, subject: LearnedSubject, without: Collection[int]) -> Evidence:
    """Find the passages by what was learned about a subject."""
    scores = scores_of(document, subject.learned)
    search = _Search(scores.reading, subject, (), {}, {}, ())
    found = [
        search.found(passage, scores.line(subject, number), scores.signs(subject, number), home=search.home(passage))
        for number in islice(scores.best(subject, without), KEPT)
        for passage in (scores.reading.text.passages[number],)
    ]
    return Evidence(subject=subject, found=tuple(sorted(found, key=lambda one: -one.score)))


def find_contrary(document: Document, subject: Subject, rivals: Sequence[Subject]) -> Found | None:
    """Return the passage that is evidence by the terms of a subject alone, against what was learned about it; None where none is.

    Args:
        document: as read.
        subject: what is looked for.
        rivals: as for `find_evidence`.
    """
    if not isinstance(subject, LearnedSubject):
        return None
    plain = {one.id: one for one in subject.learned.subjects}
    evidence = find_evidence(document, plain[subject.id], tuple(plain[rival.id] for rival in rivals if rival.id in plain))
    return evidence.best if evidence.strong else None


def _windows_of(document: Document, subject: Subject) -> Windows:
    """Return the best windows of a subject; they are found once and remembered as long as the document lives."""
    known = _WINDOWS.setdefault(document, {})
    if id(subject) not in known:
        reading = reading_of(document)
        known[id(subject)] = (subject, _windows(reading, subject, find_hits(reading, subject)))
    return known[id(subject)][1]


def _windows(reading: Reading, subject: Subject, hits: Mapping[int, Sequence[Hit]]) -> Windows:
    found = {number: best_window(reading.text.passages[number], subject, some) for number, some in hits.items()}
    return {number: window for number, window in found.items() if window.signs}


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for one subject in one reading."""

    reading: Reading
    subject: Subject
    owners: tuple[Owners, ...]
    hits: Mapping[int, Sequence[Hit]]
    windows: Windows
    beside: Sequence[tuple[Subject, Windows]]

    def passages(self) -> Iterator[Found]:
        """Yield every passage with hits that no heading of the subject stands over."""
        for number, window in self.windows.items():
            passage = self.reading.text.passages[number]
            if self.subject.id in self.owners[passage.place].fits:
                continue  # judged with its whole section
            signs = list(window.signs)
            home = self.home(passage)
            if not home:
                signs.append(Sign("far from where it belongs", STRAY))
            if self._rivalled(passage):
                signs.append(Sign("under a heading about something else", RIVAL))
            elif self.beside:
                signs.extend(self._beaten(number, sum(sign.points for sign in signs)))
            yield self.found(passage, window.line, signs, home=home)

    def sections(self) -> Iterator[Found]:
        """Yield each section whose heading announces the subject, as one piece."""
        members: dict[int, list[int]] = {}
        for number, passage in enumerate(self.reading.text.passages):
            owners = self.owners[passage.place]
            if self.subject.id in owners.fits:
                members.setdefault(owners.place, []).append(number)
        for place, numbers in members.items():
            yield self._section(place, numbers)

    def _section(self, place: int, numbers: Sequence[int]) -> Found:
        passages = [self.reading.text.passages[number] for number in numbers]
        size = sum(passage.end - passage.first for passage in passages if passage.place == place)
        share = 1.0 if size >= self.subject.least_words else INHERITED
        heading = Sign(
            f"heading “{self.reading.text.places[place].titles[-1]}”", HEADING * self.owners[place].fits[self.subject.id] ** 2 * share
        )
        windows = [
            best_window(passage, self.subject, self.hits.get(number, ()), named=True)
            for number, passage in zip(numbers, passages, strict=True)
        ]
        best = max(range(len(windows)), key=lambda at: windows[at].score)
        full = size >= self.subject.least_words and windows[best].score > 0
        weight = HEADING * self.owners[place].fits[self.subject.id] ** 2 * (1.0 if full else INHERITED)
        heading = Sign(f"heading “{self.reading.text.places[place].titles[-1]}”", weight)
        return self.found(passages[best], windows[best].line, (heading, *windows[best].signs), home=True)

    def _beaten(self, number: int, score: float) -> Iterator[Sign]:
        """Yield a sign where a passage is more about another subject, by the scores that make each strong."""
        own = max(score / self.subject.strong, LEAST_RELATIVE)
        passage = self.reading.text.passages[number]
        rivals = ((self._relative(other, windows[number], passage), other.id) for other, windows in self.beside if number in windows)
        best, name = max(rivals, default=(0.0, ""))
        lead = min(best / own - 1.0, MOST_BEATEN)
        if lead > 0:
            yield Sign(f"more about {name.replace('_', ' ')}", BEATEN * lead)

    def _relative(self, other: Subject, window: Window, passage: Passage) -> float:
        first, last = other.span  # in a short text as well: what stands in its beginning is hardly its conclusion
        home = first <= passage.first / max(1, self.reading.text.size) <= last
        return (window.score + (0.0 if home else STRAY)) / other.strong

    def _rivalled(self, passage: Passage) -> bool:
        """Return whether the passage's heading, or one above it that is no chapter's, surely announces something else."""
        owners = self.owners[passage.place]
        near = owners.place == passage.place or (owners.place >= 0 and len(self.reading.text.places[owners.place].titles) > 1)
        return near and any(value >= SURE_FIT for value in owners.fits.values())

    def home(self, passage: Passage) -> bool:
        """Return whether a passage stands where the subject belongs."""
        first, last = self.subject.span
        if self.reading.text.size < SHORT or first <= self.reading.share_of(passage) <= last:
            return True
        return any(fit(title, self.subject.homes) >= LEAST_FIT for title in self.reading.text.places[passage.place].titles)

    def found(self, passage: Passage, line: int, signs: Sequence[Sign], *, home: bool) -> Found:
        """Return a passage as it is told; in an appendix it is worth less."""
        score = sum(sign.points for sign in signs)
        if self.reading.text.places[passage.place].appendix:
            score = min(score, score * APPENDIX)
        window = passage.lines[line : line + SIZE[passage.kind]]
        paragraph = window[0].paragraph
        quote = " ".join(one.text for one in window if one.paragraph is paragraph)
        return Found(location=paragraph.location(quote), score=score, signs=tuple(signs), home=home)
