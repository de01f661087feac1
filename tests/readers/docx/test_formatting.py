"""Effective formatting, and where each value comes from."""

from pathlib import Path

import pytest

from docx_files import cell, docx, item, levels, para, row, run, style, table
from mastercheck.model.blocks import Paragraph
from mastercheck.model.formatting import LineRule, Origin, OriginKind, ParagraphFormat, TextFormat
from mastercheck.readers.docx import formats, read_docx, shapes
from mastercheck.readers.docx.formats import script_of
from mastercheck.readers.docx.layers import COMPLEX, EAST_ASIAN, HIGH, LATIN

THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:cs typeface="Tahoma"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""
DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"
ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'


def paragraphs(folder: Path, body: str, **parts: str) -> list[Paragraph]:
    return list(read_docx(docx(folder, body, **parts)).paragraphs())


def text_format(folder: Path, body: str, **parts: str) -> TextFormat:
    return paragraphs(folder, body, **parts)[0].runs[0].format


def paragraph_format(folder: Path, body: str, **parts: str) -> ParagraphFormat:
    return paragraphs(folder, body, **parts)[0].format


def test_without_any_formatting_word_takes_times_new_roman_10(tmp_path: Path) -> None:
    found = text_format(tmp_path, para("a"))
    assert (found.font, found.size) == ("Times New Roman", 10.0)
    assert found.font_origin == found.size_origin == Origin(OriginKind.APPLICATION)


def test_the_document_defaults_and_the_theme_apply_to_plain_text(tmp_path: Path) -> None:
    defaults = DEFAULTS.format('<w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/>', "")
    found = text_format(tmp_path, para("a"), styles=defaults, theme=THEME)
    assert (found.font, found.size) == ("Calibri", 11.0)
    assert found.font_origin == Origin(OriginKind.DEFAULTS, theme=True)


def test_a_reference_to_a_theme_that_is_missing_leaves_the_font_unknown(tmp_path: Path) -> None:
    assert text_format(tmp_path, para(run("a", '<w:rFonts w:asciiTheme="minorHAnsi"/>'))).font is None


def test_the_style_that_sets_a_value_is_named_though_it_is_a_base(tmp_path: Path) -> None:
    styles = style("Normal", "Normal", default=True, more=f"<w:rPr>{ARIAL}<w:sz w:val='20'/></w:rPr>")
    styles += style("Body", "Body Text", base="Normal", more="<w:rPr><w:sz w:val='24'/></w:rPr>")
    found = text_format(tmp_path, para("a", style="Body"), styles=styles)
    assert (found.font, found.font_origin) == ("Arial", Origin(OriginKind.PARAGRAPH_STYLE, "Normal"))
    assert (found.size, found.size_origin) == (12.0, Origin(OriginKind.PARAGRAPH_STYLE, "Body Text"))
    assert text_format(tmp_path, para("a"), styles=styles).size == 10.0


def test_direct_formatting_wins_over_character_style_over_paragraph_style(tmp_path: Path) -> None:
    styles = style("P", "P", more="<w:rPr><w:sz w:val='20'/></w:rPr>") + style(
        "C", "C", kind="character", more="<w:rPr><w:sz w:val='30'/></w:rPr>"
    )
    body = para(run("a", '<w:rStyle w:val="C"/><w:sz w:val="40"/>') + run("b", '<w:rStyle w:val="C"/>') + run("c"), style="P")
    found = [(one.format.size, one.format.size_origin) for one in paragraphs(tmp_path, body, styles=styles)[0].runs]
    assert found == [
        (20.0, Origin(OriginKind.DIRECT)),
        (15.0, Origin(OriginKind.CHARACTER_STYLE, "C")),
        (10.0, Origin(OriginKind.PARAGRAPH_STYLE, "P")),
    ]


