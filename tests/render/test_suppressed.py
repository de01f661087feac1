"""What is suppressed, in each format: counted in the head, listed with its reason, and nothing that decides or is to be done."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from openpyxl import load_workbook
from rich.console import Console

from mastercheck.model.report import DocumentReport, Finding, Outcome, Report
from mastercheck.model.suppression import BaselineUse, IdleEntry, Suppression, SuppressionSource
from mastercheck.render import csv as comma
from mastercheck.render import github, html, junit, markdown, sarif, xlsx
from mastercheck.render.json import render as render_json
from mastercheck.render.suppressions import count_suppressed, list_upkeep
from mastercheck.render.tally import tally
from mastercheck.render.terminal import print_report
from report_builders import document, place, report, result, rulebook, words

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))
AGREED = Suppression(source=SuppressionSource.SETTINGS, reason="Agreed <with> the tutor.")
KNOWN = Suppression(source=SuppressionSource.BASELINE, reason="baseline")
IDLE = IdleEntry(file="mastercheck.toml", number=2, rule="CON009", reason="old")


def finding(message: str, why: Suppression | None, heading: str = "1 Introduction", quote: str = "") -> Finding:
    """A finding that fails."""
    return Finding(outcome=Outcome.FAIL, message=message, location=place(heading, 3, quote), suppression=why)


def made(count: int = 2) -> DocumentReport:
    """A document of which one rule is suppressed as a whole, and of another rule so many findings."""
    known = [finding(f"Left: {number}.", KNOWN, quote=f"<word {number}>") for number in range(count)]
    return document(
        result("CON003", "Justification", Outcome.SUPPRESSED, message="It is thin.", suppressed=(finding("It is thin.", AGREED),)),
        result("LFT001", "No template text", Outcome.FAIL, finding("Left.", None), message="Left.", advice="Go.", suppressed=tuple(known)),
        result("CON001", "Problem", Outcome.PASS),
        path="a.docx",
        words=words(),
    )


def whole(count: int = 2) -> Report:
    """A report on it, with something to tidy up."""
    return replace(report(made(count)), idle=(IDLE,), baseline=BaselineUse(file="known.json", known=40, gone=12))


def on_terminal(shown: Report, width: int = 80) -> str:
    paper = io.StringIO()
    print_report(shown, Console(file=paper, width=width, color_system=None, legacy_windows=False), rulebook())
    return paper.getvalue()


def told(shown: Report) -> Any:  # noqa: ANN401 - what json.loads gives
    report_ = json.loads(render_json(shown))
    Draft202012Validator(SCHEMA).validate(report_)
    return report_


def test_what_is_suppressed_is_in_no_other_part() -> None:
    counted = tally(made())
    assert [one.code for one in (*counted.correct, *counted.improve, *counted.look, *counted.notes)] == ["LFT001"]
    assert [one.code for one in counted.met] == ["CON001"]
    assert count_suppressed(made()) == 3


def test_the_terminal_counts_it_and_lists_it_with_its_reason() -> None:
    lines = [line.strip() for line in on_terminal(whole()).splitlines()]
    assert "│ ✔ COMPLIANT   1 to correct · 1 met · 3 suppressed                            │" in lines
    assert "suppressed   Justification                            CON003" in lines
    assert "Suppressed                                               shown, and not counted" in lines
    start = next(number for number, line in enumerate(lines) if line.startswith("CON003 justification"))
    assert lines[start + 1 : start + 4] == ["It is thin.", "1 Introduction, p. 3", "Reason: Agreed <with> the tutor."]
    assert lines.count("Reason: known before (baseline)") == 2
    assert '1 Introduction, p. 3: "<word 0>"' in lines


@pytest.mark.parametrize("width", [40, 60, 120])
def test_the_terminal_keeps_to_its_width(width: int) -> None:
    assert max(map(len, on_terminal(whole(), width).splitlines())) <= width


def test_a_finding_without_a_place_has_none_on_the_terminal() -> None:
    missing = Finding(outcome=Outcome.FAIL, message="It is missing.", suppression=AGREED)
    shown = on_terminal(report(document(result("CON004", "PDCA", Outcome.SUPPRESSED, suppressed=(missing,)))))
    assert "    It is missing.\n    Reason: Agreed <with> the tutor.\n" in shown


def test_of_many_a_few_are_shown_to_people_and_all_to_programs() -> None:
    assert "and 2 more: --format json shows all" in on_terminal(whole(7))
    assert "  - and 2 more" in markdown.render(whole(7), rulebook())
    assert "<li>and 3 more</li>" in html.render(whole(23), rulebook())
    assert len(told(whole(23))["documents"][0]["results"][1]["suppressed_findings"]) == 23


def test_markdown_lists_it_under_a_heading_of_its_own() -> None:
    text = markdown.render(whole(), rulebook())
    assert "**Compliant** · Master report · 6,124 words (asked for: 5,400 to 6,600) · suppressed: 3\n" in text
    part = text[text.index("### Suppressed (3): shown, and not counted") : text.index("### Met")]
    assert "- **Justification** (CON003, guide 4; 6 report template)\n" in part
    assert "  - 1 Introduction, page 3: It is thin. **Reason:** Agreed &lt;with> the tutor.\n" in part
    assert part.count("**Reason:** known before (baseline)") == 2
    assert "### To tidy up\n\n- mastercheck.toml: \\[\\[suppress\\]\\] 2 (CON009) matches nothing" in text


def test_feedback_to_the_candidate_shows_it_too() -> None:
    assert "- **Justification**\n" in markdown.render_feedback(whole(), rulebook())


def test_html_counts_it_and_lists_it() -> None:
    page = html.render(replace(whole(), documents=(made(), made())), rulebook())
    assert "suppressed: 3" in page
    assert page.count("<h4>Suppressed (shown, and not counted)</h4>") == 2
    assert "<strong>Reason:</strong> Agreed &lt;with&gt; the tutor.</li>" in page
    assert 'data-mark="suppressed"' in page
    assert "<strong>To tidy up:</strong> 12 of 40 known findings are gone" in page


def test_a_spreadsheet_counts_it() -> None:
    (row,) = csv.DictReader(io.StringIO(comma.render(whole(), rulebook())))
    assert (row["gaps"], row["to_look_at"], row["suppressed"]) == ("1", "0", "3")


def test_a_workbook_has_a_sheet_of_it() -> None:
    book = load_workbook(io.BytesIO(xlsx.render(whole(), rulebook())))
    rows = [[cell.value for cell in row] for row in book["Suppressed"].iter_rows()]
    assert rows[0] == ["Document", "Candidate", "Rule", "Title", "Message", "Place", "Quote", "Reason", "Guide clause"]
    assert rows[1][2:8] == ["CON003", "Justification", "It is thin.", "1 Introduction, page 3", None, "Agreed <with> the tutor."]
    assert len(rows) == 4
    assert [cell.value for cell in book["Documents"][2]][10:12] == [3, "met"]
    assert [row[2].value for row in book["Findings"].iter_rows(min_row=2)] == ["LFT001"]


def test_a_workbook_has_no_empty_sheet_of_it() -> None:
    assert "Suppressed" not in load_workbook(io.BytesIO(xlsx.render(report(document()), rulebook()))).sheetnames


def test_json_has_it_beside_what_counts() -> None:
    shown = told(whole())
    (one,) = shown["documents"]
    assert one["suppressed"] == 3
    assert [(each["outcome"], len(each["findings"]), len(each["suppressed_findings"])) for each in one["results"]] == [
        ("suppressed", 0, 1),
        ("fail", 1, 2),
        ("pass", 0, 0),
    ]
    assert one["results"][0]["suppressed_findings"][0]["suppression"] == {"source": "settings", "reason": "Agreed <with> the tutor."}
    assert shown["suppressions"] == {
        "idle": [{"file": "mastercheck.toml", "entry": 2, "rule": "CON009", "reason": "old", "document": None, "lost": False}],
        "baseline": {"file": "known.json", "known": 40, "gone": 12},
    }


def test_a_suite_has_it_as_skipped() -> None:
    suite = etree.fromstring(junit.render(whole(), rulebook()).encode())[0]
    assert suite.find("properties/property[@name='suppressed']").get("value") == "3"
    skipped = suite.find("testcase/skipped")
    assert (skipped.get("type"), skipped.get("message")) == ("suppressed", "It is thin.")
    assert "Suppressed, reason: Agreed <with> the tutor." in skipped.text
    assert "Suppressed, reason: known before (baseline)\n- 1 Introduction, page 3: Left: 0." in suite.find("testcase/failure").text


def test_sarif_says_of_every_result_whether_it_is_suppressed() -> None:
    run = json.loads(sarif.render(whole(), rulebook()))["runs"][0]
    assert [(one["ruleId"], one["kind"], one["suppressions"]) for one in run["results"]] == [
        ("CON003", "fail", [{"kind": "external", "status": "accepted", "justification": "Agreed <with> the tutor."}]),
        ("LFT001", "fail", []),
        *[("LFT001", "fail", [{"kind": "external", "status": "accepted", "justification": "known before (baseline)"}])] * 2,
    ]
    notes = run["invocations"][0]["toolConfigurationNotifications"]
    assert [one["level"] for one in notes] == ["warning", "warning"]
    assert run["invocations"][0]["executionSuccessful"] is True


def test_sarif_says_nothing_of_it_where_nothing_is_suppressed() -> None:
    run = json.loads(sarif.render(report(document(result("CON001", "", Outcome.FAIL))), rulebook()))["runs"][0]
    assert "suppressions" not in run["results"][0]
    assert "toolConfigurationNotifications" not in run["invocations"][0]


def test_no_annotation_is_about_it_and_the_summary_has_it() -> None:
    assert "CON003" not in github.render(whole(), rulebook())
    assert "### Suppressed (3)" in github.render_summary(whole(), rulebook())


def test_what_is_to_be_tidied_up_is_told_in_sentences() -> None:
    entries = (IDLE, replace(IDLE, document="b.docx"), replace(IDLE, document="c.docx", lost=True))
    shown = replace(report(), idle=entries, baseline=BaselineUse(file="known.json", known=40, gone=1))
    start = "mastercheck.toml: [[suppress]] 2 (CON009)"
    assert list(list_upkeep(shown)) == [
        f"{start} matches nothing in what was checked: remove it, or say which document it is about.",
        f"{start} matches nothing in b.docx: remove it.",
        f'{start} is about a document that does not exist, "c.docx": correct the name, or remove it.',
        "1 of 40 known findings is gone: write the baseline anew with --write-baseline known.json",
    ]


def test_where_all_is_in_order_nothing_is_to_be_tidied_up() -> None:
    assert list(list_upkeep(replace(report(), baseline=BaselineUse(file="known.json", known=40, gone=0)))) == []
    assert "To tidy up" not in on_terminal(report(made()))
