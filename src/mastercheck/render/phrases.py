"""Phrases that several renderers share: a verdict, a kind, a place, a figure in words. Each renderer escapes them for its format."""

from collections.abc import Mapping
from types import MappingProxyType

from mastercheck.model.document import DocumentKind
from mastercheck.model.location import Location, part_label
from mastercheck.model.report import DocumentReport, Verdict, WordSummary

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


def describe_author(document: DocumentReport) -> tuple[str, ...]:
    """Return who wrote a document and which version it is, as far as that is known."""
    version = f"version {document.version}" if document.version[:1].isdigit() else document.version
    return tuple(filter(None, (document.candidate, version)))
