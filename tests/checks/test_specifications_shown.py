import pytest

from builders import document_of
from mastercheck.checks.kind import NotApplicable
from mastercheck.checks.specifications_shown import KIND, Params, check
from mastercheck.model.demands import Catalogue, CueGroup, Requirement, Specification, Subject
from mastercheck.model.report import Observation, Outcome

CUES = tuple(CueGroup(name=term, terms=(term,)) for term in ("union", "resistance", "survey"))
SPECIFICATION = Specification(id="P2.1", title="Manage change", subject=Subject(id="P2.1", cues=CUES, strong=2.0, weak=1.2))
CATALOGUE = Catalogue(id="small", requirements=(Requirement(id="2", title="Directing the people", specifications=(SPECIFICATION,)),))


def observe(text: str) -> list[Observation]:
    observations = list(
        check(
            document_of(f"# Exam specifications\n- Manage change\n- Directing the people -> Paint the fence\n{text}"),
            Params(catalogue=CATALOGUE),
        )
    )
    assert all(set(one.facts) == KIND.cases[one.case] for one in observations)
    return observations


@pytest.mark.parametrize(
    ("text", "outcome", "case"),
    [
        ("# Work\nThe union met with resistance; a survey followed.", Outcome.PASS, "pass"),
        ("# Work\nThe union was there.", Outcome.REVIEW, "weak"),
        ("# Work\nThe ship lay at the quay.", Outcome.FAIL, "fail"),
    ],
)
def test_each_declared_one_of_the_catalogue_is_looked_for(text: str, outcome: Outcome, case: str) -> None:
    (observation,) = observe(text)
    assert (observation.outcome, observation.case, observation.facts["id"]) == (outcome, case, "P2.1")
    assert (observation.location is None) == (case == "fail")


def test_without_a_declaration_there_is_nothing_to_look_for() -> None:
    with pytest.raises(NotApplicable, match="declares no exam specification"):
        list(check(document_of("# Work\nThe union met."), Params(catalogue=CATALOGUE)))
