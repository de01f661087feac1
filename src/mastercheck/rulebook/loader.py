"""Loading a rulebook: its files are read, every mistake in them is found, and names become what they name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from mastercheck.errors import UsageError
from mastercheck.model.demands import Subject
from mastercheck.model.report import RulebookStamp
from mastercheck.rulebook.binding import Holdings
from mastercheck.rulebook.catalogue import build_catalogue, build_subjects
from mastercheck.rulebook.learned import make_learned, read_learned, teach, teach_catalogue
from mastercheck.rulebook.mistakes import Mistakes, Place, nearest, quote
from mastercheck.rulebook.rules import build_rules
from mastercheck.rulebook.schema import CheckKind, Rule, Rulebook
from mastercheck.rulebook.sources import NO_SOURCE, Source, fingerprint, read_beside, read_file, read_main
from mastercheck.rulebook.tables import Tables, read_tables


def load(
    kinds: Mapping[str, CheckKind], *, path: Path | None = None, catalogue: Path | None = None, profile: str | None = None
) -> Rulebook:
    """Load a rulebook.

    Args:
        kinds: the kinds of check that its rules may name.
        path: its main file; the one that comes with the program by default.
        catalogue: a catalogue of exam specifications in place of the one that it names.
        profile: name of a counting profile in place of the one that it has in force.

    Raises:
        RulebookError: with everything that is wrong in its files.
        UsageError: if it has no such profile.
    """
    mistakes = Mistakes()
    main = read_main(path, mistakes)
    mistakes.raise_if_any(main.name)
    tables = read_tables(main, mistakes)
    sources = (main, *_read_beside(tables, path, catalogue, mistakes))
    holdings = _hold(sources, tables, profile, mistakes)
    rules = build_rules(main, kinds, tables.groups, holdings, mistakes)
    mistakes.raise_if_any(main.name)
    builtin = path is None and catalogue is None
    return _assemble(tables, holdings, rules, _stamp(tables, sources, holdings.profile, builtin=builtin))


def _read_beside(tables: Tables, path: Path | None, catalogue: Path | None, mistakes: Mistakes) -> tuple[Source, Source, Source]:
    """Return the files of the subjects, of the catalogue and of what was learned; empty ones where the main file does not name them."""
    if not tables.heading.subjects:
        return NO_SOURCE, NO_SOURCE, NO_SOURCE
    subjects = read_beside(tables.heading.subjects, path, mistakes)
    specifications = read_file(catalogue, mistakes, needed=True) if catalogue else read_beside(tables.heading.catalogue, path, mistakes)
    learned = read_beside(tables.heading.learned, path, mistakes) if tables.heading.learned else NO_SOURCE
    return subjects, specifications, learned


def _hold(sources: tuple[Source, Source, Source, Source], tables: Tables, profile: str | None, mistakes: Mistakes) -> Holdings:
    main, subjects_source, catalogue_source, learned_source = sources
    subjects = build_subjects(subjects_source, mistakes)
    catalogue = build_catalogue(catalogue_source, mistakes)
    entry = read_learned(learned_source, mistakes)
    told = (*subjects.values(), *(spec.subject for _, spec in catalogue.specifications().values()))
    if entry:
        learned = make_learned(entry, told)
        subjects = {name: teach(subject, learned) for name, subject in subjects.items()}
        catalogue = teach_catalogue(catalogue, learned) if catalogue.id == entry.head.catalogue else catalogue
    return Holdings(
        profile=_choose_profile(main, tables, profile, mistakes),
        profiles=tables.profiles,
        told=told,
        subjects=subjects,
        catalogue=catalogue,
        areas=tuple(_find_areas(main, tables, subjects, mistakes)),
        area_titles={name: area.title for name, area in tables.areas.items()},
    )


def _choose_profile(main: Source, tables: Tables, asked: str | None, mistakes: Mistakes) -> str:
    """Return the name of the profile in force."""
    if tables.heading.profile not in tables.profiles:
        place = Place(file=main.name, entry="[rulebook]", key="profile")
        mistakes.add_unknown(place, "profile", tables.heading.profile, tables.profiles)
    if asked and asked not in tables.profiles:
        mistakes.raise_if_any(main.name)
        message = f"{main.name} has no counting profile {quote(asked)}{nearest(asked, tables.profiles)}"
        raise UsageError(message, f"Choose one of: {', '.join(tables.profiles)}.")
    return asked or tables.heading.profile


def _find_areas(main: Source, tables: Tables, subjects: Mapping[str, Subject], mistakes: Mistakes) -> Iterator[Subject]:
    """Yield the subject of each project area, under the area's id."""
    for name, area in tables.areas.items():
        if area.subject in subjects:
            yield replace(subjects[area.subject], id=name)
        else:
            place = Place(file=main.name, entry="[areas]", key=f"{name}.subject")
            mistakes.add_unknown(place, "subject", area.subject, subjects)


def _stamp(tables: Tables, sources: tuple[Source, ...], profile: str, *, builtin: bool) -> RulebookStamp:
    return RulebookStamp(id=tables.heading.id, edition=tables.heading.edition, sha256=fingerprint(sources, profile), builtin=builtin)


def _assemble(tables: Tables, holdings: Holdings, rules: tuple[Rule, ...], stamp: RulebookStamp) -> Rulebook:
    return Rulebook(
        stamp=stamp,
        title=tables.heading.title,
        source=tables.heading.source,
        rules=rules,
        profile=holdings.profiles[holdings.profile],
        profiles=holdings.profiles,
        catalogue=holdings.catalogue,
        subjects=holdings.told,
        areas=holdings.areas,
        area_titles=holdings.area_titles,
        groups=tables.groups,
        templates=tables.templates,
        recognition=tables.recognition,
        timeline=tables.timeline,
        side_entries=tables.side_entries,
        unjudged=tables.unjudged,
    )
