"""What was learned from tagged documents, beside a rulebook: read, compared with its subjects, and joined to them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from mastercheck.model.demands import Catalogue, Family, Learned, LearnedSubject, Subject
from mastercheck.rulebook.mistakes import Mistakes, Place
from mastercheck.rulebook.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedEntry:
    """The file, as training/train.py writes it.

    Attributes:
        catalogue: id of the catalogue whose specifications are among the subjects.
        subjects: ids of the subjects, in the order of the weights.
        weights: by feature, in thousandths of a point, in the order of `subjects`.
    """

    catalogue: str
    families: tuple[Family, ...]
    subjects: tuple[str, ...]
    weights: Mapping[str, Sequence[int]]


def read_learned(source: Source, mistakes: Mistakes) -> LearnedEntry | None:
    """Return what a file holds; None where there is none, or where it does not fit."""
    if not source.content:
        return None
    place = Place(file=source.name)
    try:
        told = json.loads(source.content)
        families = tuple(Family(**{**family, "kin": tuple(family["kin"])}) for family in told["families"])
        entry = LearnedEntry(catalogue=told["catalogue"], families=families, subjects=tuple(told["subjects"]), weights=told["weights"])
        lengths = {len(row) for row in entry.weights.values()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        mistakes.add(place, f"is not what training/train.py writes: {type(error).__name__} {error}")
        return None
    if lengths - {len(entry.subjects)}:
        mistakes.add(place, "has rows of weights that are not one for each subject")
        return None
    return entry


def make_learned(entry: LearnedEntry, subjects: Sequence[Subject]) -> Learned:
    """Return what was learned, ready to be used with a rulebook's subjects."""
    return Learned(
        features={name: row for row, name in enumerate(entry.weights)},
        weights=tuple(entry.weights.values()),
        columns={name: column for column, name in enumerate(entry.subjects)},
        families=entry.families,
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
