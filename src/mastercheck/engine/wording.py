"""Wording: message templates become sentences, whatever the facts are."""

import re
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from mastercheck.model.report import Fact, Facts

_DOUBLED = re.compile(r'([.!?…]["”])\.$')
"""The full stop of a template after a quotation that has its own."""
UNKNOWN = "?"
"""Stands where a template names a fact that the check did not give."""


class FactFormatter(Formatter):
    """Fills templates from facts without ever failing: a report with a gap in a sentence is worth more than none.

    A name stands for a fact and nothing else: neither attributes nor items of it can be reached from a rulebook.
    """

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        """Return the fact of a name, UNKNOWN where there is none."""
        del args
        return kwargs.get(field_name, UNKNOWN), field_name

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - the signature of the standard library
        """Return a fact as text, in the given format where it has one."""
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            return phrase(value)
        try:
            return format(value, format_spec or ("g" if isinstance(value, float) else ""))
        except ValueError:
            return phrase(value)


def phrase(fact: Fact) -> str:
    """Return a fact as a reader expects it in a sentence."""
    if fact is None:
        return "unknown"
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    if isinstance(fact, tuple):
        return ", ".join(fact)
    return str(fact)


def word(template: str, facts: Facts) -> str:
    """Return a template filled from facts; the bare template where it is none."""
    try:
        return _DOUBLED.sub(r"\1", FactFormatter().vformat(template, (), facts))
    except (ValueError, KeyError, IndexError):
        return template
