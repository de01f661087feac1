import pytest

from builders import document_of
from mastercheck.checks.evidence import KIND, Params, check
from mastercheck.model.demands import CueGroup, Subject
from mastercheck.model.report import Observation, Outcome

SUBJECT = Subject(
    id="options",
    titles=("options",),
    cues=tuple(CueGroup(name=term, terms=(term,)) for term in ("option", "compare", "choose")),
    homes=("introduction",),
    span=(0.0, 0.3),
    strong=1.5,
    weak=0.4,
)
GOOD = "The options were compared and one was chosen."
FILLER = "\n".join(["The ships come and go, and the harbour stays where it is."] * 160)


def observe(text: str) -> Observation:
    (observation,) = check(document_of(text), Params(subject=SUBJECT, subjects={SUBJECT.id: SUBJECT}))
    assert set(observation.facts) == KIND.cases[observation.case]
    return observation


@pytest.mark.parametrize(
    ("text", "outcome", "case"),
    [
        (f"# Introduction\n{GOOD}", Outcome.PASS, "pass"),
        (f"# Introduction\n{FILLER}\n# Work\n{GOOD}", Outcome.REVIEW, "elsewhere"),
        ("# Introduction\nAn option was there.", Outcome.REVIEW, "weak"),
        ("# Introduction\nThe ship lay at the quay.", Outcome.FAIL, "fail"),
        ("", Outcome.FAIL, "fail"),
        (f"# Introduction\n{FILLER}\n# Work\nAn option.", Outcome.FAIL, "fail"),
    ],
)
def test_the_best_passage_decides(text: str, outcome: Outcome, case: str) -> None:
    observation = observe(text)
    assert (observation.outcome, observation.case) == (outcome, case)
    assert (observation.location is None) == (outcome is Outcome.FAIL)


def test_the_facts_say_what_spoke() -> None:
    observation = observe(f"# Introduction\n{GOOD}")
    assert observation.facts == {
        "score": 3.0,
        "signs": ("option: options (+1.00)", "compare: compared (+1.00)", "choose: chosen (+1.00)"),
    }
    assert observation.location
    assert observation.location.quote == GOOD
