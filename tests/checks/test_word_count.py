import pytest

from builders import document_of
from mastercheck.checks.word_count import Params, check
from mastercheck.model.blocks import Zone
from mastercheck.model.demands import Profile

BODY = Profile(name="body", title="", included=frozenset({Zone.BODY}))
WORD = Profile(name="word", title="", included=frozenset({Zone.BODY, Zone.HEADINGS}))


def cases_of(words: int, heading: str = "") -> list[str]:
    text = f"{'# ' + heading if heading else ''}\n{'word ' * words}"
    params = Params(target=60, tolerance=0.10, profile=BODY, profiles={"body": BODY, "word": WORD})
    return [observation.case for observation in check(document_of(text), params)]


@pytest.mark.parametrize(("words", "case"), [(53, "under"), (54, "pass"), (66, "pass"), (67, "over")])
def test_both_bounds_are_allowed(words: int, case: str) -> None:
    assert cases_of(words) == [case]


def test_another_profile_that_decides_otherwise_is_told() -> None:
    assert cases_of(66, heading="Plan") == ["pass", "borderline"]
    assert cases_of(53, heading="Plan") == ["under", "borderline"]


def test_the_facts_say_by_how_much() -> None:
    (observation,) = check(document_of("word " * 70), Params(target=60, tolerance=0.10, profile=BODY))
    assert observation.facts == {"words": 70, "minimum": 54, "maximum": 66, "profile": "body", "difference": 4}
