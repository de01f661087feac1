"""What a kind of check is, and how one says that it cannot decide."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mastercheck.model.document import Capability, Document
from mastercheck.model.report import Observation


class Undecided(Exception):  # noqa: N818 - it is an answer, not an error
    """The document does not let the check know: the rule's outcome is `review`, with this reason."""


class NotApplicable(Exception):  # noqa: N818 - it is an answer, not an error
    """The rule has nothing to judge in this document: its outcome is `not_applicable`, with this reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of check: code that any number of rules can use with parameters of their own.

    Attributes:
        name: as rules name it in `check`.
        params: a frozen dataclass, the parameters that a rule gives, with their defaults. A field that is named `profile`,
            `profiles`, `catalogue`, `areas` or `subject` receives what the rulebook holds under that name.
        check: yields what it sees; nothing where there is nothing to say, which is a pass. It may raise Undecided or NotApplicable.
        cases: the cases that its observations name, each with the facts that it gives to the message template.
        needs: what the format must let us know; without it the rule is not applicable.
    """

    name: str
    params: type[Any]
    check: Callable[[Document, Any], Iterator[Observation]]
    cases: Mapping[str, frozenset[str]]
    needs: frozenset[Capability] = frozenset()
