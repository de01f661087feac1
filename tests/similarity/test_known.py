"""Text that no author wrote: templates and catalogue are never shared."""

import pytest

from builders import document_of, paragraph
from mastercheck.checks import kinds_by_name
from mastercheck.rulebook.loader import load
from mastercheck.rulebook.schema import Rulebook
from mastercheck.similarity import known_shingles, prepare


@pytest.fixture(scope="module")
def builtin() -> Rulebook:
    """The rulebook that comes with the program."""
    return load(kinds_by_name())


def left(text: str, rulebook: Rulebook) -> int:
    """How many words of a text are compared."""
    return prepare(document_of([paragraph(text)]), "a.docx", known_shingles(rulebook)).words


def test_every_instruction_of_the_templates_is_left_out(builtin: Rulebook) -> None:
    instructions = [one for template in builtin.templates.values() for section in template.sections for one in section.instructions]
    assert len(instructions) > 20
    assert [one for one in instructions if left(one, builtin)] == []


def test_the_names_of_exam_specifications_are_left_out(builtin: Rulebook) -> None:
    pairs = builtin.catalogue.specifications().values()
    named = [f"{requirement.title} -> {specification.title}" for requirement, specification in pairs]
    assert [one for one in named if left(one, builtin)] == []


def test_what_stands_around_it_is_compared(builtin: Rulebook) -> None:
    instruction = builtin.templates[next(iter(builtin.templates))].sections[0].instructions[0]
    assert left(f"Here is our own text. {instruction} Here it goes on.", builtin) == 9


def test_an_authors_own_words_are_compared(builtin: Rulebook) -> None:
    text = "The ferry line moves forty thousand passengers a year between two islands, and nobody knows what a ticket costs."
    assert left(text, builtin) == 19
