"""Which w:p each paragraph belongs to: the numbers of a document's paragraphs lead back into its file."""

from pathlib import Path

import pytest
from lxml import etree

from docx_files import cell, docx, para, row, run, table
from mastercheck.readers.docx import read_docx
from mastercheck.readers.docx.names import W
from mastercheck.readers.docx.package import Package
from mastercheck.readers.docx.reader import read_anchors

BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
DELETED_MARK = "<w:rPr><w:del w:id='1'/></w:rPr>"
EQUATION = "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>"


def led_back(path: Path) -> list[tuple[str, str]]:
    """The text of each paragraph with that of the w:p that it belongs to."""
    with Package(path) as package:
        root = package.parse(package.main_part())
        assert root is not None
        homes = ["".join(text.text or "" for text in home.iter(f"{W}t")) for home in root.iter(f"{W}p")]
    return [(paragraph.text, homes[anchor]) for paragraph, anchor in zip(read_docx(path).paragraphs(), read_anchors(path), strict=True)]


def test_a_paragraph_of_the_text_is_its_own(tmp_path: Path) -> None:
    first = row(cell("tall", '<w:vMerge w:val="restart"/>'), cell(para("two") + table(row(cell("three"))) + para("four")))
    second = row(cell("", "<w:vMerge/>"), cell("five"))
    control = f"<w:sdt><w:sdtContent>{para('six')}</w:sdtContent></w:sdt>"
    choice = f"<mc:Choice Requires='w14'>{para('seven')}</mc:Choice><mc:Fallback>{para('other')}</mc:Fallback>"
    body = (
        para("one")
        + table(first, second)
        + control
        + f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
        + para("eight")
        + "<w:sectPr/>"
    )
    pairs = led_back(docx(tmp_path, body))
    assert [text for text, _ in pairs] == ["one", "tall", "two", "three", "four", "five", "six", "seven", "eight"]
    assert all(text == home for text, home in pairs)


def test_text_boxes_and_notes_belong_to_the_paragraph_that_they_are_anchored_in(tmp_path: Path) -> None:
    box = BOX.format(para("box") + f"<w:p>{run('more')}{BOX.format(para('inner'))}</w:p>")
    host = run("host") + box + run("<w:endnoteReference w:id='2'/>")
    body = para("before") + f"<w:p>{host}</w:p>" + para("after")
    pairs = led_back(docx(tmp_path, body, endnotes=f"<w:endnote w:id='2'>{para('note')}</w:endnote>"))
    all_of_it = "hostboxmoreinner"
    inside = [(words, all_of_it) for words in ("host", "note", "box", "more", "inner")]
    assert pairs == [("before", "before"), *inside, ("after", "after")]


def test_a_paragraph_whose_mark_is_deleted_belongs_to_the_one_that_it_joins(tmp_path: Path) -> None:
    pairs = led_back(docx(tmp_path, para("one ", properties=DELETED_MARK) + para("two") + para("three")))
    assert pairs == [("one two", "two"), ("three", "three")]


def test_what_has_no_element_of_its_own_belongs_to_the_paragraph_before(tmp_path: Path) -> None:
    pairs = led_back(docx(tmp_path, EQUATION + para("one") + EQUATION + para("last", properties=DELETED_MARK)))
    assert pairs == [("x", "one"), ("one", "one"), ("x", "one"), ("last", "one")]


@pytest.mark.shared("corpus/word")
def test_every_number_of_real_documents_leads_back(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "word").glob("test-*.docx"))[:20]:
        assert len(read_anchors(path)) == sum(1 for _ in read_docx(path).paragraphs()), path.name


def test_a_part_can_be_parsed_as_it_is(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    with Package(
        docx(tmp_path, para("A"), files={"word/odd.xml": f"<!-- kept --><w:p xmlns:w='{strict}'><!-- kept --><?kept?></w:p>"})
    ) as package:
        exact, usual = package.parse("word/odd.xml", exact=True), package.parse("word/odd.xml")
    assert exact is not None
    assert usual is not None
    assert etree.tostring(exact.getroottree()) == f'<!-- kept --><w:p xmlns:w="{strict}"><!-- kept --><?kept?></w:p>'.encode()
    assert (usual.tag, len(usual)) == (f"{W}p", 0)
