"""Sections of two drafts: which of one is which of the other, though it was moved, renumbered or renamed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils

from mastercheck.model.comparison import SectionChange
from mastercheck.model.location import part_label
from mastercheck.model.report import SectionWords

ALIKE = 86
"""Likeness of two titles, of 100, from which one is taken for the other renamed: "Plan" and "Plan and milestones", but not "The IT
strategy" and "The service strategy"."""

MOST = 500
"""Titles without an equal in the other draft up to which each is compared with each; in a document that has more, they count as new."""

CLOSER = 4
"""What the same number and the same level each add to the likeness of two titles."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A section made ready to be compared.

    Attributes:
        path: the titles of the headings above it and its own, without numbers.
    """

    number: str
    path: tuple[str, ...]
    level: int

    @property
    def title(self) -> str:
        return self.path[-1]


@dataclass(slots=True)
class _Match:
    """Which section of the old draft is which of the new one, by their places."""

    old: Sequence[_Entry]
    new: Sequence[_Entry]
    found: dict[int, int] = field(default_factory=dict)

    def left(self) -> tuple[list[int], list[int]]:
        """Return the sections of both drafts that are still without an equal."""
        taken = set(self.found.values())
        return [at for at in range(len(self.old)) if at not in taken], [at for at in range(len(self.new)) if at not in self.found]


def match_sections(old: Sequence[SectionWords], new: Sequence[SectionWords]) -> tuple[SectionChange, ...]:
    """Return every section of two drafts once: those of the new one in its order, each lost one before that which followed it.

    Sections are the same where they have the same title under the same headings, else the same title, else titles that are alike,
    else, where both follow the same section, the same number.
    """
    match = _Match(list(_prepare(old)), list(_prepare(new)))
    _match_equal(match, by_path=True)
    _match_equal(match, by_path=False)
    _match_alike(match)
    _match_numbers(match)
    return tuple(_arrange(old, new, match))


def _prepare(sections: Iterable[SectionWords]) -> Iterator[_Entry]:
    above: list[tuple[int, str]] = []
    for section in sections:
        number, title = part_label(section.title)
        above = [one for one in above if 0 < one[0] < section.level]
        above.append((section.level, utils.default_process(title)))
        yield _Entry(number, tuple(name for _, name in above), section.level)


def _match_equal(match: _Match, *, by_path: bool) -> None:
    waiting: defaultdict[object, list[int]] = defaultdict(list)
    old, new = match.left()
    for at in reversed(old):
        waiting[match.old[at].path if by_path else match.old[at].title].append(at)
    for at in new:
        equals = waiting[match.new[at].path if by_path else match.new[at].title]
        if equals:
            match.found[at] = equals.pop()


def _match_alike(match: _Match) -> None:
    old, new = match.left()
    if max(len(old), len(new)) > MOST:
        return
    titles = {at: match.old[at].title for at in old if match.old[at].title}
    pairs = []
    for at in new:
        for _, likeness, other in process.extract(match.new[at].title, titles, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=None):
            same_number = match.new[at].number == match.old[other].number != ""
            same_level = match.new[at].level == match.old[other].level
            pairs.append((-likeness - CLOSER * (same_number + same_level), abs(at - other), at, other))
    taken: set[int] = set()
    for *_, at, other in sorted(pairs):
        if at not in match.found and other not in taken:
            match.found[at] = other
            taken.add(other)


def _match_numbers(match: _Match) -> None:
    """Match what has the same number and level and follows the same section: it was given quite another title."""
    old, new = match.left()
    numbered = {(match.old[at].number, match.old[at].level): at for at in reversed(old) if match.old[at].number}
    for at in new:
        other = numbered.get((match.new[at].number, match.new[at].level))
        if other is not None and (match.found.get(at - 1) == other - 1 if at and other else at == other):
            match.found[at] = other


def _arrange(old: Sequence[SectionWords], new: Sequence[SectionWords], match: _Match) -> Iterator[SectionChange]:
    preceding = _list_lost(match)
    for at, section in enumerate(new):
        yield from (SectionChange(before=old[lost], after=None) for lost in preceding[at])
        equal = match.found.get(at)
        renamed = equal is not None and match.old[equal].title != match.new[at].title
        yield SectionChange(before=None if equal is None else old[equal], after=section, renamed=renamed)
    yield from (SectionChange(before=old[lost], after=None) for lost in preceding[None])


def _list_lost(match: _Match) -> Mapping[int | None, list[int]]:
    """Return the sections that are gone, by the section of the new draft that they are shown before; None for its end."""
    places = {other: at for at, other in match.found.items()}
    preceding: defaultdict[int | None, list[int]] = defaultdict(list)
    following: int | None = None
    for other in reversed(range(len(match.old))):
        following = places.get(other, following)
        if other not in places:
            preceding[following].insert(0, other)
    return preceding
