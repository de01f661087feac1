"""Tables, notes, text boxes, pictures, comments, headers and footers, metadata and page geometry."""

from pathlib import Path

import pytest

from docx_files import DECLARED, PACKAGE, cell, docx, field, para, row, run, style, table
from mastercheck.errors import LimitError
from mastercheck.model.blocks import Block, Note, NoteKind, Paragraph, Revision, Table, TextBox, Zone
from mastercheck.model.document import Document
from mastercheck.readers.docx import read_docx, walk


def read(folder: Path, body: str, **parts: str) -> Document:
    return read_docx(docx(folder, body, **parts))


def only_table(folder: Path, body: str, **parts: str) -> Table:
    (found,) = (block for block in read(folder, body, **parts).blocks if isinstance(block, Table))
    return found


def grid(found: Table) -> list[list[tuple[str, int, int, int]]]:
    return [[(one.text, one.column, one.columns, one.rows) for one in line] for line in found.rows]


def test_merged_cells_occur_once(tmp_path: Path) -> None:
    restart, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = table(
        row(cell("tall", restart), cell("b"), cell("c")),
        row(cell("", goes_on), cell("wide", wide)),
        row(cell("", goes_on), cell("e"), cell("f")),
        row(cell("g"), cell("h"), cell("i")),
    )
    assert grid(only_table(tmp_path, body)) == [
        [("tall", 0, 1, 3), ("b", 1, 1, 1), ("c", 2, 1, 1)],
        [("wide", 1, 2, 1)],
        [("e", 1, 1, 1), ("f", 2, 1, 1)],
        [("g", 0, 1, 1), ("h", 1, 1, 1), ("i", 2, 1, 1)],
    ]


