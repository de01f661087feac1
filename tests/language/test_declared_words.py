import pytest

from builders import document_of, paragraph, table
from mastercheck.language.declared_words import DeclaredWords, find_declared_words
from mastercheck.model.document import Document

LABELS, UNITS, LIMITS = ("word count", "words", "aantal woorden"), ("words", "woorden"), ("max", "maximum")


def declared(document: Document) -> list[DeclaredWords]:
    return list(find_declared_words(document, LABELS, UNITS, LIMITS))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Word count: 6,012", 6012),
        ("Words: 6012", 6012),
        ("aantal woorden 6.012", 6012),
        ("Word count (without appendices): 6 012 words", 6012),
        ("Word count \u2013 approx. 6000", 6000),
        ("(6,012 words)", 6012),
        ("ca. 6012 woorden", 6012),
        ("Word count: 5'998 (title page left out).", 5998),
    ],
)
def test_a_count_on_the_title_page_is_found(line: str, words: int) -> None:
    (found,) = declared(document_of(f"A title\n{line}\n# Introduction\nText."))
    assert (found.words, found.text, found.location.quote) == (words, line, line)


@pytest.mark.parametrize(
    "line",
    [
        "Maximum length: 6000 words",
        "Word count: 6000 (max)",
        "Version 1.0",
        "Words",
        "Word count: 6,0123",
        "Keywords: 12",
        "In words: six",
        "Word count: 6012 of which 400 stand in tables, which the examiner may want to leave out, as some of them do, and some not",
    ],
)
def test_what_states_no_count_is_none(line: str) -> None:
    assert declared(document_of(f"A title\n{line}\n# Introduction\nText.")) == []


def test_in_the_text_only_a_whole_line_with_a_sign_states_a_count() -> None:
    assert [one.words for one in declared(document_of("# End\nWord count: 812\nWords 90\n(90 words)\nWe wrote words: 90 in all."))] == [812]


def test_headers_are_looked_at() -> None:
    assert [one.words for one in declared(document_of("# End\nText.", furniture=[paragraph("Ada Lovelace | 6,012 words")]))] == [6012]


def test_a_label_and_its_figure_may_stand_in_neighbouring_cells_of_the_title_page() -> None:
    title_page = [paragraph("A title"), table([["Author", "Ada Lovelace"], ["Word count", "6,012"]])]
    text = document_of("# Introduction\nText.").blocks
    assert [one.words for one in declared(document_of([*title_page, *text]))] == [6012]
