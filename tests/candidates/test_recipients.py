"""Recipients: each candidate gets feedback on all of their documents, and reads no other's name."""

from pathlib import Path

import pytest

from mastercheck.candidates.recipients import OTHER, list_left_out, list_recipients, name_apart
from mastercheck.engine.documents import report_unreadable
from mastercheck.errors import (
    EncryptedError,
    LimitError,
    MastercheckError,
    MemoryLimitError,
    NotCheckedError,
    NoTextError,
    ReaderFaultError,
    TimeLimitError,
    UnreadableError,
    WorkerLostError,
)
from mastercheck.model.report import Finding, Outcome
from report_builders import document, place, report, result, scan


def told(recipients: object) -> list[tuple[str, list[str]]]:
    return [(one.name, [document.path for document in one.report.documents]) for one in recipients]  # type: ignore[attr-defined]


def test_documents_of_one_candidate_go_together_and_nameless_ones_alone() -> None:
    made = report(
        document(path="in/a.docx", candidate="Ada Byron"),
        scan(),
        document(path="in/b.docx", candidate="Byron, Ada"),
        document(path="in/c.docx"),
    )
    assert told(list_recipients(made)) == [("Ada Byron", ["a.docx", "b.docx"]), ("scan", ["scan.pdf"]), ("c", ["c.docx"])]


@pytest.mark.parametrize("error", [NotCheckedError, TimeLimitError, MemoryLimitError, WorkerLostError, ReaderFaultError, MastercheckError])
def test_what_an_author_cannot_mend_is_told_to_nobody(error: type[MastercheckError]) -> None:
    failed = report_unreadable(Path("in/a.docx"), error("a.docx failed.", "Try again."))
    made = report(failed, document(path="in/b.docx"))
    assert told(list_recipients(made)) == [("b", ["b.docx"])]
    assert list_left_out(made) == (failed,)


@pytest.mark.parametrize("error", [UnreadableError, EncryptedError, NoTextError, LimitError])
def test_what_an_author_can_mend_is_told(error: type[MastercheckError]) -> None:
    failed = report_unreadable(Path("in/a.docx"), error("a.docx failed.", "Save it anew."))
    assert told(list_recipients(report(failed))) == [("a", ["a.docx"])]


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    made = report(*(document(path=path) for path in ("in/1/report.docx", "in/2/Report.docx", "in/2/plan.docx", "in/2/plan.pdf")))
    assert told(list_recipients(made)) == [
        ("1/report", ["1/report.docx"]),
        ("2/Report", ["2/Report.docx"]),
        ("plan.docx", ["plan.docx"]),
        ("plan.pdf", ["plan.pdf"]),
    ]


def test_files_of_one_name_are_told_apart_within_a_candidates_feedback() -> None:
    made = report(*(document(path=path, candidate="Ada Byron") for path in ("in/1/report.docx", "in/2/report.docx")))
    assert told(list_recipients(made)) == [("Ada Byron", ["1/report.docx", "2/report.docx"])]


def test_a_path_that_ends_another_is_shown_whole() -> None:
    shown = name_apart(["report.docx", "C:\\in\\report.docx", "/in/2/report.docx"])
    assert [path.as_posix() for path in shown.values()] == ["report.docx", "in/report.docx", "2/report.docx"]


def test_nobody_reads_the_name_of_another() -> None:
    quote = place("1 Team", 1, "Zoe Moen and Ada Byron, and Ada, wrote this")
    first, second = list_recipients(
        report(document(result("CON001", "Risks", Outcome.FAIL, quote), candidate="Ada Byron"), document(candidate="Zoe Moen"))
    )
    assert f"{OTHER} and Ada Byron, and Ada, wrote this" in str(first.report)
    assert "Ada" not in str(second.report)


def test_a_title_block_that_names_another_candidate_is_no_name_of_ones_own() -> None:
    line = Finding(outcome=Outcome.PASS, message="", facts={"part": "name", "text": "Zoe Moen"})
    copied = document(result("TTL001", "Title", Outcome.PASS, line), candidate="Ada Byron")
    first, _ = list_recipients(report(copied, document(candidate="Zoe Moen")))
    assert "Moen" not in str(first.report)
