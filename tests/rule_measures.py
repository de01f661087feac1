"""The rules on texts of which it is known whether they meet them: the tagged documents of tests/gold and the small ones of tests/cases."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from gold_documents import Source, make_document, read_sources
from mastercheck.checks import kinds_by_name
from mastercheck.engine.rules import judge_rules
from mastercheck.model.report import Outcome, RuleResult
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.measures import Measure
from mastercheck.rulebook.schema import Rule, Rulebook

CASES = Path(__file__).parent / "cases"
SHOWN = "specifications_shown"
UNKNOWABLE = {"page_count"}
"""Kinds of check that need what a document made in memory does not have."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule said of a text.

    Attributes:
        document: the tagged document, with what was taken out of it.
        subject: what was judged: an element, an exam specification, or the rule itself.
        met: whether the text meets the rule.
    """

    document: str
    code: str
    subject: str
    met: bool
    outcome: Outcome

    @property
    def points(self) -> float:
        """1 where it is right, 0.5 where it is left to a person, 0 where it is wrong."""
        right = Outcome.PASS if self.met else Outcome.FAIL
        return 1.0 if self.outcome is right else 0.5 if self.outcome is Outcome.REVIEW else 0.0


@cache
def builtin() -> Rulebook:
    return load(kinds_by_name())


@cache
def judge_gold() -> tuple[Judgement, ...]:
    """Judge every tagged document by all rules, and each without its passages for a requirement by the rule that judges it."""
    return tuple(one for source in read_sources() for one in (*_whole(source), *_without(source)) if one.outcome in DECIDED)


DECIDED = {Outcome.PASS, Outcome.FAIL, Outcome.REVIEW}


def _whole(source: Source) -> Iterator[Judgement]:
    rules = [rule for rule in builtin().rules_for(source.kind) if rule.check not in UNKNOWABLE]
    for result in judge_rules(make_document(source), rules, kinds_by_name()):
        if result.code == _rule_on_evidence().code:
            yield from (_specification(source.name, result, id_, met=True) for id_ in source.ids if id_.startswith("spec_"))
        else:
            met = result.element not in source.absent and result.code not in source.not_met
            yield Judgement(source.name, result.code, result.element or result.name, met, result.outcome)


def _without(source: Source) -> Iterator[Judgement]:
    rules = builtin().rules_for(source.kind)
    for id_ in source.ids:
        shown = id_.startswith("spec_")
        asked = [_rule_on_evidence()] if shown else [rule for rule in rules if rule.element == id_]
        for result in judge_rules(make_document(source, id_), asked, kinds_by_name()):
            name = f"{source.name} without {id_}"
            told = _specification(name, result, id_, met=False)
            yield told if shown else replace(told, outcome=result.outcome)


def _rule_on_evidence() -> Rule:
    return next(rule for rule in builtin().rules if rule.check == SHOWN)


def _specification(name: str, result: RuleResult, id_: str, *, met: bool) -> Judgement:
    wanted = id_.removeprefix("spec_").replace("_", ".")
    outcome = next((finding.outcome for finding in result.findings if finding.facts.get("id") == wanted), Outcome.FAIL)
    return Judgement(name, result.code, id_, met, outcome)


def balanced_accuracy(judgements: Iterable[Judgement]) -> float:
    """Return the mean of the shares of points on texts that meet a rule and on texts that do not."""
    listed = tuple(judgements)
    shares = [[one.points for one in listed if one.met is met] for met in (True, False)]
    return sum(sum(points) / len(points) for points in shares) / len(shares)


def measure_rules() -> Mapping[str, Measure]:
    """Return for every rule how its judgements on the gold documents and the cases compare with what is known."""
    told = [(one.code, one.met, one.outcome) for one in judge_gold()]
    learned = {rule.code for rule in builtin().rules if rule.check == "evidence"}  # from these cases, among others
    for path in sorted(path for path in CASES.glob("*.toml") if path.stem not in learned):
        # test_cases.py holds each case to its outcome, so that it need not be judged again
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        expected = [Outcome(case["outcome"]) for case in cases if case["outcome"] in {Outcome.PASS, Outcome.FAIL}]
        told.extend((path.stem, outcome is Outcome.PASS, outcome) for outcome in expected)
    return {rule.code: _measure(tuple((met, outcome) for code, met, outcome in told if code == rule.code)) for rule in builtin().rules}


def _measure(judged: tuple[tuple[bool, Outcome], ...]) -> Measure:
    def count(*, met: bool, outcome: Outcome | None = None) -> int:
        return sum(known is met and outcome in {None, said} for known, said in judged)

    return Measure(
        met=count(met=True),
        alarms=count(met=True, outcome=Outcome.FAIL),
        met_doubtful=count(met=True, outcome=Outcome.REVIEW),
        unmet=count(met=False),
        found=count(met=False, outcome=Outcome.FAIL),
        unmet_doubtful=count(met=False, outcome=Outcome.REVIEW),
    )
