"""Two versions of a document for people."""

from builders import document_of, paragraph
from demands import BODY
from mastercheck.language.reconciliation import reconcile
from mastercheck.model.blocks import Zone
from mastercheck.model.document import Document
from mastercheck.render.reconciliation import LIKELY, render

FIRST = "# Plan\n1. Some text of the plan."


def show(first: Document, second: Document) -> str:
    return render("in/a\x1b.pdf", reconcile(first, second, BODY))


def test_both_figures_and_each_difference_with_its_cause_are_shown() -> None:
    second = document_of([paragraph("Plan"), paragraph("1. Some text of the plan.")], format="pdf")
    shown = show(document_of(FIRST), second)
    assert "Against in/a\\x1b.pdf" in shown
    assert "5 words count in the first, 7 in the second: 2 more there." in shown
    assert "1 words are automatic list labels" in shown
    assert "headings (-1): Headings are certain" in shown
    assert shown.index("body (+2)") < shown.index("headings (-1)")
    assert "all parts      6       7          +1" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_equal_versions_are_called_the_same() -> None:
    shown = show(document_of("Some text."), document_of("Some text."))
    assert "2 in the second: the same." in shown
    assert "causes" not in shown


def test_fewer_words_are_called_fewer() -> None:
    assert "1 in the second: 1 fewer there." in show(document_of("Some text."), document_of("Text."))


def test_every_zone_has_a_likely_cause() -> None:
    assert set(LIKELY) == set(Zone)
