"""Does the document show activities from enough of the guide's project areas?

Measures the evidence for each area (language/evidence.py). An area with weak evidence is left to a person only where it decides.

Cases and facts:
    pass     an observation for each area that is shown: `area`, `count` of areas shown, `minimum`
    too_few  `count`, `minimum`, `shown` and `missing`: titles of areas; a person must look where weak evidence would make up the number

It never raises Undecided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mastercheck.checks.kind import Kind
from mastercheck.language.areas import find_areas
from mastercheck.model.demands import Subject
from mastercheck.model.document import Document
from mastercheck.model.report import Fact, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        areas: what shows each area.
        area_titles: titles of the areas by the ids of the subjects in `areas`.
        minimum: least number of areas.
    """

    areas: tuple[Subject, ...]
    area_titles: Mapping[str, str]
    minimum: int = 2


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report the areas that are shown, or that they are too few."""
    evidence = find_areas(document, params.areas)
    strong = [one for one in evidence if one.strong]
    if len(strong) >= params.minimum:
        for one in strong:
            facts: dict[str, Fact] = {"area": params.area_titles[one.subject.id], "count": len(strong), "minimum": params.minimum}
            yield Observation(outcome=Outcome.PASS, case="pass", location=one.found[0].location, facts=facts)
        return
    weak = [one for one in evidence if one.weak]
    yield Observation(
        outcome=Outcome.REVIEW if len(weak) >= params.minimum else Outcome.FAIL,
        case="too_few",
        location=weak[0].found[0].location if weak else None,
        facts={
            "count": len(strong),
            "minimum": params.minimum,
            "shown": tuple(params.area_titles[one.subject.id] for one in strong),
            "missing": tuple(params.area_titles[one.subject.id] for one in evidence if not one.strong),
        },
    )


KIND = Kind(
    name="project_areas",
    params=Params,
    check=check,
    cases={
        "pass": frozenset({"area", "count", "minimum"}),
        "too_few": frozenset({"count", "minimum", "shown", "missing"}),
    },
)
