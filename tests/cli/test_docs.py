"""The pages about the command line, the JSON and the errors against the program."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mastercheck.cli import app
from mastercheck.errors import ExitCode, MastercheckError, UnreadableError
from running import Run

DOCS = Path(__file__).parents[2] / "docs"
HELP = dict(re.findall(r"<!-- help:([a-z ]*) -->\n```text\n(.*?)```\n", (DOCS / "cli.md").read_text(encoding="utf-8"), re.DOTALL))


@pytest.mark.parametrize("command", ["", *(command.name for command in app.registered_commands)])
def test_the_page_shows_the_help_that_the_program_prints(command: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert HELP[command] == run(*command.split(), "--help").out, "run: python docs/generate_cli.py"


def test_the_page_shows_no_command_that_is_gone() -> None:
    assert set(HELP) == {"", *(command.name for command in app.registered_commands)}


def errors(kind: type[MastercheckError] = MastercheckError) -> Iterator[type[MastercheckError]]:
    yield kind
    for leaf in kind.__subclasses__():
        yield from errors(leaf)


@pytest.mark.parametrize("kind", tuple(errors()))
def test_every_error_is_explained(kind: type[MastercheckError]) -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    assert f"`{kind.code}`" in page
    assert f"exit code {kind.exit_code.value}" in page


def test_the_schema_allows_what_can_be_wrong_with_a_document_and_nothing_else() -> None:
    schema = json.loads((DOCS / "report.schema.json").read_text(encoding="utf-8"))
    codes = {kind.code for kind in errors(UnreadableError)} | {MastercheckError.code}
    assert set(schema["$defs"]["error"]["properties"]["code"]["enum"]) == codes


def test_every_exit_code_of_a_failure_is_explained() -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    assert all(f"exit code {code.value}" in page for code in ExitCode if code not in {ExitCode.COMPLIANT, ExitCode.NOT_COMPLIANT})


def keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("required", [])
        for value in schema.values():
            yield from keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keys(value)


def test_every_key_of_the_schema_is_explained() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    schema = json.loads((DOCS / "report.schema.json").read_text(encoding="utf-8"))
    unexplained = {key for key in keys(schema) if not re.search(rf"\b{key}\b", page)} - {"id"}
    assert unexplained == set()
