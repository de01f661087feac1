from hypothesis import given
from hypothesis import strategies as st

from builders import document_of, paragraph, run
from mastercheck.language.ledger import ledger_of
from mastercheck.language.reconciliation import Reconciliation, reconcile
from mastercheck.model.blocks import Zone
from mastercheck.model.demands import Profile

BODY = Profile(name="body", title="", included=frozenset({Zone.BODY}))


def causes(comparison: Reconciliation) -> dict[str, int]:
    return {cause.name: cause.words for cause in comparison.causes}


def test_every_zone_is_set_beside_its_like() -> None:
    first = document_of("# Plan\nSome text of the plan.")
    second = document_of([paragraph("Plan Some text of the plan.")], format="pdf", furniture=[paragraph("Page 1")])
    comparison = reconcile(first, second, BODY)
    assert comparison.assessed == (5, 6)
    assert {(row.zone, row.difference) for row in comparison.rows} == {(Zone.HEADINGS, -1), (Zone.BODY, 1), (Zone.HEADERS_FOOTERS, 2)}


def test_the_causes_that_the_texts_show_are_measured() -> None:
    first = document_of([*document_of("1. first thing").blocks, paragraph("An organization ", run("gone", deleted=True))])
    second = document_of([paragraph("1. first thing"), paragraph("An organi- zation")], format="pdf")
    assert causes(reconcile(first, second, BODY)) == {"labels": 1, "broken words": 1, "unseen": 1, "only here": 1, "only there": 3}


def test_equal_texts_have_no_cause() -> None:
    assert causes(reconcile(document_of("Equal text."), document_of("Equal text."), BODY)) == {}


LINES = st.lists(st.sampled_from(["# Plan", "Some text.", "| a | b |", "# Literature", "Noted.^[So it is.]"]))


@given(LINES, LINES)
def test_the_differences_of_the_zones_add_up_to_that_of_the_totals(first: list[str], second: list[str]) -> None:
    one, other = document_of("\n".join(first)), document_of("\n".join(second))
    comparison = reconcile(one, other, BODY)
    assert sum(row.difference for row in comparison.rows) == ledger_of(other).total - ledger_of(one).total
