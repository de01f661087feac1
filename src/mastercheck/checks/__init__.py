"""The kinds of check, one module each, and the registry of them all."""

from collections.abc import Mapping

from mastercheck.checks.kind import Kind

KINDS: tuple[Kind, ...] = ()
"""Every kind, in alphabetical order. A new kind is a new module and a line here."""


def kinds_by_name() -> Mapping[str, Kind]:
    """Return the registered kinds by the name that rules use."""
    return {kind.name: kind for kind in KINDS}
