"""Rules on a document: in which order they are judged, what each check saw, and what follows for the rule."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from mastercheck.checks.kind import Kind, NotApplicable, Undecided
from mastercheck.engine.wording import word
from mastercheck.errors import ADVICE_ON_FAULTS, describe_crash
from mastercheck.model.document import Capability, Document
from mastercheck.model.report import Finding, Observation, Outcome, RuleResult
from mastercheck.rulebook.schema import Rule

GRAVITY = (Outcome.ERROR, Outcome.FAIL, Outcome.REVIEW, Outcome.PASS)
"""A rule's outcome is the first of these that one of its findings has."""

SILENT: Mapping[Capability, str] = {
    Capability.PAGES: "pages",
    Capability.STYLES: "styles",
    Capability.GEOMETRY: "the place of letters on the page",
}
"""What a format does not tell, in the words of the report."""


@dataclass(slots=True)
class Sight:
    """What a check saw before it ended.

    Attributes:
        findings: its observations, worded.
        reason: why it ended otherwise than by having looked at everything; "" where it did.
        ended: the outcome that this reason stands for.
    """

    findings: list[Finding] = field(default_factory=list)
    reason: str = ""
    ended: Outcome | None = None


def judge_rules(document: Document, rules: Iterable[Rule], kinds: Mapping[str, Kind]) -> tuple[RuleResult, ...]:
    """Judge a document by rules.

    Args:
        document: as read.
        rules: those that apply to its kind.
        kinds: the registered kinds of check by name.

    Returns:
        A result for each rule, in the order of `rules`, however they depend on one another.
    """
    listed = {rule.name: rule for rule in rules}
    results: dict[str, RuleResult] = {}
    for name in order_names(listed):
        results[name] = _judge(document, listed[name], kinds, results)
    return tuple(results[name] for name in listed)


def order_names(rules: Mapping[str, Rule]) -> Iterator[str]:
    """Yield the names of rules so that each comes after those that it requires; as they stand where they require each other."""
    graph = {name: [required for required in rule.requires if required in rules] for name, rule in rules.items()}
    try:
        yield from tuple(TopologicalSorter(graph).static_order())
    except CycleError:
        yield from rules


def _judge(document: Document, rule: Rule, kinds: Mapping[str, Kind], results: Mapping[str, RuleResult]) -> RuleResult:
    reason = _find_hindrance(document, rule, kinds.get(rule.check), results)
    if reason:
        return _conclude(rule, Sight(reason=reason, ended=Outcome.NOT_APPLICABLE))
    return _conclude(rule, _look(document, rule, kinds))


def _find_hindrance(document: Document, rule: Rule, kind: Kind | None, results: Mapping[str, RuleResult]) -> str:
    """Return why a rule cannot be judged; "" where it can."""
    for name in rule.requires:
        if name in results and results[name].outcome in {Outcome.FAIL, Outcome.ERROR}:
            return f"Not judged, because {results[name].code} ({name}) is not met."
    lacking = sorted((kind.needs if kind else frozenset()) - document.capabilities)
    if lacking:
        return f"Not judged: a {document.format.upper()} of this sort does not tell {' or '.join(SILENT[need] for need in lacking)}."
    return ""


def _look(document: Document, rule: Rule, kinds: Mapping[str, Kind]) -> Sight:
    """Run a rule's check and contain whatever it does."""
    sight = Sight()
    try:
        for observation in kinds[rule.check].check(document, rule.params):
            sight.findings.append(_word_finding(rule, observation))
    except Undecided as answer:
        sight.reason, sight.ended = str(answer), Outcome.REVIEW
    except NotApplicable as answer:
        sight.reason, sight.ended = str(answer), Outcome.NOT_APPLICABLE
    except MemoryError:
        raise  # it says nothing of this check: the same document with more memory, or later, would pass it
    except Exception as error:  # noqa: BLE001 - whatever it is, the other rules still have something to say
        sight.reason, sight.ended = f"The check crashed: {describe_crash(error)}.", Outcome.ERROR
    return sight


def _word_finding(rule: Rule, observation: Observation) -> Finding:
    case = observation.case or observation.outcome.value
    return Finding(
        outcome=observation.outcome,
        message=word(rule.messages.get(case, rule.title), observation.facts),
        advice=_advise(rule, observation.outcome, case),
        location=observation.location,
        facts=observation.facts,
    )


def _conclude(rule: Rule, sight: Sight) -> RuleResult:
    """Derive a rule's outcome, its message and its advice from what its check saw: those of the first of its gravest findings."""
    findings = tuple(sight.findings)
    if sight.ended is not None and not (sight.ended is Outcome.NOT_APPLICABLE and findings):
        findings = (*findings, Finding(outcome=sight.ended, message=sight.reason, advice=_advise(rule, sight.ended)))
    outcome = next((found for found in (*GRAVITY, Outcome.NOT_APPLICABLE) if any(f.outcome is found for f in findings)), Outcome.PASS)
    decisive = next((finding for finding in findings if finding.outcome is outcome), None)
    return RuleResult(
        code=rule.code,
        name=rule.name,
        title=rule.title,
        element=rule.element,
        group=rule.group,
        clause=rule.clause,
        severity=rule.severity,
        outcome=outcome,
        message=(decisive.message if decisive else "") or _word_silence(rule),
        advice=decisive.advice if decisive else "",
        findings=() if outcome is Outcome.NOT_APPLICABLE else findings,
    )


def _word_silence(rule: Rule) -> str:
    """Return what is said where a check saw nothing: the rule's own words, unless they wait for facts."""
    template = rule.messages.get(Outcome.PASS.value, "")
    return word(template, {}) if template and not template.count("{") else f"{rule.title}: met."


def _advise(rule: Rule, outcome: Outcome, case: str = "") -> str:
    """Return what to do about a finding of this outcome, in this case of the check."""
    if outcome in {Outcome.FAIL, Outcome.REVIEW}:
        return rule.advice_for.get(case, rule.advice)
    return ADVICE_ON_FAULTS if outcome is Outcome.ERROR else ""
