"""The process: exit codes, interruptions, faults, and how little is loaded for little."""

import io
import os
import subprocess
import sys
from multiprocessing import forkserver
from pathlib import Path

import pytest

from mastercheck import __main__ as process
from mastercheck import __version__, cli
from mastercheck.cli import run as running
from mastercheck.errors import ADVICE_ON_FAULTS, EncryptedError, ExitCode, MastercheckError, RulebookError, describe_crash


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, timeout=60, env={**os.environ, **environment}
    )


def raise_in_run(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise error

    monkeypatch.setattr(running, "run", fail)


def test_the_module_runs_as_a_program() -> None:
    done = python("-m", "mastercheck", "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"mastercheck {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], {"typer", "rich", "spacy", "docx", "lxml", "pydantic", "pdfplumber"}),
        (["--help"], {"rich", "spacy", "docx", "lxml", "pydantic", "pdfplumber"}),
        (["check", "--help"], {"rich", "spacy", "docx", "lxml", "pdfplumber"}),
        (["check", "no such file"], {"rich", "spacy", "docx", "lxml", "pdfplumber"}),
        (["rules"], {"spacy", "docx", "lxml", "pdfplumber"}),
    ],
)
def test_little_is_loaded_for_little(arguments: list[str], unwanted: set[str]) -> None:
    script = f"import sys; from mastercheck.__main__ import main; main({arguments!r}); sys.exit(','.join(set(sys.modules) & {unwanted!r}))"
    assert python("-c", script).stderr.splitlines()[-1] == ""


@pytest.mark.parametrize("error", [EncryptedError("It is locked.", "Unlock it."), RulebookError("It is wrong.", "Correct it.")])
def test_an_error_is_told_with_its_advice_and_ends_with_its_code(
    error: MastercheckError, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raise_in_run(error, monkeypatch)
    assert process.main(["check"]) == error.exit_code
    assert capsys.readouterr() == ("", f"mastercheck: {error.message}\n{error.advice}\n")


def test_an_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raise_in_run(KeyboardInterrupt(), monkeypatch)
    assert process.main(["check"]) == ExitCode.INTERRUPTED
    assert capsys.readouterr() == ("", "mastercheck: interrupted.\n")


def test_a_broken_pipe_is_not_talked_about(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    raise_in_run(BrokenPipeError(), monkeypatch)
    assert process.main(["check"]) == ExitCode.INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_a_fault_is_told_shortly_without_traceback_and_without_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(process.DEBUG, raising=False)
    raise_in_run(ZeroDivisionError("secret words"), monkeypatch)
    assert process.main(["check"]) == ExitCode.FAULT
    said = capsys.readouterr().err
    assert said.startswith("mastercheck failed: ZeroDivisionError in __main__.py, line ")
    assert ADVICE_ON_FAULTS in said
    assert "Traceback" not in said
    assert "secret" not in said


def test_a_fault_shows_everything_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(process.DEBUG, "1")
    raise_in_run(ZeroDivisionError("all of it"), monkeypatch)
    with pytest.raises(ZeroDivisionError, match="all of it"):
        process.main(["check"])


def test_a_stream_that_cannot_be_told_how_to_write_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    assert process.main(["--version"]) == ExitCode.COMPLIANT
    assert shown.getvalue() == f"mastercheck {__version__}\n"


def test_the_arguments_are_those_of_the_process(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["mastercheck", "--version"])
    assert process.main() == ExitCode.COMPLIANT
    assert capsys.readouterr().out == f"mastercheck {__version__}\n"


def test_a_crash_is_described_by_the_innermost_place_of_the_program() -> None:
    with pytest.raises(MastercheckError) as caught:
        cli.check(None, files=[""])
    assert describe_crash(caught.value).startswith("UsageError in cli/inputs.py, line ")
    assert describe_crash(ValueError("secret words")) == "ValueError"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes of this kind on Windows")
@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["check", "--help"]])
def test_whoever_stops_reading_gets_no_complaint(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "mastercheck", *arguments], stdout=closed, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_fault_of_the_program() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "mastercheck", "rules"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "cannot be written" in done.stderr) == (ExitCode.USAGE, True)


def test_letters_that_the_window_cannot_show_do_not_stop_a_report() -> None:
    done = python("-m", "mastercheck", "explain", "résumé", PYTHONIOENCODING="ascii")
    assert done.returncode == ExitCode.USAGE
    assert 'There is no rule "r?sum?"' in done.stderr


def test_the_process_ends_with_the_exit_code_and_all_that_was_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ended: list[int] = []
    monkeypatch.setattr("sys.argv", ["mastercheck", "--version"])
    monkeypatch.setattr("os._exit", ended.append)
    monkeypatch.delitem(sys.modules, "multiprocessing.forkserver", raising=False)
    process.run_process()
    assert ended == [0]
    assert capsys.readouterr().out.startswith("mastercheck ")


def test_a_process_that_had_workers_ends_in_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["mastercheck", "--version"])
    monkeypatch.setitem(sys.modules, "multiprocessing.forkserver", forkserver)
    with pytest.raises(SystemExit) as ended:
        process.run_process()
    assert ended.value.code == 0
