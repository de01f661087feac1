"""JUnit XML against its schema, and the rule that a suite fails exactly where its document does."""

from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from mastercheck.engine.documents import derive_verdict
from mastercheck.model.report import Outcome, Report, RuleResult, Severity, Verdict
from mastercheck.render.junit import clean, render
from report_builders import document, draft, place, report, result, rulebook, scan
from report_strategies import reports

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "junit-10.xsd"))


def parsed(made: Report) -> etree._Element:
    """The root of the XML, which its schema allows."""
    root = etree.fromstring(render(made, rulebook()).encode())
    SCHEMA.assertValid(root)
    return root


def test_a_document_is_a_suite_and_a_rule_is_a_case() -> None:
    root = parsed(report(draft(), scan()))
    first, second = root
    assert [suite.get("name") for suite in root] == ["drafts/draft-v3.docx", "submissions/2016/autumn/scan.pdf"]
    assert (first.get("tests"), first.get("failures"), first.get("errors"), first.get("skipped")) == ("17", "2", "0", "5")
    assert (second.get("tests"), second.get("failures"), second.get("errors"), second.get("skipped")) == ("1", "0", "1", "0")
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("18", "2", "1")
    known = {one.get("name"): one.get("value") for one in first.iter("property")}
    assert (known["verdict"], known["kind"], known["words"], known["pages"]) == ("not_compliant", "report", "6412", "17")
    assert "edition 201607" in (known["rulebook"] or "")


@pytest.mark.parametrize(
    ("outcome", "severity", "tag", "sort"),
    [
        (Outcome.FAIL, Severity.ERROR, "failure", "error"),
        (Outcome.FAIL, Severity.WARNING, "skipped", "warning"),
        (Outcome.FAIL, Severity.NOTE, "skipped", "note"),
        (Outcome.REVIEW, Severity.ERROR, "skipped", "review"),
        (Outcome.NOT_APPLICABLE, Severity.ERROR, "skipped", "not_applicable"),
        (Outcome.ERROR, Severity.NOTE, "error", "crash"),
    ],
)
def test_an_outcome_is_told_by_an_element_with_its_reason(outcome: Outcome, severity: Severity, tag: str, sort: str) -> None:
    told = result("CON011", "Risks", outcome, message="Because.", severity=severity)
    answer = parsed(report(document(told))).find(f"testsuite/testcase/{tag}")
    assert answer is not None
    assert (answer.get("type"), answer.get("message")) == (sort, "Because.")


def test_what_is_met_has_nothing_to_say() -> None:
    case = parsed(report(document(result("CON011", "Risks", Outcome.PASS)))).find("testsuite/testcase")
    assert case is not None
    assert (case.get("name"), case.get("classname"), len(case)) == ("CON011 Risks", "report.docx", 0)


def test_a_failure_tells_places_words_and_advice() -> None:
    told = result("LFT001", "No template text", Outcome.FAIL, place("3.1 Approach", 7, "TODO"), message="Left.", advice="Remove it.")
    text = parsed(report(document(told))).findtext("testsuite/testcase/failure")
    guide = "Guide: 4; 6 report template. Read more: mastercheck explain LFT001"
    assert text == f'Left.\n- 3.1 Approach, page 7\n  "TODO"\nWhat to do: Remove it.\n{guide}'


def test_what_xml_cannot_hold_is_spelled_out() -> None:
    assert clean("]]>\x00\x1b\ufffe<&") == "]]>\\x00\\x1b\ufffd<&"
    told = result("CON011", "Risks", Outcome.FAIL, message="]]><b>&amp;</b>\x0c")
    answer = parsed(report(document(told))).find("testsuite/testcase/failure")
    assert answer is not None
    assert answer.get("message") == "]]><b>&amp;</b>\\x0c"


def test_no_line_is_a_command_to_a_ci_runner() -> None:
    assert "##[" not in render(report(document(result("CON011", "##[error]x", Outcome.FAIL, message="##[error]x"))), rulebook())


@given(made=reports)
def test_any_text_gives_valid_xml_and_every_rule_a_case(made: Report) -> None:
    root = parsed(made)
    assert [len(suite.findall("testcase")) for suite in root] == [len(one.results) or int(one.error is not None) for one in made.documents]


@given(made=reports)
def test_a_suite_is_red_exactly_where_its_document_is_not_compliant(made: Report) -> None:
    def is_red(results: tuple[RuleResult, ...]) -> bool:
        return derive_verdict(results) is Verdict.NOT_COMPLIANT

    for suite, one in zip(parsed(made), made.documents, strict=True):
        assert (suite.get("failures") != "0" or suite.get("errors") != "0") == (is_red(one.results) or one.error is not None)
