"""The project areas of the guide in a document."""

from collections.abc import Mapping, Sequence

from mastercheck.language.evidence import Evidence, find_evidence
from mastercheck.model.demands import Subject
from mastercheck.model.document import Document
from mastercheck.model.report import ProjectArea


def find_areas(document: Document, areas: Sequence[Subject]) -> tuple[Evidence, ...]:
    """Return the evidence for every area, in their order."""
    return tuple(find_evidence(document, area) for area in areas)


def list_areas(document: Document, areas: Sequence[Subject], titles: Mapping[str, str]) -> tuple[ProjectArea, ...]:
    """Return every area with the passages that show it; () for one that nothing shows."""
    return tuple(
        ProjectArea(
            id=evidence.subject.id,
            title=titles[evidence.subject.id],
            passages=tuple(found.location for found in evidence.shown) if evidence.strong else (),
        )
        for evidence in find_areas(document, areas)
    )
