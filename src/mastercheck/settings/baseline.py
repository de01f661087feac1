"""A baseline: the findings that are known already, so that only new ones count.

A known finding is told from others by its document, its rule, the headings above it and the words that stand there, as an entry of the
settings is; no page, no paragraph number and no figure. Where there are several alike, as many are known as the baseline holds.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from mastercheck.model.identity import tell_apart
from mastercheck.model.location import Location, part_label
from mastercheck.model.report import DocumentReport, Finding, Outcome, Report, RuleResult
from mastercheck.model.suppression import BaselineUse, Suppression, SuppressionSource
from mastercheck.settings.documents import name_document, show_path
from mastercheck.settings.quotations import level, storable
from mastercheck.settings.suppression import list_asking, suppress_findings

KNOWN = Suppression(source=SuppressionSource.BASELINE, reason="baseline")

UNDECIDED = frozenset({Outcome.ERROR, Outcome.NOT_APPLICABLE})
"""Outcomes of a rule that was not judged: its known findings may still be there."""

Identity = tuple[str, tuple[str, ...], str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class KnownFinding:
    """A finding that a baseline holds.

    Attributes:
        document: its path from the baseline's folder, with slashes.
        rule: its code.
        heading: the headings above the place, outermost first, without their numbers.
        quote: the words that stand there.
        about: what it is about where no words say it, as "part=version".
    """

    document: str
    rule: str
    heading: tuple[str, ...] = ()
    quote: str = ""
    about: tuple[str, ...] = ()

    @property
    def identity(self) -> Identity:
        """What it is compared by within its document."""
        return (self.rule, tuple(level(title) for title in self.heading), level(self.quote), tuple(level(one) for one in self.about))


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Known findings, and the file that holds them."""

    path: Path
    findings: tuple[KnownFinding, ...] = ()


def apply_baseline(report: Report, baseline: Baseline) -> Report:
    """Return a report in which known findings do not count, and which says how many of them are gone."""
    known: dict[str, list[KnownFinding]] = {}
    for finding in baseline.findings:
        known.setdefault(finding.document, []).append(finding)
    documents, total, gone = [], 0, 0
    for document in report.documents:
        there = [] if document.error else known.get(name_document(document.path, baseline.path.parent), [])
        left = Counter(finding.identity for finding in there)
        documents.append(_apply(document, left))
        total += len(there)
        gone += _count_gone(document, left)
    use = BaselineUse(file=show_path(baseline.path), known=total, gone=gone)
    return replace(report, documents=tuple(documents), baseline=use)


def renew_baseline(report: Report, old: Baseline) -> Baseline:
    """Return a baseline with the present findings that count.

    Of what was not judged now, the findings of old stay: those of other documents that still exist, and those of rules that were undecided.
    """
    folder = old.path.parent
    judged = {name_document(document.path, folder): document for document in report.documents if not document.error}
    undecided = {name: _list_undecided(document) for name, document in judged.items()}

    def stays(known: KnownFinding) -> bool:
        if known.document in undecided:
            return known.rule in undecided[known.document]
        return (folder / known.document).exists()

    found = [
        _know(name, result, finding) for name, document in judged.items() for result in document.results for finding in list_asking(result)
    ]
    return replace(old, findings=tuple(sorted([*filter(stays, old.findings), *found])))


def _know(name: str, result: RuleResult, finding: Finding) -> KnownFinding:
    place = finding.location or Location()
    titles = tuple(storable(part_label(heading)[1]) for heading in place.heading_path)
    about = tuple(map(storable, tell_apart(finding)))
    return KnownFinding(document=name, rule=result.code, heading=titles, quote=storable(place.quote), about=about)


def _apply(document: DocumentReport, left: Counter[Identity]) -> DocumentReport:
    """Suppress the known findings of a document, and take them out of those that are left to be found."""

    def judge(result: RuleResult, finding: Finding) -> Suppression | None:
        identity = _know("", result, finding).identity
        if not left[identity]:
            return None
        left[identity] -= 1
        return KNOWN

    return suppress_findings(document, judge)


def _count_gone(document: DocumentReport, left: Counter[Identity]) -> int:
    undecided = _list_undecided(document)
    return sum(count for (rule, *_), count in left.items() if rule not in undecided)


def _list_undecided(document: DocumentReport) -> frozenset[str]:
    """Return the codes of the rules that were not judged."""
    return frozenset(result.code for result in document.results if result.outcome in UNDECIDED)


def tell_written(baseline: Baseline) -> str:
    """Return how much a baseline holds, in words."""
    findings, documents = len(baseline.findings), _count_documents(baseline.findings)
    return f"{findings} finding{'' if findings == 1 else 's'} of {documents} document{'' if documents == 1 else 's'}"


def _count_documents(findings: Iterable[KnownFinding]) -> int:
    return len({finding.document for finding in findings})
