"""Documents under a rulebook: read, judged by every rule that applies to their kind, summed up in a verdict."""

from collections.abc import Iterable
from pathlib import Path

from mastercheck.candidates.persons import find_person, find_version
from mastercheck.checks import kinds_by_name
from mastercheck.checks.title_block import read_particulars
from mastercheck.engine.figures import count_ledger, cover_specifications, find_areas, find_page_maximum
from mastercheck.engine.rules import judge_rules
from mastercheck.errors import (
    ADVICE_ON_FAULTS,
    ADVICE_ON_LIMITS,
    LimitError,
    MastercheckError,
    MemoryLimitError,
    ReaderFaultError,
    UnreadableError,
    describe_crash,
)
from mastercheck.language.ledger import ledger_of
from mastercheck.language.recognition import recognise
from mastercheck.model.document import Document, DocumentKind
from mastercheck.model.report import DocumentError, DocumentReport, KindSource, Outcome, RuleResult, Severity, Verdict
from mastercheck.readers import read
from mastercheck.rulebook.schema import Rulebook

LONGEST_PROPOSAL = 2000
"""Words up to which a document that nothing else tells apart is taken for a proposal, where the rulebook does not say how long one is."""


def check_file(path: Path, rulebook: Rulebook, *, kind: DocumentKind | None = None, pages_engine: str = "auto") -> DocumentReport:
    """Check a file; one that cannot be read, or at which the program fails, gets the verdict UNREADABLE and says why.

    Args:
        path: of the file, as the user gave it.
        rulebook: the demands.
        kind: recognised where it is None.
        pages_engine: "auto", "office", "stored" or "estimated".
    """
    try:
        return judge_file(path, rulebook, kind=kind, pages_engine=pages_engine)
    except MastercheckError as error:
        return report_unreadable(path, error)


def judge_file(path: Path, rulebook: Rulebook, *, kind: DocumentKind | None = None, pages_engine: str = "auto") -> DocumentReport:
    """Check a file, so that nothing but an error with advice can come of it.

    Raises:
        UnreadableError: it cannot be read; the error says why.
        MastercheckError: the program failed at it.
    """
    try:
        document = read_contained(path, pages_engine=pages_engine)
        return check_document(document, rulebook, path=str(path), kind=kind)
    except UnreadableError:
        raise
    except MemoryError:
        raise _lack_memory(path) from None
    except Exception as error:
        raise MastercheckError(f"{path.name} could not be judged: {describe_crash(error)}.", ADVICE_ON_FAULTS) from error


def report_unreadable(path: Path, error: MastercheckError) -> DocumentReport:
    """Return the report on a file that could not be read or judged."""
    reason = DocumentError(code=error.code, message=error.message, advice=error.advice)
    return DocumentReport(path=str(path), kind=None, verdict=Verdict.UNREADABLE, error=reason)


def read_contained(path: Path, *, pages_engine: str = "auto") -> Document:
    """Read a file, so that nothing but an UnreadableError can come of the document.

    Raises:
        LimitError: it needs more memory or depth than there is.
        ReaderFaultError: the reader failed in a way that nobody foresaw.
        UnreadableError: as the reader says.
    """
    try:
        return read(path, pages_engine=pages_engine)
    except (UnreadableError, ImportError):
        raise  # a library that is missing is no matter of this document: the fault stays one of the program
    except MemoryError:
        raise _lack_memory(path) from None
    except RecursionError:
        raise LimitError(f"{path.name} cannot be read: it takes more levels of nesting than can be followed.", ADVICE_ON_LIMITS) from None
    except Exception as error:
        raise ReaderFaultError(f"{path.name} cannot be read: {describe_crash(error)}.", ADVICE_ON_FAULTS) from error


def _lack_memory(path: Path) -> MemoryLimitError:
    return MemoryLimitError(f"{path.name} cannot be read: it takes more memory than there is.", ADVICE_ON_LIMITS)


def check_document(document: Document, rulebook: Rulebook, *, path: str, kind: DocumentKind | None = None) -> DocumentReport:
    """Check a document that has been read.

    Args:
        document: as read.
        rulebook: the demands.
        path: the document's name in the report.
        kind: recognised where it is None.
    """
    known, source = (kind, KindSource.GIVEN) if kind else determine_kind(document, rulebook)
    rules = rulebook.rules_for(known)
    results = judge_rules(document, rules, kinds_by_name())
    particulars = read_particulars(document)
    return DocumentReport(
        path=path,
        kind=known,
        kind_source=source,
        verdict=derive_verdict(results),
        words=count_ledger(document, rulebook, rules),
        pages=document.pages,
        page_maximum=find_page_maximum(rules),
        results=results,
        exam_specifications=cover_specifications(document, rulebook, rules),
        project_areas=find_areas(document, rulebook, rules),
        candidate=find_person(particulars.get("name", "")),
        version=find_version(particulars.get("version", "")),
    )


def determine_kind(document: Document, rulebook: Rulebook) -> tuple[DocumentKind, KindSource]:
    """Return what kind a document is, among those that the rulebook has rules for.

    It is known by what the document says of itself; else by its length alone, which is an assumption.
    """
    recognised = recognise(document, rulebook.recognition)
    if recognised and rulebook.rules_for(recognised):
        return recognised, KindSource.RECOGNISED
    usual = rulebook.recognition.get(DocumentKind.PROPOSAL)
    longest = usual.words[1] if usual else LONGEST_PROPOSAL
    short = ledger_of(document).count(rulebook.profile) <= longest
    return DocumentKind.PROPOSAL if short else DocumentKind.REPORT, KindSource.ASSUMED


def derive_verdict(results: Iterable[RuleResult]) -> Verdict:
    """Return what the outcomes of the rules make of a document."""
    verdict = Verdict.COMPLIANT
    for result in results:
        if result.outcome is Outcome.ERROR or (result.outcome is Outcome.FAIL and result.severity is Severity.ERROR):
            return Verdict.NOT_COMPLIANT
        if result.outcome in {Outcome.FAIL, Outcome.REVIEW} and result.severity is not Severity.NOTE:
            verdict = Verdict.NEEDS_REVIEW
    return verdict
