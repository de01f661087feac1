"""The command `compare`, from the line typed to the exit code."""

import json
from pathlib import Path

import pytest

from builders import document_of
from demands import by_name, kind_of, rule, rulebook
from mastercheck.engine import documents
from mastercheck.errors import ExitCode, UnreadableError
from mastercheck.model.document import Document, DocumentKind
from mastercheck.model.report import Observation, Outcome
from mastercheck.rulebook import loader
from running import Run

TEXTS = {"good.docx": "Fine text.", "bad.docx": "Bad text.", "good.pdf": "Fine text that is longer."}


def judge(document: Document, params: object) -> object:
    """A check that goes by the document's first word."""
    del params
    yield Observation(outcome=Outcome.PASS if next(document.paragraphs()).text.startswith("Fine") else Outcome.FAIL)


def read(path: Path, *, pages_engine: str = "auto") -> Document:
    """A reader that knows three documents."""
    if path.name == "crash.docx":
        raise ValueError("secret words")
    if path.name not in TEXTS:
        raise UnreadableError(f"{path.name} is no document.", "Give another.")
    return document_of(f"{TEXTS[path.name]}\n{pages_engine}", name=path.name)


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One rule, three documents, and the folder that they lie in."""
    kind = kind_of("sample")
    object.__setattr__(kind, "check", judge)
    demands = rulebook(rule("sample", code="CON001"))
    monkeypatch.setattr(documents, "kinds_by_name", lambda: by_name(kind))
    monkeypatch.setattr(documents, "read", read)
    monkeypatch.setattr(loader, "load", lambda *_, **__: demands)
    for name in (*TEXTS, "broken.docx", "crash.docx"):
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("bad.docx", "good.docx", 0),
        ("good.docx", "bad.docx", 1),
        ("good.docx", "good.pdf", 0),
        ("broken.docx", "good.docx", 3),
        ("good.docx", "broken.docx", 3),
    ],
)
def test_the_exit_code_is_that_of_the_new_draft(old: str, new: str, code: int, run: Run) -> None:
    assert run("compare", old, new, "--kind", "report").code == code


def test_what_was_closed_is_shown(run: Run) -> None:
    ran = run("compare", "bad.docx", "good.docx", "--width", 80, "--kind", "report")
    assert "NOT COMPLIANT →" in ran.out
    assert "1 closed · 0 opened · 0 still open" in ran.out
    assert ran.err == ""


def test_a_draft_that_cannot_be_read_is_told_with_what_to_do(run: Run) -> None:
    ran = run("compare", "broken.docx", "good.docx")
    assert ran.out == ""
    assert "broken.docx is no document.\nGive another." in ran.err


def test_a_fault_of_the_program_says_so_and_quotes_nothing(run: Run) -> None:
    ran = run("compare", "broken.docx", "crash.docx", "--kind", "report")
    assert ran.code == ExitCode.UNREADABLE
    assert "crash.docx cannot be read: ValueError" in ran.err
    assert "secret" not in ran.err


def test_both_drafts_are_judged_as_what_the_new_one_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {"good.docx": DocumentKind.PROPOSAL, "good.pdf": DocumentKind.REPORT}
    monkeypatch.setattr(documents, "recognise", lambda document, _: kinds[document.name])
    told = json.loads(run("compare", "good.docx", "good.pdf", "--format", "json").out)
    assert (told["old"]["kind"], told["new"]["kind"]) == ("report", "report")


def test_markdown_begins_with_the_new_draft(run: Run) -> None:
    assert run("compare", "bad.docx", "good.docx", "--format", "markdown").out.startswith("## good.docx\n\nCompared with bad.docx.")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["good.docx"], "Missing argument"),
        (["good.docx", "god.docx"], 'did you mean "good.docx"?'),
        (["good.docx", "."], "is a folder"),
        (["good.docx", "bad.docx", "--format", "jsom"], 'did you mean "json"?'),
        (["good.docx", "bad.docx", "--kind", "reprt"], 'did you mean "report"?'),
        (["good.docx", "bad.docx", "--pages-engine", "x"], "--pages-engine cannot be"),
    ],
)
def test_wrong_usage_is_answered(arguments: list[str], answer: str, run: Run) -> None:
    ran = run("compare", *arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err


def test_the_options_reach_the_reader_and_the_rulebook(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    demands = rulebook(rule("sample"))
    monkeypatch.setattr(loader, "load", lambda *_, **options: asked.update(options) or demands)
    (Path("mine.toml")).write_text("x", encoding="utf-8")
    run("compare", "good.docx", "bad.docx", "--profile", "body", "--rulebook", "mine.toml", "--catalogue", "mine.toml")
    assert asked == {"path": Path("mine.toml"), "catalogue": Path("mine.toml"), "profile": "body"}
