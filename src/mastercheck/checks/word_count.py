"""Are the words within their bounds, as the profile in force counts them?

Measures the word ledger under the profile (guide, chapters 4 and 6; RULEBOOK decision 1). Both bounds belong to what is allowed.

Cases and facts (all: `words`, `minimum`, `maximum`, `profile`, `difference` to the nearer bound):
    pass        within the bounds
    over        more words than allowed
    under       fewer words than asked
    borderline  another profile decides otherwise; the outcome stays that of the profile in force. `others` names them with their figures
It always decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mastercheck.checks.kind import Kind
from mastercheck.language.ledger import ledger_of
from mastercheck.model.demands import Profile
from mastercheck.model.document import Document
from mastercheck.model.report import Fact, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        target: words that are asked for.
        tolerance: share of the target that may be missing or over.
        profile: the counting profile in force.
        profiles: all profiles by name; `compared` names those whose differing outcome is worth a note.
    """

    target: int
    tolerance: float
    profile: Profile
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    compared: tuple[str, ...] = ("word",)

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the greatest number of words allowed."""
        slack = round(self.target * self.tolerance)
        return self.target - slack, self.target + slack


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Compare the count with its bounds, and with what other profiles make of it."""
    minimum, maximum = params.bounds
    ledger = ledger_of(document)
    words = ledger.count(params.profile)
    case = _case(words, minimum, maximum)
    facts: dict[str, Fact] = {
        "words": words,
        "minimum": minimum,
        "maximum": maximum,
        "profile": params.profile.name,
        "difference": max(minimum - words, words - maximum) if case != "pass" else min(words - minimum, maximum - words),
    }
    yield Observation(outcome=Outcome.PASS if case == "pass" else Outcome.FAIL, case=case, facts=facts)
    counts = {name: ledger.count(params.profiles[name]) for name in params.compared if name in params.profiles}
    others = tuple(f"{name} {count:,}" for name, count in counts.items() if _case(count, minimum, maximum) != case)
    if others:
        yield Observation(outcome=Outcome.PASS, case="borderline", facts={**facts, "others": others})


def _case(words: int, minimum: int, maximum: int) -> str:
    if words > maximum:
        return "over"
    return "under" if words < minimum else "pass"


_FACTS = frozenset({"words", "minimum", "maximum", "profile", "difference"})
KIND = Kind(
    name="word_count",
    params=Params,
    check=check,
    cases={"pass": _FACTS, "over": _FACTS, "under": _FACTS, "borderline": _FACTS | {"others"}},
)
