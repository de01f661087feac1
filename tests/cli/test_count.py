"""The command `count`."""

import json
import sys
from pathlib import Path

import pytest

from builders import document_of
from demands import rule, rulebook
from mastercheck.engine import documents
from mastercheck.errors import ExitCode, UnreadableError
from mastercheck.model.document import Document
from mastercheck.rulebook import loader
from running import Run

TEXT = "# Introduction\nOne two\x9b three.\n# References\nSomebody (2012).\n"


class Bounds:
    target, tolerance = 6000, 0.1


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A rule on length, and a reader that knows one document."""

    def read(path: Path, *, pages_engine: str) -> Document:
        assert pages_engine == "stored"
        if path.name == "broken.docx":
            raise UnreadableError("broken.docx is no document.", "Give another.")
        return document_of(TEXT.replace("three", "more three")) if path.suffix == ".pdf" else document_of(TEXT)

    rules = [rule("length", check="word_count", params=Bounds())]
    monkeypatch.setattr(documents, "read", read)
    monkeypatch.setattr(loader, "load", lambda *_, profile=None, **__: rulebook(*rules, **_profile(profile)))
    for name in ("a.docx", "a.pdf", "broken.docx"):
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)


def _profile(name: str | None) -> dict[str, object]:
    return {"profile": rulebook().profiles[name]} if name else {}


def test_the_ledger_is_shown(run: Run) -> None:
    ran = run("count", "a.docx")
    assert (ran.code, ran.err) == (0, "")
    assert "3 words count (profile body); 5,400 to 6,600 are asked for: 5,397 too few." in ran.out
    assert "Total: 7 = 3 counted + 4 not counted" in ran.out


def test_another_profile_counts_otherwise(run: Run) -> None:
    assert "7 words count (profile everything)" in run("count", "a.docx", "--profile", "everything").out


def test_the_text_is_exactly_what_was_counted(run: Run) -> None:
    assert run("count", "a.docx", "--text").out == "One two\x9b three.\n"
    assert run("count", "a.docx", "--text", "--profile", "everything").out.splitlines()[-1] == "Somebody (2012)."


def test_on_a_screen_the_text_is_harmless(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    assert run("count", "a.docx", "--text").out == "One two\\x9b three.\n"


def test_json_holds_the_same_figures(run: Run) -> None:
    told = json.loads(run("count", "a.docx", "--format", "json").out)
    words = told["words"]
    assert (told["path"], told["total"], words["assessed"], words["maximum"]) == ("a.docx", 7, 3, 6600)
    assert sum(words["zones"][zone] for zone in words["included"]) == words["assessed"]
    assert sum(words["zones"][zone] for zone in (*words["included"], *words["excluded"])) == told["total"]
    assert told["section_zones"][0] == {"title": "Introduction", "level": 1, "zones": {"headings": 1, "body": 3}}


def test_another_version_is_set_beside_it(run: Run) -> None:
    ran = run("count", "a.docx", "--against", "a.pdf")
    assert "3 words count (profile body)" in ran.out
    assert "Against a.pdf\n3 words count in the first, 4 in the second: 1 more there." in ran.out
    told = json.loads(run("count", "a.docx", "--against", "a.pdf", "--format", "json").out)["against"]
    assert (told["assessed"], told["zones"]["body"]) == (4, {"words": 3, "other": 4, "difference": 1})
    assert told["causes"] == [{"cause": "only there", "words": 1}]


@pytest.mark.parametrize(
    ("arguments", "code", "answer"),
    [
        (["b.docx"], ExitCode.USAGE, 'There is no file or folder "b.docx"; did you mean "a.docx"?'),
        (["broken.docx"], ExitCode.UNREADABLE, "broken.docx is no document."),
        (["a.docx", "--format", "jsom"], ExitCode.USAGE, 'did you mean "json"?'),
        (["."], ExitCode.USAGE, "is a folder"),
        (["a.docx", "--against", "."], ExitCode.USAGE, "is a folder"),
        (["a.docx", "--against", "b.pdf"], ExitCode.USAGE, 'did you mean "a.pdf"?'),
    ],
)
def test_what_cannot_be_counted_is_told(arguments: list[str], code: ExitCode, answer: str, run: Run) -> None:
    ran = run("count", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert answer in ran.err
