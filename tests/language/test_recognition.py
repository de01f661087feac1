from dataclasses import dataclass

import pytest

from builders import document_of
from mastercheck.language.recognition import recognise
from mastercheck.model.document import DocumentKind, Metadata


@dataclass(frozen=True)
class Known:
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    words: tuple[int, int]
    foreign: tuple[str, ...] = ()


KNOWN = {
    DocumentKind.REPORT: Known(("master report", "report"), ("conclusion", "evaluation", "lessons learned"), (100, 1000)),
    DocumentKind.PROPOSAL: Known(
        ("project proposal", "proposal"), ("deliverables", "plan", "personal objectives"), (10, 99), ("evaluation", "lessons learned")
    ),
}
LONG = "word " * 200
SHORT = "word " * 20


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Project proposal\nVersion 2\n# Plan\n{SHORT}", DocumentKind.PROPOSAL),
        (f"Master report\nVersion 2\n# Plan\n{LONG}", DocumentKind.REPORT),
        (f"# Evaluation\n{LONG}\n# Conclusions\n{LONG}", DocumentKind.REPORT),
        (f"# Deliverables\n{SHORT}", DocumentKind.PROPOSAL),
        (f"# Plan\n# Evaluation\n# Lessons learned\n{SHORT}", DocumentKind.REPORT),
        ("Nothing is said.", None),
    ],
)
def test_a_kind_is_known_by_title_headings_and_length(text: str, kind: DocumentKind | None) -> None:
    assert recognise(document_of(text, name="draft.docx"), KNOWN) is kind


def test_the_name_of_the_file_and_the_title_in_its_properties_speak_too() -> None:
    text = "# Plan\nNothing else."
    assert recognise(document_of(text, name="my-proposal_v2.docx"), {DocumentKind.PROPOSAL: Known(("proposal",), (), (1, 9))})
    titled = document_of(text, name="x.docx", metadata=Metadata(title="Master Report"))
    assert recognise(titled, {DocumentKind.REPORT: Known(("master report",), (), (1, 9))}) is DocumentKind.REPORT


def test_two_kinds_that_are_as_likely_are_not_told_apart() -> None:
    same = Known(("plan",), (), (1, 9))
    text = "# Plan\nNothing else."
    assert recognise(document_of(text, name="plan.docx"), {DocumentKind.REPORT: same, DocumentKind.PROPOSAL: same}) is None


def test_a_rulebook_without_signs_recognises_nothing() -> None:
    assert recognise(document_of("Some text."), {}) is None
