"""Anonymity: a report in which codes stand for the candidates, in every text that a renderer could show.

What a rulebook says is left alone. Names of files are replaced as a whole, and folders left out, since they can hold anything.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from mastercheck.candidates.codes import code_file, code_person
from mastercheck.candidates.masks import Mask
from mastercheck.candidates.pattern import file_of
from mastercheck.candidates.persons import find_person
from mastercheck.model.report import DocumentError, DocumentReport, Finding, Outcome, Report, RuleResult, SpecificationCoverage
from mastercheck.model.suppression import IdleEntry


def anonymise(report: Report, key: str = "") -> Report:
    """Return a report in which a code stands for each candidate, and for each file the code of its author.

    Args:
        report: on the documents, with their candidates.
        key: secret words, without which nobody can find out the code of a name.
    """
    own = [_code_author(document, key) for document in report.documents]
    everybody = {name: code for codes in own for name, code in codes.items()}
    paths = _code_paths(report, own, key)
    documents = tuple(
        _anonymise(document, path, codes, everybody) for document, path, codes in zip(report.documents, paths, own, strict=True)
    )
    mask = Mask(codes=everybody)
    used = report.baseline and replace(report.baseline, file=str(file_of(report.baseline.file)))
    files = Counter(map(_identify_file, (document.path for document in report.documents)))
    known = {
        name: path for document, path in zip(report.documents, paths, strict=True) if files[name := _identify_file(document.path)] == 1
    }
    idle = tuple(_anonymise_entry(entry, mask, known, key) for entry in report.idle)
    return replace(report, documents=documents, idle=idle, baseline=used)


def _code_author(document: DocumentReport, key: str) -> dict[str, str]:
    """Return the code of a document's author by each of the author's names."""
    names = list(list_names(document))
    return dict.fromkeys(names, code_person(names[0], key)) if names else {}


def list_names(document: DocumentReport) -> Iterator[str]:
    """Yield the names of a document's author: the candidate, and what the title block says where a file's name said otherwise."""
    if document.candidate:
        yield document.candidate
    for finding in (finding for result in document.results for finding in result.findings if finding.outcome is Outcome.PASS):
        text = finding.facts.get("text")
        if finding.facts.get("part") == "name" and isinstance(text, str) and text:
            yield find_person(text)


def cover_document(document: DocumentReport, mask: Mask) -> DocumentReport:
    """Return the report on a document with the names replaced in what it says of the document; its path and its candidate stay."""
    return replace(
        document,
        version=mask.cover(document.version),
        error=_cover(document.error, mask),
        words=document.words and replace(document.words, sections=_cover(document.words.sections, mask)),
        results=tuple(_cover_result(result, mask) for result in document.results),
        exam_specifications=document.exam_specifications and _cover_coverage(document.exam_specifications, mask),
        project_areas=tuple(replace(area, passages=_cover(area.passages, mask)) for area in document.project_areas),
    )


def _cover_coverage(coverage: SpecificationCoverage, mask: Mask) -> SpecificationCoverage:
    """Return a coverage with the names replaced in what comes from the document: places, and titles that the catalogue does not hold."""
    declared = tuple(
        replace(one, location=_cover(one.location, mask), title=mask.cover(one.title) if one.id is None else one.title)
        for one in coverage.declared
    )
    evidenced = tuple(replace(one, passages=_cover(one.passages, mask)) for one in coverage.evidenced)
    return replace(coverage, declared=declared, evidenced=evidenced)


def _cover_result(result: RuleResult, mask: Mask) -> RuleResult:
    """Return a result with the names replaced in what comes from the document; the rest of it is the rulebook's."""
    return replace(
        result,
        message=mask.cover(result.message),
        findings=tuple(_cover_finding(finding, mask) for finding in result.findings),
        suppressed=tuple(_cover_finding(finding, mask) for finding in result.suppressed),
    )


def _cover_finding(finding: Finding, mask: Mask) -> Finding:
    covered: Finding = _cover(finding, mask)
    return replace(covered, advice=finding.advice)


def _cover(value: Any, mask: Mask) -> Any:  # noqa: ANN401 - whatever a part of a report is made of
    if type(value) is str:
        return mask.cover(value)
    if isinstance(value, tuple):
        return tuple(_cover(item, mask) for item in value)
    if isinstance(value, Mapping):
        return {key: _cover(item, mask) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cover(getattr(value, field.name), mask) for field in fields(value)})
    return value


def _anonymise(document: DocumentReport, path: str, own: Mapping[str, str], everybody: Mapping[str, str]) -> DocumentReport:
    error = document.error and _rename(document.error, document.path, path)
    covered = cover_document(replace(document, error=error), Mask(codes={**own, **everybody, **own}))
    return replace(covered, path=path, candidate=next(iter(own.values()), ""))


def _rename(error: DocumentError, old: str, new: str) -> DocumentError:
    """Return an error that names a file by its code; it may name the whole path."""
    said = {name: getattr(error, name).replace(old, new).replace(str(file_of(old)), new) for name in ("message", "advice")}
    return replace(error, **said)


def _anonymise_entry(entry: IdleEntry, mask: Mask, known: Mapping[str, str], key: str) -> IdleEntry:
    """Return an entry that names its document as the report does, or else by the code of the name that the entry has.

    Args:
        entry: of the settings.
        mask: covers everybody.
        known: the new path of each document whose name no other has.
        key: secret words.
    """
    document = entry.document and (known.get(_identify_file(entry.document)) or _code_name(entry.document, key))
    return replace(entry, file=str(file_of(entry.file)), reason=mask.cover(entry.reason), document=document)


def _identify_file(path: str) -> str:
    """Return the name of a file as entries of the settings are compared with it: whatever its capitals."""
    return unicodedata.normalize("NFC", file_of(path).name).casefold()


def _code_name(path: str, key: str) -> str:
    name = file_of(path)
    return f"{code_file(name.stem, key)}{name.suffix.lower()}"


def _code_paths(report: Report, own: Iterable[Mapping[str, str]], key: str) -> list[str]:
    """Return a path for each document, made of the code of its author, or of its name where none is known; numbered where several agree."""
    seen: Counter[str] = Counter()
    paths = []
    for document, codes in zip(report.documents, own, strict=True):
        name = file_of(document.path)
        code = next(iter(codes.values()), "") or code_file(name.stem, key)
        seen[code] += 1
        paths.append(f"{code}{f'-{seen[code]}' if seen[code] > 1 else ''}{name.suffix.lower()}")
    return paths