def test_bold_in_two_styles_switches_itself_off_and_direct_formatting_decides(tmp_path: Path) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    styles = style("P", "P", more=bold) + style("C", "C", kind="character", more=bold)
    body = para(run("a") + run("b", '<w:rStyle w:val="C"/>') + run("c", '<w:b w:val="1"/>') + run("d", '<w:b w:val="off"/>'), style="P")
    found = {letter: one.format.bold for one in paragraphs(tmp_path, body, styles=styles)[0].runs for letter in one.text}
    assert found == {"a": True, "b": False, "c": True, "d": False}


def test_bold_of_the_defaults_is_not_switched_off_by_a_style(tmp_path: Path) -> None:
    styles = DEFAULTS.format("<w:b/>", "") + style("P", "P", more="<w:rPr><w:b/></w:rPr>")
    assert text_format(tmp_path, para("a", style="P"), styles=styles).bold


def test_marks_of_a_run(tmp_path: Path) -> None:
    marks = '<w:i/><w:caps/><w:highlight w:val="yellow"/><w:vertAlign w:val="superscript"/>'
    found = text_format(tmp_path, para(run("a", marks)))
    assert (found.italic, found.caps, found.highlight, found.vertical) == (True, True, True, "superscript")
    plain = text_format(tmp_path, para(run("a", '<w:highlight w:val="none"/><w:vertAlign w:val="baseline"/>')))
    assert (plain.highlight, plain.vertical) == (False, None)


def test_equal_formats_are_one_object_and_runs_of_one_format_are_one_run(tmp_path: Path) -> None:
    first, second = paragraphs(tmp_path, para(run("a", ARIAL) + run("b", ARIAL)) + para(run("c", ARIAL), style="Other"))
    assert [one.text for one in first.runs] == ["ab"]
    assert first.runs[0].format is second.runs[0].format


def test_a_document_of_countless_formats_is_read_without_remembering_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "_MOST_KEPT", 1)
    monkeypatch.setattr(shapes, "_MOST_KEPT", 1)
    body = "".join(para(run("a", f'<w:sz w:val="{size}"/>'), properties=f'<w:spacing w:before="{size}"/>') for size in (20, 40, 60))
    found = paragraphs(tmp_path, body)
    assert [(one.runs[0].format.size, one.format.space_before) for one in found] == [(10.0, 1.0), (20.0, 2.0), (30.0, 3.0)]


def test_letters_choose_among_the_fonts_of_a_run(tmp_path: Path) -> None:
    fonts = '<w:rFonts w:ascii="Latin" w:hAnsi="High" w:eastAsia="East" w:cs="Complex"/><w:sz w:val="20"/><w:szCs w:val="30"/>'
    found = [text_format(tmp_path, para(run(letters, fonts))) for letters in ("abc", "żół", "漢字", "שלום")]
    assert [(one.font, one.size) for one in found] == [("Latin", 10.0), ("High", 10.0), ("East", 10.0), ("Complex", 15.0)]
    assert text_format(tmp_path, para(run("abc", f"{fonts}<w:rtl/>"))).font == "Complex"
    assert text_format(tmp_path, para(run("漢字", ARIAL))).font == "Arial"


@pytest.mark.parametrize(("letters", "script"), [("", LATIN), ("it’s", LATIN), ("é", HIGH), ("語", EAST_ASIAN), ("ع", COMPLEX)])  # noqa: RUF001
def test_script_of_letters(letters: str, script: int) -> None:
    assert script_of(letters) == script


def test_a_symbol_has_the_font_that_it_names(tmp_path: Path) -> None:
    assert text_format(tmp_path, para(run('<w:sym w:font="Wingdings" w:char="F0FC"/>', ARIAL))).font == "Wingdings"


def test_a_table_style_reaches_the_text_in_its_cells(tmp_path: Path) -> None:
    styles = style("T", "Grid", kind="table", more='<w:pPr><w:spacing w:line="360"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr>')
    body = table(row(cell("a")), properties='<w:tblStyle w:val="T"/>')
    (paragraph,) = paragraphs(tmp_path, body, styles=styles)
    assert paragraph.runs[0].format.size_origin == Origin(OriginKind.TABLE_STYLE, "Grid")
    assert paragraph.format.line_spacing.origin == Origin(OriginKind.TABLE_STYLE, "Grid")


