"""Every rule on small documents with a known outcome: tests/cases/CODE.toml, one case a table.

A case has a `name`, a `text` (the Markdown of builders.document_of) and the `outcome`, and where it matters the `message` (part of what is
said), a `quote` (part of a place that is named), `looks` (formatting of the running text), `format`, `comments`, `pages` (a page count:
count, certain, fill_of_last_page) and `words` (how many times a word is added to the text).
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import document_of
from mastercheck.checks import kinds_by_name
from mastercheck.engine.rules import judge_rules
from mastercheck.model.document import Comment, Document, PageCount, PageEngine
from mastercheck.model.location import Location
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.schema import Rulebook

CASES = Path(__file__).parent / "cases"
KEYS = {"name", "text", "outcome", "message", "quote", "looks", "format", "comments", "pages", "words"}
OUTCOMES = {"pass", "fail", "review", "not_applicable"}


def all_cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")


def document_in(case: Mapping[str, Any]) -> Document:
    pages = PageCount(engine=PageEngine.ESTIMATED, **case["pages"]) if "pages" in case else None
    return document_of(
        case["text"] + "word " * case.get("words", 0),
        format=case.get("format", "docx"),
        comments=[Comment(author="Tutor", text=text, location=Location(paragraph=1)) for text in case.get("comments", ())],
        pages=pages,
        **case.get("looks", {}),
    )


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load(kinds_by_name())


@pytest.mark.parametrize(("code", "case"), list(all_cases()))
def test_a_rule_says_of_a_small_document_what_it_should(rulebook: Rulebook, code: str, case: Mapping[str, Any]) -> None:
    rule = next(rule for rule in rulebook.rules if rule.code == code)
    (result,) = judge_rules(document_in(case), [rule], kinds_by_name())
    said = [result.message, *(finding.message for finding in result.findings)]
    assert result.outcome == case["outcome"], said
    assert any(case.get("message", "") in message for message in said), said
    if "quote" in case:
        assert any(finding.location and case["quote"] in finding.location.quote for finding in result.findings)


@pytest.mark.parametrize(("code", "case"), list(all_cases()))
def test_a_case_is_written_as_cases_are(code: str, case: Mapping[str, Any]) -> None:
    assert set(case) <= KEYS, code
    assert case["outcome"] in OUTCOMES, code


def test_every_rule_has_a_case_that_passes_and_one_that_does_not(rulebook: Rulebook) -> None:
    outcomes: dict[str, set[str]] = {rule.code: set() for rule in rulebook.rules}
    for parameters in all_cases():
        code, case = parameters.values
        outcomes[code].add("pass" if case["outcome"] == "pass" else "other")
    assert not {code for code, seen in outcomes.items() if seen != {"pass", "other"}}
