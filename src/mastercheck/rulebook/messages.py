"""Message templates: `{fact}` or `{fact:,}`, nothing else that str.format would let through."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from mastercheck.rulebook.mistakes import Mistakes, Place

SPECIFICATION = re.compile(r"(,?(\.\d[f%])?)", re.ASCII)
"""How a number may be written: with a separator of thousands, with decimals, as a percentage."""

ALWAYS = "pass"
"""The case that every rule may word, without facts: what is said where the check has nothing to say."""


def compare_messages(messages: Mapping[str, str], cases: Mapping[str, frozenset[str]], place: Place, mistakes: Mistakes) -> None:
    """Note every case without a message, every message without a case, and every placeholder without a fact."""
    for case in cases:
        if case not in messages:
            mistakes.add(place.at(case), "missing")
    for case, template in messages.items():
        if case in cases:
            _compare_placeholders(template, cases[case], place.at(case), mistakes)
        elif case == ALWAYS:
            _compare_placeholders(template, frozenset(), place.at(case), mistakes)
        else:
            mistakes.add_unknown(place.at(case), "case", case, {*cases, ALWAYS})


def placeholders(template: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield name, format specification and conversion of the placeholders in a template.

    Raises:
        ValueError: if a brace is not closed or not opened.
    """
    for _, name, specification, conversion in Formatter().parse(template):
        if name is not None:
            yield name, specification or "", conversion


def _compare_placeholders(template: str, facts: frozenset[str], place: Place, mistakes: Mistakes) -> None:
    try:
        found = list(placeholders(template))
    except ValueError as error:
        mistakes.add(place, f"is no template: {error}; write a brace of the text twice")
        return
    for name, specification, conversion in found:
        if name not in facts:
            mistakes.add_unknown(place, "placeholder", name, facts)
        elif conversion or not SPECIFICATION.fullmatch(specification):
            mistakes.add(place, f"{{{name}}} may only be followed by a format such as :, or :.1f or :.0%")