def test_old_horizontal_merges_and_skipped_columns(tmp_path: Path) -> None:
    first = row(cell("a"), cell("b", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>'))
    second = row(cell("c"), properties='<w:gridBefore w:val="2"/>')
    third = row(cell("d", "<w:vMerge/>"))
    assert grid(only_table(tmp_path, table(first, second, third))) == [
        [("a", 0, 1, 1), ("b", 1, 2, 1)],
        [("c", 2, 1, 1)],
        [("d", 0, 1, 1)],
    ]


def test_tables_in_tables_and_content_controls_around_rows_and_cells(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    content = para("outer") + table(row(cell("inner"))) + para()
    body = table(control.format(row(control.format(cell(content)))))
    assert only_table(tmp_path, body).rows[0][0].text == "outer\ninner\n"


def test_deleted_and_inserted_rows(tmp_path: Path) -> None:
    body = table(row(cell("a")), row(cell("b"), properties="<w:ins/>"), row(cell("c"), properties="<w:del/>"))
    runs = [one for paragraph in read(tmp_path, body).paragraphs() for one in paragraph.runs]
    assert [one.revision for one in runs] == [None, Revision.INSERTED, Revision.DELETED]


BOLD = "<w:b/>"
APART = style("T", "T", kind="table", more='<w:tblStylePr w:type="firstRow"/>')


@pytest.mark.parametrize(
    ("first", "properties", "rows"),
    [
        (row(cell("a"), properties="<w:tblHeader/>"), "", 1),
        (row(cell("a"), properties='<w:tblHeader w:val="false"/>'), "", 0),
        (row(cell(para(run("a", BOLD))), cell(para())), "", 1),
        (row(cell(para(run("a", BOLD))), cell("b")), "", 0),
        (row(cell(para())), "", 0),
        (row(cell("a")), '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>', 1),
        (row(cell("a")), '<w:tblStyle w:val="T"/><w:tblLook w:val="0020"/>', 1),
        (row(cell("a")), '<w:tblStyle w:val="T"/><w:tblLook w:val="none"/>', 0),
        (row(cell("a")), '<w:tblStyle w:val="T"/><w:tblLook w:firstRow="0" w:val="0020"/>', 0),
        (row(cell("a")), '<w:tblStyle w:val="T"/>', 0),
        (row(cell("a")), '<w:tblLook w:firstRow="1"/>', 0),
    ],
)
def test_header_rows(tmp_path: Path, first: str, properties: str, rows: int) -> None:
    assert only_table(tmp_path, table(first, row(cell("z")), properties=properties), styles=APART).header_rows == rows


def test_a_single_bold_row_is_no_header_and_a_table_without_rows_is_none(tmp_path: Path) -> None:
    document = read(tmp_path, table(row(cell(para(run("a", BOLD))))) + table() + para("z"))
    assert [block.header_rows for block in document.blocks if isinstance(block, Table)] == [0]


def test_widths_and_heights(tmp_path: Path) -> None:
    body = table(row(cell("a"), properties='<w:trHeight w:val="400"/>'), row(cell("b")), grid='<w:gridCol w:w="1000"/><w:gridCol/>')
    found = only_table(tmp_path, body)
    assert (found.widths, found.row_heights) == ((50.0, 0.0), (20.0, 0.0))


NOTES = "".join(
    (
        f'<w:footnote w:id="0" w:type="separator">{para("---")}</w:footnote>',
        f'<w:footnote w:id="2">{para(run("<w:footnoteRef/>") + run(" First note."))}</w:footnote>',
        f'<w:footnote w:id="3">{para("Second note.")}</w:footnote>',
    )
)


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


def test_notes_stand_after_the_block_that_refers_to_them_in_the_order_of_the_text(tmp_path: Path) -> None:
    body = para(run("A") + run('<w:footnoteReference w:id="3"/>')) + para(
        run("B") + run('<w:footnoteReference w:id="2"/>') + run('<w:endnoteReference w:id="5"/>')
    )
    document = read(tmp_path, body, footnotes=NOTES, endnotes=f'<w:endnote w:id="5">{para("At the end.")}</w:endnote>')
    assert kinds(document.blocks) == ["Paragraph", "Note", "Paragraph", "Note", "Note"]
    notes = [block for block in document.blocks if isinstance(block, Note)]
    assert [(note.kind, note.label) for note in notes] == [(NoteKind.FOOTNOTE, "1"), (NoteKind.FOOTNOTE, "2"), (NoteKind.ENDNOTE, "1")]
    assert [paragraph.text for note in notes for paragraph in note.blocks if isinstance(paragraph, Paragraph)] == [
        "Second note.",
        " First note.",
        "At the end.",
    ]
    assert [paragraph.zone for paragraph in document.paragraphs()][1] is Zone.FOOTNOTES


def test_a_note_is_read_once_and_only_where_something_refers_to_it(tmp_path: Path) -> None:
    twice = run('<w:footnoteReference w:id="2"/>') * 2 + run('<w:footnoteReference w:id="99"/>') + run('<w:footnoteReference w:id="0"/>')
    document = read(tmp_path, para(run("A") + twice), footnotes=NOTES)
    assert kinds(document.blocks) == ["Paragraph", "Note"]


def test_a_note_with_a_mark_of_its_own_and_one_in_a_cell(tmp_path: Path) -> None:
    marked = run('<w:footnoteReference w:id="2" w:customMarkFollows="1"/>') + run("†")
    document = read(tmp_path, table(row(cell(para(run("A") + marked)))), footnotes=NOTES)
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    assert kinds(found.rows[0][0].blocks) == ["Paragraph", "Note"]
    assert found.rows[0][0].blocks[1].label == "*"  # type: ignore[union-attr]  # the line above shows that it is a note


def test_the_note_of_a_deleted_mark_is_deleted(tmp_path: Path) -> None:
    body = para(run("A") + "<w:del>" + run('<w:footnoteReference w:id="2"/>') + "</w:del>")
    runs = [one for paragraph in read(tmp_path, body, footnotes=NOTES).paragraphs() for one in paragraph.runs]
    assert [one.revision for one in runs] == [None, Revision.DELETED]


def box(content: str) -> str:
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    frame = f"<wp:extent cx='1270000' cy='635000'/><wp:wrapSquare/><a:graphic><wps:txbx>{inner}</wps:txbx></a:graphic>"
    shape = f"<w:drawing><wp:anchor>{frame}</wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape style='width:100pt;height:50pt'><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    return run(f"<mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>")


def test_a_text_box_is_read_once_after_the_paragraph_that_it_is_anchored_in(tmp_path: Path) -> None:
    document = read(tmp_path, para(run("A") + box(para("In the box") + para(box(para("Box in a box"))))) + para("B"))
    assert kinds(document.blocks) == ["Paragraph", "TextBox", "Paragraph"]
    assert [(one.text, one.zone) for one in document.paragraphs()] == [
        ("A", Zone.BODY), ("In the box", Zone.TEXT_BOXES), ("", Zone.TEXT_BOXES), ("Box in a box", Zone.TEXT_BOXES), ("B", Zone.BODY),
    ]  # fmt: skip
    assert isinstance(document.blocks[1], TextBox)


def test_text_boxes_of_old_drawings_and_of_groups_with_alternatives(tmp_path: Path) -> None:
    inner = "<w:txbxContent>{}</w:txbxContent>"
    old = run(f"<w:pict><v:group><v:shape><v:textbox>{inner.format(para('one'))}</v:textbox></v:shape></v:group></w:pict>")
    both = f"<mc:Choice>{inner.format(para('two'))}</mc:Choice><mc:Fallback>{inner.format(para('no'))}</mc:Fallback>"
    choice = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    group = run(f"<w:drawing><wp:inline>{choice}<mc:AlternateContent/></wp:inline></w:drawing>")
    assert [one.text for one in read(tmp_path, para(run("A") + old + group)).paragraphs()] == ["A", "one", "two"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:drawing><wp:inline><wp:extent cx='1270000' cy='635000'/></wp:inline></w:drawing>", [(100, 50, True, False)]),
        ("<w:drawing><wp:anchor><wp:extent cx='12700' cy='12700'/><wp:wrapTopAndBottom/></wp:anchor></w:drawing>", [(1, 1, False, False)]),
        ("<w:drawing><wp:anchor><wp:extent cx='12700' cy='12700'/><wp:wrapNone/></wp:anchor></w:drawing>", [(1, 1, False, True)]),
        ("<w:drawing><wp:inline><wp:extent cx='-1' cy='5'/></wp:inline><wp:inline/></w:drawing>", []),
        ("<w:pict><v:shapetype/><v:shape style='position:absolute;width:2in;height:36pt'/></w:pict>", [(144, 36, False, True)]),
        ("<w:object><v:shape style='width:100px;height:40'/></w:object>", [(75, 30, True, False)]),
        ("<w:pict><v:shape style='width:wide'/></w:pict>", []),
        ("<w:drawing><wp:other/></w:drawing>", []),
    ],
)
def test_pictures(tmp_path: Path, content: str, expected: list[tuple[float, float, bool, bool]]) -> None:
    paragraph = next(read(tmp_path, para(run("A") + run(content))).paragraphs())
    assert [(one.width, one.height, one.inline, one.wraps) for one in paragraph.pictures] == expected


def test_a_deleted_picture_takes_no_space(tmp_path: Path) -> None:
    picture = run("<w:drawing><wp:inline><wp:extent cx='12700' cy='12700'/></wp:inline></w:drawing>")
    assert next(read(tmp_path, para(run("A") + f"<w:del>{picture}</w:del>")).paragraphs()).pictures == ()


def test_comments_know_the_paragraph_and_the_heading_that_they_are_under(tmp_path: Path) -> None:
    body = para("Plan", style="Heading1") + para(
        '<w:commentRangeStart w:id="4"/>' + run("We start in May.") + run('<w:commentReference w:id="4"/>')
    )
    comments = (
        f'<w:comment w:id="4" w:author="Tutor">{para("Which")}{para("year?")}</w:comment><w:comment w:id="5">{para("Nowhere")}</w:comment>'
    )
    first, second = read(tmp_path, body, comments=comments).comments
    assert (first.author, first.text, first.location.paragraph) == ("Tutor", "Which\nyear?", 2)
    assert (first.location.heading_path, first.location.quote) == (("Plan",), "We start in May.")
    assert (second.text, second.location.paragraph) == ("Nowhere", None)


def sect(content: str = "") -> str:
    return f"<w:sectPr>{content}</w:sectPr>"


HEADED = '<w:headerReference w:type="{}" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'


@pytest.mark.parametrize(
    ("kind", "more", "settings", "expected"),
    [
        ("default", "", "", ["My report", "Page 3"]),
        ("first", "", "", ["Page 3"]),
        ("first", "<w:titlePg/>", "", ["My report", "Page 3"]),
        ("even", "", "", ["Page 3"]),
        ("even", "", "<w:evenAndOddHeaders/>", ["My report", "Page 3"]),
    ],
)
def test_headers_and_footers_that_are_shown_are_furniture_once(
    tmp_path: Path, kind: str, more: str, settings: str, expected: list[str]
) -> None:
    section = sect(HEADED.format(kind) + more)
    body = para("A", properties=section) + para("B") + section
    footer = para(run("Page ") + field("PAGE", run("3"))) + para() + para("Page  3")
    document = read(tmp_path, body, header=table(row(cell("My report"))), footer=footer, settings=settings)
    assert [one.text for one in document.furniture] == expected
    assert {(one.number, one.zone) for one in document.furniture} == {(0, Zone.HEADERS_FOOTERS)}


def test_references_to_missing_headers_do_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, para("A") + sect(HEADED.format("default"))).furniture == ()


CORE = f"""<c:coreProperties xmlns:c="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">
<dc:title> Report </dc:title><dc:creator>Ada</dc:creator><t:created>2024-01-02T03:04:05Z</t:created></c:coreProperties>"""
APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{}</Properties>'


def app(words: str, characters: str, with_spaces: str) -> str:
    figures = f"<Words>{words}</Words><Characters>{characters}</Characters><CharactersWithSpaces>{with_spaces}</CharactersWithSpaces>"
    return APP.format(f"<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion><Pages>2</Pages>{figures}")


def test_metadata_and_stored_statistics(tmp_path: Path) -> None:
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    body = para(run("<w:t>A</w:t><w:lastRenderedPageBreak/><w:t>B</w:t>"))
    found = read(tmp_path, body, core=CORE, app=app("1000", "5700", "6686"), styles=styles).metadata
    assert (found.title, found.author, found.created, found.language) == ("Report", "Ada", "2024-01-02T03:04:05Z", "en-GB")
    assert found.application == "Microsoft Office Word 16.0000"
    assert found.stored
    assert (found.stored.pages, found.stored.words, found.stored.characters, found.stored.characters_with_spaces) == (2, 1000, 5700, 6686)
    assert (found.stored.estimated, found.stored.rendered_breaks) == (True, 1)


@pytest.mark.parametrize(
    ("words", "characters", "with_spaces"), [("1000", "5000", "5999"), ("1000", "5700", "6000"), ("many", "5700", "6686"), ("0", "0", "0")]
)
def test_words_that_somebody_counted_are_no_estimate(tmp_path: Path, words: str, characters: str, with_spaces: str) -> None:
    stored = read(tmp_path, para("A"), app=app(words, characters, with_spaces)).metadata.stored
    assert stored
    assert not stored.estimated


def test_a_damaged_properties_part_is_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, para("A"), core="<nonsense", app=APP.format("<Words/>")).metadata
    assert (found.title, found.stored and found.stored.words) == ("", None)


