"""Windows: a few sentences, items or rows of a passage that are read together, and what in them speaks for or against a subject."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from mastercheck.language.passages import Passage, PassageKind
from mastercheck.language.reading import Reading
from mastercheck.model.demands import CueGroup, Subject

SIZE = {PassageKind.PROSE: 6, PassageKind.LIST: 6, PassageKind.TABLE: 8}
"""Sentences, items or rows that are read together."""
MORE, MOST_MORE = 0.3, 2
"""What a further hit of the same facet adds, as a share of its weight, and how many do."""
AGAINST, MOST_AGAINST = -1.0, 2
"""What a term against the subject takes away, and how many do."""
SHOWN_WORDS = 4
"""Hits of a facet that a sign names."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that spoke for or against a passage.

    Attributes:
        text: the facet with the words that showed it, or the heading.
        points: what it added to the score.
    """

    text: str
    points: float


@dataclass(frozen=True, slots=True)
class Window:
    """The best window of a passage.

    Attributes:
        line: number of its first line in the passage.
    """

    signs: tuple[Sign, ...] = ()
    line: int = 0

    @property
    def score(self) -> float:
        """The sum of its signs."""
        return sum(sign.points for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found: its line in a passage, its facet (-1: against), and the words that stand there."""

    line: int
    facet: int
    words: str


def find_hits(reading: Reading, subject: Subject, without: Collection[int] = ()) -> Mapping[int, Sequence[Hit]]:
    """Return the hits of a subject's terms by number of the passage, in the order of its facets.

    Args:
        reading: the document.
        subject: whose terms are looked for.
        without: numbers of paragraphs in which nothing counts.
    """
    index, passages = reading.text.index, reading.text.passages
    denied = reading.denied if subject.deniable else frozenset()
    hits: dict[int, list[Hit]] = {}
    for facet, terms in (*((number, cue.terms) for number, cue in enumerate(subject.cues)), (-1, subject.against)):
        taken: set[int] = set()  # the words of a hit are no further hit of the same facet
        for term in terms:
            for first, last in index.find(term):
                if first in taken or last in taken or (denied and index.sentence_ends[first] in denied):
                    continue
                taken.update((first, last))
                number, line = reading.line_at(first)
                if passages[number].lines[line].paragraph.number not in without:
                    words = " ".join(index.forms[first : last + 1]).casefold()
                    hits.setdefault(number, []).append(Hit(line, facet, words))
    return hits


def best_window(passage: Passage, subject: Subject, hits: Iterable[Hit], *, named: bool = False) -> Window:
    """Return the window of a passage in which most speaks for a subject; one without signs where none has what is required.

    Args:
        passage: where the hits are.
        subject: what is looked for.
        hits: of the subject in the passage.
        named: a heading names the subject, so that no facet is required.
    """
    best, most = Window(), 0.0
    for start, said in _read_together(passage, hits):
        points = _points(subject, said)
        if points > most and (named or _has_required(subject, said)):
            best, most = Window(tuple(_signs(subject, said)), start), points
    return best


def best_points(passage: Passage, subject: Subject, hits: Iterable[Hit]) -> tuple[float, float]:
    """Return the score of the best window of a passage, and the score that it would have if no facet were required."""
    best = named = 0.0
    for _, said in _read_together(passage, hits):
        points = _points(subject, said)
        named = max(named, points)
        if points > best and _has_required(subject, said):
            best = points
    return best, named


_Said = Mapping[int, Mapping[str, None]]
"""The words of the hits that are read together, in their order, by facet."""


def _read_together(passage: Passage, hits: Iterable[Hit]) -> Iterator[tuple[int, _Said]]:
    """Yield the first line of every window in which there are hits, and what is said in it and in the context of the passage."""
    ordered = sorted(hits, key=attrgetter("line"))
    lines = [hit.line for hit in ordered]
    after_context = bisect_left(lines, passage.context)
    for start in dict.fromkeys(lines[after_context:] or [0]):
        said: dict[int, dict[str, None]] = {}
        first, last = (bisect_left(lines, line, after_context) for line in (start, start + SIZE[passage.kind]))
        for hit in (*ordered[:after_context], *ordered[first:last]):
            said.setdefault(hit.facet, {})[hit.words] = None
        yield start, said


def _has_required(subject: Subject, said: _Said) -> bool:
    return all(len(said.get(number, ())) >= cue.least for number, cue in enumerate(subject.cues) if cue.required)


def _points(subject: Subject, said: _Said) -> float:
    """Return what the signs of a window come to, without making them."""
    shown = sum(_worth(subject.cues[facet], words) for facet, words in said.items() if facet >= 0)
    return shown + AGAINST * min(MOST_AGAINST, len(said.get(-1, ())))


def _worth(cue: CueGroup, words: Collection[str]) -> float:
    return cue.weight * (1 + min(len(words) - cue.least, MOST_MORE) * MORE) if len(words) >= cue.least else 0.0


def _signs(subject: Subject, said: _Said) -> Iterator[Sign]:
    for facet in sorted(said):
        words = list(said[facet])
        if facet >= 0 and len(words) >= subject.cues[facet].least:
            yield Sign(f"{subject.cues[facet].name}: {', '.join(words[:SHOWN_WORDS])}", _worth(subject.cues[facet], words))
    for against in list(said.get(-1, ()))[:MOST_AGAINST]:
        yield Sign(f"against: {against}", AGAINST)
