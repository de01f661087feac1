import pytest

from builders import document_of
from mastercheck.checks.project_areas import KIND, Params, check
from mastercheck.model.demands import CueGroup, Subject
from mastercheck.model.report import Outcome


def area(id_: str, *terms: str) -> Subject:
    return Subject(id=id_, cues=tuple(CueGroup(name=term, terms=(term,)) for term in terms), strong=2.6, weak=1.4)


PARAMS = Params(
    areas=(area("A1", "certificate", "auditor"), area("A2", "culture", "resistance")), area_titles={"A1": "Certification", "A2": "Change"}
)
A1, A2 = "The auditor spoke of the certificate.", "The culture met resistance."


@pytest.mark.parametrize(
    ("text", "outcome", "cases"),
    [
        (f"{A1}\n{A2}", Outcome.PASS, ["pass", "pass"]),
        (f"{A1}\nThe culture is old.", Outcome.FAIL, ["too_few"]),
        ("The ship lay at the quay.", Outcome.FAIL, ["too_few"]),
    ],
)
def test_two_areas_are_needed(text: str, outcome: Outcome, cases: list[str]) -> None:
    observations = list(check(document_of(f"# Work\n{text}"), PARAMS))
    assert [one.case for one in observations] == cases
    assert {one.outcome for one in observations} == {outcome}
    assert all(set(one.facts) == KIND.cases[one.case] for one in observations)


def test_weak_evidence_that_would_decide_is_left_to_a_person() -> None:
    weak = Params(
        areas=tuple(Subject(id=one.id, cues=one.cues, strong=9.0, weak=1.0) for one in PARAMS.areas), area_titles=PARAMS.area_titles
    )
    (observation,) = check(document_of(f"# Work\n{A1}\n{A2}"), weak)
    assert observation.outcome is Outcome.REVIEW
    assert observation.facts == {"count": 0, "minimum": 2, "shown": (), "missing": ("Certification", "Change")}
    assert observation.location
