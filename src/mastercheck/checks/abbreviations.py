"""Is every abbreviation explained where it is first used?

Measures abbreviations in capitals in running text (guide, chapter 4: general requirements of an academic paper), those left out that every
reader of such a paper knows. One that is never explained may be a name: a person must look. One that is explained later than it is used is
certain only where the explanation is spelled out with the abbreviation in brackets.

Cases and facts (`letters`: the abbreviation, `uses`: how often running text uses it):
    unexplained it is used several times and never explained: a person must look
    late        it is explained after its first use. `letters`
It is not applicable where running text uses none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.language.abbreviations import find_abbreviations
from mastercheck.model.document import Document
from mastercheck.model.report import Facts, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        known: abbreviations that need no explanation.
        least: uses from which on an abbreviation needs one.
    """

    known: tuple[str, ...]
    least: int = 3


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report abbreviations that are explained late or never."""
    found = find_abbreviations(document, frozenset(params.known))
    if not found:
        raise NotApplicable("The running text uses no abbreviations that need an explanation.")
    for one in found:
        facts: Facts = {"letters": one.letters, "uses": one.uses}
        location = one.first.location(one.first.text[max(0, one.first.text.find(one.letters) - 60) :])
        if one.explained is None:
            if one.uses >= params.least:
                yield Observation(outcome=Outcome.REVIEW, case="unexplained", location=location, facts=facts)
        elif one.certain and one.explained > one.first.number:
            yield Observation(outcome=Outcome.FAIL, case="late", location=location, facts=facts)


KIND = Kind(
    name="abbreviations",
    params=Params,
    check=check,
    cases={"pass": frozenset(), "unexplained": frozenset({"letters", "uses"}), "late": frozenset({"letters", "uses"})},
)
