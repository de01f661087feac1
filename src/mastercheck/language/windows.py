"""Windows: a few sentences, items or rows of a passage that are read together, and what in them speaks for or against a subject."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    ordered = sorted(hits, key=lambda hit: hit.line)
    lines = [hit.line for hit in ordered]
    after_context = bisect_left(lines, passage.context)
    context = ordered[:after_context]
    required = [] if named else [(number, cue) for number, cue in enumerate(subject.cues) if cue.required]
    best = Window()
    for start in dict.fromkeys(lines[after_context:] or [0]):
        within = [*context, *ordered[bisect_left(lines, start, after_context) : bisect_left(lines, start + SIZE[passage.kind], after_context)]]
        if all(_shown(cue, number, within) for number, cue in required):
            window = Window(tuple(_signs(subject, within)), start)
            best = max(best, window, key=lambda one: one.score)
    return best


def _shown(cue: CueGroup, facet: int, hits: Iterable[Hit]) -> bool:
    return len({hit.words for hit in hits if hit.facet == facet}) >= cue.least


def _signs(subject: Subject, hits: Sequence[Hit]) -> list[Sign]:
    words: dict[int, dict[str, None]] = {}
    for hit in hits:
        words.setdefault(hit.facet, {})[hit.words] = None
    signs = []
    for number, cue in enumerate(subject.cues):
        found = words.get(number, {})
        if len(found) >= cue.least:
            more = min(len(found) - cue.least, MOST_MORE) * MORE
            signs.append(Sign(f"{cue.name}: {', '.join(list(found)[:SHOWN_WORDS])}", cue.weight * (1 + more)))
    signs.extend(Sign(f"against: {said}", AGAINST) for said in list(words.get(-1, {}))[:MOST_AGAINST])
    return signs
