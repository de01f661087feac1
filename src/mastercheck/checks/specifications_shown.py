"""Does the document show each exam specification that it declares?

Measures, for each declared specification of the catalogue, the passages outside the declaration (language/specifications.py). One that
the catalogue does not hold cannot be looked for and is left to `specifications_declared`.

Cases and facts: pass, weak (a person must look) and fail, each with `id` and `title`; pass and weak with the `score` and the `signs` of
the best passage.

It raises NotApplicable where the document declares no specification of the catalogue.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.language.evidence import Evidence
from mastercheck.language.specifications import specifications_of
from mastercheck.model.demands import Catalogue
from mastercheck.model.document import Document
from mastercheck.model.report import Fact, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters: the catalogue, which the rulebook holds."""

    catalogue: Catalogue


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report each declared specification with its best passage.

    Raises:
        NotApplicable: no specification of the catalogue is declared.
    """
    found = specifications_of(document, params.catalogue)
    declared = [one for one in found.declared if one.id is not None]
    if not declared:
        raise NotApplicable("the document declares no exam specification of the catalogue")
    for one in declared:
        yield _observe(found.shown[str(one.id)], {"id": one.id, "title": one.title})


def _observe(evidence: Evidence, facts: dict[str, Fact]) -> Observation:
    best = evidence.best
    if best is None or not evidence.weak:
        return Observation(outcome=Outcome.FAIL, case="fail", facts=facts)
    facts |= {"score": round(best.score, 2), "signs": best.told}
    if evidence.strong:
        return Observation(outcome=Outcome.PASS, case="pass", location=best.location, facts=facts)
    return Observation(outcome=Outcome.REVIEW, case="weak", location=best.location, facts=facts)


_NAMED = frozenset({"id", "title"})

KIND = Kind(
    name="specifications_shown",
    params=Params,
    check=check,
    cases={"pass": _NAMED | {"score", "signs"}, "weak": _NAMED | {"score", "signs"}, "fail": _NAMED},
)
