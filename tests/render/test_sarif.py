"""SARIF against its schema, against the sentences of the standard that no schema holds, and its fingerprints against edits elsewhere."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema.validators import validator_for

from mastercheck.model.location import Location
from mastercheck.model.report import DocumentReport, Finding, Outcome, Report, Severity
from mastercheck.render.sarif import name_uri, render
from mastercheck.render.sarif_rules import message
from report_builders import compliant, document, draft, place, report, result, rule, rulebook, scan
from report_strategies import reports
from rulebook_builders import with_rules

SCHEMA = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json"


def validator(path: Path) -> Any:  # noqa: ANN401 - the library's classes are made at run time
    """A validator for the schema in a file, whichever draft it follows."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


VALIDATOR = validator(SCHEMA)


def run_of(made: Report) -> Any:  # noqa: ANN401 - what json.loads gives
    """The one run, which the schema allows."""
    log = json.loads(render(made, rulebook()))
    VALIDATOR.validate(log)
    return log["runs"][0]


def results_of(*documents: DocumentReport) -> Any:  # noqa: ANN401 - the same
    return run_of(report(*documents))["results"]


def test_every_sort_of_document_is_valid() -> None:
    run = run_of(report(draft(), compliant(), scan()))
    assert [one["location"]["uri"] for one in run["artifacts"]] == [
        "drafts/draft-v3.docx",
        "report-final.pdf",
        "submissions/2016/autumn/scan.pdf",
    ]
    assert run["artifacts"][0]["properties"] == {"verdict": "not_compliant", "kind": "report", "words": 6412, "pages": 17}
    assert run["properties"]["rulebook"]["edition"] == "201607"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "tool", "driver"), {}),
        (("runs", 0, "results", 0, "kind"), "failed"),
        (("runs", 0, "results", 0, "level"), "info"),
        (("runs", 0, "results", 0, "message"), {}),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation"), {}),
        (("runs", 0, "results", 0, "heading"), "new"),
        (("runs", 0, "invocations", 0), {}),
    ],
)
def test_the_schema_notices_what_is_wrong(path: tuple[str | int, ...], value: object) -> None:
    log = json.loads(render(report(draft()), rulebook()))
    spot = log
    for key in path[:-1]:
        spot = spot[key]
    spot[path[-1]] = value
    assert not VALIDATOR.is_valid(log)


@pytest.mark.parametrize(
    ("outcome", "severity", "kind", "level"),
    [
        (Outcome.FAIL, Severity.ERROR, "fail", "error"),
        (Outcome.FAIL, Severity.WARNING, "fail", "warning"),
        (Outcome.FAIL, Severity.NOTE, "fail", "note"),
        (Outcome.REVIEW, Severity.ERROR, "review", "none"),
        (Outcome.ERROR, Severity.ERROR, "open", "none"),
    ],
)
def test_an_outcome_is_told_by_kind_and_level(outcome: Outcome, severity: Severity, kind: str, level: str) -> None:
    told = results_of(document(result("CON001", "Problem", outcome, message="Because.", severity=severity)))
    assert [(one["kind"], one["level"]) for one in told] == [(kind, level)]


@pytest.mark.parametrize("outcome", [Outcome.PASS, Outcome.NOT_APPLICABLE])
def test_what_asks_for_nothing_is_no_result(outcome: Outcome) -> None:
    assert results_of(document(result("CON001", "Problem", outcome, place("1", 1)))) == []


def test_a_place_is_told_by_heading_paragraph_and_page() -> None:
    where = Location(heading_path=("2 Project", "2.1 Input/output"), paragraph=12, page=3, quote="Three roads.")
    told = results_of(document(result("CON001", "Problem", Outcome.FAIL, where, message="Gone.", advice="Add it."), path="a b/ü.docx"))[0]
    assert told["message"]["text"] == (
        "Gone. Place: 2 Project > 2.1 Input/output, page 3, paragraph 12: “Three roads.”. What to do: Add it."
    )
    location = told["locations"][0]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "a%20b/%C3%BC.docx", "index": 0}, "region": {"startLine": 1}}
    assert [(one["kind"], one["fullyQualifiedName"]) for one in location["logicalLocations"]] == [
        ("heading", "2 Project/2.1 Input\\/output"),
        ("paragraph", "2 Project/2.1 Input\\/output/paragraph 12"),
        ("page", "page 3"),
    ]


def test_a_paragraph_before_the_first_heading_has_a_name_of_its_own() -> None:
    told = results_of(document(result("CON001", "Problem", Outcome.FAIL, Location(paragraph=2))))[0]
    assert told["locations"][0]["logicalLocations"] == [{"name": "paragraph 2", "fullyQualifiedName": "paragraph 2", "kind": "paragraph"}]


def test_an_empty_place_adds_nothing() -> None:
    told = results_of(document(result("CON001", "Problem", Outcome.FAIL, Location(quote="x"))))[0]
    assert set(told["locations"][0]) == {"physicalLocation"}
    assert told["message"]["text"] == "It is met. Place: “x”."


