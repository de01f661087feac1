"""Settings and options: which holds, and what a command does with each."""

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordDocument

from mastercheck.cli import app
from mastercheck.cli.check_options import ENGINES, KINDS
from mastercheck.cli.keys import KEYS
from mastercheck.cli.settings import find_settings
from mastercheck.errors import ExitCode
from mastercheck.model.settings import Settings
from running import Run


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with a short draft, and the current folder in it."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "in"
    folder.mkdir()
    document = WordDocument()
    document.add_heading("Introduction", 1)
    document.add_paragraph("The problem is that there are too many changes.")
    document.save(str(folder / "draft.docx"))
    monkeypatch.chdir(folder)


def settle(text: str, name: str = "mastercheck.toml") -> None:
    """Write the settings of the repository."""
    Path("..", name).write_text(text, encoding="utf-8")


def check(run: Run, *options: str) -> Any:  # noqa: ANN401 - what json.loads gives
    """What JSON tells of the draft."""
    return json.loads(run("check", "draft.docx", "--format", "json", *options).out)["documents"][0]


def test_what_is_not_typed_is_as_the_settings_say(run: Run) -> None:
    settle('kind = "proposal"\nprofile = "everything"\npages-engine = "estimated"')
    told = check(run)
    assert (told["kind"], told["kind_source"], told["words"]["profile"], told["pages"]["engine"]) == (
        "proposal",
        "given",
        "everything",
        "estimated",
    )


def test_what_is_typed_holds(run: Run) -> None:
    settle('kind = "proposal"\nprofile = "everything"\nformat = "csv"')
    told = check(run, "--kind", "report", "--profile", "word")
    assert (told["kind"], told["words"]["profile"]) == ("report", "word")


def test_what_is_typed_holds_even_where_it_is_the_default(run: Run) -> None:
    settle('pages-engine = "wrong"'.replace("wrong", "stored"))
    assert check(run, "--pages-engine", "estimated")["pages"]["engine"] == "estimated"
    assert check(run)["pages"] is None or check(run)["pages"]["engine"] != "estimated"


def test_without_settings_nothing_is_settled(run: Run) -> None:
    settle('kind = "proposal"\nprofile = "word"')
    told = check(run, "--no-config", "--kind", "report")
    assert (told["kind"], told["words"]["profile"]) == ("report", "exin")


def test_a_file_can_be_named(run: Run) -> None:
    settle('kind = "proposal"')
    settle('kind = "report"', "other.toml")
    assert check(run, "--config", "../other.toml")["kind"] == "report"


def test_a_table_of_a_shared_file_is_as_good(run: Run) -> None:
    settle('[tool.mastercheck]\nkind = "proposal"', "pyproject.toml")
    assert check(run)["kind_source"] == "given"


def test_several_formats_go_into_the_folder_beside_the_settings(run: Run) -> None:
    settle('kind = "report"\nformat = ["json", "csv"]\noutput-dir = "results"')
    assert run("check", "draft.docx").out == ""
    assert sorted(path.name for path in Path("../results").iterdir()) == ["report.csv", "report.json"]


def test_a_file_that_is_typed_counts_before_a_folder_of_the_settings(run: Run) -> None:
    settle('kind = "report"\nformat = "json"\noutput-dir = "results"')
    run("check", "draft.docx", "--output", "out.json")
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["documents"]
    assert not Path("../results").exists()


def test_the_settings_are_never_written_to(run: Run) -> None:
    settle('kind = "report"')
    ran = run("check", "draft.docx", "--output", "../mastercheck.toml")
    assert (ran.code, Path("../mastercheck.toml").read_text(encoding="utf-8")) == (ExitCode.USAGE, 'kind = "report"')


@pytest.mark.parametrize(("options", "code"), [((), 1), (("--no-strict",), 0), (("--exit-zero",), 0)])
def test_strict_settings_give_way_to_what_is_typed(options: tuple[str, ...], code: int, run: Run) -> None:
    settle('kind = "report"\nstrict = true\nbaseline = "known.json"\n[[suppress]]\nrule = "LFT001"\nquote = "no such words"\nreason = "r"')
    run("check", "draft.docx", "--write-baseline", "../known.json")
    assert run("check", "draft.docx", *options).code == code


def test_the_other_commands_use_the_same_demands(run: Run) -> None:
    settle('profile = "everything"\nkind = "proposal"\nformat = "csv"')
    assert "profile everything" in run("count", "draft.docx").out
    assert "profile exin" in run("count", "draft.docx", "--no-config").out
    settle('rulebook = "own.toml"')
    Path("../own.toml").write_text("[rulebook]")
    for arguments in (("rules",), ("explain", "pdca"), ("new", "report", "x.docx"), ("count", "draft.docx"), ("check", "draft.docx")):
        assert run(*arguments).code == ExitCode.RULEBOOK


@pytest.mark.parametrize("command", [("check", "draft.docx"), ("rules",), ("config", "show")])
def test_wrong_settings_are_told_before_anything_is_done(command: tuple[str, ...], run: Run) -> None:
    settle("kid = 1")
    ran = run(*command)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert 'mastercheck.toml: kid: unknown key; did you mean "kind"?' in ran.err
    assert run(*command, "--no-config").code != ExitCode.USAGE


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (("--config", "none.toml"), 'There is no file "none.toml"'),
        (("--config", "../mastercheck.toml", "--no-config"), "--config and --no-config contradict each other."),
        (("--no-confg",), 'There is no option "--no-confg"; did you mean "--no-config"?'),
    ],
)
def test_wrong_usage_is_answered(options: tuple[str, ...], answer: str, run: Run) -> None:
    settle("")
    ran = run("check", "draft.docx", *options)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err


def test_the_help_does_not_ask_for_settings(run: Run) -> None:
    settle("kid = 1")
    ran = run("check", "--help")
    assert ran.code == 0
    assert "--no-config" in ran.out


def test_the_doctor_has_no_settings(run: Run) -> None:
    settle("kid = 1")
    assert run("doctor").code == 0


def test_every_key_is_an_option_of_check_and_has_its_name() -> None:
    from inspect import signature  # noqa: PLC0415 - only here
    from typing import get_args  # noqa: PLC0415 - only here

    command = next(one for one in app.registered_commands if one.name == "check")
    assert command.callback is not None
    parameters = signature(command.callback, eval_str=True).parameters
    for key in KEYS:
        option = get_args(parameters[key.parameter].annotation)[1]
        assert any(f"--{key.name}" in name.split("/") for name in (option.default, *option.param_decls))
        assert not key.yields_to or key.yields_to in parameters
        assert parameters[key.parameter].default is not None or key.unset


def test_the_words_of_a_key_are_those_of_its_option() -> None:
    from typing import get_args  # noqa: PLC0415 - only here

    shapes = {key.name: get_args(key.shape) for key in KEYS}
    assert (shapes["kind"], shapes["pages-engine"]) == (KINDS, ENGINES)


def test_a_current_folder_that_is_gone_has_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", refuse)
    assert find_settings(None) == Settings()


def test_nothing_found_is_no_settings(run: Run) -> None:
    assert find_settings(None) == Settings()
    assert "No settings." in run("config", "show").out
