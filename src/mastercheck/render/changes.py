"""Phrases about two drafts that the renderers share: what became of a gap, how many there are, what became of a section."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from mastercheck.model.comparison import Change, Comparison, SectionChange
from mastercheck.model.standing import Standing
from mastercheck.render.suppressions import count_suppressed

STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.NOT_ASKED: "not asked",
        Standing.MET: "met",
        Standing.SUPPRESSED: "suppressed",
        Standing.NOTE: "note",
        Standing.LOOK: "look",
        Standing.IMPROVE: "not met",
        Standing.CORRECT: "not met",
    }
)


def describe_course(change: Change, arrow: str) -> str:
    """Return what became of a gap: "not met → met", "9 → 2 places", or "not met" where nothing changed.

    Args:
        change: of a rule.
        arrow: between before and now.
    """
    before, now = (STANDINGS[standing] for standing in change.standings)
    if before != now:
        return f"{before} {arrow} {now}"
    first, last = change.places
    if first != last:
        return f"{first} {arrow} {last} {'place' if last == 1 else 'places'}"
    return now


def describe_gaps(comparison: Comparison) -> Iterator[str]:
    """Yield how many gaps were closed, opened and left: "3 closed", "1 opened", "2 still open", and how many findings do not count."""
    yield f"{len(comparison.closed)} closed"
    yield f"{len(comparison.opened)} opened"
    yield f"{len(comparison.open)} still open"
    if comparison.silent:
        yield f"{len(comparison.silent)} not judged any more"
    before, now = (count_suppressed(document) for document in (comparison.old, comparison.new))
    if before or now:
        yield f"{now} suppressed now, {before} before" if before != now else f"{now} suppressed, as before"


def describe_difference(words: int) -> str:
    """Return how many words were gained or lost: "+120", "-8", "same"."""
    return f"{words:+,}" if words else "same"


def describe_section(change: SectionChange) -> str:
    """Return the title of a section, and what became of it where that is more than its words."""
    if change.after is None:
        return f"{name_section(change.before.title)} (removed)" if change.before else ""
    title = name_section(change.after.title)
    if change.before is None:
        return f"{title} (new)"
    return f"{title} (was: {change.before.title})" if change.renamed else title


def name_section(title: str) -> str:
    """Return the title of a section; what stands before the first heading has none."""
    return title or "(before the first heading)"


def select_sections(sections: Iterable[SectionChange]) -> tuple[tuple[SectionChange, ...], int]:
    """Return the sections that are worth a line, and how many are left out: those with as many words as before, under the same name."""
    listed = tuple(sections)
    chosen = tuple(one for one in listed if one.difference or one.renamed or one.before is None or one.after is None)
    return chosen, len(listed) - len(chosen)
