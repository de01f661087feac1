"""Binding: the names in a rule's entry are replaced by what the rulebook holds under them."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, make_dataclass
from functools import cache
from typing import Any, cast, get_type_hints

from mastercheck.model.demands import Catalogue, Profile, Subject
from mastercheck.rulebook.border import convert
from mastercheck.rulebook.entries import RuleEntry
from mastercheck.rulebook.messages import compare_messages
from mastercheck.rulebook.mistakes import Mistakes, Place
from mastercheck.rulebook.schema import CheckKind, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a rulebook holds beside its rules.

    Attributes:
        profile: name of the one in force.
        told: the subjects and those of the catalogue, before what was learned is joined to them.
    """

    profile: str
    profiles: Mapping[str, Profile]
    told: tuple[Subject, ...]
    subjects: Mapping[str, Subject]
    catalogue: Catalogue
    areas: tuple[Subject, ...]
    area_titles: Mapping[str, str]


Bound = Callable[[Holdings, object, Place, Mistakes], object]
"""What a parameter becomes, from the holdings and from what the rule's entry gives under its name (None for nothing)."""


def _profile(holdings: Holdings, given: object, place: Place, mistakes: Mistakes) -> object:
    if given is None:
        return holdings.profiles.get(holdings.profile)
    return _look_up("profile", given, holdings.profiles, place, mistakes)


def _subject(holdings: Holdings, given: object, place: Place, mistakes: Mistakes) -> object:
    if given is None:
        mistakes.add(place, "missing")
        return None
    return _look_up("subject", given, holdings.subjects, place, mistakes)


def _look_up(what: str, name: object, held: Mapping[str, object], place: Place, mistakes: Mistakes) -> object:
    if isinstance(name, str) and name in held:
        return held[name]
    mistakes.add_unknown(place, what, name, held)
    return None


def _held(name: str) -> Bound:
    def take(holdings: Holdings, given: object, place: Place, mistakes: Mistakes) -> object:
        if given is not None:
            mistakes.add(place, "is what the rulebook holds; a rule cannot give it")
        return getattr(holdings, name)

    return take


BOUND: Mapping[str, Bound] = {
    "profile": _profile,
    "subject": _subject,
    **{name: _held(name) for name in ("profiles", "catalogue", "subjects", "areas", "area_titles")},
}
"""The parameters that a kind of check receives from the rulebook, by name."""


def bind(entry: RuleEntry, kind: CheckKind, holdings: Holdings, place: Place, mistakes: Mistakes) -> Rule | None:
    """Return the rule that an entry describes.

    Returns:
        None where its parameters do not fit; every reason is then among the mistakes.
    """
    compare_messages(entry.messages, kind.cases, place.at("messages"), mistakes)
    for case in entry.advice_for.keys() - kind.cases.keys():
        mistakes.add_unknown(place.at(f"advice_for.{case}"), "case", case, kind.cases)
    params = _bind_params(entry.params, kind.params, holdings, place.at("params"), mistakes)
    if params is None:
        return None
    values = {item.name: getattr(entry, item.name) for item in fields(entry)}
    return Rule(**{**values, "params": params})


def _bind_params(given: Mapping[str, object], params: type[Any], holdings: Holdings, place: Place, mistakes: Mistakes) -> object | None:
    bound = {
        item.name: BOUND[item.name](holdings, given.get(item.name), place.at(item.name), mistakes)
        for item in fields(params)
        if item.name in BOUND
    }
    own = convert(
        {name: value for name, value in given.items() if name not in bound}, _own_params(cast("Hashable", params)), place, mistakes
    )
    if own is None or None in bound.values():
        return None
    try:
        instance: object = params(**bound, **{item.name: getattr(own, item.name) for item in fields(own)})
    except ValueError as error:
        mistakes.add(place, str(error))
        return None
    return instance


@cache
def _own_params(params: type[Any]) -> type[Any]:
    """Return a dataclass of the parameters that a rule itself gives."""
    hints = get_type_hints(params)
    own = [(item.name, hints[item.name], _copy(item)) for item in fields(params) if item.name not in BOUND]
    return make_dataclass(f"{params.__name__}Entry", own, frozen=True, kw_only=True)


def _copy(item: "Field[Any]") -> object:
    """Return a field of the same default."""
    if item.default_factory is not MISSING:
        return field(default_factory=item.default_factory)
    return field(default=item.default)
