"""Two versions of a document, most often a DOCX and its PDF: how their words differ zone by zone, and what that comes from.

A cause is measured where the two texts show it; the renderer says in words what each zone's difference usually means.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mastercheck.language.ledger import NEVER_COUNTED, ledger_of
from mastercheck.language.words import words_of
from mastercheck.model.blocks import Zone
from mastercheck.model.demands import Profile
from mastercheck.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneDifference:
    """The words of a zone in both versions."""

    zone: Zone
    words: int
    other: int

    @property
    def difference(self) -> int:
        """How many more the other version has; negative for fewer."""
        return self.other - self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A cause that the two texts show.

    Attributes:
        name: "labels" (list labels of one are text in the other), "broken words" (those that a line end divides), "unseen" (hidden
            or deleted text, which only a DOCX holds), "only here" and "only there" (words that the other version lacks).
        words: how many it concerns.
    """

    name: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Two versions of a document, side by side.

    Attributes:
        assessed: words that the profile counts in each.
        rows: every zone that has words in either; their differences add up to that of the two totals.
    """

    assessed: tuple[int, int]
    rows: tuple[ZoneDifference, ...]
    causes: tuple[Cause, ...]


def reconcile(document: Document, other: Document, profile: Profile) -> Reconciliation:
    """Set two versions of a document side by side.

    Args:
        document: the one whose words were asked for.
        other: the one that it is compared with.
        profile: in force.
    """
    ours, theirs = ledger_of(document), ledger_of(other)
    rows = (ZoneDifference(zone=zone, words=ours.zones[zone], other=theirs.zones[zone]) for zone in Zone)
    return Reconciliation(
        assessed=(ours.count(profile), theirs.count(profile)),
        rows=tuple(row for row in rows if row.words or row.other),
        causes=tuple(cause for cause in _measure(document, other) if cause.words),
    )


def _measure(document: Document, other: Document) -> Iterator[Cause]:
    here, there = _words(document), _words(other)
    known, lacking = Counter(here), Counter(there)
    yield Cause(name="labels", words=abs(ledger_of(document).labels - ledger_of(other).labels))
    yield Cause(name="broken words", words=_count_broken(there, known) + _count_broken(here, lacking))
    yield Cause(name="unseen", words=sum(ledger_of(one).zones[zone] for one in (document, other) for zone in NEVER_COUNTED))
    yield Cause(name="only here", words=(known - lacking).total())
    yield Cause(name="only there", words=(lacking - known).total())


def _words(document: Document) -> list[str]:
    return [word for paragraph in (*document.paragraphs(), *document.furniture) for word in words_of(paragraph.text)]


def _count_broken(words: list[str], known: Counter[str]) -> int:
    """Count words that end with a hyphen and are whole, with the next one, in the other version."""
    return sum(
        first.endswith(("-", "\u2010")) and (first[:-1] + second in known or first + second in known) for first, second in pairwise(words)
    )
