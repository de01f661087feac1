"""The command `config show`: what is in force, and where it comes from."""

import json
from pathlib import Path

import pytest

from mastercheck.cli.keys import KEYS
from mastercheck.errors import ExitCode
from running import Run

TEXT = """\
kind = "report"
format = ["json", "csv"]
strict = true
output-dir = "results"

[[suppress]]
rule = "CON003"
document = "autumn/*.docx"
heading = "Risks"
quote = "the supplier"
reason = "Agreed with the tutor."
"""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mastercheck.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")


def test_each_key_has_its_value_and_where_it_comes_from(run: Run) -> None:
    ran = run("config", "show")
    rows = [line.split() for line in ran.out.splitlines()]
    here = str(Path("../mastercheck.toml"))
    assert (ran.code, ran.err) == (0, "")
    assert ["kind", "report", here] in rows
    assert ["format", "json,", "csv", here] in rows
    assert ["strict", "true", here] in rows
    assert ["output-dir", str(Path("../results")), here] in rows
    assert ["pages-engine", "auto", "default"] in rows
    assert ["profile", "as", "the", "rulebook", "says", "default"] in rows
    assert {row[0] for row in rows if len(row) > 2} >= {key.name for key in KEYS}
    assert max(map(len, ran.out.splitlines())) <= 80


def test_what_is_suppressed_is_shown_with_its_reason(run: Run) -> None:
    assert "1  CON003, in autumn/*.docx, under Risks, at “the supplier”\n   Agreed with the tutor." in run("config", "show").out


def test_json_is_for_programs(run: Run) -> None:
    told = json.loads(run("config", "show", "--format", "json").out)
    assert told["file"] == str(Path("../mastercheck.toml"))
    assert list(told["settings"]) == [key.name for key in KEYS]
    assert told["settings"]["format"] == {"value": ["json", "csv"], "from": told["file"]}
    assert told["settings"]["profile"] == {"value": None, "from": "default"}
    assert told["settings"]["pages-engine"] == {"value": "auto", "from": "default"}
    assert told["suppress"] == [
        {
            "rule": "CON003",
            "document": "autumn/*.docx",
            "heading": "Risks",
            "quote": "the supplier",
            "reason": "Agreed with the tutor.",
        }
    ]


def test_without_settings_everything_is_the_default(run: Run) -> None:
    told = json.loads(run("config", "show", "--no-config", "--format", "json").out)
    assert (told["file"], told["suppress"]) == (None, [])
    assert {one["from"] for one in told["settings"].values()} == {"default"}


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("shwo",), 'What to do cannot be "shwo"; did you mean "show"?'),
        (("show", "--format", "jsn"), 'did you mean "json"?'),
        ((), "show"),
    ],
)
def test_wrong_usage_is_answered(arguments: tuple[str, ...], answer: str, run: Run) -> None:
    ran = run("config", *arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err
