"""Automatic labels of list items and headings."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docx_files import docx, item, levels, para, run, style
from mastercheck.model.blocks import ParagraphKind
from mastercheck.readers.docx import read_docx
from mastercheck.readers.docx.numbering import Numbering, number_text
from mastercheck.readers.docx.styles import StyleTable


def labels(folder: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    return [paragraph.list_label for paragraph in read_docx(docx(folder, body, numbering=numbering, styles=styles)).paragraphs()]


def test_items_count_on_and_deeper_levels_start_anew(tmp_path: Path) -> None:
    body = "".join(para("a", properties=item(depth)) for depth in (0, 1, 1, 0, 1))
    assert labels(tmp_path, body, levels("%1.", "%1.%2")) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_level_that_never_restarts_counts_on(tmp_path: Path) -> None:
    numbering = levels("%1.", "(%2)").replace('w:ilvl="1"><w:start w:val="1"/>', 'w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/>')
    body = "".join(para("a", properties=item(depth)) for depth in (0, 1, 0, 1))
    assert labels(tmp_path, body, numbering) == ["1.", "(1)", "2.", "(2)"]


def test_bullets_are_shown_as_bullets(tmp_path: Path) -> None:
    numbering = levels("\uf0b7", "–", "", number_format="bullet")  # noqa: RUF001 - a dash is a bullet
    body = "".join(para("a", properties=item(depth)) for depth in (0, 1, 2))
    assert labels(tmp_path, body, numbering) == ["•", "–", "•"]  # noqa: RUF001 - the same


def test_a_level_without_numbers_shows_its_words(tmp_path: Path) -> None:
    assert labels(tmp_path, para("a", properties=item()), levels("Note", number_format="none")) == ["Note"]


def test_another_list_of_the_same_kind_counts_on_or_starts_anew(tmp_path: Path) -> None:
    more = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    more += '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride><w:lvlOverride w:ilvl="x"/></w:num>'
    body = "".join(para("a", properties=item(0, list_id)) for list_id in ("1", "2", "3", "3"))
    assert labels(tmp_path, body, levels("%1") + more) == ["1", "2", "7", "8"]


def test_an_instance_may_change_a_level(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
    numbering = levels("%1").replace(
        '<w:abstractNumId w:val="1"/></w:num>', f'<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{level}</w:lvlOverride></w:num>'
    )
    assert labels(tmp_path, para("a", properties=item()), numbering) == ["A)"]


def test_legal_numbering_shows_arabic_figures(tmp_path: Path) -> None:
    numbering = levels("%1", "%1.%2", number_format="upperRoman").replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>')
    body = para("a", properties=item(0)) + para("b", properties=item(1))
    assert labels(tmp_path, body, numbering) == ["I", "1.1"]


def test_a_deeper_item_without_the_ones_above_shows_their_beginnings(tmp_path: Path) -> None:
    assert labels(tmp_path, para("a", properties=item(1)), levels("%1", "%1.%2")) == ["1.1"]


def test_a_list_by_style_takes_the_level_that_is_tied_to_the_style(tmp_path: Path) -> None:
    numbering = levels("%1", "%1.%2").replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Second"/>')
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("First", "First", more=numbered) + style("Second", "Second", base="First", more=numbered)
    assert labels(tmp_path, para("a", style="First") + para("b", style="Second"), numbering, styles) == ["1", "1.1"]


def test_a_numbering_style_leads_to_its_list(tmp_path: Path) -> None:
    link = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Mine"/></w:abstractNum>'
    link += '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    styles = style("Mine", "Mine", kind="numbering", more='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert labels(tmp_path, para("a", properties=item(0, "9")), levels("%1.") + link, styles) == ["1."]


@pytest.mark.parametrize("properties", [item(0, "0"), item(0, "77"), ""])
def test_a_list_that_is_taken_away_or_not_defined_is_none(tmp_path: Path, properties: str) -> None:
    styles = style("L", "L", more=f"<w:pPr>{item(0, '1')}</w:pPr>")
    body = para("a", style="L", properties=properties or item(0, "0"))
    (paragraph,) = read_docx(docx(tmp_path, body, numbering=levels("%1"), styles=styles)).paragraphs()
    assert (paragraph.list_label, paragraph.list_level, paragraph.kind) == ("", None, ParagraphKind.PARAGRAPH)


def test_a_list_that_only_a_style_names_and_nothing_defines_is_none(tmp_path: Path) -> None:
    styles = style("L", "L", more='<w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr>')
    assert labels(tmp_path, para("a", style="L"), levels("%1"), styles) == [""]
    assert Numbering(None, StyleTable(None)).label("1", 0) == ""


def test_a_numbered_heading_is_a_heading_with_that_number(tmp_path: Path) -> None:
    styles = style("H", "heading 1", more=f"<w:pPr>{item()}</w:pPr>")
    first, second = read_docx(
        docx(tmp_path, para("Plan", style="H") + para(run("text")), numbering=levels("%1."), styles=styles)
    ).paragraphs()
    assert first.heading
    assert (first.heading.number, first.heading.title, first.list_label, first.list_level) == ("1", "Plan", "", None)
    assert second.heading_path == ("1 Plan",)


def test_a_bullet_before_a_heading_is_no_number(tmp_path: Path) -> None:
    styles = style("H", "heading 1", more=f"<w:pPr>{item()}</w:pPr>")
    first, *_ = read_docx(
        docx(tmp_path, para("Plan", style="H") + para("text"), numbering=levels("•", number_format="bullet"), styles=styles)
    ).paragraphs()
    assert first.heading
    assert first.heading.number == ""


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (14, "decimalZero", "14"), (5, "chineseCounting", "5"), (5, "none", ""),
        (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (0, "upperRoman", "0"), (999_999, "upperRoman", "999999"),
        (1, "lowerLetter", "a"), (28, "upperLetter", "BB"), (0, "lowerLetter", "0"), (999_999, "upperLetter", "999999"),
        (1, "ordinal", "1st"), (2, "ordinal", "2nd"), (3, "ordinal", "3rd"), (12, "ordinal", "12th"), (24, "ordinal", "24th"),
    ],
)  # fmt: skip
def test_number_formats(number: int, number_format: str, expected: str) -> None:
    assert number_text(number, number_format) == expected


@given(st.integers(1, 3999))
def test_roman_numbers_mean_their_value(number: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    signs = [values[sign] for sign in number_text(number, "lowerRoman")]
    assert sum(-sign if any(later > sign for later in signs[at + 1 : at + 2]) else sign for at, sign in enumerate(signs)) == number
