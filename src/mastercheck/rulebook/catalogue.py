"""The files beside a rulebook: its subjects, and its catalogue of exam specifications."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from mastercheck.model.demands import Catalogue, CueGroup, Requirement, Specification, Subject
from mastercheck.rulebook.border import convert
from mastercheck.rulebook.entries import CatalogueEntry, RequirementEntry, SpecificationEntry
from mastercheck.rulebook.mistakes import Mistakes, Place
from mastercheck.rulebook.sources import Source

WORD = re.compile(r"[^\W\d_]{4,}")
"""A word of a title that can serve as a cue: shorter ones are articles and prepositions."""


def build_subjects(source: Source, mistakes: Mistakes) -> Mapping[str, Subject]:
    """Return the subjects of a file by id. One that does not fit is there by its id, so that references to it are no further mistakes."""
    if not source.content:
        mistakes.unreadable.add("subject")
        return {}
    place = Place(file=source.name)
    note_unknown_keys(source, {"subject"}, place, mistakes)
    subjects: dict[str, Subject] = {}
    for key, raw, where in tables_of(source.tables.get("subject", []), "subject", "id", place, mistakes):
        if key in subjects:
            mistakes.add(where, "id is used twice")
        subjects[key] = convert(raw, Subject, where, mistakes) or Subject(id=key)
    return subjects


def build_catalogue(source: Source, mistakes: Mistakes) -> Catalogue:
    """Return the catalogue of a file."""
    if not source.content:
        return Catalogue(id="", requirements=())
    place = Place(file=source.name)
    note_unknown_keys(source, {"catalogue", "requirement"}, place, mistakes)
    heading = convert(source.tables.get("catalogue", {}), CatalogueEntry, Place(file=source.name, entry="[catalogue]"), mistakes)
    requirements: list[Requirement] = []
    seen: set[str] = set()
    for key, raw, where in tables_of(source.tables.get("requirement", []), "requirement", "id", place, mistakes):
        entry = convert(_name_subjects(raw), RequirementEntry, where, mistakes)
        ids = [key, *(spec.id for spec in entry.specification)] if entry else [key]
        for identifier in ids:
            if identifier in seen:
                mistakes.add(where, f"id {identifier} is used twice")
            seen.add(identifier)
        if entry:
            requirements.append(Requirement(id=entry.id, title=entry.title, specifications=tuple(map(_specify, entry.specification))))
    return Catalogue(id=heading.id if heading else "", requirements=tuple(requirements))


def note_unknown_keys(source: Source, known: AbstractSet[str], place: Place, mistakes: Mistakes) -> None:
    """Note the tables of a file that nothing reads."""
    for key in source.tables.keys() - known:
        mistakes.add_unknown(place, "table", key, known)


def tables_of(value: object, what: str, key: str, place: Place, mistakes: Mistakes) -> Iterator[tuple[str, object, Place]]:
    """Yield the tables of an array of tables, each with what names it and its place."""
    if not isinstance(value, list):
        mistakes.add(place, f"{what} should be an array of tables: [[{what}]]")
        return
    for number, raw in enumerate(value, start=1):
        name = raw.get(key) if isinstance(raw, dict) else None
        label = name if isinstance(name, str) else f"number {number}"
        yield label, raw, Place(file=place.file, entry=f"{what} {label}")


def _name_subjects(raw: object) -> object:
    """Give the subject of a specification the specification's id, unless it has its own."""
    if not isinstance(raw, dict) or not isinstance(raw.get("specification"), list):
        return raw
    return {**raw, "specification": [_name_subject(specification) for specification in raw["specification"]]}


def _name_subject(raw: object) -> object:
    if not isinstance(raw, dict) or not isinstance(raw.get("subject"), dict):
        return raw
    return {**raw, "subject": {"id": raw.get("id"), **raw["subject"]}}


def _specify(entry: SpecificationEntry) -> Specification:
    subject = entry.subject or Subject(id=entry.id, titles=(entry.title,), cues=tuple(_cues_from(entry.title)))
    return Specification(id=entry.id, title=entry.title, provisional=entry.provisional, aliases=entry.aliases, subject=subject)


def _cues_from(title: str) -> Iterator[CueGroup]:
    for word in dict.fromkeys(WORD.findall(title.casefold())):
        yield CueGroup(name=word, terms=(word,))
