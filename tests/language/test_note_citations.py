"""References in notes."""

import pytest

from mastercheck.language.note_citations import parse_reference


@pytest.mark.parametrize(
    ("note", "reference"),
    [
        ("J. P. Kotter, Leading Change (Boston: HBS, 1996), p. 4.", ("Kotter", "1996", True)),
        ("Kotter, J. P., Leading Change, Boston 1996, p. 12", ("Kotter", "1996", True)),
        ("Kotter, 1996, p. 4.", ("Kotter", "1996", True)),
        ("Kotter, 1996.", ("Kotter", "1996", False)),
        ("See Kotter and Schein, Change, pp. 12-14", ("Kotter", "", False)),
        ("van Bon et al., IT Service Management, 2007.", ("van Bon", "2007", True)),
    ],
)
def test_a_reference_has_a_name_and_a_year_or_page(note: str, reference: tuple[str, str, bool]) -> None:
    assert parse_reference(note) == reference


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Measured by the till, not by survey.",
        "Kiprono, the director, left in 2019.",
        "The director, Kiprono, left in 2019.",
        "A. Smith, who left early.",
        "Kotter, J. P. said so " + "and so on " * 20 + "in 1996.",
    ],
)
def test_other_notes_are_text(note: str) -> None:
    assert parse_reference(note) is None
