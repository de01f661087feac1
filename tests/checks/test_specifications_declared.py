import pytest

from builders import document_of
from mastercheck.checks.specifications_declared import KIND, Params, check
from mastercheck.model.demands import Catalogue, Requirement, Specification, Subject
from mastercheck.model.report import Observation, Outcome

CATALOGUE = Catalogue(
    id="small",
    requirements=tuple(
        Requirement(
            id=id_,
            title=title,
            specifications=tuple(Specification(id=spec, title=name, subject=Subject(id=spec)) for spec, name in specifications),
        )
        for id_, title, specifications in (
            ("1", "Setting the direction", (("P1.1", "Design a framework"),)),
            ("2", "Directing the people", (("P2.1", "Manage change"), ("P2.2", "Tend the culture"))),
            ("3", "Monitoring performance", (("P3.1", "Define measures"),)),
        )
    ),
)
FILLER = "\n".join(["The ships come and go, and the harbour stays where it is."] * 160)


def observe(*lines: str, before: str = "") -> list[Observation]:
    text = "\n".join([before, "# Exam specifications", *(f"- {line}" for line in lines)])
    observations = list(check(document_of(text), Params(catalogue=CATALOGUE)))
    assert all(set(one.facts) == KIND.cases[one.case] for one in observations)
    return observations


@pytest.mark.parametrize(
    ("lines", "outcome", "case"),
    [
        (["Design a framework", "Manage change"], Outcome.PASS, "pass"),
        (["Manage change"], Outcome.FAIL, "too_few"),
        (["Manage change", "Tend the culture"], Outcome.FAIL, "one_requirement"),
        ([], Outcome.FAIL, "none"),
    ],
)
def test_two_from_two_requirements_are_needed(lines: list[str], outcome: Outcome, case: str) -> None:
    (observation,) = observe(*lines)
    assert (observation.outcome, observation.case) == (outcome, case)


def test_it_says_how_many_and_which_are_still_wanted() -> None:
    (observation,) = observe("Manage change", "Tend the culture")
    assert observation.facts["count"] == 2
    assert observation.facts["present"] == ("Directing the people",)
    assert observation.facts["wanted"] == ("Setting the direction", "Monitoring performance")


def test_one_that_the_catalogue_does_not_hold_counts_and_is_noted() -> None:
    first, note = observe("Design a framework", "Directing the people -> Paint the fence")
    assert (first.case, first.facts["count"], note.case, note.facts["title"]) == ("pass", 2, "unknown", "Paint the fence")
    assert note.outcome is Outcome.PASS


def test_a_declaration_at_the_end_is_left_to_a_person() -> None:
    (observation,) = observe("Design a framework", "Manage change", before=f"# Work\n{FILLER}")
    assert (observation.outcome, observation.case) == (Outcome.REVIEW, "elsewhere")
    assert observation.location