def test_a_rule_brings_its_help() -> None:
    asked = replace(
        rule("CON001", "evidence"),
        name="problem-or-question",
        title="Problem {x}",
        rationale="A project begins with *a* problem.",
        advice="Name it.",
        severity=Severity.WARNING,
        group="Introduction",
    )
    driver = json.loads(render(report(), with_rules(asked)))["runs"][0]["tool"]["driver"]
    first, last = driver["rules"]
    assert (first["id"], first["name"], first["shortDescription"]["text"]) == ("CON001", "ProblemOrQuestion", "Problem {{x}}")
    assert "How to put it right: Name it." in first["help"]["text"]
    assert "A project begins with \\*a\\* problem." in first["help"]["markdown"]
    assert "sample" not in first["help"]["text"]
    assert (first["defaultConfiguration"], first["properties"]["tags"]) == ({"level": "warning"}, ["Introduction"])
    assert last["id"] == "unreadable"


def test_a_rule_that_only_the_report_knows_is_described_from_it() -> None:
    run = run_of(report(document(result("ZZZ001", "Something", Outcome.FAIL), result("ZZZ001", "Something", Outcome.FAIL))))
    told = run["results"][0]
    assert run["tool"]["driver"]["rules"][told["ruleIndex"]]["shortDescription"]["text"] == "Something"
    assert [one["id"] for one in run["tool"]["driver"]["rules"]].count("ZZZ001") == 1


def test_what_kept_the_program_from_judging_is_notified() -> None:
    run = run_of(report(scan(), document(result("CON001", "Problem", Outcome.ERROR, message="It crashed."))))
    assert run["invocations"][0]["executionSuccessful"] is False
    first, second = run["invocations"][0]["toolExecutionNotifications"]
    assert first["message"]["text"].startswith("scan.pdf holds pictures")
    assert (second["message"]["text"], second["associatedRule"]) == ("It crashed.", {"id": "CON001"})
    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [("unreadable", "error"), ("CON001", "none")]
    assert run_of(report(compliant()))["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/b.docx", "a/b.docx"),
        ("./a.docx", "a.docx"),
        ("/srv/ü b.docx", "file:///srv/%C3%BC%20b.docx"),
        ("a:b.docx", "a%3Ab.docx"),
        ("100%.docx", "100%25.docx"),
        ("x?#.pdf", "x%3F%23.pdf"),
        ("a\udcffb.docx", "a%FFb.docx"),
        ("a\ud800b.docx", "a%3Fb.docx"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="the paths are those of POSIX")
def test_a_path_becomes_a_uri(path: str, uri: str) -> None:
    assert name_uri(path) == uri


def test_nothing_in_a_message_is_a_placeholder_or_a_link() -> None:
    assert message("{0} [x](http://y) \x1b\ud800")["text"] == "{{0}} [x] (http://y) \\x1b\\ud800"


def test_no_line_is_a_command_to_a_ci_runner() -> None:
    text = render(report(document(result("CON001", "Problem", Outcome.FAIL, message="##[error]x"))), rulebook())
    assert "##[" not in text
    assert json.loads(text)["runs"][0]["results"][0]["message"]["text"] == "##[error]x"


def prints(*findings: Finding | Location, code: str = "LFT001") -> list[str]:
    """The fingerprints of findings of one rule."""
    told = results_of(document(result(code, "Leftovers", Outcome.FAIL, *findings)))
    assert all(one["partialFingerprints"]["primaryLocationLineHash"] == one["partialFingerprints"]["mastercheckPlace/v1"] for one in told)
    return [one["partialFingerprints"]["mastercheckPlace/v1"] for one in told]


def found(**facts: str | int) -> Finding:
    """A finding without a place."""
    return Finding(outcome=Outcome.FAIL, message="Gone.", facts=facts)


def test_a_fingerprint_stays_when_something_else_is_changed() -> None:
    before = place("3.1 Approach", 7, "TODO: figure", 40)
    after = place("4.2. Approach", 9, "TODO:  figure", 61)
    assert prints(before) == prints(after)
    assert prints(before, place("5 End", 9, "TODO", 80))[0] == prints(before)[0]
    assert prints(found(words=6700, profile="exin", engine="office")) == prints(found(words=6800, profile="word", engine="pdf"))


def test_different_things_have_different_fingerprints() -> None:
    here = place("3.1 Approach", 7, "TODO: figure", 40)
    others = [
        place("3.1 Approach", 7, "TODO: table", 40),
        place("3.1 Results", 7, "TODO: figure", 40),
        found(id="P1.1"),
        found(id="P2.2"),
        found(),
    ]
    assert len(set(prints(here, *others))) == 6
    assert prints(here) != prints(here, code="LFT002")


def test_the_like_of_a_finding_is_told_apart_by_its_order() -> None:
    here = place("3.1 Approach", 7, "TODO", 40)
    first, second = prints(here, here)
    assert (first[:-2], first[-2:], second[-2:]) == (second[:-2], ":1", ":2")


@given(made=reports)
def test_any_text_is_valid_and_follows_the_standard(made: Report) -> None:
    text = render(made, rulebook())
    assert text.isascii()
    assert "##[" not in text
    run = run_of(made)
    rules, files = run["tool"]["driver"]["rules"], run["artifacts"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one.get("kind", "fail") == "fail" or one["level"] == "none"  # SARIF 3.27.10
        artifact = one["locations"][0]["physicalLocation"]["artifactLocation"]
        assert files[artifact["index"]]["location"]["uri"] == artifact["uri"]
        assert artifact["uri"].isascii()
        assert "{" not in one["message"]["text"].replace("{{", "")
        assert "](" not in one["message"]["text"]
