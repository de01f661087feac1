"""What the layout of pages needs of a DOCX besides its text."""

from pathlib import Path

import pytest

from docx_files import cell, docx, levels, para, row, run, style, table
from mastercheck.model.blocks import Paragraph, Table
from mastercheck.model.document import Document
from mastercheck.model.formatting import LayoutSettings
from mastercheck.readers.docx import read_docx

W10 = 'xmlns:w10="urn:schemas-microsoft-com:office:word"'


def read(folder: Path, body: str, **parts: str) -> Document:
    return read_docx(docx(folder, body, **parts))


def first(document: Document) -> Paragraph:
    return next(document.paragraphs())


def table_of(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_the_mark_of_a_paragraph_has_a_format_of_its_own(tmp_path: Path) -> None:
    made = first(read(tmp_path, para("a", properties='<w:rPr><w:sz w:val="40"/></w:rPr>')))
    assert made.mark
    assert (made.mark.size, made.runs[0].format.size) == (20.0, 10.0)


def test_a_label_has_the_format_of_its_level_over_that_of_the_mark(tmp_path: Path) -> None:
    numbering = levels("%1.").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Symbol"/><w:b/><w:sz w:val="30"/></w:rPr></w:lvl>')
    document = read(tmp_path, para("a", properties='<w:numPr><w:numId w:val="1"/></w:numPr>') + para("b"), numbering=numbering)
    label = first(document).label_format
    assert label
    assert (label.font, label.size, label.bold) == ("Symbol", 15.0, True)
    assert [paragraph.label_format for paragraph in document.paragraphs()][1] is None


def test_letters_stand_apart_and_small_capitals_are_small(tmp_path: Path) -> None:
    form = first(read(tmp_path, para(run("a", '<w:spacing w:val="30"/><w:smallCaps/>')))).runs[0].format
    assert (form.spacing, form.small_caps) == (1.5, True)


def test_borders_of_a_paragraph_take_height(tmp_path: Path) -> None:
    edges = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="4"/><w:bottom w:val="nil" w:sz="8" w:space="4"/></w:pBdr>'
    form = first(read(tmp_path, para("a", properties=edges))).format
    assert (form.border_above, form.border_below) == (5.0, 0.0)


def test_stops_that_text_ends_at_are_told_apart(tmp_path: Path) -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="200"/><w:tab w:val="right" w:pos="600"/><w:tab w:val="bar" w:pos="400"/></w:tabs>'
    form = first(read(tmp_path, para("a", properties=stops))).format
    assert (form.tabs, form.right_tabs) == ((10.0, 30.0), (30.0,))


@pytest.mark.parametrize(
    ("attributes", "before", "automatic"),
    [
        ('w:before="100" w:beforeAutospacing="1"', 14.0, True),
        ('w:before="100" w:beforeAutospacing="0"', 5.0, False),
        ('w:before="100"', 14.0, True),
    ],
)
def test_automatic_spaces_are_told_apart(tmp_path: Path, attributes: str, before: float, automatic: bool) -> None:  # noqa: FBT001 - a column of the table
    styles = style("Web", "Web", more='<w:pPr><w:spacing w:before="200" w:beforeAutospacing="1"/></w:pPr>')
    form = first(read(tmp_path, para("a", style="Web", properties=f"<w:spacing {attributes}/>"), styles=styles)).format
    assert (form.space_before, form.auto_before, form.auto_after) == (before, automatic, False)


def test_a_style_without_an_id_holds_for_nothing(tmp_path: Path) -> None:
    nameless = '<w:style><w:name w:val="x"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    assert first(read(tmp_path, para("a"), styles=nameless)).runs[0].format.size == 10.0


def test_rows_say_how_high_they_are_and_whether_they_may_be_divided(tmp_path: Path) -> None:
    rows = (
        row(cell("a"), properties='<w:tblHeader/><w:trHeight w:val="400"/>'),
        row(cell("b"), properties='<w:cantSplit/><w:trHeight w:val="600" w:hRule="exact"/>'),
        row(cell("c")),
    )
    made = table_of(read(tmp_path, table(*rows)))
    assert (made.row_heights, made.repeated_rows) == ((20.0, 30.0, 0.0), 1)
    assert (made.exact_rows, made.whole_rows) == (frozenset({1}), frozenset({1}))


def test_margins_of_cells_come_from_cell_table_and_style(tmp_path: Path) -> None:
    styles = style(
        "T",
        "T",
        kind="table",
        more='<w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="8"/></w:tblBorders>'
        '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    )
    own = '<w:tcW w:w="1000" w:type="dxa"/><w:tcMar><w:start w:w="100" w:type="dxa"/><w:bottom w:w="5" w:type="pct"/></w:tcMar>'
    properties = '<w:tblStyle w:val="T"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/></w:tblCellMar>'
    made = table_of(read(tmp_path, table(row(cell("a", own), cell("b")), properties=properties), styles=styles))
    assert made.cell_margins == (1.0, 5.4, 0.0, 3.0)
    assert (made.rows[0][0].margins, made.rows[0][1].margins) == ((1.0, 5.4, 0.0, 5.0), None)
    assert (made.rows[0][0].width, made.rows[0][1].width) == (50.0, None)
    assert made.border == 1.0


def test_a_table_without_lines_has_none(tmp_path: Path) -> None:
    nothing = '<w:tblBorders><w:insideH w:val="nil"/></w:tblBorders>'
    made = table_of(read(tmp_path, table(row(cell("a", '<w:tcW w:w="50" w:type="pct"/>')), properties=nothing)))
    assert (made.border, made.floats, made.rows[0][0].width) == (0.0, False, None)


def test_a_table_may_float(tmp_path: Path) -> None:
    assert table_of(read(tmp_path, table(row(cell("a")), properties='<w:tblpPr w:leftFromText="1"/>'))).floats


def test_settings_hold_for_the_whole_layout(tmp_path: Path) -> None:
    settings = (
        '<w:defaultTabStop w:val="400"/><w:compat><w:doNotUseHTMLParagraphAutoSpacing/>'
        '<w:compatSetting w:name="other" w:val="1"/><w:compatSetting w:name="compatibilityMode" w:val="14"/></w:compat>'
    )
    assert read(tmp_path, para("a"), settings=settings).layout == LayoutSettings(default_tab=20.0, compatibility=14, adds_spaces=True)
    assert read(tmp_path, para("a"), settings='<w:defaultTabStop w:val="0"/>').layout == LayoutSettings(compatibility=12)
    assert read(tmp_path, para("a")).layout == LayoutSettings(compatibility=12)


def test_headers_and_footers_belong_to_their_sections(tmp_path: Path) -> None:
    references = '<w:headerReference w:type="default" r:id="header"/><w:headerReference w:type="first" r:id="footer"/>'
    titled = f"<w:sectPr>{references}<w:titlePg/></w:sectPr>"
    body = para("a", properties=titled) + para("b") + '<w:sectPr><w:footerReference w:type="default" r:id="absent"/></w:sectPr>'
    document = read(tmp_path, body, header=para("top"), footer=para("first"))
    apart, after = document.page_furniture

    def texts(blocks: tuple[object, ...]) -> list[str]:
        return [block.text for block in blocks if isinstance(block, Paragraph)]

    assert (texts(apart.header), texts(apart.first_header), apart.footer) == (["top"], ["first"], ())
    assert (texts(after.header), after.first_header, after.footer) == (["top"], (), ())
    assert [setup.first_page_apart for setup in document.page_setups] == [True, False]


@pytest.mark.parametrize(
    ("wrap", "wraps", "beside"),
    [("wrapSquare", True, True), ("wrapTight", True, True), ("wrapNone", True, False), ("wrapTopAndBottom", False, False)],
)
def test_text_flows_round_a_drawing_as_it_says(tmp_path: Path, wrap: str, wraps: bool, beside: bool) -> None:  # noqa: FBT001 - columns of the table
    place = '<wp:positionV relativeFrom="paragraph"><wp:posOffset>127000</wp:posOffset></wp:positionV>'
    frame = f'<wp:anchor>{place}<wp:extent cx="1270000" cy="635000"/><wp:{wrap}/></wp:anchor>'
    (picture,) = first(read(tmp_path, para(run(f"<w:drawing>{frame}</w:drawing><w:t>a</w:t>")))).pictures
    assert (picture.width, picture.height, picture.inline) == (100.0, 50.0, False)
    assert (picture.wraps, picture.beside, picture.top) == (wraps, beside, 10.0)


@pytest.mark.parametrize(
    "place",
    ["", '<wp:positionV relativeFrom="page"><wp:posOffset>127000</wp:posOffset></wp:positionV>', '<wp:positionV relativeFrom="line"/>'],
)
def test_a_drawing_placed_otherwise_begins_with_its_paragraph(tmp_path: Path, place: str) -> None:
    frame = f'<wp:anchor>{place}<wp:extent cx="1270000" cy="635000"/><wp:wrapSquare/></wp:anchor>'
    (picture,) = first(read(tmp_path, para(run(f"<w:drawing>{frame}</w:drawing><w:t>a</w:t>")))).pictures
    assert picture.top == 0.0


@pytest.mark.parametrize(
    ("kind", "wraps", "beside"), [("square", True, True), ("topAndBottom", False, False), ("none", True, False), (None, True, False)]
)
def test_text_flows_round_an_old_drawing_as_it_says(tmp_path: Path, kind: str | None, wraps: bool, beside: bool) -> None:  # noqa: FBT001 - columns of the table
    wrap = f'<w10:wrap {W10} type="{kind}"/>' if kind else ""
    shape = f'<v:shape style="position:absolute;margin-top:12pt;width:100pt;height:50pt">{wrap}</v:shape>'
    (picture,) = first(read(tmp_path, para(run(f"<w:pict>{shape}</w:pict><w:t>a</w:t>")))).pictures
    assert (picture.wraps, picture.beside, picture.top) == (wraps, beside, 12.0)
