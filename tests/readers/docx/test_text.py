"""Which letters of a DOCX are text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docx_files import docx, field, para, run, style, text
from mastercheck.model.blocks import ParagraphKind, Revision, Zone
from mastercheck.model.document import Document
from mastercheck.readers.docx import read_docx


def read(folder: Path, body: str, **parts: str) -> Document:
    return read_docx(docx(folder, body, **parts))


def texts(folder: Path, body: str, **parts: str) -> list[str]:
    return [paragraph.text for paragraph in read(folder, body, **parts).paragraphs()]


SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("<w:t>a</w:t><w:tab/><w:t>b</w:t>"), "a\tb"),
        (run("<w:t>a</w:t><w:br/><w:t>b</w:t>"), "a\nb"),
        (run("<w:t>a</w:t><w:cr/><w:t>b</w:t>"), "a\nb"),
        (run('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>'), "a\fb"),
        (run('<w:t>a</w:t><w:br w:type="column"/><w:t>b</w:t>'), "a\vb"),
        (run("<w:t>a</w:t><w:ptab/><w:t>b</w:t>"), "a\tb"),
        (run("<w:t>vis</w:t><w:noBreakHyphen/><w:t>vis</w:t>"), "vis\u2011vis"),
        (run("<w:t>co</w:t><w:softHyphen/><w:t>operate</w:t>"), "cooperate"),
        (run("co\u00adoperate"), "cooperate"),
        (run("<w:t> a </w:t>") + run("b"), "ab"),
        (run("a\nb"), "a b"),
        (run("a\u00a0b"), "a\u00a0b"),
        (run('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "\uf0fc"),
        (run('<w:t>a</w:t><w:sym w:font="Symbol" w:char="nonsense"/><w:sym w:char="0007"/>'), "a"),
        ("<w:hyperlink>" + run("link") + "</w:hyperlink>", "link"),
        ("<w:smartTag><w:smartTag>" + run("tag") + "</w:smartTag></w:smartTag>", "tag"),
        ("<w:customXml>" + run("custom") + "</w:customXml>", "custom"),
        (SDT.format(run("control")), "control"),
        ("<w:fldSimple w:instr=' AUTHOR '>" + run("Ada") + "</w:fldSimple>", "Ada"),
        (field("AUTHOR", run("Ada")), "Ada"),
        (field('IF 1 = 1 "x"', run("yes ") + field("AUTHOR", run("Ada"))), "yes Ada"),
        ("<w:ins>" + run("in") + "</w:ins>" + run(" text"), "in text"),
        ("<w:moveTo>" + run("moved") + "</w:moveTo>", "moved"),
        ("<w:bdo><w:dir>" + run("turned") + "</w:dir></w:bdo>", "turned"),
        (run("<w:ruby><w:rt>" + run("above") + "</w:rt><w:rubyBase>" + run("base") + "</w:rubyBase></w:ruby>"), "base"),
        (
            run(
                "<mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>"
            ),
            "new",
        ),
        ("<mc:AlternateContent><mc:Choice/><mc:Fallback>" + run("old") + "</mc:Fallback></mc:AlternateContent>", "old"),
        (run("<w:t>a</w:t><w:footnoteRef/><w:t>b</w:t>") + "<m:oMath/>", "ab"),
        ("<mc:AlternateContent/>" + run("<mc:AlternateContent/><w:t>a</w:t>"), "a"),
    ],
)
def test_letters_of_a_paragraph(tmp_path: Path, content: str, expected: str) -> None:
    assert texts(tmp_path, para(content) + para("z")) == [expected, "z"]


def test_the_code_of_a_field_is_not_text_and_its_result_is_over_paragraphs_too(tmp_path: Path) -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r>'
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    ended = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = para(begun + run("code") + shown + run("one")) + para(run("two") + ended + run(" three"))
    assert texts(tmp_path, body) == ["one", "two three"]


def test_a_field_that_never_ends_does_not_swallow_the_document(tmp_path: Path) -> None:
    body = para(run('<w:fldChar w:fldCharType="begin"/>') + run("lost")) + para("text") * 20
    assert texts(tmp_path, body).count("text") == 10


def test_marks_of_fields_that_never_began_do_no_harm(tmp_path: Path) -> None:
    marks = "".join(run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("separate", "end"))
    assert texts(tmp_path, para(marks + "<w:r><w:instrText>x</w:instrText></w:r>" + run("text"))) == ["text"]


def test_deleted_text_is_kept_apart_and_inserted_text_is_marked(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveFrom>" + run("away") + "</w:moveFrom>"
    inserted = "<w:ins>" + run("new") + "<w:del><w:r><w:delText>both</w:delText></w:r></w:del></w:ins>"
    (paragraph,) = read(tmp_path, para(deleted + inserted)).paragraphs()
    assert paragraph.text == "new"
    assert [(one.text, one.revision) for one in paragraph.runs] == [
        ("oldaway", Revision.DELETED),
        ("new", Revision.INSERTED),
        ("both", Revision.DELETED),
    ]


def test_a_paragraph_whose_mark_is_deleted_is_one_with_the_next(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = para("One ", properties=gone) + para("sentence.") + para("Two.", properties=gone)
    assert texts(tmp_path, body) == ["One sentence.", "Two."]


def test_a_deleted_mark_before_a_table_stays_a_paragraph(tmp_path: Path) -> None:
    body = para("One", properties="<w:rPr><w:moveFrom/></w:rPr>") + "<w:tbl><w:tr><w:tc>" + para("Cell") + "</w:tc></w:tr></w:tbl>"
    assert texts(tmp_path, body) == ["One", "Cell"]


def test_whole_paragraphs_can_be_inserted_deleted_or_wrapped(tmp_path: Path) -> None:
    body = (
        f"<w:ins>{para('in')}</w:ins><w:del>{para('out')}</w:del>{SDT.format(para('control'))}<w:customXml>{para('custom')}</w:customXml>"
    )
    body += f"<mc:AlternateContent><mc:Choice>{para('choice')}</mc:Choice></mc:AlternateContent><mc:AlternateContent/>"
    assert texts(tmp_path, body) == ["in", "", "control", "custom", "choice"]


def test_hidden_text_is_known_directly_and_by_style(tmp_path: Path) -> None:
    body = para(
        run("a", "<w:vanish/>") + run("b", '<w:rStyle w:val="Secret"/>') + run("c", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')
    )
    (paragraph,) = read(tmp_path, body, styles=style("Secret", "Secret", kind="character", more="<w:rPr><w:vanish/></w:rPr>")).paragraphs()
    assert [(one.text, one.hidden) for one in paragraph.runs] == [("ab", True), ("c", False)]
    assert paragraph.text == "c"


def test_equations_are_text_in_a_paragraph_and_on_their_own(tmp_path: Path) -> None:
    equation = "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>"
    first, second = read(tmp_path, para(run("Where ") + equation) + f"<m:oMathPara>{equation}</m:oMathPara><w:bookmarkStart/>").paragraphs()
    assert (first.text, first.has_equation) == ("Where x=1", True)
    assert (second.text, second.has_equation) == ("x=1", True)


def test_contents_by_field_content_control_and_style(tmp_path: Path) -> None:
    gallery = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
    body = (
        gallery + para("What is in here", style="Heading1") + para("One 1") + "</w:sdtContent></w:sdt>"
        + para(run("Two 2"), style="Verzeichnis1")
        + para(field("TOC \\o", run("Three 3")))
        + para("<w:fldSimple w:instr='TOC \\c Figure'>" + run("Figure 1 5") + "</w:fldSimple>")
        + para("Intro", style="Heading1") + para("Text.")
    )  # fmt: skip
    document = read(tmp_path, body, styles=style("Heading1", "heading 1"))
    assert [paragraph.kind for paragraph in document.paragraphs()][:5] == [ParagraphKind.CONTENTS_ENTRY] * 5
    assert [section.title for section in document.walk_sections()] == ["", "Intro"]
    assert {paragraph.zone for paragraph in list(document.paragraphs())[:5]} == {Zone.CONTENTS}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u00ad\ufffe\uffff"), min_size=1), min_size=1)
)
def test_letters_come_back_as_they_were_however_they_are_cut_into_runs(tmp_path: Path, pieces: list[str]) -> None:
    body = para("".join(f"<w:r>{text(piece)}</w:r>" for piece in pieces)) + para("z")
    assert texts(tmp_path, body)[0] == "".join(pieces)
