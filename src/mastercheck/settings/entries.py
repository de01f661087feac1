"""Entries `[[suppress]]`: which findings each is about, and which entries are about none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mastercheck.errors import ConfigurationError
from mastercheck.model.report import DocumentReport, Finding, Outcome, Report, RuleResult
from mastercheck.model.settings import Entry, Settings
from mastercheck.model.suppression import IdleEntry, Suppression, SuppressionSource
from mastercheck.rulebook.mistakes import Mistakes, Place
from mastercheck.rulebook.schema import Rule
from mastercheck.settings.documents import fits, is_lost, name_document
from mastercheck.settings.quotations import holds, stands_above
from mastercheck.settings.reading import ADVICE, SUPPRESS
from mastercheck.settings.suppression import list_asking, suppress_findings

JUDGED = frozenset({Outcome.PASS, Outcome.FAIL, Outcome.REVIEW})
"""Outcomes of a rule that was judged to its end: elsewhere, nobody knows what an entry would have matched."""


def require_rules(settings: Settings, rules: Iterable[Rule]) -> None:
    """Raise an error unless every entry names a rule.

    Raises:
        ConfigurationError: with every name that is none, and the nearest right one.
    """
    names = [name for rule in rules for name in (rule.code, rule.name)]
    known, mistakes = {name.casefold() for name in names}, Mistakes()
    for number, entry in enumerate(settings.entries, 1):
        if entry.rule.strip().casefold() not in known:
            mistakes.add_unknown(Place(file=settings.shown, entry=f"[[{SUPPRESS}]] {number}", key="rule"), "rule", entry.rule, names)
    if mistakes.lines:
        raise ConfigurationError(f"{settings.shown} has {mistakes.tell()}", f"See all rules with: mastercheck rules. {ADVICE}")


def apply_entries(report: Report, settings: Settings) -> Report:
    """Return a report in which the findings that the settings suppress do not count, and which names the entries that suppress none."""
    if not settings.path or not settings.entries:
        return report
    folder = settings.path.parent
    documents = tuple(_apply(document, settings.entries, folder) for document in report.documents)
    return replace(report, documents=documents, idle=tuple(_find_idle(report.documents, settings, folder)))


def matches(entry: Entry, result: RuleResult, finding: Finding) -> bool:
    """Return whether an entry is about a finding of a rule, in a document that it is about.

    A finding with a place needs a heading above it or words that stand there. One without is about what is missing, and needs neither; the
    quoted words are then those of its message.
    """
    return _names(entry, result) and _is_anchored(entry, finding)


def _names(entry: Entry, result: RuleResult) -> bool:
    return entry.rule.strip().casefold() in {result.code.casefold(), result.name.casefold()}


def _is_anchored(entry: Entry, finding: Finding) -> bool:
    place = finding.location
    if place is None or not (place.heading_path or place.quote):
        return not entry.heading and (not entry.quote or holds(finding.message, entry.quote))
    if not (entry.heading or entry.quote):
        return False
    if entry.heading and not stands_above(place.heading_path, entry.heading):
        return False
    return not entry.quote or any(holds(words, entry.quote) for words in (place.quote, str(finding.facts.get("text", ""))))


def _apply(document: DocumentReport, entries: Iterable[Entry], folder: Path) -> DocumentReport:
    name = name_document(document.path, folder)
    fitting = [entry for entry in entries if fits(entry.document, name)]

    def judge(result: RuleResult, finding: Finding) -> Suppression | None:
        reasons = (entry.reason.strip() for entry in fitting if matches(entry, result, finding))
        return next((Suppression(source=SuppressionSource.SETTINGS, reason=reason) for reason in reasons), None)

    return suppress_findings(document, judge)


def _find_idle(documents: Iterable[DocumentReport], settings: Settings, folder: Path) -> Iterator[IdleEntry]:
    """Yield the entries that had their chance and matched nothing, and those whose document does not exist."""
    named = [(name_document(document.path, folder), document) for document in documents]
    for number, entry in enumerate(settings.entries, 1):
        fitting = [document for name, document in named if fits(entry.document, name)]
        idle = IdleEntry(file=settings.shown, number=number, rule=entry.rule, reason=entry.reason, document=entry.document)
        results = [result for document in fitting for result in document.results if _names(entry, result) and result.outcome in JUDGED]
        if not fitting and is_lost(entry.document, folder):
            yield replace(idle, lost=True)
        elif results and not any(_is_anchored(entry, finding) for result in results for finding in list_asking(result)):
            found = any(list_asking(result) for result in results)
            yield replace(idle, loose=found and not (entry.heading or entry.quote))
