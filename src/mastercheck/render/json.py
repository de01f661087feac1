"""JSON, schema version 1: docs/json.md says what each key means, docs/report.schema.json holds it for machines.

The text is plain ASCII, everything else escaped: it survives any encoding on its way, and no letter of it can command a terminal or a CI
runner (which obeys "##[" anywhere in a line).
"""

import json
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mastercheck.model.document import PageCount, StoredStatistics
from mastercheck.model.location import Location
from mastercheck.model.report import (
    DocumentError,
    DocumentReport,
    Finding,
    ProjectArea,
    Report,
    RulebookStamp,
    RuleResult,
    SpecificationCoverage,
    Verdict,
    WordSummary,
)
from mastercheck.model.suppression import Suppression
from mastercheck.render.suppressions import count_suppressed

if TYPE_CHECKING:
    from mastercheck.language.ledger import Ledger
    from mastercheck.language.reconciliation import Reconciliation

SCHEMA_VERSION = 1

Value = Mapping[str, "Value"] | list["Value"] | tuple["Value", ...] | str | int | float | bool | None


def render(report: Report) -> str:
    """Return a report as JSON: the same text for the same report, always."""
    return dump(
        {
            **head(report.version, report.rulebook),
            "documents": [_document(document) for document in report.documents],
            "suppressions": _upkeep(report),
            "summary": {verdict.value: report.count(verdict) for verdict in Verdict},
        }
    )


def render_count(
    version: str, rulebook: RulebookStamp, path: str, words: WordSummary, ledger: "Ledger", other: "Reconciliation | None" = None
) -> str:
    """Return the words of one document as JSON, with another version of it set beside them where there is one.

    Args:
        version: of the program.
        rulebook: whose profile is in force.
        path: of the document, as the user gave it.
        words: the ledger under the profile in force.
        ledger: the same words, by zone and section.
        other: the comparison with the other version.
    """
    sections: list[Value] = [
        {"title": section.label, "level": section.level, "zones": {zone.value: count for zone, count in section.zones.items()}}
        for section in ledger.sections
    ]
    against: Mapping[str, Value] = {} if other is None else {"against": _reconciliation(other)}
    return dump(
        {**head(version, rulebook), "path": path, "total": ledger.total, "words": _words(words), "section_zones": sections, **against}
    )


def _reconciliation(other: "Reconciliation") -> Value:
    return {
        "assessed": other.assessed[1],
        "zones": {row.zone.value: {"words": row.words, "other": row.other, "difference": row.difference} for row in other.rows},
        "causes": [{"cause": cause.name, "words": cause.words} for cause in other.causes],
    }


