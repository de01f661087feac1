"""Does the document speak about a subject in its own words: is there a passage that a tutor would accept as evidence?

Measures the passages of the document against the facets of the subject (language/evidence.py) and reports the best one with its place.

Cases and facts:
    pass       `score` of the passage, `signs` that spoke for and against it
    elsewhere  the evidence stands far from where it belongs: a person must look; the same facts and `homes`
    weak       something speaks of it, not enough to be sure, or two ways of judging differ: a person must look; `score`, `signs`
    fail       nothing speaks of it

It never raises Undecided: what it cannot decide is the case `weak`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mastercheck.checks.kind import Kind
from mastercheck.language.evidence import Found, find_contrary, find_evidence
from mastercheck.model.demands import Subject
from mastercheck.model.document import Document
from mastercheck.model.report import Fact, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        subject: what the document must speak about.
        subjects: all subjects of the rulebook, which headings may announce.
    """

    subject: Subject
    subjects: Mapping[str, Subject] = field(default_factory=dict)


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report the best passage about the subject."""
    rivals = tuple(params.subjects.values())
    evidence = find_evidence(document, params.subject, rivals)
    best = evidence.best
    if best is None or not evidence.weak:
        yield _look_again(find_contrary(document, params.subject, rivals))
    elif not evidence.strong:
        yield Observation(outcome=Outcome.REVIEW, case="weak", location=best.location, facts=_facts(best))
    elif not best.home:
        facts = {**_facts(best), "homes": params.subject.homes}
        yield Observation(outcome=Outcome.REVIEW, case="elsewhere", location=best.location, facts=facts)
    else:
        yield Observation(outcome=Outcome.PASS, case="pass", location=best.location, facts=_facts(best))


def _look_again(contrary: Found | None) -> Observation:
    """Return that nothing speaks of the subject, unless its terms alone do: where two ways of judging differ, a person decides."""
    if contrary is None:
        return Observation(outcome=Outcome.FAIL, case="fail")
    return Observation(outcome=Outcome.REVIEW, case="weak", location=contrary.location, facts=_facts(contrary))


def _facts(found: Found) -> dict[str, Fact]:
    return {"score": round(found.score, 2), "signs": found.told}


KIND = Kind(
    name="evidence",
    params=Params,
    check=check,
    cases={
        "pass": frozenset({"score", "signs"}),
        "elsewhere": frozenset({"score", "signs", "homes"}),
        "weak": frozenset({"score", "signs"}),
        "fail": frozenset(),
    },
)
