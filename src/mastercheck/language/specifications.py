"""Exam specifications in a document: which it declares, and which its passages show."""

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from mastercheck.language.declarations import Declaration, find_declarations
from mastercheck.language.evidence import Evidence, find_evidence
from mastercheck.language.reading import reading_of
from mastercheck.model.demands import Catalogue
from mastercheck.model.document import Document
from mastercheck.model.report import DeclaredSpecification, EvidencedSpecification, SpecificationCoverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Specifications:
    """What a document declares and shows.

    Attributes:
        declared: in the order of the text, each once.
        shown: the evidence outside the declarations, by id, for every specification of the catalogue.
    """

    declared: tuple[Declaration, ...]
    shown: Mapping[str, Evidence]


_KNOWN: WeakKeyDictionary[Document, dict[int, tuple[Catalogue, Specifications]]] = WeakKeyDictionary()


def specifications_of(document: Document, catalogue: Catalogue) -> Specifications:
    """Return what a document declares and shows; it is found once and remembered as long as the document lives."""
    known = _KNOWN.setdefault(document, {})
    if id(catalogue) not in known:
        declared = find_declarations(reading_of(document), catalogue)
        without = frozenset(declaration.line.paragraph.number for declaration in declared)
        subjects = [spec.subject for _, spec in catalogue.specifications().values()]
        shown = {subject.id: find_evidence(document, subject, without=without) for subject in subjects}
        known[id(catalogue)] = (catalogue, Specifications(declared=declared, shown=shown))
    return known[id(catalogue)][1]


def cover(document: Document, catalogue: Catalogue) -> SpecificationCoverage:
    """Return the coverage of the catalogue: what is declared, and what is shown for certain, be it declared or not."""
    found = specifications_of(document, catalogue)
    specifications = catalogue.specifications()
    declared = tuple(
        DeclaredSpecification(
            id=one.id,
            title=one.title,
            requirement=one.requirement,
            location=one.line.paragraph.location(one.line.text),
            provisional=one.id is not None and specifications[one.id][1].provisional,
        )
        for one in found.declared
    )
    evidenced = tuple(
        EvidencedSpecification(
            id=spec.id,
            title=spec.title,
            requirement=requirement.id,
            passages=tuple(one.location for one in found.shown[spec.id].shown),
            provisional=spec.provisional,
        )
        for requirement, spec in specifications.values()
        if found.shown[spec.id].strong
    )
    return SpecificationCoverage(
        requirements={requirement.id: requirement.title for requirement in catalogue.requirements}, declared=declared, evidenced=evidenced
    )
