"""The command `new`: a Word document to write in, and never over another."""

from pathlib import Path

import pytest

from demands import rulebook
from mastercheck.cli.output import write_new_file
from mastercheck.errors import ExitCode, UsageError
from mastercheck.rulebook import loader
from running import Run


@pytest.fixture(autouse=True)
def in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [(["report", "mine.docx"], "mine.docx"), (["proposal"], "proposal.docx"), (["Report"], "report.docx")],
)
def test_a_word_document_is_made_and_told_on_stderr(arguments: list[str], name: str, run: Run) -> None:
    ran = run("new", *arguments)
    assert (ran.code, ran.out) == (0, "")
    assert f'check it with: mastercheck check "{name}"' in ran.err
    assert Path(name).read_bytes().startswith(b"PK")


def test_nothing_is_written_over(run: Run) -> None:
    Path("report.docx").write_bytes(b"my work")
    ran = run("new", "report")
    assert ran.code == ExitCode.USAGE
    assert '"report.docx" is there already' in ran.err
    assert Path("report.docx").read_bytes() == b"my work"


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["raport"], 'What to write cannot be "raport"; did you mean "report"?'),
        (["report", "mine.doc"], '"mine.doc" is no name of a Word document.'),
        (["report", "none/mine.docx"], 'There is no folder "none".'),
        (["report", "--rulebook", "none.toml"], 'There is no file "none.toml"'),
    ],
)
def test_wrong_usage_is_answered_with_what_is_right(arguments: list[str], answer: str, run: Run) -> None:
    ran = run("new", *arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err
    assert list(Path().iterdir()) == []


def test_a_rulebook_without_a_template_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "load", lambda *_, **__: rulebook())
    ran = run("new", "proposal")
    assert (ran.code, "The rulebook has no template for a proposal." in ran.err) == (ExitCode.USAGE, True)


def test_a_place_that_cannot_be_written_to_is_named() -> None:
    with pytest.raises(UsageError, match="cannot be written: No such file or directory"):
        write_new_file(Path("none") / "a.docx", b"x")
