"""Candidates in a run of `check`: names from files, codes, and feedback."""

from pathlib import Path

import pytest

from docx_files import docx, para
from mastercheck.cli.candidates import KEY, name_files, plan_candidates
from mastercheck.engine.documents import report_unreadable
from mastercheck.errors import MastercheckError, NotCheckedError, TimeLimitError
from report_builders import document, report, rulebook
from running import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two drafts by two people, named as a school asks for."""
    made = tmp_path / "in"
    made.mkdir()
    for name in ("Ada Byron", "Zoe Moen"):
        lines = ("A better desk for all", f"By {name}", "1 Introduction", f"{name} wrote this, TODO.")
        docx(made, "".join(map(para, lines)), name=f"{name.replace(' ', '-')}_v2.docx")
    return made


def test_a_pattern_takes_candidate_and_version_from_the_names(run: Run, folder: Path) -> None:
    ran = run("check", folder, "--name-pattern", "{candidate}_{version}", "--format", "csv")
    assert '"Ada-Byron","2","' in ran.out


def test_a_pattern_that_cannot_be_used_stops_the_run_before_anything_is_checked(run: Run, folder: Path) -> None:
    ran = run("check", folder, "--name-pattern", "{candidate}{version}")
    assert (ran.code, ran.out) == (2, "")
    assert "between two places must stand what parts them" in ran.err
    assert "For example: --name-pattern" in ran.err


def test_anonymous_shows_no_name_on_stdout_and_another_code_under_another_key(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(KEY, raising=False)
    bare = run("check", folder, "--anonymous", "--no-color", "--width", "100").out
    assert not [name for name in ("Byron", "Moen", "Ada", "Zoe") if name.lower() in bare.lower()]
    assert "C-1FCJ62.docx" in bare
    monkeypatch.setenv(KEY, "secret")
    assert "C-1FCJ62" not in run("check", folder, "--anonymous").out


@pytest.mark.parametrize(("form", "suffix", "start"), [("markdown", ".md", "# Feedback"), ("html", ".html", "<!DOCTYPE html>")])
def test_each_candidate_gets_a_file_that_names_no_other(run: Run, folder: Path, tmp_path: Path, form: str, suffix: str, start: str) -> None:
    out = tmp_path / "a" / "feedback"
    ran = run("check", folder, "--feedback", out, "--feedback-format", form)
    assert f'Feedback for 2 candidates is in "{out}".' in ran.err
    assert sorted(path.name for path in out.iterdir()) == [f"feedback-Ada-Byron{suffix}", f"feedback-Zoe-Moen{suffix}"]
    text = (out / f"feedback-Ada-Byron{suffix}").read_text(encoding="utf-8")
    assert text.startswith(start)
    assert "Ada Byron" in text
    assert "Moen" not in text


@pytest.mark.parametrize(
    ("error", "written", "told"),
    [(NotCheckedError, 0, "because the run was interrupted"), (TimeLimitError, 1, "No feedback was written on a.docx: it could not be")],
)
def test_what_could_not_be_checked_is_told_to_the_tutor_alone(
    error: type[MastercheckError], written: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = report(report_unreadable(Path("a.docx"), error("a.docx was not checked.", "Run it again.")), document(path="b.docx"))
    plan_candidates(None, tmp_path, "markdown", anonymous=False, inputs=()).give_feedback(made, rulebook())
    assert len(list(tmp_path.iterdir())) == written
    assert told in capsys.readouterr().err


def test_no_feedback_at_all_is_not_announced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = report(report_unreadable(Path("a.docx"), TimeLimitError("a.docx took too long.", "Run it again.")))
    plan_candidates(None, tmp_path, "markdown", anonymous=False, inputs=()).give_feedback(made, rulebook())
    assert capsys.readouterr().err.startswith("No feedback was written on a.docx")


def test_anonymous_feedback_is_named_by_codes(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY, raising=False)
    run("check", folder, "--anonymous", "--feedback", tmp_path / "out")
    assert (tmp_path / "out" / "feedback-C-1FCJ62.md").exists()


def test_feedback_where_a_file_is_in_the_way_is_refused(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    ran = run("check", folder, "--feedback", tmp_path / "out")
    assert ran.code == 2
    assert "cannot be made" in ran.err
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_feedback_is_never_written_over_an_input(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "feedback-Ada-Byron.md"
    target.parent.mkdir()
    target.symlink_to(folder / "Ada-Byron_v2.docx")
    before = target.read_bytes()
    ran = run("check", folder, "--feedback", target.parent)
    assert ran.code == 2
    assert "is one of the inputs" in ran.err
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_names_of_files_are_safe_and_each_is_given_once() -> None:
    names = name_files(["Zoë Müller", "ZOË MÜLLER", "../../etc/passwd", "con", "", "a\x00\n<b>:c", "\ud800", "x" * 300, "王小明"])
    assert names[:7] == [
        "feedback-Zoë-Müller",
        "feedback-ZOË-MÜLLER-2",
        "feedback-etc-passwd",
        "feedback-con",
        "feedback-unnamed",
        "feedback-a-b-c",
        "feedback-unnamed-2",
    ]
    assert len(names[7]) < 80
    assert names[8] == "feedback-王小明"
