"""CSV: a row for each document, and nothing in it that a spreadsheet would work out."""

import csv
import io

import pytest
from hypothesis import given

from mastercheck.model.report import Report
from mastercheck.render.csv import COLUMNS, FORMULA, make_inert, render
from report_builders import document, draft, report, rulebook, scan
from report_strategies import reports


def rows(text: str) -> list[dict[str, str]]:
    """The rows as a reader of CSV sees them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_each_document_is_a_row_with_its_figures() -> None:
    text = render(report(draft(), scan()), rulebook())
    assert text.startswith('"document","candidate","version","kind","verdict","words","pages","gaps","to_look_at","error","suppressed"\r\n')
    first, second = rows(text)
    assert (first["document"], first["kind"], first["verdict"]) == ("drafts/draft-v3.docx", "report", "not_compliant")
    assert (first["words"], first["pages"], first["gaps"], first["to_look_at"], first["error"]) == ("6412", "17", "2", "3", "")
    assert (second["verdict"], second["words"], second["gaps"]) == ("unreadable", "", "")
    assert second["error"].startswith("scan.pdf holds pictures of its 14 pages, but no text. Save the report")


def test_figures_are_figures_and_text_is_text() -> None:
    assert ',"report","not_compliant",6412,17,2,3,"",0\r\n' in render(report(draft()), rulebook())


def test_candidate_and_version_have_their_columns() -> None:
    row = rows(render(report(document(candidate="Ada Byron", version="1.2")), rulebook()))[0]
    assert (row["candidate"], row["version"]) == ("Ada Byron", "1.2")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "\\x0d=1"),
        (" =1", "'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a\r\nb", "a\\x0d b"),
        ("a\tb", "a b"),
        ("::error::x", ": :error::x"),
        ("##[error]x", "## [error]x"),
        ("2-1", "2-1"),
        ("plain", "plain"),
    ],
)
def test_no_cell_is_worked_out(text: str, cell: str) -> None:
    assert make_inert(text) == cell


@given(made=reports)
def test_any_text_gives_a_row_for_each_document_and_no_formula(made: Report) -> None:
    text = render(made, rulebook())
    read = rows(text)
    assert len(read) == len(made.documents)
    assert all(set(row) == set(COLUMNS) for row in read)
    assert not [cell for row in read for cell in row.values() if FORMULA.match(cell)]
    lines = text.split("\r\n")
    assert len(lines) == len(made.documents) + 2
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line or "\n" in line or "\r" in line]
    text.encode()


def test_no_documents_leave_the_heading() -> None:
    assert render(report(), rulebook()).count("\r\n") == 1
