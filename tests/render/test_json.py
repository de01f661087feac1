"""The JSON output against its published schema."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from demands import STAMP
from mastercheck.model.blocks import Zone
from mastercheck.model.document import DocumentKind, PageCount, PageEngine, StoredStatistics
from mastercheck.model.location import Location
from mastercheck.model.report import (
    DeclaredSpecification,
    DocumentError,
    DocumentReport,
    EvidencedSpecification,
    Finding,
    KindSource,
    Outcome,
    ProjectArea,
    Report,
    RuleResult,
    SectionWords,
    Severity,
    SpecificationCoverage,
    Verdict,
    WordSummary,
)
from mastercheck.render.json import Value, dump, render

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
PLACE = Location(heading_path=("1 Introduction", "1.2 Options"), paragraph=12, page=3, quote="Three roads were open.")
ZONES = {zone.value: 0 for zone in Zone} | {"body": 5400, "literature": 81}

FULL = DocumentReport(
    path="in/a.docx",
    kind=DocumentKind.REPORT,
    kind_source=KindSource.GIVEN,
    verdict=Verdict.NOT_COMPLIANT,
    words=WordSummary(
        assessed=5400,
        profile="exin",
        zones=ZONES,
        included=("body",),
        excluded=("literature",),
        sections=(SectionWords(title="1 Introduction", level=1, words=5400),),
        profiles={"exin": 5400, "word": 5481},
        word_status_bar=5481,
        target=6000,
        minimum=5400,
        maximum=6600,
        inserted=3,
        stored=StoredStatistics(application="Microsoft Office Word", words=5300, estimated=True),
    ),
    pages=PageCount(count=17, engine=PageEngine.OFFICE, certain=False, fill_of_last_page=0.5, lines_left=20, note="A font is missing."),
    results=(
        RuleResult(
            code="CON004",
            name="pdca",
            title="Justification of PDCA",
            element="pdca",
            group="Introduction",
            clause="4; 6",
            severity=Severity.ERROR,
            outcome=Outcome.FAIL,
            message="It is missing.",
            advice="Add it.",
            findings=(Finding(outcome=Outcome.FAIL, message="It is missing.", location=PLACE, facts={"signs": ("a", "b"), "score": 1.5}),),
        ),
    ),
    exam_specifications=SpecificationCoverage(
        requirements={"1": "Direction"},
        declared=(DeclaredSpecification(id=None, title="Something", requirement=None, location=PLACE),),
        evidenced=(EvidencedSpecification(id="P1.1", title="Design", requirement="1", passages=(PLACE,)),),
    ),
    project_areas=(ProjectArea(id="A1", title="Certification", passages=(PLACE,)),),
)
BARE = DocumentReport(path="b.pdf", kind=DocumentKind.PROPOSAL, verdict=Verdict.COMPLIANT, words=FULL.words)
UNREAD = DocumentReport(
    path="c.docx",
    kind=None,
    verdict=Verdict.UNREADABLE,
    error=DocumentError(code="encrypted", message="It is locked.", advice="Unlock it."),
)


def told(*documents: DocumentReport) -> Any:  # noqa: ANN401 - what json.loads gives
    return json.loads(render(Report(version="1.0", rulebook=STAMP, documents=documents)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("documents", [(), (FULL,), (BARE,), (UNREAD,), (FULL, BARE, UNREAD)])
def test_every_report_is_valid(documents: tuple[DocumentReport, ...]) -> None:
    VALIDATOR.validate(told(*documents))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), 2),
        (("summary",), {"compliant": 0}),
        (("documents", 0, "outcome"), "fine"),
        (("documents", 0, "error"), {"code": "unreadable", "message": "m", "advice": "a"}),
        (("documents", 0, "words", "zones", "margin"), 3),
        (("documents", 0, "results", 0, "code"), "pdca"),
        (("documents", 0, "results", 0, "findings", 0, "location", "page"), 0),
        (("documents", 0, "results", 0, "findings", 0, "facts", "nested"), {}),
        (("documents", 0, "project_areas"), None),
    ],
)
def test_the_schema_notices_what_is_wrong(path: tuple[str | int, ...], value: object) -> None:
    report = told(FULL)
    place = report
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(report)


def test_a_key_that_is_added_does_not_break_a_reader_of_this_version() -> None:
    report = told(FULL)
    report["documents"][0]["results"][0]["new"] = 1
    VALIDATOR.validate(report)


def test_the_contract_is_kept_letter_by_letter() -> None:
    document = told(FULL)["documents"][0]
    assert document["words"]["sections"] == [{"title": "1 Introduction", "level": 1, "words": 5400}]
    assert document["words"]["stored"]["estimated"] is True
    assert document["pages"] == {
        "count": 17,
        "maximum": None,
        "engine": "office",
        "certain": False,
        "fill_of_last_page": 0.5,
        "lines_left": 20,
        "note": "A font is missing.",
    }
    assert document["results"][0]["findings"] == [
        {
            "outcome": "fail",
            "message": "It is missing.",
            "location": {
                "heading_path": ["1 Introduction", "1.2 Options"],
                "paragraph": 12,
                "page": 3,
                "quote": "Three roads were open.",
            },
            "facts": {"signs": ["a", "b"], "score": 1.5},
        }
    ]
    assert document["exam_specifications"]["declared"][0]["id"] is None
    assert document["exam_specifications"]["evidenced"][0]["passages"][0]["page"] == 3
    assert document["project_areas"][0]["passages"][0]["paragraph"] == 12


def test_what_could_not_be_read_says_so_and_nothing_else() -> None:
    document = told(UNREAD)["documents"][0]
    assert document["error"] == {"code": "encrypted", "message": "It is locked.", "advice": "Unlock it."}
    assert (document["kind"], document["kind_source"], document["words"], document["pages"], document["results"]) == (None,) * 4 + ([],)


def test_the_summary_counts_the_verdicts() -> None:
    assert told(FULL, BARE, UNREAD, FULL)["summary"] == {"compliant": 1, "not_compliant": 2, "needs_review": 0, "unreadable": 1}


def test_the_same_report_gives_the_same_text() -> None:
    report = Report(version="1.0", rulebook=STAMP, documents=(FULL, UNREAD))
    assert render(report) == render(report)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
)


@given(value=VALUES)
def test_any_value_becomes_ascii_that_every_parser_reads(value: Value) -> None:
    text = dump(value)
    assert text.isascii()
    assert "\x1b" not in text
    json.dumps(json.loads(text, parse_constant=pytest.fail), ensure_ascii=False).encode()


def test_half_of_a_surrogate_pair_becomes_the_sign_for_an_unknown_letter() -> None:
    assert json.loads(dump("a\ud800b\udfff")) == "a\ufffdb\ufffd"
    assert json.loads(dump("\U0001f600")) == "\U0001f600"


def test_what_is_no_finite_number_is_null() -> None:
    assert json.loads(dump([math.nan, math.inf, -math.inf, 1.5])) == [None, None, None, 1.5]


def test_no_text_is_a_command_to_a_ci_runner() -> None:
    assert dump("##[error]x") == '"##\\u005berror]x"'
    assert json.loads(dump("##[error]x")) == "##[error]x"
