"""The whole program on real documents: from the file to the JSON that its schema allows."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document as WordDocument
from jsonschema import Draft202012Validator

from mastercheck.errors import ExitCode
from running import Run

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".docx", ".pdf"})
VALIDATOR = Draft202012Validator(json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8")))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A short report in Word."""
    document = WordDocument()
    document.add_heading("Introduction", 1)
    document.add_paragraph("The problem is that <name> has too many \x85 changes, which cost 40,000 euros a year.")
    path = tmp_path / "draft.docx"
    document.save(str(path))
    return path


def test_every_example_gives_a_report_that_its_schema_allows(run: Run) -> None:
    ran = run("check", *EXAMPLES, "--format", "json", "--pages-engine", "estimated")
    report = json.loads(ran.out)
    VALIDATOR.validate(report)
    assert [Path(document["path"]) for document in report["documents"]] == EXAMPLES
    assert not [result for document in report["documents"] for result in document["results"] if result["outcome"] == "error"]
    for document in report["documents"]:
        words = document["words"]
        assert sum(words["zones"][zone] for zone in words["included"]) == words["assessed"]
        assert sum(section["words"] for section in words["sections"]) == words["assessed"]


def test_the_same_document_gives_the_same_bytes(draft: Path, run: Run) -> None:
    arguments = ("check", draft, "--format", "json", "--kind", "report", "--pages-engine", "estimated")
    assert run(*arguments).out == run(*arguments).out


def test_a_document_that_cannot_be_read_is_valid_too(tmp_path: Path, draft: Path, run: Run) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    report = json.loads(run("check", tmp_path, "--format", "json", "--pages-engine", "estimated").out)
    VALIDATOR.validate(report)
    assert [Path(document["path"]).name for document in report["documents"]] == ["broken.docx", draft.name]
    assert report["documents"][0]["error"]["code"] == "unreadable"


def test_the_draft_is_told_what_it_lacks(draft: Path, run: Run) -> None:
    ran = run("check", draft, "--kind", "report", "--pages-engine", "estimated", "--width", 80)
    assert ran.code == 1
    assert "NOT COMPLIANT" in ran.out
    assert "LEN001" in ran.out


def test_counting_does_without_the_language_library(draft: Path) -> None:
    script = f"import sys; from mastercheck.__main__ import main; main(['count', {str(draft)!r}]); sys.exit('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "words count (profile exin)" in done.stdout


@pytest.mark.parametrize("kind", ["report", "proposal"])
def test_what_new_makes_can_be_checked_and_has_its_placeholders_named(kind: str, tmp_path: Path, run: Run) -> None:
    target = tmp_path / f"{kind}.docx"
    assert run("new", kind, target).code == 0
    report = json.loads(run("check", target, "--kind", kind, "--format", "json", "--pages-engine", "estimated").out)
    VALIDATOR.validate(report)
    outcomes = {result["code"]: result["outcome"] for result in report["documents"][0]["results"]}
    assert outcomes["LFT001"] == "fail"


def test_every_rule_can_be_explained_by_its_code(run: Run) -> None:
    for rule in json.loads(run("rules", "--format", "json").out)["rules"]:
        assert run("explain", rule["code"]).out.startswith(f"{rule['code']} {rule['name']}: ")


def test_a_reader_that_stops_reading_changes_no_verdict() -> None:
    """What `mastercheck check FILE | head -1` ends with is what the document deserves."""
    command = [sys.executable, "-m", "mastercheck", "check", str(ROOT / "examples" / "report-with-gaps.docx")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.close()
        assert process.wait() == ExitCode.NOT_COMPLIANT
        assert process.stderr
        assert process.stderr.read() == b""
