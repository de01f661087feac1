"""The tables of a rulebook's main file, but for its rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from mastercheck.model.demands import Profile
from mastercheck.model.document import DocumentKind
from mastercheck.rulebook.border import convert
from mastercheck.rulebook.catalogue import note_unknown_keys
from mastercheck.rulebook.entries import AreaEntry, GroupsEntry, Heading, ProfileEntry
from mastercheck.rulebook.mistakes import Mistakes, Place
from mastercheck.rulebook.schema import Recognition, SideEntry, Template, TimelineEntry, Unjudged
from mastercheck.rulebook.sources import Source

T = TypeVar("T")

NAMES = frozenset(
    {"rulebook", "groups", "profiles", "areas", "templates", "recognition", "timeline", "side_entry", "unjudged", "rule"},
)

NO_HEADING = Heading(id="", edition="", title="", source="", profile="", subjects="", catalogue="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What the main file holds beside its rules; empty where it does not fit."""

    heading: Heading
    groups: tuple[str, ...]
    profiles: Mapping[str, Profile]
    areas: Mapping[str, AreaEntry]
    templates: Mapping[DocumentKind, Template]
    recognition: Mapping[DocumentKind, Recognition]
    timeline: tuple[TimelineEntry, ...]
    side_entries: tuple[SideEntry, ...]
    unjudged: tuple[Unjudged, ...]


def read_tables(source: Source, mistakes: Mistakes) -> Tables:
    """Return the tables of a rulebook's main file."""
    note_unknown_keys(source, NAMES, Place(file=source.name), mistakes)

    def read(name: str, shape: type[T], empty: object) -> T | None:
        return convert(source.tables.get(name, empty), shape, Place(file=source.name, entry=f"[{name}]"), mistakes)

    groups = read("groups", GroupsEntry, {})
    profiles = read("profiles", dict[str, ProfileEntry], {})
    heading = read("rulebook", Heading, {})
    mistakes.unreadable |= {what for what, table in (("group", groups), ("profile", profiles), ("profile", heading)) if table is None}
    return Tables(
        heading=heading or NO_HEADING,
        groups=groups.order if groups else (),
        profiles={name: Profile(name=name, title=entry.title, included=entry.included) for name, entry in (profiles or {}).items()},
        areas=read("areas", dict[str, AreaEntry], {}) or {},
        templates=read("templates", dict[DocumentKind, Template], {}) or {},
        recognition=read("recognition", dict[DocumentKind, Recognition], {}) or {},
        timeline=read("timeline", tuple[TimelineEntry, ...], []) or (),
        side_entries=read("side_entry", tuple[SideEntry, ...], []) or (),
        unjudged=read("unjudged", tuple[Unjudged, ...], []) or (),
    )
