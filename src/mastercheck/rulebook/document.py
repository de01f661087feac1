"""The rulebook as a page of Markdown: docs/rules.md is made by this and by nothing else."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mastercheck.model.blocks import Zone
from mastercheck.rulebook.measures import Measure, load_measures, tell
from mastercheck.rulebook.schema import Rule, Rulebook

SPECIAL = re.compile(r"([\\`*_<>|\[\]])")
"""Characters that would mean something to Markdown."""


def describe(rulebook: Rulebook) -> str:
    """Return everything that a rulebook demands, as Markdown."""
    parts = (
        _heading(rulebook),
        _rules_table(rulebook.rules),
        *(_group(name, rulebook.rules, load_measures() if rulebook.stamp.builtin else {}) for name in rulebook.groups),
        _profiles(rulebook),
        _catalogue(rulebook),
        _areas(rulebook.area_titles),
        _unjudged(rulebook),
        _dates(rulebook),
    )
    return "\n".join(line for part in parts for line in part)


def _heading(rulebook: Rulebook) -> Iterator[str]:
    yield f"# Rules: {_text(rulebook.title)}, edition {_text(rulebook.stamp.edition)}"
    yield ""
    yield f"Source: {_text(rulebook.source)}, in our own words. This page is made from the rulebook by `python docs/generate_rules.py`;"
    yield "change the rulebook, not the page. How to write a rule: [rulebook.md](rulebook.md)."
    yield ""


def _rules_table(rules: Iterable[Rule]) -> Iterator[str]:
    yield from _table(
        ("Code", "Name", "Provision", "Judges", "Severity", "Clause"),
        (
            (f"[{rule.code}](#{rule.code.lower()})", rule.name, _text(rule.title), _kinds(rule), rule.severity.value, _text(rule.clause))
            for rule in rules
        ),
    )


def _group(name: str, rules: Iterable[Rule], measures: Mapping[str, Measure]) -> Iterator[str]:
    yield f"## {_text(name)}"
    yield ""
    for rule in rules:
        if rule.group == name:
            yield from _rule(rule, measures.get(rule.code))


def _rule(rule: Rule, measure: Measure | None) -> Iterator[str]:
    yield f'### <a id="{rule.code.lower()}"></a>{rule.code} {rule.name}: {_text(rule.title)}'
    yield ""
    element = f" · element `{rule.element}`" if rule.element else ""
    required = f" · only if {', '.join(rule.requires)} did not fail" if rule.requires else ""
    yield f"Guide, clause {_text(rule.clause)} · {_kinds(rule)} · {rule.severity.value}{element} · check `{rule.check}`{required}"
    yield ""
    yield _text(rule.rationale)
    yield ""
    yield f"- What to do: {_text(rule.advice)}"
    yield f"- Passes: {_text(rule.passing)}"
    yield f"- Fails: {_text(rule.failing)}"
    if measure:
        yield f"- Measured: {tell(measure)}"
    yield ""


def _profiles(rulebook: Rulebook) -> Iterator[str]:
    yield "## Counting profiles"
    yield ""
    yield f"In force: `{rulebook.profile.name}`. Hidden and deleted text never counts."
    yield ""
    yield from _table(
        ("Profile", "What it counts", "Zones"),
        (
            (name, _text(profile.title), ", ".join(zone.value.replace("_", " ") for zone in Zone if zone in profile.included))
            for name, profile in rulebook.profiles.items()
        ),
    )


def _catalogue(rulebook: Rulebook) -> Iterator[str]:
    yield "## Exam specifications"
    yield ""
    yield "EXIN's list is not published with the guide. What is marked provisional is ours; `--catalogue FILE` takes another."
    yield ""
    yield from _table(
        ("Id", "Specification", "Requirement", "Provisional"),
        (
            (spec.id, _text(spec.title), _text(f"{requirement.id} {requirement.title}"), "yes" if spec.provisional else "no")
            for requirement, spec in rulebook.catalogue.specifications().values()
        ),
    )


def _areas(titles: Mapping[str, str]) -> Iterator[str]:
    yield "## Project areas"
    yield ""
    yield from _table(("Id", "Area"), ((name, _text(title)) for name, title in titles.items()))


def _unjudged(rulebook: Rulebook) -> Iterator[str]:
    yield "## For a person to judge"
    yield ""
    yield from _table(
        ("Clause", "Provision", "Why"),
        ((_text(item.clause), _text(item.title), _text(item.reason)) for item in rulebook.unjudged),
    )


def _dates(rulebook: Rulebook) -> Iterator[str]:
    yield "## Time line"
    yield ""
    yield from _table(
        ("Seminar", "When", "What"),
        ((_text(item.seminar), _text(item.when), _text(item.activity)) for item in rulebook.timeline),
    )
    yield "## Side entries"
    yield ""
    yield "As published at the dates given, to inform; ask EXIN for what holds today."
    yield ""
    yield from _table(
        ("Leads to", "Who holds", "Still takes", "Published by", "As of"),
        (
            (_text(item.level), _text(item.holding), _text(item.taking), _text(item.source), item.as_of.isoformat())
            for item in rulebook.side_entries
        ),
    )


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heading = tuple(names)
    yield f"| {' | '.join(heading)} |"
    yield f"|{'---|' * len(heading)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _kinds(rule: Rule) -> str:
    return ", ".join(kind.value for kind in rule.applies_to)


def _text(text: str) -> str:
    """Return text on one line, so that Markdown shows it as it is."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
