"""Recipients: who gets feedback on which documents. What is said to one of them names no other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath, PureWindowsPath

from mastercheck.candidates.anonymity import cover_document, list_names
from mastercheck.candidates.masks import Mask
from mastercheck.candidates.persons import identify
from mastercheck.errors import EncryptedError, LimitError, NoTextError, UnreadableError
from mastercheck.model.report import DocumentReport, Report

OTHER = "(another candidate)"
"""What stands where the text of one candidate names another."""

MENDABLE = frozenset(error.code for error in (UnreadableError, EncryptedError, NoTextError, LimitError))
"""What is wrong with a file itself, so that its author can mend it; time, memory, crashes and faults are a matter of who checks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who gets feedback.

    Attributes:
        name: of the candidate, or of the file whose author is not known, with what tells it from others of that name.
        report: on this candidate's documents alone, by their files' names, without what concerns the cohort.
    """

    name: str
    report: Report


def list_left_out(report: Report) -> tuple[DocumentReport, ...]:
    """Return the documents that nobody gets feedback on: what kept them from being checked is nothing that their authors could mend."""
    return tuple(document for document in report.documents if document.error and document.error.code not in MENDABLE)


def list_recipients(report: Report) -> tuple[Recipient, ...]:
    """Return a recipient for each candidate, with all of the candidate's documents, and one for each document without a name."""
    homes: dict[str, list[DocumentReport]] = {}
    left_out = {document.path for document in list_left_out(report)}
    for document in (document for document in report.documents if document.path not in left_out):
        homes.setdefault(f"person {identify(document.candidate)}" if document.candidate else document.path, []).append(document)
    candidates = {identify(document.candidate): document.candidate for document in report.documents if document.candidate}
    names = {home: set(_list_own(documents, candidates)) for home, documents in homes.items()}
    everybody = {**{identify(name): name for own in names.values() for name in own}, **candidates}
    nameless = name_apart(documents[0].path for documents in homes.values() if not documents[0].candidate)
    stems = Counter(str(shown.with_suffix("")).casefold() for shown in nameless.values())
    recipients = []
    for home, documents in homes.items():
        shown = name_apart(document.path for document in documents) if documents[0].candidate else nameless
        file = shown[documents[0].path]
        alone = stems[str(file.with_suffix("")).casefold()] == 1
        name = documents[0].candidate or str(file.with_suffix("") if alone else file)
        recipients.append(Recipient(name=name, report=_address(report, documents, names[home], everybody, shown)))
    return tuple(recipients)


def name_apart(paths: Iterable[str]) -> dict[str, PurePath]:
    """Return by each path the name of its file, after as many folders as tell it from the others, whatever the capitals."""
    parts = {path: PureWindowsPath(path).parts for path in paths}
    ends = Counter(_fold(own[-length:]) for own in parts.values() for length in range(1, len(own) + 1))
    named = {}
    for path, own in parts.items():
        length = next((length for length in range(1, len(own)) if ends[_fold(own[-length:])] == 1), len(own))
        named[path] = PurePath("/".join(part.strip("\\") for part in own[-length:]))
    return named


def _fold(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(part.casefold() for part in parts)


def _list_own(documents: list[DocumentReport], candidates: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of a recipient; a title block that names another candidate tells none."""
    own = {identify(document.candidate) for document in documents}
    for name in (name for document in documents for name in list_names(document)):
        if identify(name) in own or identify(name) not in candidates:
            yield name


def _address(
    report: Report, documents: list[DocumentReport], own: set[str], everybody: Mapping[str, str], shown: Mapping[str, PurePath]
) -> Report:
    known = {identify(name) for name in own}
    mask = Mask(codes={name: OTHER for person, name in everybody.items() if person not in known}, kept=" ".join(sorted(own)))
    made = tuple(replace(cover_document(document, mask), path=shown[document.path].as_posix()) for document in documents)
    return replace(report, documents=made, idle=(), baseline=None)
