"""Recipients: who gets feedback on which documents. What is said to one of them names no other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mastercheck.candidates.anonymity import cover_document, list_names
from mastercheck.candidates.masks import Mask
from mastercheck.candidates.pattern import file_of
from mastercheck.candidates.persons import identify
from mastercheck.model.report import DocumentReport, Report

OTHER = "(another candidate)"
"""What stands where the text of one candidate names another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who gets feedback.

    Attributes:
        name: of the candidate, or of the file whose author is not known, without its ending.
        report: on this candidate's documents alone, by their files' names, without what concerns the cohort.
    """

    name: str
    report: Report


def list_recipients(report: Report) -> tuple[Recipient, ...]:
    """Return a recipient for each candidate, with all of the candidate's documents, and one for each document without a name."""
    homes: dict[str, list[DocumentReport]] = {}
    for document in report.documents:
        homes.setdefault(f"person {identify(document.candidate)}" if document.candidate else document.path, []).append(document)
    candidates = {identify(document.candidate): document.candidate for document in report.documents if document.candidate}
    names = {home: set(_list_own(documents, candidates)) for home, documents in homes.items()}
    everybody = {**{identify(name): name for own in names.values() for name in own}, **candidates}
    return tuple(_address(report, documents, names[home], everybody) for home, documents in homes.items())


def _list_own(documents: list[DocumentReport], candidates: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of a recipient; a title block that names another candidate tells none."""
    own = {identify(document.candidate) for document in documents}
    for name in (name for document in documents for name in list_names(document)):
        if identify(name) in own or identify(name) not in candidates:
            yield name


def _address(report: Report, documents: list[DocumentReport], own: set[str], everybody: Mapping[str, str]) -> Recipient:
    known = {identify(name) for name in own}
    mask = Mask(codes={name: OTHER for person, name in everybody.items() if person not in known}, kept=" ".join(sorted(own)))
    made = tuple(replace(cover_document(document, mask), path=str(file_of(document.path))) for document in documents)
    name = documents[0].candidate or file_of(documents[0].path).stem
    return Recipient(name=name, report=replace(report, documents=made, idle=(), baseline=None))
