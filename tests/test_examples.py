"""The examples get the verdicts that examples/expected.toml promises, by the command line as a user would run it."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from mastercheck.cli import app

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((EXAMPLES / "expected.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def said() -> dict[str, dict[str, Any]]:
    files = [str(EXAMPLES / name) for name in EXPECTED]
    done = CliRunner().invoke(app, ["check", *files, "--format", "json", "--pages-engine", "estimated"])
    assert done.exit_code == 1
    return {Path(document["path"]).name: document for document in json.loads(done.stdout)["documents"]}


def test_every_example_has_an_expected_verdict() -> None:
    assert {path.name for path in EXAMPLES.iterdir() if path.suffix in {".docx", ".pdf"}} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_gets_its_verdict(said: dict[str, dict[str, Any]], name: str) -> None:
    document, expected = said[name], EXPECTED[name]
    results = document["results"]
    judged = [result for result in results if result["severity"] != "note"]
    assert (document["kind"], document["outcome"]) == (expected["kind"], expected["outcome"])
    assert sorted(result["name"] for result in results if result["outcome"] == "fail") == expected["failed"]
    assert sorted(result["name"] for result in judged if result["outcome"] in {"review", "error"}) == expected["looked_at"]


def test_the_pdf_of_a_report_says_what_its_docx_says(said: dict[str, dict[str, Any]]) -> None:
    docx, pdf = said["report-compliant.docx"], said["report-compliant.pdf"]
    assert abs(docx["words"]["assessed"] - pdf["words"]["assessed"]) < 0.01 * docx["words"]["assessed"]
    assert [section["title"] for section in docx["words"]["sections"]] == [section["title"] for section in pdf["words"]["sections"]]
