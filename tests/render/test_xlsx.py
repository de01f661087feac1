"""XLSX: the matrix and the findings as a reader of workbooks sees them, and nothing in it that a spreadsheet would work out."""

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from colours import contrast
from mastercheck.model.report import DocumentReport, Outcome, Report
from mastercheck.render import xlsx
from mastercheck.render.matrix import Mark
from mastercheck.render.xlsx import COLOURS, render
from report_builders import compliant, document, draft, place, report, result, rulebook, scan
from report_strategies import MALICE, reports


def read(*documents: DocumentReport) -> Workbook:
    return load_workbook(io.BytesIO(render(report(*documents), rulebook())))


def table(sheet: Worksheet) -> list[dict[str, object]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_matrix_tells_each_outcome_in_a_word_and_a_colour() -> None:
    book = read(draft(), compliant(), scan())
    first, second, third = table(book["Documents"])
    assert (first["Document"], first["Verdict"], first["Words"], first["To correct"]) == ("drafts/draft-v3.docx", "Not compliant", 6412, 2)
    assert (first["CON001 Problem or question"], first["CON004 Justification of PDCA"]) == ("met", "correct")
    assert (second["CON001 Problem or question"], second["CON004 Justification of PDCA"]) == ("met", None)
    assert (third["Verdict"], third["Words"], third["To correct"]) == ("Unreadable", None, None)
    tints = {cell.value: cell.fill.fgColor.rgb for row in book["Documents"].iter_rows(min_row=2) for cell in row if cell.value in set(Mark)}
    assert tints == {mark: f"FF{COLOURS[mark][1][1:].upper()}" for mark in tints}
    assert len(set(tints.values())) == len(tints) == 6


def test_the_findings_have_place_quote_and_advice() -> None:
    rows = table(read(draft(), scan())["Findings"])
    left = next(row for row in rows if row["Quote"] == "TODO: figure of the new process")
    assert (left["Rule"], left["Outcome"], left["Place"]) == ("LFT001", "correct", "3.1 Approach, page 7")
    assert str(left["Advice"]).startswith("Replace or remove")
    assert [row["Rule"] for row in rows].count("CON004") == 1
    assert not [row for row in rows if row["Outcome"] == "met"]
    assert (rows[-1]["Outcome"], rows[-1]["Message"]) == ("Unreadable", "scan.pdf holds pictures of its 14 pages, but no text.")


@pytest.mark.parametrize("name", ["Documents", "Findings"])
def test_head_and_first_column_stay_and_every_column_has_a_filter(name: str) -> None:
    sheet = read(draft())[name]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions


@pytest.mark.parametrize("colours", COLOURS.values(), ids=COLOURS)
def test_colours_can_be_read(colours: tuple[str, str]) -> None:
    assert contrast(*colours) >= 4.5


def test_the_same_report_gives_the_same_bytes() -> None:
    made = report(draft(), scan())
    assert render(made, rulebook()) == render(made, rulebook())
    with zipfile.ZipFile(io.BytesIO(render(made, rulebook()))) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


@settings(max_examples=40, deadline=None)
@given(made=reports)
def test_any_text_gives_strings_and_no_formula_or_link(made: Report) -> None:
    content = render(made, rulebook())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not [name for name in package.namelist() if "worksheets/_rels" in name]
    assert not [sheet for sheet in sheets if re.search(r"<f[ >]|<hyperlink", sheet)]
    book = load_workbook(io.BytesIO(content))
    assert book["Documents"].max_row == len(made.documents) + 1
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.quotePrefix for cell in cells if cell.data_type != "n")


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "http://x.example", "{=1+1}", "001", *MALICE[:6]])
def test_a_text_that_a_spreadsheet_would_obey_is_a_string(text: str) -> None:
    cell = read(document(path=text))["Documents"]["A2"]
    assert cell.hyperlink is None
    assert str(cell.value).strip() == text.replace("\r", "\\x0d").strip()


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    rows = table(read(document(result("CON001", "", Outcome.FAIL, place("", 1, "\U0001f600 x" * 40_000))))["Findings"])
    assert len(str(rows[0]["Quote"])) < 32_767
    assert str(rows[0]["Quote"]).endswith("…")


def test_more_findings_than_a_sheet_holds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 4)
    made = document(result("CON001", "", Outcome.FAIL, *[place("1", page) for page in range(1, 6)]))
    rows = list(read(made)["Findings"].iter_rows(min_row=2, max_col=1, values_only=True))
    assert rows == [("report.docx",), ("report.docx",), ("and 3 rows more: JSON holds them all",)]


def test_a_rulebook_of_ones_own_is_told() -> None:
    stamp = report().rulebook.__class__(id="own", edition="1", sha256="", builtin=False)
    book = load_workbook(io.BytesIO(render(report(stamp=stamp), rulebook())))
    assert book["Legend"]["B10"].value == "mastercheck 0.0.0, rulebook own, edition 1 (not the built-in one)"
