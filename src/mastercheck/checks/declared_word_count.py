"""Does the word count that the document states of itself agree with ours?

Measures every line that states one ("Word count: 6,012"), on the title page or anywhere, against the figures of the counting profiles
(RULEBOOK decision 1: the guide does not say which words count, so that a stated figure may be right under another profile).

Cases and facts (all: `stated`; `words` and `profile`: the figure of the profile in force; `difference` between the two):
    pass     it agrees with the profile in force
    other    it agrees with another profile only: `others` names those
    differs  it agrees with none
It is not applicable where no count is stated.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.language.declared_words import find_declared_words
from mastercheck.language.ledger import ledger_of
from mastercheck.model.demands import Profile
from mastercheck.model.document import Document
from mastercheck.model.report import Fact, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        labels: what stands before a stated figure.
        units: what stands after one.
        limits: words of a line that states a limit and no count.
        tolerance: share by which a stated figure may differ, since it is often rounded.
        profile: the counting profile in force.
        profiles: all profiles by name.
    """

    labels: tuple[str, ...]
    units: tuple[str, ...]
    limits: tuple[str, ...]
    profile: Profile
    tolerance: float = 0.02
    profiles: Mapping[str, Profile] = field(default_factory=dict)


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Compare each stated figure with ours."""
    found = tuple(find_declared_words(document, params.labels, params.units, params.limits))
    if not found:
        raise NotApplicable("The document states no word count.")
    ledger = ledger_of(document)
    words = ledger.count(params.profile)
    for declared in found:
        facts: dict[str, Fact] = {
            "stated": declared.words,
            "words": words,
            "profile": params.profile.name,
            "difference": abs(declared.words - words),
            "others": tuple(
                f"{name} {count:,}"
                for name, profile in params.profiles.items()
                if _agrees(declared.words, count := ledger.count(profile), params.tolerance)
            ),
        }
        case = "pass" if _agrees(declared.words, words, params.tolerance) else "other" if facts["others"] else "differs"
        outcome = Outcome.FAIL if case == "differs" else Outcome.PASS
        yield Observation(outcome=outcome, case=case, location=declared.location, facts=facts)


def _agrees(stated: int, counted: int, tolerance: float) -> bool:
    return abs(stated - counted) <= max(1, tolerance * counted)


_FACTS = frozenset({"stated", "words", "profile", "difference", "others"})
KIND = Kind(
    name="declared_word_count",
    params=Params,
    check=check,
    cases={"pass": _FACTS, "other": _FACTS, "differs": _FACTS},
)
