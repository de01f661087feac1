"""A document made ready to be compared: which of its words are compared, and where they stand."""

from dataclasses import replace

import pytest

from builders import blocks_of, document_of, paragraph
from mastercheck.model.blocks import Paragraph, ParagraphKind, TextBox
from mastercheck.model.formatting import ParagraphFormat
from mastercheck.similarity.text import BREAK, Text, key_of, prepare


def read(text: str) -> Text:
    """The words of a document."""
    return prepare(document_of(text), "a.docx")


def words(text: Text) -> list[str]:
    """The words that are compared, as they are written; "|" where something is left out."""
    return [text.paragraphs[at][1][start:end] if key else "|" for key, (at, start, end) in zip(text.keys, text.spots.tolist(), strict=True)]


def compared(text: str) -> str:
    """The words of a text of one paragraph that are compared."""
    return " ".join(words(prepare(document_of([paragraph(text)]), "a.docx"))[1:])


def test_running_text_lists_tables_notes_and_captions_are_compared() -> None:
    text = read("# A heading\nOne two.^[Three four.]\n- five six\n| seven | eight |\nTable 1: Nine\n# Appendix A\nTen")
    assert " ".join(words(text)) == "| | One two Three four five six seven eight Table 1 Nine | Ten"
    assert text.words == 12


def test_a_text_box_is_compared() -> None:
    blocks = [*blocks_of("# A\nOne"), TextBox(blocks=(paragraph("two three"),))]
    assert prepare(document_of(blocks), "a").words == 3


@pytest.mark.parametrize(
    "text",
    [
        "A title\nVersion 1.0\n# Introduction",
        "# References\nSomebody (2012). A book.",
        "# A heading of quite a few words",
    ],
)
def test_what_no_author_is_judged_by_is_left_out(text: str) -> None:
    assert read(text).words == 0


def test_a_list_of_contents_is_left_out() -> None:
    entry = paragraph("Introduction 3", kind=ParagraphKind.CONTENTS_ENTRY)
    assert prepare(document_of([entry, paragraph("one")]), "a").words == 1


def test_hidden_and_deleted_words_are_left_out() -> None:
    assert compared("one") == "one"
    assert words(read("# A\none {--two--} {~~three~~} {++four++}"))[2:] == ["one", "four"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("He said \u201cone two\u201d and left", "He said | and left"),
        ("He said \u201eone two\u201c and left", "He said | and left"),
        ("He said \u00abone two\u00bb and left", "He said | and left"),
        ('He said "one two" and left', "He said | and left"),
        ("He said \u2018one don\u2019t two\u2019 and left", "He said | and left"),
        ("He said 'one don't two' and left", "He said | and left"),
        ("\u201cone\u201d then \u201ctwo\u201d", "| then |"),
        ("the '90s were hard and the users' needs", "the 90s were hard and the users needs"),
        ("the \u201890s were hard and the users\u2019 needs", "the 90s were hard and the users needs"),
        ("he said '90 users left' and left", "he said | and left"),
        ("the users' needs and the team's plan", "the users needs and the team's plan"),
        ('a 19" screen and a 24" screen', "a 19 screen and a 24 screen"),
        ("an open \u201cquotation", "an open quotation"),
    ],
)
def test_quotations_are_left_out_and_apostrophes_are_none(text: str, left: str) -> None:
    assert compared(text) == left


def test_no_run_of_words_goes_on_over_a_quotation_at_the_end_of_a_paragraph() -> None:
    assert words(read('# A\nTwo delta "quoted words here now"\necho three'))[2:] == ["Two", "delta", "|", "echo", "three"]


def styled(**look: object) -> Paragraph:
    """A paragraph of three words with a look."""
    return paragraph("one two three", format=ParagraphFormat(**look))  # type: ignore[arg-type]


@pytest.mark.parametrize("style", ["Quote", "Intense Quote", "Zitat", "Citaat", "Citation", "Block Text"])
def test_block_quotations_are_left_out_by_their_style(style: str) -> None:
    assert prepare(document_of([styled(style=style)]), "a").words == 0


def test_block_quotations_are_left_out_by_their_indents() -> None:
    assert prepare(document_of([styled(indent_left=36.0, indent_right=36.0)]), "a").words == 0
    assert prepare(document_of([styled(indent_left=36.0)]), "a").words == 3
    item = replace(styled(indent_left=36.0, indent_right=36.0), kind=ParagraphKind.LIST_ITEM, list_label="1.", list_level=0)
    assert prepare(document_of([item]), "a").words == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("organisations", "organization"), ("Behaviour", "behavior"), ("changed", "changes"), ("team\u2019s", "team's"), ("\ufb01le", "file")],
)
def test_spelling_and_form_make_no_difference(one: str, other: str) -> None:
    assert key_of(one.translate({0x2019: "'"})) == key_of(other)


def test_other_words_have_other_keys_and_none_is_a_break() -> None:
    keys = [key_of(word) for word in ("plan", "do", "check", "act", "12", "\u8a08\u753b")]
    assert len({*keys, BREAK}) == 7


def test_the_place_of_words_quotes_them_and_names_heading_and_paragraphs() -> None:
    text = read("# Plan\nOne two three.\nFour five six.")
    place, end = text.locate(3, 7)
    assert (place.heading_path, place.paragraph, end) == (("Plan",), 2, 3)
    assert place.quote == "two three. Four five"
    assert text.locate(3, 4)[0].quote == "two"


def test_a_document_without_words_is_empty() -> None:
    assert (read("").words, len(read("").paragraphs)) == (0, 0)