def test_styles_based_on_each_other_in_a_circle_and_missing_ones_do_no_harm(tmp_path: Path) -> None:
    styles = style("A", "A", base="B") + style("B", "B", base="A", more=f"<w:rPr>{ARIAL}</w:rPr>")
    assert text_format(tmp_path, para("a", style="A"), styles=styles).font == "Arial"
    assert paragraph_format(tmp_path, para("a", style="Nowhere")).style == "Nowhere"


@pytest.mark.parametrize(
    ("spacing", "value", "rule"),
    [
        ('w:line="240"', 1.0, LineRule.MULTIPLE),
        ('w:line="360" w:lineRule="auto"', 1.5, LineRule.MULTIPLE),
        ('w:line="240" w:lineRule="exact"', 12.0, LineRule.EXACT),
        ('w:line="300" w:lineRule="atLeast"', 15.0, LineRule.AT_LEAST),
        ('w:line="-20"', 1.0, LineRule.MULTIPLE),
        ("", 1.0, LineRule.MULTIPLE),
    ],
)
def test_line_spacing(tmp_path: Path, spacing: str, value: float, rule: LineRule) -> None:
    found = paragraph_format(tmp_path, para("a", properties=f"<w:spacing {spacing}/>")).line_spacing
    assert (found.value, found.rule) == (value, rule)
    assert found.origin


def test_lengths_of_a_paragraph(tmp_path: Path) -> None:
    properties = (
        '<w:jc w:val="both"/><w:spacing w:before="120" w:after="1.5pt"/><w:ind w:left="720" w:right="20" w:hanging="360"/>'
        '<w:contextualSpacing/><w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:widowControl w:val="0"/>'
    )
    found = paragraph_format(tmp_path, para("a", properties=properties))
    assert (found.alignment, found.space_before, found.space_after) == ("justify", 6.0, 1.5)
    assert (found.indent_left, found.indent_right, found.indent_first) == (36.0, 1.0, -18.0)
    assert found.contextual_spacing
    assert found.keep_with_next
    assert found.keep_lines
    assert found.page_break_before
    assert not found.widow_control


def test_spacing_of_web_pages_and_indents_by_their_newer_names(tmp_path: Path) -> None:
    found = paragraph_format(
        tmp_path, para("a", properties='<w:spacing w:beforeAutospacing="1"/><w:ind w:start="20" w:end="40" w:firstLine="60"/>')
    )
    assert (found.space_before, found.indent_left, found.indent_right, found.indent_first) == (14.0, 1.0, 2.0, 3.0)


def test_tab_stops_are_set_and_cleared_from_layer_to_layer(tmp_path: Path) -> None:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="200"/><w:tab w:val="left" w:pos="400"/></w:tabs>'
    own = '<w:tabs><w:tab w:val="clear" w:pos="200"/><w:tab w:val="right" w:pos="600"/><w:tab w:val="left" w:pos="far"/></w:tabs>'
    styles = style("P", "P", more=f"<w:pPr>{tabs}</w:pPr>")
    assert paragraph_format(tmp_path, para("a", style="P", properties=own), styles=styles).tabs == (20.0, 30.0)


def test_a_list_gives_its_indents_unless_the_paragraph_has_its_own(tmp_path: Path) -> None:
    numbering = levels("%1.").replace("</w:lvl>", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>')
    styles = style("L", "L", more='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = para("a", properties=item()) + para("b", style="L") + para("c", properties=item() + '<w:ind w:left="100"/>')
    assert [one.format.indent_left for one in paragraphs(tmp_path, body, numbering=numbering, styles=styles)] == [36.0, 36.0, 5.0]
