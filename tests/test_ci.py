"""What a repository of submissions uses: the action's steps run as a runner runs them, and the examples of docs/ci.md mean something."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mastercheck.cli.delivery import NAMES
from mastercheck.render.formats import FORMATS

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install -e '.[dev]'")

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
BASH = shutil.which("bash")

needs_bash = pytest.mark.skipif(BASH is None or os.name != "posix", reason="there is no bash as a runner has it")


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The environment of a runner: mastercheck on the path, and the files that GitHub names."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "mastercheck"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m mastercheck "$@"\n')
    command.chmod(0o755)
    shutil.copytree(ROOT / "examples", tmp_path / "submissions", ignore=shutil.ignore_patterns("*.py", "*.toml", "sources"))
    return {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }


def run_step(name: str, inputs: dict[str, str], environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a step as the runner does (bash -e -o pipefail), its inputs put in for the expressions."""
    defaults = {key: value.get("default", "") for key, value in ACTION["inputs"].items()}
    given = {f"${{{{ inputs.{key} }}}}": value for key, value in {**defaults, **inputs}.items()}
    own = {key: given.get(value, value) for key, value in STEPS[name]["env"].items()}
    assert not [value for value in own.values() if "${{" in value]
    command = [BASH or "", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
    return subprocess.run(command, cwd=folder, env={**environment, **own}, capture_output=True, text=True, check=False, timeout=300)


@needs_bash
def test_the_action_checks_writes_every_format_and_ends_with_the_exit_code(runner: dict[str, str], tmp_path: Path) -> None:
    inputs = {"files": "submissions/proposal*.docx\n\n submissions/none", "pages-engine": "estimated"}
    assert run_step("Check the documents", inputs, runner, tmp_path).returncode == 2
    ran = run_step("Check the documents", {**inputs, "files": "submissions/proposal*.docx\r\n"}, runner, tmp_path)
    assert ran.returncode == 1, ran.stderr
    assert "NOT COMPLIANT" in ran.stdout
    assert "::error file=submissions/proposal-with-gaps.docx,title=CON004" in ran.stdout
    results = tmp_path / "mastercheck-results"
    assert {path.name for path in results.iterdir()} == {"report.json", "report.md", "report.csv", "report.xml", "report.sarif"}
    assert json.loads((results / "report.json").read_text())["summary"]["not_compliant"] == 1
    assert Path(runner["GITHUB_OUTPUT"]).read_text().splitlines()[-2:] == ["exit-code=1", "results=mastercheck-results"]
    assert Path(runner["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8").startswith("## 2 documents")


@needs_bash
def test_the_inputs_of_the_action_are_options_and_never_code(runner: dict[str, str], tmp_path: Path) -> None:
    shutil.copy(tmp_path / "submissions" / "proposal-with-gaps.docx", tmp_path / "-a $(touch gone) `b`;.docx")
    inputs = {
        "files": "-a $(touch gone) `b`;.docx",
        "kind": "proposal",
        "strict": "false",
        "exit-zero": "true",
        "profile": "word",
        "pages-engine": "estimated",
        "output-dir": "out put",
    }
    ran = run_step("Check the documents", inputs, runner, tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert json.loads((tmp_path / "out put" / "report.json").read_text())["documents"][0]["words"]["profile"] == "word"
    assert not (tmp_path / "gone").exists()


@needs_bash
def test_a_rulebook_that_is_not_there_ends_the_action_with_its_exit_code(runner: dict[str, str], tmp_path: Path) -> None:
    ran = run_step("Check the documents", {"rulebook": "gone.toml", "catalogue": "gone.toml", "strict": "true"}, runner, tmp_path)
    assert ran.returncode == 2
    assert 'There is no file "gone.toml"' in ran.stderr


def test_no_script_of_the_action_holds_an_expression() -> None:
    assert not [step["name"] for step in STEPS.values() if "${{" in step.get("run", "")]


def test_every_input_is_used_and_explained() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name in ACTION["inputs"]:
        assert text.count(f"inputs.{name} ") == 1
        assert f"`{name}`" in PAGE
    assert {f"steps.check.outputs.{name}" for name in ACTION["outputs"]} == set(re.findall(r"steps\.check\.outputs\.[\w-]+", text))


def walk(value: Any) -> list[str]:  # noqa: ANN401 - what a YAML file holds
    """Every text in a structure."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in walk(part)]


def test_the_examples_use_inputs_and_outputs_that_the_action_has() -> None:
    steps = [step for example in EXAMPLES for job in example.get("jobs", {}).values() for step in job["steps"]]
    ours = [step for step in steps if "mastercheck@" in step["uses"]]
    assert len(ours) == 2
    assert all(set(step.get("with", {})) <= set(ACTION["inputs"]) for step in ours)
    used = {name for text in walk(EXAMPLES) for name in re.findall(r"steps\.mastercheck\.outputs\.([\w-]+)", text)}
    assert used == {"results"}


COMMANDS = [
    *(text for text in walk(EXAMPLES) if text.startswith("mastercheck check")),
    *(line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_does_what_it_says(command: str, runner: dict[str, str], tmp_path: Path) -> None:
    for path in (tmp_path / "submissions").iterdir():
        if path.name != "proposal-with-gaps.docx":
            path.unlink()
    words = [sys.executable, "-m", *shlex.split(command), "--pages-engine", "estimated"]
    ran = subprocess.run(words, cwd=tmp_path, env=runner, capture_output=True, text=True, check=False, timeout=300)
    assert ran.returncode == 1, ran.stderr
    suffixes = {form.suffix for form in FORMATS if f"--format {form.name}" in command and not form.for_log}
    assert {path.suffix for path in (tmp_path / "results").iterdir()} == suffixes


def test_the_page_has_commands_to_run() -> None:
    assert len(COMMANDS) == 2


def test_the_hook_takes_the_documents_of_a_commit_and_runs_a_command_that_exists() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split() == ["mastercheck", "check"]
    taken = [
        name
        for name in ("a.docx", "in/B.PDF", "in/c.docm", "in/~$a.docx", "in/.a.docx", "a.txt", "a.docx.bak")
        if re.search(hook["files"], name) and not re.search(hook["exclude"], name)
    ]
    assert taken == ["a.docx", "in/B.PDF", "in/c.docm"]


def test_every_format_is_explained() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in page for name in NAMES)
    assert all(f"`report{form.suffix}`" in page for form in FORMATS if not form.for_log)
