from builders import document_of
from mastercheck.language.specifications import cover, specifications_of
from mastercheck.model.demands import Catalogue, CueGroup, Requirement, Specification, Subject


def specification(id_: str, title: str, *terms: str, provisional: bool = True) -> Specification:
    cues = tuple(CueGroup(name=term, terms=(term,)) for term in terms)
    return Specification(id=id_, title=title, provisional=provisional, subject=Subject(id=id_, cues=cues, strong=2.7, weak=1.4))


CATALOGUE = Catalogue(
    id="small",
    requirements=(
        Requirement(
            id="1",
            title="Setting the direction",
            specifications=(specification("P1.1", "Design a framework", "framework", "portfolio", "board", provisional=False),),
        ),
        Requirement(
            id="2",
            title="Directing the organization",
            specifications=(
                specification("P2.1", "Manage change", "union", "resistance", "survey"),
                specification("P2.2", "Tend the culture", "habit", "hero", "story"),
            ),
        ),
    ),
)
DECLARED = "# Exam specifications\n- Design a framework\n- Manage change\n- Directing the organization -> Paint the fence\n"


def test_the_coverage_says_what_is_declared_and_what_is_shown() -> None:
    coverage = cover(
        document_of(f"{DECLARED}# Work\nThe framework of the portfolio lies with the board.\nThe union spoke of resistance."), CATALOGUE
    )
    assert coverage.requirements == {"1": "Setting the direction", "2": "Directing the organization"}
    assert [(one.id, one.title, one.requirement, one.provisional) for one in coverage.declared] == [
        ("P1.1", "Design a framework", "1", False),
        ("P2.1", "Manage change", "2", True),
        (None, "Paint the fence", "2", False),
    ]
    assert [(one.id, one.passages[0].quote) for one in coverage.evidenced] == [
        ("P1.1", "The framework of the portfolio lies with the board."),
    ]


def test_the_declaration_shows_nothing() -> None:
    assert cover(document_of(DECLARED), CATALOGUE).evidenced == ()


def test_one_that_is_not_declared_is_offered_only_where_it_is_clearly_shown() -> None:
    shown = "# Work\nA habit, a hero and a story."
    assert [one.id for one in cover(document_of(shown), CATALOGUE).evidenced] == ["P2.2"]
    assert cover(document_of("# Work\nA habit and a hero."), CATALOGUE).evidenced == ()


def test_a_document_is_searched_once_for_a_catalogue() -> None:
    document = document_of(DECLARED)
    assert specifications_of(document, CATALOGUE) is specifications_of(document, CATALOGUE)
