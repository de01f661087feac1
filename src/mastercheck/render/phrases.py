"""Phrases that several renderers share: a verdict, a kind, a place, a figure in words. Each renderer escapes them for its format."""

from collections.abc import Mapping
from types import MappingProxyType

from mastercheck.model.document import DocumentKind
from mastercheck.model.location import Location, part_label
from mastercheck.model.report import DocumentReport, Outcome, Verdict, WordSummary
from mastercheck.rulebook.schema import Rulebook

VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.COMPLIANT: "Compliant",
        Verdict.NOT_COMPLIANT: "Not compliant",
        Verdict.NEEDS_REVIEW: "Needs review",
        Verdict.UNREADABLE: "Unreadable",
    }
)

KINDS: Mapping[DocumentKind | None, str] = MappingProxyType(
    {
        DocumentKind.REPORT: "Master report",
        DocumentKind.PROPOSAL: "Proposal",
        DocumentKind.RESUME: "Résumé",
        DocumentKind.PRESENTATION: "Presentation",
        None: "",
    }
)

NO_APPROVAL = "No finding is no approval: style, truth and depth are for your tutor and examiner to judge."


def describe_place(location: Location | None) -> str:
    """Return a place in words: the headings above it, outermost first, page and paragraph; "" for none."""
    if location is None:
        return ""
    parts = [" > ".join(location.heading_path)]
    parts += [f"page {location.page}"] if location.page else []
    parts += [f"paragraph {location.paragraph}"] if location.paragraph else []
    return ", ".join(filter(None, parts))


def name_heading(location: Location) -> str:
    """Return the innermost heading above a place without its number, which changes when a chapter is put in before; "" for none."""
    return part_label(location.heading_path[-1])[1] if location.heading_path else ""


def describe_words(words: WordSummary) -> str:
    """Return how many words count, and how many are asked for."""
    if words.minimum is None or words.maximum is None:
        return f"{words.assessed:,} words"
    return f"{words.assessed:,} words (asked for: {words.minimum:,} to {words.maximum:,})"


def describe_pages(document: DocumentReport) -> str:
    """Return how many pages a document has, and how many are allowed; "" where that is not known."""
    if document.pages is None:
        return ""
    count = f"{'' if document.pages.certain else 'about '}{document.pages.count} page{'' if document.pages.count == 1 else 's'}"
    return count if document.page_maximum is None else f"{count} (at most {document.page_maximum})"


def find_particular(document: DocumentReport, rulebook: Rulebook, part: str) -> str:
    """Return the line of the title block that gives a particular; "" where none was recognised.

    Args:
        document: the report on it.
        rulebook: whose rules of the kind `title_block` looked for it.
        part: "name", "version", "date" or "title".
    """
    rules = {rule.code for rule in rulebook.rules if rule.check == "title_block"}
    findings = (finding for result in document.results if result.code in rules for finding in result.findings)
    lines = (finding.facts.get("text") for finding in findings if finding.outcome is Outcome.PASS and finding.facts.get("part") == part)
    return next((line for line in lines if isinstance(line, str)), "")
