"""The rulebook itself, for people and for programs: pure functions of it."""

from collections.abc import Iterable, Iterator

from mastercheck.model.document import DocumentKind
from mastercheck.render.json import Value, dump, head
from mastercheck.render.plain import fill, tabulate
from mastercheck.rulebook.measures import load_measures, tell
from mastercheck.rulebook.schema import Rule, Rulebook

WIDTH = 80
"""Columns of a line."""


def render_table(rulebook: Rulebook) -> str:
    """Return all rules as a table, in the groups in which a report shows them."""
    rows = [("Code", "Name", "Judges", "Severity", "Clause", "What is asked")]
    parts = [_origin(rulebook), ""]
    places = {group: place for place, group in enumerate(rulebook.groups)}
    listed = sorted(rulebook.rules, key=lambda rule: places.get(rule.group, len(places)))
    rows.extend((rule.code, rule.name, _judged(rule), rule.severity.value, _chapters(rule), rule.title) for rule in listed)
    lines = tabulate(rows, width=WIDTH)
    closing = (
        f"{len(rulebook.rules)} rules. Read more about one with: mastercheck explain {rulebook.rules[0].code if rulebook.rules else 'CODE'}"
    )
    return "\n".join([*parts, lines, "", closing])


def _origin(rulebook: Rulebook) -> str:
    stamp = rulebook.stamp
    own = "" if stamp.builtin else " (not the built-in one)"
    return fill(f"{rulebook.title}: rulebook {stamp.id}, edition {stamp.edition}{own}. Source: {rulebook.source}.", WIDTH)


def _judged(rule: Rule) -> str:
    return "both" if set(rule.applies_to) == {DocumentKind.REPORT, DocumentKind.PROPOSAL} else ", ".join(rule.applies_to)


def _chapters(rule: Rule) -> str:
    """Return the chapters among a rule's clauses, each once."""
    return ", ".join(dict.fromkeys(clause.split()[0] for clause in rule.clause.split(";") if clause.strip()))


def render_markdown(rulebook: Rulebook) -> str:
    """Return all rules as a table in Markdown."""
    lines = ["| code | name | judges | severity | clause | what is asked |", "| --- | --- | --- | --- | --- | --- |"]
    for rule in rulebook.rules:
        cells = (rule.code, f"`{rule.name}`", ", ".join(rule.applies_to), rule.severity.value, rule.clause, rule.title)
        lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
    return "\n".join(lines)


def render_json(version: str, rulebook: Rulebook, rules: Iterable[Rule] | None = None) -> str:
    """Return rules as JSON: all of a rulebook, or some of them."""
    listed = rulebook.rules if rules is None else tuple(rules)
    return dump({**head(version, rulebook.stamp), "rules": [_describe(rule) for rule in listed]})


def _describe(rule: Rule) -> Value:
    return {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "clause": rule.clause,
        "applies_to": tuple(kind.value for kind in rule.applies_to),
        "severity": rule.severity.value,
        "element": rule.element,
        "group": rule.group,
        "check": rule.check,
        "requires": rule.requires,
        "rationale": rule.rationale,
        "advice": rule.advice,
        "advice_for": dict(rule.advice_for),
        "passing": rule.passing,
        "failing": rule.failing,
    }


MEANING = {
    "error": "error: a document that does not meet it is not compliant",
    "warning": "warning: where it is not met, a person must look",
    "note": "note: shown, and without effect on the verdict",
}
"""What each severity means for a document."""


def render_rule(rule: Rule, rulebook: Rulebook) -> str:
    """Return what there is to know of one rule."""
    heading = f"{rule.code} {rule.name}: {rule.title}"
    return "\n".join([heading, "=" * len(heading), "", *_explain(rule, rulebook)])


def _explain(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    yield f"Guide     clause {rule.clause} (edition {rulebook.stamp.edition})"
    yield f"Judges    {' and '.join(rule.applies_to)}"
    yield f"Severity  {MEANING[rule.severity.value]}"
    if rule.requires:
        yield f"After     {', '.join(rule.requires)}: not judged where that is not met"
    for title, text in (
        ("What is asked, why, and how it is judged", rule.rationale),
        ("How to put it right", rule.advice),
        *((f"Where it is “{case}”", advice) for case, advice in rule.advice_for.items()),
        ("A sample that meets it", rule.passing),
        ("A sample that does not", rule.failing),
    ):
        yield ""
        yield title
        yield fill(text, WIDTH, indent="  ")
    measure = load_measures().get(rule.code) if rulebook.stamp.builtin else None
    if measure:
        yield ""
        yield "How often it was right"
        yield fill(tell(measure), WIDTH, indent="  ")
