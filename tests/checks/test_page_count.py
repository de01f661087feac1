import pytest

from builders import document_of
from mastercheck.checks.kind import Undecided
from mastercheck.checks.page_count import Params, check
from mastercheck.model.document import PageCount, PageEngine
from mastercheck.model.report import Outcome


def outcome(count: int, *, certain: bool, fill: float | None = 0.5) -> Outcome:
    engine = PageEngine.PDF if certain else PageEngine.ESTIMATED
    pages = PageCount(count=count, engine=engine, certain=certain, fill_of_last_page=fill)
    (observation,) = check(document_of("Some text.", pages=pages), Params(maximum=2))
    return observation.outcome


@pytest.mark.parametrize(("count", "expected"), [(1, Outcome.PASS), (2, Outcome.PASS), (3, Outcome.FAIL)])
def test_a_certain_count_decides(count: int, expected: Outcome) -> None:
    assert outcome(count, certain=True, fill=0.01) is expected


@pytest.mark.parametrize(
    ("count", "fill", "expected"),
    [
        (2, 0.8, Outcome.PASS),
        (2, 0.95, Outcome.REVIEW),
        (3, 0.1, Outcome.REVIEW),
        (3, 0.4, Outcome.FAIL),
        (2, None, Outcome.PASS),
        (3, None, Outcome.FAIL),
    ],
)
def test_an_estimate_decides_only_away_from_the_limit(count: int, fill: float | None, expected: Outcome) -> None:
    assert outcome(count, certain=False, fill=fill) is expected


def test_unknown_pages_are_undecided() -> None:
    with pytest.raises(Undecided, match="not known"):
        list(check(document_of("Some text."), Params(maximum=2)))
