"""The command `explain`, with and without a document."""

import json
from pathlib import Path

import pytest

from mastercheck.errors import ExitCode
from running import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "report-compliant.docx"


def test_a_rule_is_explained_with_how_often_it_was_right(run: Run) -> None:
    ran = run("explain", "pdca")
    assert ran.code == 0
    assert "How often it was right\n  Judged " in ran.out


def test_a_rule_is_explained_for_programs(run: Run) -> None:
    told = json.loads(run("explain", "pdca", "--format", "json").out)
    assert [rule["code"] for rule in told["rules"]] == ["CON004"]


def test_passages_of_a_document_are_shown(run: Run) -> None:
    ran = run("explain", "risks", "--document", EXAMPLE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("CON011 Risks: passages of ")
    assert "   for      +" in ran.out


def test_passages_are_shown_for_programs(run: Run) -> None:
    told = json.loads(run("explain", "A2", "--document", EXAMPLE, "--format", "json").out)
    assert told["subject"] == "A2"
    assert told["passages"]


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["rsks", "--document", str(EXAMPLE)], 'did you mean "risks"?'),
        (["risks", "--document", "none.docx"], "There is no"),
        (["risks", "--document", str(EXAMPLE.parent)], "is a folder"),
        (["risks", "--format", "xml"], "--format cannot be"),
    ],
)
def test_wrong_usage_is_answered_with_what_is_right(arguments: list[str], answer: str, run: Run) -> None:
    ran = run("explain", *arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err
