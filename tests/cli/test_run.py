"""Command lines that are not understood, and the help pages."""

import pytest

from mastercheck import __version__
from mastercheck.cli import app
from mastercheck.cli.help import PlainGroup
from mastercheck.errors import ExitCode
from running import Run

COMMANDS = tuple(command.name or "" for command in app.registered_commands)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["chek", "a.docx"], 'There is no command "chek"; did you mean "check"?'),
        (["frobnicate"], 'There is no command "frobnicate"; known: annotate, cache, check'),
        (["my report.docx"], 'To check a document, type: mastercheck check "my report.docx"'),
        (["--verson"], 'There is no option "--verson"; did you mean "--version"?'),
        (["rules", "--formt", "json"], 'There is no option "--formt"; did you mean "--format"?'),
        (["check", "-dash.docx"], '"-dash.docx" begins as an option does. For the file of that name, type: "./-dash.docx"'),
        (["rules", "extra"], "extra"),
        (["explain"], "RULE"),
        (["new"], "proposal|report"),
        (["count", "a", "b"], "b"),
    ],
)
def test_a_word_that_is_not_known_is_answered_with_the_nearest(arguments: list[str], answer: str, run: Run) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err
    assert "To see what can be typed: mastercheck" in ran.err


def test_the_hint_names_the_help_of_the_command(run: Run) -> None:
    assert "To see what can be typed: mastercheck count --help" in run("count", "--oops").err


def test_without_a_word_there_is_the_help_and_the_exit_code_of_wrong_usage(run: Run) -> None:
    bare, asked = run(), run("--help")
    assert (bare.code, asked.code) == (ExitCode.USAGE, ExitCode.COMPLIANT)
    assert bare.out == asked.out


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "check"]])
def test_the_version(arguments: list[str], run: Run) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (0, f"mastercheck {__version__}\n", "")


def test_the_help_begins_with_what_to_type_and_ends_with_the_exit_codes(run: Run) -> None:
    told = run("--help").out
    assert told.index("mastercheck check my-report.docx") < told.index("Commands:") < told.index("exit code")
    for code in ExitCode:
        assert f"\n    {code.value} " in told
    for name in COMMANDS:
        assert f"\n  {name} " in told


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_each_command_has_a_help_with_examples_that_fits_80_columns(command: str, option: str, run: Run) -> None:
    ran = run(command, option)
    assert ran.code == 0
    assert "Examples:\n    mastercheck " in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "[required]" not in ran.out
    assert "<" not in ran.out


def test_whoever_stops_reading_the_help_gets_no_complaint(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(PlainGroup, "format_help", stop)
    ran = run("--help")
    assert (ran.code, ran.err) == (0, "")


def test_the_hidden_option_is_not_in_the_help(run: Run) -> None:
    assert "--width" not in run("check", "--help").out


def test_each_command_is_registered_once() -> None:
    assert COMMANDS[:6] == ("check", "count", "annotate", "rules", "explain", "new")
    assert len(set(COMMANDS)) == len(COMMANDS)