def head(version: str, rulebook: RulebookStamp) -> dict[str, Value]:
    """Return what every output begins with: which schema it follows, which program made it, under which demands."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "mastercheck", "version": version},
        "rulebook": {"id": rulebook.id, "edition": rulebook.edition, "sha256": rulebook.sha256, "builtin": rulebook.builtin},
    }


def dump(value: Value) -> str:
    """Return a value as JSON that every parser accepts: no half of a surrogate pair, and null for what is no finite number."""
    text = json.dumps(_sound(value), ensure_ascii=True, allow_nan=False, indent=2)
    return text.replace("##[", "##\\u005b")


def _sound(value: Value) -> Value:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(_sound(key)): _sound(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_sound(item) for item in value]
    return value


def _document(document: DocumentReport) -> Value:
    return {
        "path": document.path,
        "candidate": document.candidate or None,
        "version": document.version or None,
        "kind": document.kind.value if document.kind else None,
        "kind_source": document.kind_source.value if document.kind else None,
        "outcome": document.verdict.value,
        "error": None if document.error is None else describe_error(document.error),
        "words": None if document.words is None else _words(document.words),
        "pages": None if document.pages is None else _pages(document.pages, document.page_maximum),
        "results": [describe_result(result) for result in document.results],
        "exam_specifications": _specifications(document.exam_specifications or SpecificationCoverage(requirements={})),
        "project_areas": [_area(area) for area in document.project_areas],
        "suppressed": count_suppressed(document),
    }


def _upkeep(report: Report) -> Value:
    used = report.baseline
    return {
        "idle": [
            {
                "file": one.file,
                "entry": one.number,
                "rule": one.rule,
                "reason": one.reason,
                "document": one.document or None,
                "lost": one.lost,
            }
            for one in report.idle
        ],
        "baseline": None if used is None else {"file": used.file, "known": used.known, "gone": used.gone},
    }


def describe_error(error: DocumentError) -> Value:
    """Return why a document could not be read as JSON."""
    return {"code": error.code, "message": error.message, "advice": error.advice}


def _words(words: WordSummary) -> Value:
    return {
        "assessed": words.assessed,
        "target": words.target,
        "minimum": words.minimum,
        "maximum": words.maximum,
        "profile": words.profile,
        "zones": words.zones,
        "included": words.included,
        "excluded": words.excluded,
        "sections": [{"title": section.title, "level": section.level, "words": section.words} for section in words.sections],
        "stored": None if words.stored is None else _stored(words.stored),
        "word_status_bar": words.word_status_bar,
        "profiles": words.profiles,
        "inserted": words.inserted,
        "stored_nature": words.stored_nature,
        "labels": words.labels,
    }


def _stored(stored: StoredStatistics) -> Value:
    return {
        "application": stored.application,
        "words": stored.words,
        "estimated": stored.estimated,
        "pages": stored.pages,
        "characters": stored.characters,
        "characters_with_spaces": stored.characters_with_spaces,
    }


def _pages(pages: PageCount, maximum: int | None) -> Value:
    return {
        "count": pages.count,
        "maximum": maximum,
        "engine": pages.engine.value,
        "certain": pages.certain,
        "fill_of_last_page": pages.fill_of_last_page,
        "lines_left": pages.lines_left,
        "note": pages.note,
    }


def describe_result(result: RuleResult) -> Value:
    """Return what a rule says of a document as JSON."""
    return {
        "code": result.code,
        "name": result.name,
        "title": result.title,
        "element": result.element,
        "group": result.group,
        "clause": result.clause,
        "severity": result.severity.value,
        "outcome": result.outcome.value,
        "message": result.message,
        "advice": result.advice,
        "findings": [_finding(finding) for finding in result.findings],
        "suppressed_findings": [_suppressed(finding, finding.suppression) for finding in result.suppressed],
    }


def _finding(finding: Finding) -> Mapping[str, Value]:
    return {
        "outcome": finding.outcome.value,
        "message": finding.message,
        "location": None if finding.location is None else locate(finding.location),
        "facts": {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in finding.facts.items()},
    }


def _suppressed(finding: Finding, why: Suppression | None) -> Value:
    suppression: Value = {"source": why.source.value, "reason": why.reason} if why else None
    return {**_finding(finding), "suppression": suppression}


def locate(location: Location) -> Value:
    """Return a place as JSON."""
    return {
        "heading_path": location.heading_path,
        "paragraph": location.paragraph,
        "page": location.page,
        "quote": location.quote,
    }


def _specifications(coverage: SpecificationCoverage) -> Value:
    return {
        "requirements": coverage.requirements,
        "declared": [
            {
                "id": one.id,
                "title": one.title,
                "requirement": one.requirement,
                "location": locate(one.location),
                "provisional": one.provisional,
            }
            for one in coverage.declared
        ],
        "evidenced": [
            {
                "id": one.id,
                "title": one.title,
                "requirement": one.requirement,
                "passages": [locate(passage) for passage in one.passages],
                "strong": True,  # what is not, is not among them; the key stays, since the schema promises it
                "provisional": one.provisional,
            }
            for one in coverage.evidenced
        ],
    }


def _area(area: ProjectArea) -> Value:
    return {"id": area.id, "title": area.title, "passages": [locate(passage) for passage in area.passages]}