def test_page_geometry_of_each_section(tmp_path: Path) -> None:
    first = sect(
        '<w:type w:val="continuous"/><w:pgSz w:w="12240" w:h="15840"/>'
        '<w:cols w:num="2" w:space="400"/><w:docGrid w:type="lines" w:linePitch="360"/>'
        '<w:pgMar w:top="-1440" w:bottom="720" w:left="1000" w:right="1000" w:gutter="200" w:header="300" w:footer="400"/>'
    )
    document = read(tmp_path, para("A") + para("B", properties=first) + para("C") + sect('<w:docGrid w:linePitch="360"/>'))
    one, two = document.page_setups
    assert (one.first_paragraph, one.starts, one.width, one.height, one.columns, one.column_gap) == (1, "continuous", 612, 792, 2, 20)
    assert (one.margin_top, one.margin_bottom, one.margin_left, one.margin_right) == (72, 36, 60, 50)
    assert (one.header_distance, one.footer_distance, one.line_pitch) == (15, 20, 18)
    assert (two.first_paragraph, two.starts, two.columns, two.line_pitch) == (3, "nextPage", 1, None)


def test_a_document_without_sections_has_no_page_geometry(tmp_path: Path) -> None:
    assert read(tmp_path, para("A")).page_setups == ()


def test_tables_nested_too_deep_are_refused(tmp_path: Path) -> None:
    body = para("A")
    for _ in range(walk.DEEPEST + 1):
        body = table(row(cell(body + para())))
    with pytest.raises(LimitError, match="nested"):
        read(tmp_path, body)


def test_more_paragraphs_than_any_document_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_PARAGRAPHS", 3)
    with pytest.raises(LimitError, match="more than 3 paragraphs"):
        read(tmp_path, para("A") * 4)


def test_the_strict_variant_is_read_like_the_other(tmp_path: Path) -> None:
    strict = f"<w:document {DECLARED}><w:body>{para(run('A', '<w:b/>'))}</w:body></w:document>"
    strict = strict.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    related = f'<Relationship Id="a" Type="{kind}" Target="main/d.xml"/>'
    relationships = f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
    path = docx(tmp_path, "", files={"main/d.xml": strict, "_rels/.rels": relationships})
    (paragraph,) = read_docx(path).paragraphs()
    assert (paragraph.text, paragraph.runs[0].format.bold) == ("A", True)
