"""The command `doctor`."""

import sys
from pathlib import Path

import pytest

from builders import document_of
from mastercheck import __version__
from mastercheck.engine import documents
from mastercheck.errors import ExitCode
from mastercheck.readers.pagination import engines
from running import Run


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without office suite and fontconfig, and a reader that knows one document."""
    monkeypatch.setattr(engines, "find_office", lambda: None)
    monkeypatch.setattr(engines, "find_matcher", lambda: lambda _: "")
    monkeypatch.setattr(documents, "read", lambda *_, **__: document_of("Some text."))
    (tmp_path / "a.docx").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)


def test_versions_and_engines_are_told(run: Run) -> None:
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert __version__ in ran.out
    assert "Office suite: none was found." in ran.out
    assert "Font " not in ran.out


def test_the_fonts_of_a_document_are_told(run: Run) -> None:
    ran = run("doctor", "a.docx")
    assert ran.code == 0
    assert ["Arial", "100%", "yes", "not", "known"] in [line.split() for line in ran.out.splitlines()]


def test_a_library_that_is_missing_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["mastercheck.cli.doctor"], "LIBRARIES", ("no-such-library-is-there",))
    assert "missing" in run("doctor").out


@pytest.mark.parametrize(("file", "answer"), [("b.docx", 'did you mean "a.docx"?'), (".", "is a folder")])
def test_what_is_no_document_is_told(run: Run, file: str, answer: str) -> None:
    ran = run("doctor", file)
    assert ran.code == ExitCode.USAGE
    assert answer in ran.err


def test_spacy_is_not_loaded(run: Run) -> None:
    before = "spacy" in sys.modules
    run("doctor", "a.docx")
    assert ("spacy" in sys.modules) is before
