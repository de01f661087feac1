"""Formats and places: what goes to the window, what to a file, what into a folder, and what GitHub Actions gets besides."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mastercheck.cli import delivery
from mastercheck.cli.delivery import Part, deliver, plan_delivery
from mastercheck.cli.output import print_product
from mastercheck.errors import ExitCode, UsageError
from mastercheck.render.formats import FORMATS, Format
from report_builders import draft, report, rulebook
from running import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
JSON = next(form for form in FORMATS if form.name == "json")
BINARY = replace(JSON, name="sheet", suffix=".xlsx", binary=True, render=lambda *_: b"\x00\x01")


class Window(io.TextIOWrapper):
    """A stdout that is a window, or a pipe."""

    def __init__(self, *, window: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")
        self.window = window

    def isatty(self) -> bool:
        return self.window

    @property
    def shown(self) -> bytes:
        """What was written."""
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_file_holds_what_the_window_shows(form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdout = Window(window=False)
    monkeypatch.setattr(sys, "stdout", stdout)
    for target in (None, tmp_path / "out"):
        deliver([Part(format=form, target=target)], report(draft()), rulebook())
    assert (tmp_path / "out").read_bytes() == stdout.shown


def test_a_window_gets_text_and_a_pipe_gets_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    for window, shown in ((True, b"a\nb\\x1b"), (False, b"a\r\nb\x1b")):
        stdout = Window(window=window)
        monkeypatch.setattr(sys, "stdout", stdout)
        print_product("a\r\nb\x1b")
        assert stdout.shown == shown


def test_bytes_go_to_a_pipe_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    stdout = Window(window=False)
    monkeypatch.setattr(sys, "stdout", stdout)
    deliver([Part(format=BINARY, target=None)], report(), rulebook())
    assert stdout.shown == b"\x00\x01"


def test_bytes_are_not_shown_in_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "FORMATS", (BINARY,))
    monkeypatch.setattr(delivery, "NAMES", ("terminal", "sheet"))
    monkeypatch.setattr(sys, "stdout", Window(window=True))
    with pytest.raises(UsageError, match="The format sheet cannot be shown in a window"):
        plan_delivery(["sheet"], None, None, ())
    monkeypatch.setattr(sys, "stdout", Window(window=False))
    assert plan_delivery(["sheet"], None, None, ()) == (Part(format=BINARY, target=None),)


@pytest.mark.parametrize(("name", "form"), [("a.json", "json"), ("a.HTML", "html"), ("a.md", "markdown"), ("a.txt", None), ("a", None)])
def test_without_a_format_a_file_has_that_of_its_ending(name: str, form: str | None, tmp_path: Path) -> None:
    (part,) = plan_delivery((), tmp_path / name, None, ())
    assert (part.format.name if part.format else None) == form


def test_a_folder_of_the_settings_is_no_hindrance_to_a_window(tmp_path: Path) -> None:
    (part,) = plan_delivery(["terminal"], None, tmp_path / "results", (), settled=True)
    assert (part.format, part.target) == (None, None)
    assert not (tmp_path / "results").exists()


def test_without_a_format_the_report_is_for_people() -> None:
    assert plan_delivery((), None, None, ()) == (Part(format=None, target=None),)


def test_a_folder_gets_a_file_for_each_format_and_the_log_the_rest(tmp_path: Path) -> None:
    names = ["terminal", "SARIF", "junit", "csv", "markdown", "json", "github", "csv"]
    parts = plan_delivery(names, None, tmp_path / "new" / "out", ())
    assert [(part.format.name if part.format else "terminal", part.target.name if part.target else None) for part in parts] == [
        ("terminal", None),
        ("sarif", "report.sarif"),
        ("junit", "report.xml"),
        ("csv", "report.csv"),
        ("markdown", "report.md"),
        ("json", "report.json"),
        ("github", None),
    ]
    assert (tmp_path / "new" / "out").is_dir()


@pytest.mark.parametrize(
    ("names", "output", "folder", "answer"),
    [
        (["json", "csv"], None, None, "Several formats need a folder"),
        (["json"], "a.json", "out", "--output and --output-dir contradict each other"),
        (["terminal", "github"], None, "out", "--output-dir has nothing to hold"),
        ([], None, "out", "--output-dir has nothing to hold"),
        (["xml"], None, None, '--format cannot be "xml"'),
        (["json"], "gone/a.json", None, "there is no folder"),
        (["json"], None, "file", "The folder .* cannot be made"),
        (["json"], None, "kept", "is one of the inputs"),
        (["csv"], None, "kept", "is a link to another place"),
    ],
)
def test_places_that_do_not_fit_the_formats_are_refused(
    names: list[str], output: str | None, folder: str | None, answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("")
    Path("kept").mkdir()
    Path("kept/report.json").write_text("{}")
    Path("kept/report.csv").symlink_to("file")
    with pytest.raises(UsageError, match=answer):
        plan_delivery(names, Path(output) if output else None, Path(folder) if folder else None, [Path("kept/report.json")])


def test_the_command_writes_several_formats_and_prints_the_report(tmp_path: Path, run: Run) -> None:
    example = EXAMPLES / "proposal-with-gaps.docx"
    options = ["--format", "terminal", "--format", "json", "--format", "junit", "--output-dir", tmp_path / "out"]
    ran = run("check", example, *options, "--pages-engine", "estimated")
    assert ran.code == ExitCode.NOT_COMPLIANT
    assert "NOT COMPLIANT" in ran.out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.json", "report.xml"]
    assert json.loads((tmp_path / "out" / "report.json").read_text())["summary"]["not_compliant"] == 1


@pytest.mark.parametrize("place", ["window", "file"])
def test_every_document_is_shown_whole_where_that_is_asked_for(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.txt" if place == "file" else None
    for full in (False, True):
        deliver([Part(format=None, target=target)], report(*[draft()] * 4), rulebook(), full=full)
        shown = target.read_text(encoding="utf-8") if target else capsys.readouterr().out
        assert shown.count("To correct") == (4 if full else 0)


def annotate(monkeypatch: pytest.MonkeyPatch, summary: Path | str) -> None:
    """Deliver annotations where GitHub Actions names a file for the job summary."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    deliver(plan_delivery(["github"], None, None, ()), report(draft()), rulebook())


def test_the_job_summary_is_added_to_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n")
    annotate(monkeypatch, summary)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Before.\n## drafts/draft-v3.docx\n")
    assert capsys.readouterr().out.startswith("::error file=drafts/draft-v3.docx,title=CON004")


def test_the_job_summary_is_made_where_it_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annotate(monkeypatch, tmp_path / "summary.md")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("## drafts/draft-v3.docx\n")


def test_a_job_summary_that_is_full_stays_within_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_bytes(b"x" * (1024 * 1024 - 100))
    annotate(monkeypatch, summary)
    assert summary.stat().st_size == 1024 * 1024 - 100


def test_a_job_summary_that_cannot_be_written_changes_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(monkeypatch, tmp_path)
    said = capsys.readouterr()
    assert said.out.startswith("::error")
    assert said.err == "The job summary cannot be written: Is a directory.\n"


def test_outside_of_github_there_is_no_job_summary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.chdir(tmp_path)
    deliver(plan_delivery(["github"], None, None, ()), report(draft()), rulebook())
    assert list(tmp_path.iterdir()) == []
