"""Coverage of the exam specifications: for each that a document declares or shows, where it does so."""

from dataclasses import dataclass, field

from mastercheck.model.location import Location
from mastercheck.model.report import SpecificationCoverage


@dataclass(slots=True)
class Coverage:
    """What is known of one exam specification."""

    title: str
    requirement: str | None
    provisional: bool
    declared: list[Location] = field(default_factory=list)
    shown: list[Location] = field(default_factory=list)


def cover(coverage: SpecificationCoverage) -> dict[str, Coverage]:
    """Return what is known of each specification, by the label that it is shown under, in the catalogue's order."""
    found: dict[str, Coverage] = {}
    for declared in coverage.declared:
        label = f"{declared.id or ''} {declared.title}".strip()
        entry = found.setdefault(label, Coverage(declared.title, declared.requirement, declared.provisional))
        entry.declared.append(declared.location)
    for evidenced in coverage.evidenced:
        label = f"{evidenced.id} {evidenced.title}".strip()
        entry = found.setdefault(label, Coverage(evidenced.title, evidenced.requirement, evidenced.provisional))
        entry.shown.extend(evidenced.passages)
    return found
