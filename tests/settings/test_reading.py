"""Reading a file of settings: what it gives, and that everything that is wrong in it is told at once."""

from pathlib import Path

import pytest

from mastercheck.cli.keys import KEYS
from mastercheck.errors import ConfigurationError, ExitCode
from mastercheck.model.settings import Entry, Settings
from mastercheck.settings.reading import read_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(text: str, name: str = "mastercheck.toml") -> Settings:
    """The settings in a file with this text."""
    path = Path(name).absolute()
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_settings(path, KEYS)


def mistakes(text: str, name: str = "mastercheck.toml") -> list[str]:
    """What is said to be wrong with a file, without the file's name."""
    with pytest.raises(ConfigurationError) as raised:
        read(text, name)
    head, *lines = raised.value.message.splitlines()
    assert head.startswith(f"{name} has {'an error' if len(lines) == 1 else f'{len(lines)} errors'}:")
    assert "--no-config" in raised.value.advice
    assert raised.value.exit_code is ExitCode.USAGE
    return [line.removeprefix(f"  {name}: ") for line in lines]


def test_every_sort_of_value() -> None:
    Path("own.toml").write_text("")
    settings = read(
        'kind = "report"\nprofile = "word"\nstrict = true\nformat = ["json", "csv"]\nrulebook = "own.toml"\noutput-dir = "results"\n'
    )
    assert settings.values == {
        "kind": "report",
        "profile": "word",
        "strict": True,
        "format": ("json", "csv"),
        "rulebook": Path("own.toml"),
        "output-dir": Path("results"),
    }
    assert settings.shown == "mastercheck.toml"


def test_one_format_needs_no_list() -> None:
    assert read('format = "json"').values == {"format": ("json",)}


def test_an_empty_file_settles_nothing() -> None:
    assert read("") == Settings(path=Path("mastercheck.toml").absolute(), shown="mastercheck.toml")


def test_paths_are_relative_to_the_file_whatever_the_current_folder() -> None:
    Path("in").mkdir()
    Path("in/own.toml").write_text("")
    settings = read('rulebook = "own.toml"\nbaseline = "known.json"\noutput-dir = "."', "in/mastercheck.toml")
    assert settings.values == {"rulebook": Path("in/own.toml"), "baseline": Path("in/known.json"), "output-dir": Path("in")}
    assert settings.shown == str(Path("in/mastercheck.toml"))


def test_entries_are_read_in_their_order() -> None:
    settings = read('[[suppress]]\nrule = "pdca"\nreason = "r"\n[[suppress]]\nrule = "CON003"\nreason = "s"\nquote = "q"\nheading = "h"')
    assert settings.entries == (Entry(rule="pdca", reason="r"), Entry(rule="CON003", reason="s", quote="q", heading="h"))


def test_a_shared_file_has_a_table_of_ours() -> None:
    text = '[tool.other]\nx = 1\n[tool.mastercheck]\nkind = "report"\n[[tool.mastercheck.suppress]]\nrule = "pdca"\nreason = "r"'
    settings = read(text, "pyproject.toml")
    assert settings.values == {"kind": "report"}
    assert settings.entries == (Entry(rule="pdca", reason="r"),)


@pytest.mark.parametrize("text", ["", "[tool]\n", "tool = 3\n", "[tool]\nmastercheck = 3\n"])
def test_a_shared_file_without_it_is_told(text: str) -> None:
    assert mistakes(text, "pyproject.toml") == ["has no table [tool.mastercheck]"]


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    text = 'kid = "report"\nstrict = "yes"\nformat = ["json", "jsn"]\npages-engine = "ofice"\nprofile = " "\noutput_dir = "x"\ntool = 1\n'
    assert mistakes(text) == [
        'kid: unknown key; did you mean "kind"?',
        'strict: should be true or false, not "yes"',
        'format.1: unknown value "jsn"; did you mean "json"?',
        'pages-engine: unknown value "ofice"; did you mean "office"?',
        "profile: is empty: leave it out",
        'output_dir: unknown key; did you mean "output-dir"?',
        "tool: unknown key",
    ]


def test_a_file_that_is_to_be_read_must_exist() -> None:
    assert mistakes('rulebook = "none.toml"') == ['rulebook: there is no file "none.toml"']


@pytest.mark.parametrize("folder", ["..", "../elsewhere", "/elsewhere"])
def test_no_settings_write_outside_of_their_folder(folder: str) -> None:
    (mistake,) = mistakes(f'output-dir = "{folder}"')
    assert "lies outside the folder of this file" in mistake


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('rule = "pdca"', ["reason: missing"]),
        ('rule = "pdca"\nreason = "  "', ["reason: is empty: say why"]),
        ('rule = "pdca"\nreason = "r"\nquote = ""', ["quote: is empty: leave it out"]),
        ('rule = "pdca"\nreason = "r"\nqoute = "x"', ['qoute: unknown key; did you mean "quote"?']),
        ('rule = 3\nreason = "r"', ["rule: should be text in quotes, not 3"]),
    ],
)
def test_a_wrong_entry_is_told_with_its_number(entry: str, wrong: list[str]) -> None:
    text = f'[[suppress]]\nrule = "fine"\nreason = "r"\n[[suppress]]\n{entry}'
    assert mistakes(text) == [f"[[suppress]] 2: {line}" for line in wrong]


def test_entries_that_are_none() -> None:
    assert mistakes("suppress = 3") == ["suppress: should be entries [[suppress]], not 3"]
    assert mistakes("suppress = [3]") == ["[[suppress]] 1: should be a table, not 3"]


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"kind = ", "is not TOML: "),
        (b"kind = '\xff'", "is not UTF-8 text: byte 8 is not"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
    ],
)
def test_a_damaged_file_is_told(content: bytes, wrong: str) -> None:
    path = Path("mastercheck.toml")
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=wrong):
        read_settings(path, KEYS)


def test_a_folder_cannot_be_read() -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_settings(Path(), KEYS)
