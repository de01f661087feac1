"""Whole documents: what kind they are, what verdict they get, and what happens where they cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import document_of
from demands import by_name, kind_of, rule, rulebook
from mastercheck import engine
from mastercheck.engine import documents
from mastercheck.engine.documents import derive_verdict, determine_kind, read_contained
from mastercheck.errors import EncryptedError, LimitError, ReaderFaultError
from mastercheck.model.document import Document, DocumentKind, PageCount, PageEngine
from mastercheck.model.report import DocumentReport, KindSource, Observation, Outcome, RuleResult, Severity, Verdict
from mastercheck.rulebook.schema import Rule

Reader = Callable[..., Document]
PASSES = kind_of("passes")
FAILS = kind_of("fails", Observation(outcome=Outcome.FAIL))
DOUBTS = kind_of("doubts", Observation(outcome=Outcome.REVIEW))
KINDS = by_name(PASSES, FAILS, DOUBTS)


@pytest.fixture(autouse=True)
def small_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "kinds_by_name", lambda: KINDS)


def result_of(outcome: Outcome, severity: Severity = Severity.ERROR) -> RuleResult:
    return RuleResult(
        code="X", name="x", title="X", element=None, group="", clause="4", severity=severity, outcome=outcome, message="It is so."
    )


@pytest.mark.parametrize(
    ("outcome", "severity", "verdict"),
    [
        (Outcome.PASS, Severity.ERROR, Verdict.COMPLIANT),
        (Outcome.NOT_APPLICABLE, Severity.ERROR, Verdict.COMPLIANT),
        (Outcome.FAIL, Severity.ERROR, Verdict.NOT_COMPLIANT),
        (Outcome.FAIL, Severity.WARNING, Verdict.NEEDS_REVIEW),
        (Outcome.FAIL, Severity.NOTE, Verdict.COMPLIANT),
        (Outcome.REVIEW, Severity.ERROR, Verdict.NEEDS_REVIEW),
        (Outcome.REVIEW, Severity.WARNING, Verdict.NEEDS_REVIEW),
        (Outcome.REVIEW, Severity.NOTE, Verdict.COMPLIANT),
        (Outcome.ERROR, Severity.ERROR, Verdict.NOT_COMPLIANT),
        (Outcome.ERROR, Severity.NOTE, Verdict.NOT_COMPLIANT),
    ],
)
def test_the_verdict_that_one_result_makes(outcome: Outcome, severity: Severity, verdict: Verdict) -> None:
    assert derive_verdict([result_of(Outcome.PASS), result_of(outcome, severity)]) is verdict


def test_what_fails_outweighs_what_is_doubtful() -> None:
    assert derive_verdict([result_of(Outcome.REVIEW), result_of(Outcome.FAIL)]) is Verdict.NOT_COMPLIANT


def test_nothing_to_judge_is_compliant() -> None:
    assert derive_verdict([]) is Verdict.COMPLIANT


def test_a_document_is_judged_by_the_rules_for_its_kind() -> None:
    rules = (rule("passes"), rule("fails", applies_to=(DocumentKind.PROPOSAL,)))
    report = engine.check_document(document_of("Text."), rulebook(*rules), path="a.docx", kind=DocumentKind.REPORT)
    assert [result.name for result in report.results] == ["passes"]
    assert (report.path, report.kind, report.kind_source) == ("a.docx", DocumentKind.REPORT, KindSource.GIVEN)
    assert report.verdict is Verdict.COMPLIANT


def test_words_and_pages_are_shown_with_the_bounds_of_their_rules() -> None:
    class Bounds:
        target, tolerance, maximum = 6000, 0.1, 2

    rules = (rule("length", check="word_count", params=Bounds()), rule("pages", check="page_count", params=Bounds()))
    pages = PageCount(count=3, engine=PageEngine.PDF, certain=True)
    report = engine.check_document(document_of("One two three.", pages=pages), rulebook(*rules), path="a", kind=DocumentKind.PROPOSAL)
    assert report.words is not None
    assert (report.words.assessed, report.words.target, report.words.minimum, report.words.maximum) == (3, 6000, 5400, 6600)
    assert (report.pages, report.page_maximum) == (pages, 2)


def test_where_no_rule_asks_there_are_no_bounds_no_specifications_and_no_areas() -> None:
    report = engine.check_document(document_of("One two three."), rulebook(), path="a", kind=DocumentKind.REPORT)
    assert report.words is not None
    assert (report.words.assessed, report.words.target, report.words.minimum, report.words.maximum) == (3, None, None, None)
    assert (report.page_maximum, report.exam_specifications, report.project_areas) == (None, None, ())


def test_specifications_and_areas_are_shown_where_a_rule_asks() -> None:
    rules = (rule("declared", check="specifications_declared"), rule("areas", check="project_areas"))
    report = engine.check_document(document_of("Some text about nothing."), rulebook(*rules), path="a", kind=DocumentKind.REPORT)
    assert report.exam_specifications is not None
    assert report.exam_specifications.requirements == {"1": "Direction"}
    assert (report.exam_specifications.declared, report.project_areas) == ((), ())


def test_a_document_that_says_what_it_is_is_recognised() -> None:
    document = document_of("Master proposal\n# Plan\nText.\n# Deliverables\nText.")
    assert determine_kind(document, rulebook(rule())) == (DocumentKind.PROPOSAL, KindSource.RECOGNISED)


def test_a_kind_that_the_rulebook_has_no_rules_for_is_not_taken_for_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "recognise", lambda *_: DocumentKind.RESUME)
    assert determine_kind(document_of("Curriculum vitae"), rulebook(rule())) == (DocumentKind.PROPOSAL, KindSource.ASSUMED)


@pytest.mark.parametrize(("words", "kind"), [(1800, DocumentKind.PROPOSAL), (1801, DocumentKind.REPORT)])
def test_a_document_that_says_nothing_is_told_by_its_length_alone(words: int, kind: DocumentKind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "recognise", lambda *_: None)
    assert determine_kind(document_of("word " * words), rulebook()) == (kind, KindSource.ASSUMED)


def test_a_rulebook_without_recognition_leaves_a_length_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "recognise", lambda *_: None)
    assert determine_kind(document_of("word " * 2001), rulebook(recognition={})) == (DocumentKind.REPORT, KindSource.ASSUMED)


def reader_that(outcome: Document | BaseException) -> Reader:
    def read(path: Path, *, pages_engine: str) -> Document:
        assert path.name == "a.docx"
        assert pages_engine == "stored"
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    return read


def check_with(reader: Reader, monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> DocumentReport:
    monkeypatch.setattr(documents, "read", reader)
    return engine.check_file(Path("in/a.docx"), rulebook(*rules), kind=DocumentKind.REPORT, pages_engine="stored")


def test_a_file_is_read_and_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    report = check_with(reader_that(document_of("Text.")), monkeypatch, rule("fails"))
    assert (report.path, report.verdict, report.error) == (str(Path("in/a.docx")), Verdict.NOT_COMPLIANT, None)


@pytest.mark.parametrize(
    ("failure", "code", "part"),
    [
        (EncryptedError("a.docx is locked.", "Unlock it."), "encrypted", "is locked"),
        (MemoryError(), "out_of_memory", "takes more memory"),
        (RecursionError(), "too_large", "levels of nesting"),
        (AttributeError("secret words"), "reader_fault", "AttributeError"),
        (OSError("secret words"), "reader_fault", "OSError"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(failure: Exception, code: str, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report = check_with(reader_that(failure), monkeypatch)
    assert (report.verdict, report.kind, report.results, report.words) == (Verdict.UNREADABLE, None, (), None)
    assert report.error
    assert report.error.code == code
    assert part in report.error.message
    assert "a.docx" in report.error.message
    assert "secret" not in repr(report)
    assert report.error.advice


def test_reading_alone_raises_nothing_but_what_a_user_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for failure, expected in ((MemoryError(), LimitError), (TypeError(), ReaderFaultError), (EncryptedError("a", "b"), EncryptedError)):
        monkeypatch.setattr(documents, "read", reader_that(failure))
        with pytest.raises(expected):
            read_contained(Path("a.docx"), pages_engine="stored")


def test_a_library_that_is_missing_is_a_fault_of_the_program_and_not_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    report = check_with(reader_that(ModuleNotFoundError("lxml")), monkeypatch)
    assert report.error
    assert report.error.code == "fault"


def test_an_interruption_is_not_contained(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt):
        check_with(reader_that(KeyboardInterrupt()), monkeypatch)


def test_a_fault_outside_the_checks_costs_one_document_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ValueError("secret words")

    monkeypatch.setattr(documents, "count_ledger", crash)
    report = check_with(reader_that(document_of("Text.")), monkeypatch)
    assert report.verdict is Verdict.UNREADABLE
    assert report.error
    assert report.error.code == "fault"
    assert "a.docx could not be judged: ValueError" in report.error.message
    assert "secret" not in repr(report)


def test_candidate_and_version_come_from_the_title_block_whatever_the_rules() -> None:
    made = engine.check_document(document_of("A better desk\nBy Ada Lovelace, version 2\n# Introduction\nText."), rulebook(), path="a")
    assert (made.candidate, made.version) == ("Ada Lovelace", "2")
    nameless = engine.check_document(document_of("# Introduction\nText."), rulebook(), path="a")
    assert (nameless.candidate, nameless.version) == ("", "")
