"""The samples of the built-in rulebook are what `explain` shows: they must be judged as it says."""

import pytest

from builders import document_of
from mastercheck.checks import kinds_by_name
from mastercheck.engine.rules import judge_rules
from mastercheck.model.report import Outcome
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.schema import Rule

IN_WORDS = {"evidence", "project_areas", "specifications_declared", "placeholders"}
"""Kinds of check that judge running text, so that a sample is a document; for the others it tells of one."""
RULES = [pytest.param(rule, id=f"{rule.code} {rule.name}") for rule in load(kinds_by_name()).rules if rule.check in IN_WORDS]


@pytest.mark.parametrize("rule", RULES)
def test_passing_sample_passes(rule: Rule) -> None:
    (result,) = judge_rules(document_of(rule.passing), [rule], kinds_by_name())
    assert result.outcome is Outcome.PASS, [finding.facts for finding in result.findings]


@pytest.mark.parametrize("rule", RULES)
def test_failing_sample_fails(rule: Rule) -> None:
    (result,) = judge_rules(document_of(rule.failing), [rule], kinds_by_name())
    assert result.outcome is Outcome.FAIL, [finding.facts for finding in result.findings]
