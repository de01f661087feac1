"""The commands `rules` and `explain`."""

import json

import pytest

from demands import rule, rulebook
from mastercheck.errors import ExitCode
from mastercheck.rulebook import loader
from running import Run

RULES = (
    rule("pdca", code="CON004", element="pdca"),
    rule("specifications-declared", code="EXS001", element="exam_specs"),
    rule("specifications-shown", code="EXS002", element="exam_specs"),
)


@pytest.fixture(autouse=True)
def small_rulebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "load", lambda *_, **__: rulebook(*RULES))


@pytest.mark.parametrize(
    ("options", "start"), [([], "A small rulebook"), (["--format", "markdown"], "| code | name |"), (["--format", "Json"], "{")]
)
def test_all_rules_are_listed(options: list[str], start: str, run: Run) -> None:
    ran = run("rules", *options)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(start)
    assert all(one.code in ran.out for one in RULES)


def test_json_is_for_programs(run: Run) -> None:
    assert [one["code"] for one in json.loads(run("rules", "--format", "json").out)["rules"]] == ["CON004", "EXS001", "EXS002"]


@pytest.mark.parametrize("word", ["CON004", "con004", "pdca", " PDCA "])
def test_a_rule_is_explained_by_its_code_or_name(word: str, run: Run) -> None:
    ran = run("explain", word)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("CON004 pdca: Title of pdca\n")


@pytest.mark.parametrize("word", ["exam_specs", "exam-specs"])
def test_an_element_stands_for_all_rules_that_judge_it(word: str, run: Run) -> None:
    told = run("explain", word).out
    assert "EXS001 specifications-declared" in told
    assert "EXS002 specifications-shown" in told
    assert "CON004" not in told


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["explain", "pcda"], 'There is no rule "pcda"; did you mean "pdca"?'),
        (["explain", "CON04"], 'did you mean "CON004"?'),
        (["rules", "--format", "html"], "--format cannot be"),
        (["rules", "--rulebook", "none.toml"], 'There is no file "none.toml"'),
    ],
)
def test_wrong_usage_is_answered_with_what_is_right(arguments: list[str], answer: str, run: Run) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert answer in ran.err
