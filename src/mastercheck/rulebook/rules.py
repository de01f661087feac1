"""The rules of a rulebook: each entry is read, compared with its kind of check and with the other rules, and bound."""

import re
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from mastercheck.rulebook.binding import Holdings, bind
from mastercheck.rulebook.border import convert
from mastercheck.rulebook.catalogue import tables_of
from mastercheck.rulebook.entries import RuleEntry
from mastercheck.rulebook.mistakes import Mistakes, Place, quote
from mastercheck.rulebook.schema import CheckKind, Rule
from mastercheck.rulebook.sources import Source

PATTERNS = (
    ("code", re.compile(r"[A-Z]{3}\d{3}", re.ASCII), '"LEN001"'),
    ("name", re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*"), '"word-count"'),
    ("element", re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*"), '"lessons_learned"'),
)
"""How the names of a rule are written, each with an example."""

Placed = tuple[RuleEntry, Place]


def build_rules(
    source: Source, kinds: Mapping[str, CheckKind], groups: tuple[str, ...], holdings: Holdings, mistakes: Mistakes
) -> tuple[Rule, ...]:
    """Return the rules of a rulebook's main file, in its order."""
    placed = list(_read_entries(source, mistakes))
    _compare_identities(placed, mistakes)
    _compare_requires(placed, source, mistakes)
    rules: list[Rule] = []
    for entry, place in placed:
        if entry.group not in groups:
            mistakes.add_unknown(place.at("group"), "group", entry.group, groups)
        if entry.check not in kinds:
            mistakes.add_unknown(place.at("check"), "kind of check", entry.check, kinds)
            continue
        rule = bind(entry, kinds[entry.check], holdings, place, mistakes)
        if rule:
            rules.append(rule)
    return tuple(rules)


def _read_entries(source: Source, mistakes: Mistakes) -> Iterator[Placed]:
    for _, raw, place in tables_of(source.tables.get("rule", []), "rule", "code", Place(file=source.name), mistakes):
        entry = convert(raw, RuleEntry, place, mistakes)
        if entry:
            yield entry, place


def _compare_identities(placed: Iterable[Placed], mistakes: Mistakes) -> None:
    """Note codes, names and elements that are not written as they must be, and codes and names that are not unique."""
    first: dict[str, str] = {}
    for entry, place in placed:
        for key, pattern, example in PATTERNS:
            value = getattr(entry, key)
            if value is not None and not pattern.fullmatch(value):
                mistakes.add(place.at(key), f"should be written like {example}, not {quote(value)}")
        for key in ("code", "name"):
            value = getattr(entry, key)
            if value in first:
                mistakes.add(place.at(key), f"{value} is already the {key} of rule {first[value]}")
            first.setdefault(value, entry.code)


def _compare_requires(placed: Iterable[Placed], source: Source, mistakes: Mistakes) -> None:
    """Note required rules that do not exist, and circles of rules that require each other."""
    required = {entry.name: entry.requires for entry, _ in placed}
    known = {*required, *_names(source)}
    for entry, place in placed:
        for name in entry.requires:
            if name not in known:
                mistakes.add_unknown(place.at("requires"), "rule", name, known)
    while circle := _circle(required):
        mistakes.add(Place(file=source.name, key="requires"), f"a circle: {' requires '.join(reversed(circle))}")
        required = {name: names for name, names in required.items() if name not in circle}


def _circle(required: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the names in a circle, the first again at its end; [] where there is none."""
    try:
        TopologicalSorter(required).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []


def _names(source: Source) -> Iterator[str]:
    """Yield the names of all entries, those that do not fit included: to require one of these is no further mistake."""
    raw = source.tables.get("rule")
    for table in raw if isinstance(raw, list) else ():
        if isinstance(table, dict) and isinstance(table.get("name"), str):
            yield table["name"]
