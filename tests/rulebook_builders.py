"""Rulebooks for renderers that need more of a rule than its code."""

from dataclasses import replace

from mastercheck.rulebook.schema import Rule, Rulebook
from report_builders import rulebook


def with_rules(*rules: Rule) -> Rulebook:
    """A rulebook of these rules."""
    return replace(rulebook(), rules=rules)
