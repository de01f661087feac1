"""The word ledger: every word of a document in exactly one zone and one section, so that any figure can be reconciled with any other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from weakref import WeakKeyDictionary

from mastercheck.language.stored_words import judge_stored
from mastercheck.language.words import count_words
from mastercheck.model.blocks import Paragraph, Revision, Run, Zone, paragraphs_of
from mastercheck.model.demands import Profile
from mastercheck.model.document import Document, Section
from mastercheck.model.report import SectionWords, WordSummary

NOT_IN_STATUS_BAR = frozenset({Zone.HEADERS_FOOTERS, Zone.HIDDEN, Zone.DELETED})
"""Zones that Word leaves out of the figure at the foot of its window."""

NEVER_COUNTED = frozenset({Zone.HIDDEN, Zone.DELETED})
"""Zones that no profile counts: the reader of the printed page does not see them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLedger:
    """The words of one section, its subsections left out.

    Attributes:
        label: number and title of its heading; "" for what stands before the first heading.
    """

    label: str
    level: int
    zones: Mapping[Zone, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The words of a document.

    Attributes:
        zones: words of every zone, none left out.
        sections: the same words by section, in reading order; headers and footers stand in none.
        inserted: words that are in `zones` and hold a tracked insertion.
        labels: words of automatic list labels and heading numbers, which are in no zone (RULEBOOK decision 2).
    """

    zones: Mapping[Zone, int]
    sections: tuple[SectionLedger, ...]
    inserted: int
    labels: int = 0

    @property
    def total(self) -> int:
        """All words: what a profile includes and what it excludes."""
        return sum(self.zones.values())

    @property
    def word_status_bar(self) -> int:
        """What Word shows at the foot of its window, with notes and text boxes included."""
        return sum(words for zone, words in self.zones.items() if zone not in NOT_IN_STATUS_BAR)

    def count(self, profile: Profile) -> int:
        """Return how many words a profile counts."""
        return sum(self.zones[zone] for zone in profile.included - NEVER_COUNTED)

    def summary(self, document: Document, profile: Profile, profiles: Iterable[Profile]) -> WordSummary:
        """Return the ledger under a profile, for the report."""
        included = tuple(zone for zone in Zone if zone in profile.included - NEVER_COUNTED)
        return WordSummary(
            assessed=self.count(profile),
            profile=profile.name,
            zones={zone.value: self.zones[zone] for zone in Zone},
            included=tuple(zone.value for zone in included),
            excluded=tuple(zone.value for zone in Zone if zone not in included),
            sections=tuple(
                SectionWords(title=section.label, level=section.level, words=sum(section.zones.get(zone, 0) for zone in included))
                for section in self.sections
            ),
            profiles={other.name: self.count(other) for other in profiles},
            word_status_bar=self.word_status_bar,
            inserted=self.inserted,
            stored=document.metadata.stored,
            stored_nature=judge_stored(document).value,
            labels=self.labels,
        )


_LEDGERS: WeakKeyDictionary[Document, Ledger] = WeakKeyDictionary()


def ledger_of(document: Document) -> Ledger:
    """Return the ledger of a document, worked out once while the document lives."""
    ledger = _LEDGERS.get(document)
    if ledger is None:
        ledger = _LEDGERS[document] = _count(document)
    return ledger


def _count(document: Document) -> Ledger:
    zones: Counter[Zone] = Counter(dict.fromkeys(Zone, 0))
    sections, inserted = [], 0
    for section in document.walk_sections():
        words: Counter[Zone] = Counter()
        for paragraph in _own_paragraphs(section):
            inserted += _tally(paragraph, words)
        sections.append(SectionLedger(label=section.label, level=section.level, zones=dict(words)))
        zones.update(words)
    for paragraph in document.furniture:
        inserted += _tally(paragraph, zones)
    labels = sum(count_words(paragraph.list_label) for paragraph in document.paragraphs() if paragraph.list_label)
    return Ledger(zones=dict(zones), sections=tuple(sections), inserted=inserted, labels=labels)


def _own_paragraphs(section: Section) -> Iterator[Paragraph]:
    if section.heading:
        yield section.heading
    yield from paragraphs_of(section.blocks)


def _tally(paragraph: Paragraph, zones: Counter[Zone]) -> int:
    """Add the words of a paragraph to its zones and return how many are tracked insertions."""
    zones[paragraph.zone] += count_words(paragraph.text)
    unseen = inserted = 0
    for run in paragraph.runs:
        unseen += not run.visible
        inserted += run.visible and run.revision is Revision.INSERTED
    if unseen:
        zones[Zone.HIDDEN] += _count_stretches(paragraph.runs, Zone.HIDDEN)
        zones[Zone.DELETED] += _count_stretches(paragraph.runs, Zone.DELETED)
    return _count_stretches(tuple(run for run in paragraph.runs if run.visible), None) if inserted else 0


def _place_of(run: Run) -> Zone | Revision | None:
    """Return where a run's words are: HIDDEN, DELETED, INSERTED, or None for plain text."""
    if run.revision is Revision.DELETED:
        return Zone.DELETED
    if run.hidden:
        return Zone.HIDDEN
    return run.revision


def _count_stretches(runs: tuple[Run, ...], wanted: Zone | None) -> int:
    """Count the words of each stretch of neighbouring runs in a place; None means tracked insertions."""
    place = wanted or Revision.INSERTED
    return sum(count_words("".join(run.text for run in stretch)) for found, stretch in groupby(runs, _place_of) if found == place)


def counted_text(document: Document, profile: Profile) -> str:
    """Return exactly the text whose words a profile counts, a line for each paragraph."""
    counted = profile.included - NEVER_COUNTED
    paragraphs = [*document.paragraphs(), *document.furniture]
    return "\n".join(text for paragraph in paragraphs if paragraph.zone in counted and (text := paragraph.text.strip()))
