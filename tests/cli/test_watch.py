"""The command `watch`: what is told of a document while its author writes."""

import io
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest
from docx import Document as WordDocument
from rich.console import Console

from mastercheck.cli.saves import PATIENCE, Stamp
from mastercheck.cli.watch import Telling, tell
from mastercheck.errors import ExitCode
from mastercheck.model.document import DocumentKind
from mastercheck.model.report import DocumentError, DocumentReport, Outcome, Verdict
from report_builders import document, result, rulebook, scan
from running import Run

command = sys.modules[Telling.__module__]
"""The module of the command; the package has the command itself under this name."""

STAMPS = [Stamp((1, at), at, at) for at in range(9)]


def draft(outcome: Outcome, **more: object) -> DocumentReport:
    """A draft on which one rule has this outcome."""
    verdict = Verdict.COMPLIANT if outcome is Outcome.PASS else Verdict.NOT_COMPLIANT
    return document(result("CON004", "Justification of PDCA", outcome), path="d.docx", verdict=verdict, **more)


def watched(looks: Iterable[Stamp | None], *reports: DocumentReport) -> Telling:
    """What was told of these looks, where each try gives the next of the reports."""
    answers, minutes = iter(reports), iter(range(60))
    told = Telling(
        path=Path("d.docx"),
        rulebook=rulebook(),
        console=Console(file=io.StringIO(), width=80),
        check=lambda: next(answers),
        clock=lambda: f"09:{next(minutes):02}",
    )
    tell(told, looks)
    return told


def shown(told: Telling) -> str:
    """What was printed."""
    file = told.console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def saved(count: int) -> list[Stamp]:
    """The looks at a file that was saved so many times."""
    return [STAMPS[0], *(stamp for stamp in STAMPS[1 : count + 1] for _ in range(2))]


def test_the_whole_report_comes_first() -> None:
    text = shown(watched(saved(0), draft(Outcome.FAIL)))
    assert "✘ missing    Justification of PDCA" in text
    assert "No finding is no approval" in text


def test_after_a_save_it_is_told_what_changed_since_the_save_before() -> None:
    text = shown(watched(saved(2), draft(Outcome.FAIL), draft(Outcome.PASS), draft(Outcome.FAIL)))
    first, second, third = text.split("╭")[1:]
    assert "No finding is no approval" in first
    assert "d.docx, checked at 09:01" in second
    assert "as it was at 09:00" in second
    assert "1 closed · 0 opened · 0 still open" in second
    assert "as it was at 09:01" in third
    assert "0 closed · 1 opened · 0 still open" in third


def test_a_save_that_changed_nothing_takes_one_line() -> None:
    text = shown(watched(saved(1), draft(Outcome.FAIL), draft(Outcome.FAIL)))
    assert text.endswith("\n\n ✘ NOT COMPLIANT   checked at 09:01: nothing changed\n")


def test_a_document_that_is_something_else_now_is_told_in_full() -> None:
    proposal = replace(draft(Outcome.FAIL), kind=DocumentKind.PROPOSAL)
    text = shown(watched(saved(1), proposal, draft(Outcome.FAIL)))
    assert text.count("No finding is no approval") == 2


def test_what_cannot_be_read_is_told_once_and_the_next_save_is_compared_with_the_last_good_one(capsys: pytest.CaptureFixture[str]) -> None:
    broken = [STAMPS[1]] * (PATIENCE + 1)
    told = watched([STAMPS[0], *broken, STAMPS[2], STAMPS[2]], draft(Outcome.FAIL), *[scan()] * PATIENCE, draft(Outcome.PASS))
    said = capsys.readouterr().err
    assert '"d.docx" cannot be read yet.' in said
    assert "scan.pdf holds pictures of its 14 pages, but no text." in said
    assert "1 closed" in shown(told)
    assert told.checks == 2


def test_a_document_that_takes_too_long_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    error = DocumentError(code="timeout", message="d.docx takes longer than 60 seconds.", advice="Split it.")
    watched(saved(0), replace(scan(), error=error))
    assert capsys.readouterr().err == "d.docx takes longer than 60 seconds.\nSplit it.\nIt is checked again when you save it.\n"


def test_a_document_that_is_gone_is_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    told = watched([STAMPS[0], *[None] * 20, STAMPS[0]], draft(Outcome.PASS), draft(Outcome.PASS))
    assert capsys.readouterr().err == '"d.docx" is gone. It is checked again as soon as it is back.\n'
    assert "nothing changed" in shown(told)


def interrupting(*looks: Stamp) -> Callable[..., Iterable[Stamp]]:
    """Looks after which Ctrl+C is pressed."""

    def look(*_: object) -> Iterable[Stamp]:
        yield from looks
        raise KeyboardInterrupt

    return look


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A short report in Word."""
    path = tmp_path / "draft.docx"
    write(path, "The problem is that <name> has too many changes.")
    return path


def write(path: Path, *paragraphs: str) -> None:
    """Save a report as Word does: under another name, which is then changed."""
    made = WordDocument()
    made.add_heading("Introduction", 1)
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path.with_suffix(".tmp")))
    path.with_suffix(".tmp").replace(path)


@pytest.mark.parametrize(("looks", "told"), [((), "0 checks"), ((STAMPS[0],), "1 check")])
def test_to_stop_is_the_normal_end(looks: tuple[Stamp, ...], told: str, real: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "look_repeatedly", interrupting(*looks))
    ran = run("watch", real, "--kind", "report", "--pages-engine", "estimated", "--width", 80)
    assert ran.code == 0
    assert ran.err.endswith(f"Stopped watching after {told}.\n")
    assert ran.out.count("NOT COMPLIANT") == len(looks)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["drft.docx"], 'did you mean "draft.docx"?'),
        (["."], "is a folder"),
        (["draft.docx", "--kind", "reprt"], 'did you mean "report"?'),
    ],
)
def test_wrong_usage_is_answered(arguments: list[str], answer: str, real: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(real.parent)
    ran = run("watch", *arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err


def test_whoever_stops_reading_ends_it(real: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def close(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(command, "look_repeatedly", lambda *_: iter(saved(3)))
    monkeypatch.setattr(sys.stdout, "write", close)
    monkeypatch.setattr("mastercheck.cli.run.silence", lambda: None)
    assert run("watch", real, "--pages-engine", "estimated").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process alone")
def test_a_process_follows_two_saves_and_ends_by_an_interrupt(real: Path) -> None:
    arguments = [sys.executable, "-m", "mastercheck", "watch", str(real), "--kind", "report", "--pages-engine", "estimated"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        guard = Timer(120, process.kill)
        guard.start()
        read_until(process.stdout, "Every rule explained")
        write(real, "The problem is that the bank has too many changes.")
        assert "1 closed" in read_until(process.stdout, "closed")
        write(real, "The problem is that the bank has too many changes. TODO")
        assert "1 opened" in read_until(process.stdout, "closed")
        process.send_signal(signal.SIGINT)
        said = process.communicate()[1]
        guard.cancel()
    assert process.returncode == 0
    assert said.splitlines()[-1].startswith("Stopped watching after")
    assert "Traceback" not in said


def read_until(stream: Iterable[str], sign: str) -> str:
    """Return the next line that holds a sign."""
    return next(line for line in stream if sign in line)
