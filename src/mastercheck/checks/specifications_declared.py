"""Does the document declare which exam specifications it addresses, enough of them and from enough requirements?

Measures the declarations (language/declarations.py) against the catalogue. A specification that the catalogue does not hold counts: our
catalogue is provisional, so that a miss proves nothing (RULEBOOK decision 7).

Cases and facts:
    pass             `count` of specifications, `requirements`: how many requirements they come from, `declared`: their titles
    none             no declaration was found; no facts
    too_few          `count`, `minimum`, `declared`
    one_requirement  `count`, `requirements`, `minimum`: of requirements, `declared`, `present`: the requirement, `wanted`: the others
    unknown          `title`, as the document words it: a note beside one of the other cases
    elsewhere        the declaration stands far from the introduction; the facts of `pass`

It never raises Undecided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mastercheck.checks.kind import Kind
from mastercheck.language.declarations import Declaration
from mastercheck.language.specifications import specifications_of
from mastercheck.model.demands import Catalogue
from mastercheck.model.document import Document
from mastercheck.model.location import Location
from mastercheck.model.report import Fact, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        minimum: least number of specifications.
        requirements: least number of requirements that they come from.
        introduction: share of the text, from its beginning, within which the declaration belongs; in a text of less than
            1500 words it may stand anywhere.
    """

    catalogue: Catalogue
    minimum: int = 2
    requirements: int = 2
    introduction: float = 0.5


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report the declaration, and each specification in it that the catalogue does not hold."""
    declared = specifications_of(document, params.catalogue).declared
    if not declared:
        yield Observation(outcome=Outcome.FAIL, case="none")
        return
    yield _judge(declared, params)
    for one in declared:
        if one.id is None:
            yield Observation(outcome=Outcome.PASS, case="unknown", location=_location(one), facts={"title": one.title})


def _judge(declared: Sequence[Declaration], params: Params) -> Observation:
    present = {one.requirement for one in declared if one.requirement}
    facts: dict[str, Fact] = {"count": len(declared), "requirements": len(present), "declared": tuple(one.title for one in declared)}
    location = _location(declared[0])
    if len(declared) < params.minimum:
        return Observation(outcome=Outcome.FAIL, case="too_few", location=location, facts={**facts, "minimum": params.minimum})
    if len(present) < params.requirements:
        named = {requirement.id: requirement.title for requirement in params.catalogue.requirements}
        facts |= {
            "minimum": params.requirements,
            "present": tuple(title for id_, title in named.items() if id_ in present),
            "wanted": tuple(title for id_, title in named.items() if id_ not in present),
        }
        return Observation(outcome=Outcome.FAIL, case="one_requirement", location=location, facts=facts)
    if declared[0].share > params.introduction:
        return Observation(outcome=Outcome.REVIEW, case="elsewhere", location=location, facts=facts)
    return Observation(outcome=Outcome.PASS, case="pass", location=location, facts=facts)


def _location(declaration: Declaration) -> Location:
    return declaration.line.paragraph.location(declaration.line.text)


_FACTS = frozenset({"count", "requirements", "declared"})

KIND = Kind(
    name="specifications_declared",
    params=Params,
    check=check,
    cases={
        "pass": _FACTS,
        "none": frozenset(),
        "too_few": _FACTS | {"minimum"},
        "one_requirement": _FACTS | {"minimum", "present", "wanted"},
        "unknown": frozenset({"title"}),
        "elsewhere": _FACTS,
    },
)
