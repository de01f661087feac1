"""Suppressions in words: what does not count and why, and what is to be tidied up. Each renderer escapes it for its format."""

from collections.abc import Iterator

from mastercheck.model.report import DocumentReport, Finding, Report, RuleResult
from mastercheck.model.suppression import IdleEntry, SuppressionSource


def list_suppressed(document: DocumentReport) -> tuple[RuleResult, ...]:
    """Return the results of which findings are suppressed, all of them or some."""
    return tuple(result for result in document.results if result.suppressed)


def count_suppressed(document: DocumentReport) -> int:
    """Return how many findings of a document are suppressed."""
    return sum(len(result.suppressed) for result in document.results)


def describe_reason(finding: Finding) -> str:
    """Return why a finding is suppressed; "" for one that is not."""
    why = finding.suppression
    return "" if why is None else "known before (baseline)" if why.source is SuppressionSource.BASELINE else why.reason


def list_upkeep(report: Report) -> Iterator[str]:
    """Yield a sentence for each entry that suppresses nothing, and one for a baseline that holds findings which are gone."""
    yield from (_tell(entry) for entry in report.idle)
    used = report.baseline
    if used and used.gone:
        verb = "is" if used.gone == 1 else "are"
        yield f"{used.gone} of {used.known} known findings {verb} gone: write the baseline anew with --write-baseline {used.file}"


def _tell(entry: IdleEntry) -> str:
    start = f"{entry.file}: [[suppress]] {entry.number} ({entry.rule})"
    if entry.lost:
        return f'{start} is about a document that does not exist, "{entry.document}": correct the name, or remove it.'
    if entry.loose:
        return f"{start} says no place, and what the rule found has one: add a heading that it stands under, or words to quote."
    if entry.document:
        return f"{start} matches nothing in {entry.document}: remove it."
    return f"{start} matches nothing in what was checked: remove it, or say which document it is about."
