"""Headings, titles and captions by style and outline level."""

from pathlib import Path

import pytest

from docx_files import cell, docx, para, row, style, table
from mastercheck.model.blocks import Confidence, HeadingSource, Paragraph, ParagraphKind
from mastercheck.readers.docx import read_docx
from mastercheck.readers.docx.style_names import StyleRole, role_of


def first(folder: Path, body: str, styles: str = "") -> Paragraph:
    return next(read_docx(docx(folder, body + para("Some text that follows the heading.") * 2, styles=styles)).paragraphs())


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


@pytest.mark.parametrize(
    ("style_id", "name"),
    [
        ("Heading2", "heading 2"), ("Kop2", "heading 2"), ("berschrift2", "Überschrift 2"), ("x", "Kop 2"), ("Ttulo2", "Ttulo2"),
        ("a2", "heading 2,h2"), ("Heading2", "Chapter title"),
        ("2", "Заголовок 2"), ("x", "見出し 2"),
    ],
)  # fmt: skip
def test_a_built_in_heading_style_by_name_or_id_in_any_language(tmp_path: Path, style_id: str, name: str) -> None:
    heading = first(tmp_path, para("Plan", style=style_id), style(style_id, name)).heading
    assert heading
    assert (heading.level, heading.source, heading.confidence) == (2, HeadingSource.STYLE, Confidence.CERTAIN)


def test_a_heading_style_that_the_file_does_not_define_is_known_by_its_id(tmp_path: Path) -> None:
    heading = first(tmp_path, para("Plan", style="Heading3")).heading
    assert heading
    assert heading.level == 3


def test_a_style_based_on_a_heading_is_one(tmp_path: Path) -> None:
    heading = first(tmp_path, para("Plan", style="Mine"), style("Mine", "Mine", base="H") + style("H", "heading 1")).heading
    assert heading
    assert (heading.level, heading.source) == (1, HeadingSource.STYLE)


@pytest.mark.parametrize("where", ["style", "paragraph"])
def test_an_outline_level_makes_a_heading(tmp_path: Path, where: str) -> None:
    styles = style("Mine", "Kapitel", more=f"<w:pPr>{outline(1)}</w:pPr>") if where == "style" else ""
    heading = first(tmp_path, para("Plan", style="Mine", properties="" if styles else outline(1)), styles).heading
    assert heading
    assert (heading.level, heading.source) == (2, HeadingSource.OUTLINE_LEVEL)


@pytest.mark.parametrize(
    ("styles", "properties"),
    [
        (style("Mine", "Mine", base="H", more=f"<w:pPr>{outline(9)}</w:pPr>") + style("H", "heading 1"), ""),
        (style("Mine", "heading 1"), outline(9)),
        (style("Mine", "heading 1", more=f"<w:pPr>{outline(9)}</w:pPr>"), ""),
        (style("Mine", "Heading 1 Lorem ipsum"), ""),
        (style("Mine", "heading 0"), ""),
    ],
)
def test_body_text_by_its_outline_level_or_by_its_name_is_no_heading(tmp_path: Path, styles: str, properties: str) -> None:
    assert first(tmp_path, para("Plan", style="Mine", properties=properties), styles).heading is None


def test_a_title_is_no_heading_even_with_an_outline_level(tmp_path: Path) -> None:
    for name in ("Title", "Subtitle", "Titel", "Título"):
        found = first(tmp_path, para("My report", style="T", properties=outline(0)), style("T", name, more=f"<w:pPr>{outline(0)}</w:pPr>"))
        assert (found.kind, found.heading) == (ParagraphKind.TITLE, None)


def test_captions_by_style(tmp_path: Path) -> None:
    assert first(tmp_path, para("The hall", style="C"), style("C", "Beschriftung")).kind is ParagraphKind.CAPTION
    assert (
        first(tmp_path, para("The hall", style="I"), style("I", "Image Caption", base="C") + style("C", "caption")).kind
        is ParagraphKind.CAPTION
    )


def test_a_heading_in_a_table_or_without_text_is_none(tmp_path: Path) -> None:
    styles = style("H", "heading 1")
    body = table(row(cell(para("Cell", style="H")))) + para("", style="H") + para("Text.")
    assert [paragraph.heading for paragraph in read_docx(docx(tmp_path, body, styles=styles)).paragraphs()] == [None, None, None]


@pytest.mark.parametrize(
    ("name", "role", "level"),
    [
        ("toc 3", StyleRole.CONTENTS_ENTRY, 3), ("Inhopg 1", StyleRole.CONTENTS_ENTRY, 1), ("TOCHeading", StyleRole.CONTENTS_TITLE, 0),
        ("table of figures", StyleRole.LIST_OF_FIGURES, 0), ("Nagłówek 4", StyleRole.HEADING, 4), ("Légende", StyleRole.CAPTION, 0),
    ],
)  # fmt: skip
def test_roles_by_name(name: str, role: StyleRole, level: int) -> None:
    found = role_of(name)
    assert found
    assert (found.role, found.level) == (role, level)


def test_other_names_have_no_role() -> None:
    assert [role_of(name) for name in ("Normal", "Body Text 2", "Heading", "1", "")] == [None] * 5
