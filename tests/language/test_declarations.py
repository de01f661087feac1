import pytest

from builders import document_of
from mastercheck.language.declarations import Declaration, find_declarations
from mastercheck.language.reading import reading_of
from mastercheck.model.demands import Catalogue, Requirement, Specification, Subject

TABLE = """
# Start
| Requirement | Specification |
| Directing the IT organization | Effect cultural change |
| Governing the IT service management system | Create and manage the improvement plan |"""
SENTENCE = """
# Start
For the exam: of directing the IT organization the effecting of cultural change, and of governing the service management system \
the improvement plan."""


def specification(id_: str, title: str, *aliases: str) -> Specification:
    return Specification(id=id_, title=title, aliases=aliases, subject=Subject(id=id_))


CATALOGUE = Catalogue(
    id="small",
    requirements=(
        Requirement(
            id="1",
            title="Setting the direction for the IT organization",
            specifications=(
                specification("P1.1", "Design a strategic framework for the portfolio"),
                specification("P1.2", "Align the service strategy with the business strategy"),
            ),
        ),
        Requirement(
            id="2",
            title="Directing the IT organization",
            specifications=(specification("P2.1", "Manage organizational change"), specification("P2.2", "Effect cultural change")),
        ),
        Requirement(
            id="4",
            title="Governing the IT service management system",
            specifications=(specification("P4.1", "Create and manage the improvement plan", "Improvement plan"),),
        ),
    ),
)


def declared(text: str) -> list[Declaration]:
    return list(find_declarations(reading_of(document_of(text)), CATALOGUE))


def ids(text: str) -> list[str | None]:
    return [one.id for one in declared(text)]


@pytest.mark.parametrize("arrow", ["->", "→", "-->", "=>", "⇒", "➔"])
def test_every_arrow_declares(arrow: str) -> None:
    (one,) = declared(f"# Introduction\nDirecting the IT organization {arrow} Manage organizational change")
    assert (one.id, one.requirement, one.title) == ("P2.1", "2", "Manage organizational change")


def test_a_list_under_a_heading_declares() -> None:
    assert ids("# Exam specifications addressed\n- Manage organisational change\n- The improvement plan") == ["P2.1", "P4.1"]


def test_a_table_declares() -> None:
    assert ids(TABLE) == ["P2.2", "P4.1"]


def test_a_sentence_declares_by_its_own_words_or_beside_a_requirement() -> None:
    assert ids("# Start\nFor the examiner: I claim effecting cultural change.") == ["P2.2"]
    assert ids("# Start\nFrom directing the IT organisation I take managing organizational change.") == ["P2.1"]


def test_requirements_in_one_sentence_are_kept_apart() -> None:
    assert sorted(map(str, ids(SENTENCE))) == ["P2.2", "P4.1"]


def test_ids_declare() -> None:
    assert ids("# Exam specifications\nP1.2 and 4.1 are addressed.") == ["P1.2", "P4.1"]


@pytest.mark.parametrize("number", ["8.2.1", "12.1", "1.25", "9.9", "v1.2"])
def test_other_numbers_declare_nothing(number: str) -> None:
    assert ids(f"# Exam specifications\nSee {number} here.") == []


def test_a_close_paraphrase_declares() -> None:
    assert ids("# Exam specifications\n- Managing organisation change") == ["P2.1"]


@pytest.mark.parametrize(
    "text",
    [
        "# Work\nWe had to manage organizational change in the depot.",
        "# Work\nDirecting the IT organization is hard.",
        "# Work\nThe specific examination of the pump was an improvement plan.",
    ],
)
def test_a_title_in_passing_declares_nothing(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Directing the IT organization -> Tend the garden (of rules)", "Tend the garden"),
        ("| Directing the IT organization | Tend the garden |", "Tend the garden"),
    ],
)
def test_one_that_the_catalogue_does_not_hold_is_declared_under_its_requirement(line: str, title: str) -> None:
    (one,) = declared(f"# Exam specifications\n{line}")
    assert (one.id, one.requirement, one.title) == (None, "2", title)


def test_a_requirement_alone_or_with_a_long_sentence_declares_nothing() -> None:
    assert ids("# Exam specifications\nDirecting the IT organization") == []
    assert ids(f"# Exam specifications\nDirecting the IT organization -> {'so it goes ' * 12}") == []


def test_each_is_declared_once_where_it_comes_first() -> None:
    (one,) = declared("# Exam specifications\n- Manage organizational change\n- P2.1 Manage organizational change")
    assert one.line.text == "Manage organizational change"
