"""What was learned from tagged documents, beside a rulebook: read, compared with its subjects, and joined to them."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from mastercheck.model.demands import Catalogue, Family, Learned, LearnedSubject, Subject
from mastercheck.rulebook.border import convert
from mastercheck.rulebook.mistakes import Mistakes, Place, quote
from mastercheck.rulebook.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedHead:
    """What the file says before its weights.

    Attributes:
        catalogue: id of the catalogue whose specifications are among the subjects.
        subjects: ids of the subjects, in the order of the weights.
    """

    catalogue: str
    families: tuple[Family, ...]
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedEntry:
    """The file, as training/train.py writes it.

    Attributes:
        weights: by feature, in thousandths of a point, in the order of the subjects.
    """

    head: LearnedHead
    weights: Mapping[str, Sequence[int]]


def read_learned(source: Source, mistakes: Mistakes) -> LearnedEntry | None:
    """Return what a file holds; None where there is none, or where it does not fit."""
    if not source.content:
        return None
    place = Place(file=source.name)
    try:
        told = json.loads(source.content)
    except (ValueError, RecursionError) as error:
        mistakes.add(place, f"is not JSON: {error}")
        return None
    if not isinstance(told, dict):
        mistakes.add(place, "is not what training/train.py writes")
        return None
    weights = told.pop("weights", {})
    head = convert(told, LearnedHead, place, mistakes)
    wrong = list(_find_mistakes(head, weights, place)) if head else []
    for where, message in wrong:
        mistakes.add(where, message)
    return LearnedEntry(head=head, weights=weights) if head and not wrong else None


def _find_mistakes(head: LearnedHead, weights: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield where the parts of a file do not fit each other, and what is wrong there."""
    yield from _compare_subjects(head, place)
    for number, family in enumerate(head.families):
        where = place.at("families", number)
        for name in sorted(family.offsets.keys() ^ family.middles.keys()):
            yield where, f"{quote(name)} should be both in offsets and in middles"
        for name in family.kin:
            if name not in head.subjects:
                yield where.at("kin"), f"{quote(name)} is none of the subjects"
    where = place.at("weights")
    if not isinstance(weights, dict) or not weights:
        yield where, "should be a table with a row of numbers for each feature"
        return
    wrong = [name for name, row in weights.items() if not _is_row(row, len(head.subjects))]
    if wrong:
        others = f", and in {len(wrong) - 1} more" if len(wrong) > 1 else ""
        yield where, f"should be a whole number for each of {len(head.subjects)} subjects: not so in {quote(wrong[0])}{others}"


def _compare_subjects(head: LearnedHead, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield which subjects are not named once, and not in one family."""
    if not head.subjects:
        yield place.at("subjects"), "should name at least one"
    named = Counter(head.subjects)
    members = Counter(name for family in head.families for name in family.offsets)
    for name in sorted(named | members):
        if named[name] != 1:
            yield place.at("subjects"), f"{quote(name)} is named {named[name]} times, and should be once"
        if members[name] != 1:
            yield place.at("families"), f"{quote(name)} is in the offsets of {members[name]} families, and should be in one"


def _is_row(row: object, length: int) -> bool:
    """Return whether weights are whole numbers, as many as there are subjects; true and false are none."""
    return isinstance(row, list) and len(row) == length and all(type(weight) is int for weight in row)


def make_learned(entry: LearnedEntry, subjects: Sequence[Subject]) -> Learned:
    """Return what was learned, ready to be used with a rulebook's subjects."""
    return Learned(
        features={name: row for row, name in enumerate(entry.weights)},
        weights=tuple(entry.weights.values()),
        columns={name: column for column, name in enumerate(entry.head.subjects)},
        families=entry.head.families,
        subjects=tuple(subjects),
    )


def teach(subject: Subject, learned: Learned) -> Subject:
    """Return a subject joined to what was learned about it; as it is where nothing was."""
    if subject.id not in learned.columns:
        return subject
    family = learned.family_of(subject.id)
    known = {item.name: getattr(subject, item.name) for item in fields(Subject)}
    return LearnedSubject(**{**known, "strong": family.strong, "weak": family.weak}, learned=learned)


def teach_catalogue(catalogue: Catalogue, learned: Learned) -> Catalogue:
    """Return a catalogue whose specifications are joined to what was learned about them."""
    requirements = tuple(
        replace(
            requirement,
            specifications=tuple(replace(spec, subject=teach(spec.subject, learned)) for spec in requirement.specifications),
        )
        for requirement in catalogue.requirements
    )
    return replace(catalogue, requirements=requirements)
