"""A DOCX with comments: at the right words, without a letter of the text changed, in any package that the reader reads."""

import zipfile
from pathlib import Path

import pytest

from docx_files import NAMESPACES, OFFICE, PACKAGE, WORDS, cell, docx, field, para, row, run, style, table, text
from mastercheck.annotate import word_ranges
from mastercheck.errors import LimitError, UnreadableError
from mastercheck.readers.docx import read_docx
from word_comments import annotated, at, comments_of, findings_of, part

BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def words_of(path: Path) -> list[str]:
    return [paragraph.text for paragraph in read_docx(path).paragraphs()]


def control(content: str, properties: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_a_comment_has_an_author_the_words_of_its_remark_and_no_date(tmp_path: Path) -> None:
    copy = annotated(docx(tmp_path, para("Title") + para("Some text.")), at(2, "Some text."))
    summary, finding = comments_of(copy)
    assert (summary.number, summary.author, summary.about) == ("0", "mastercheck", "Title")
    assert summary.lines[0] == "mastercheck: Compliant"
    assert finding.lines == ("To correct: A1 Found", "Finding 1.", "Guide: 4; 6 report template")
    (comment, _) = part(copy, "word/comments.xml")
    assert dict(comment.attrib) == {
        f"{{{NAMESPACES['w']}}}{key}": value for key, value in (("id", "0"), ("author", "mastercheck"), ("initials", "mc"))
    }


@pytest.mark.parametrize(
    ("content", "quote", "about"),
    [
        (run("All of it"), "All of it", "All of it"),
        (run("The middle of it"), "middle of", "middle of"),
        (run("Over the ") + run("edge", "<w:b/>") + run(" of runs"), "the edge of", "the edge of"),
        ("<w:r><w:t>one </w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "one two three", "one twothree"),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", "one", "one"),
        ("<w:r><w:t>  trimmed words  </w:t></w:r>", "trimmed", "trimmed"),
        ("<w:r><w:t>  trimmed words  </w:t></w:r>", "words", "words"),
        (f"<w:hyperlink>{run('a link to it')}</w:hyperlink>", "link", "link"),
        (f"<w:ins w:id='9'>{run('was put in')}</w:ins>", "put", "put"),
        (run("kept ") + "<w:del w:id='9'><w:r><w:delText>lost</w:delText></w:r></w:del>" + run(" kept"), "kept kept", "kept lost kept"),
        ("<w:del w:id='9'><w:r><w:delText>all is lost</w:delText></w:r></w:del>", "is", "is"),
        (run("a ") + run("secret", "<w:vanish/>") + run(" b"), "a b", "a secret b"),
        (run("a ") + run("secret", "<w:vanish/>") + run(" b"), "secret", "secret"),
        (run("See ") + field("REF x", run("Table 1")) + run(" there"), "See Table 1", "See Table 1"),
        (f"<w:fldSimple w:instr='DATE'>{run('2 May 2016')}</w:fldSimple>", "May", "2 May 2016"),
        (control(run("in a control"), "<w:text/>"), "a", "in a control"),
        (f"<mc:AlternateContent><mc:Choice Requires='w14'>{run('chosen')}</mc:Choice></mc:AlternateContent>", "chosen", "chosen"),
        ("<!-- aside -->" + run("text <!-- no comment -->"), "text", "text"),
        (run("without them"), "other words", "without them"),
        ("<w:r><w:t>some </w:t><!-- aside --><w:t>words</w:t></w:r>", "words", "words"),
    ],
)
def test_a_comment_stands_at_the_words_that_it_quotes(content: str, quote: str, about: str, tmp_path: Path) -> None:
    path = docx(tmp_path, para("Title") + f"<w:p>{content}</w:p>")
    copy = annotated(path, at(2, quote))
    assert findings_of(copy) == [about]
    assert words_of(copy) == words_of(path)


def test_only_a_comment_that_does_not_stand_at_the_words_quotes_them(tmp_path: Path) -> None:
    copy = annotated(docx(tmp_path, para("Title") + para("Some text")), at(2, "Some"), at(2, "Other"))
    _, exact, other = comments_of(copy)
    assert exact.lines[1] == "Finding 1."
    assert other.lines[1] == "About: “Other”"


def test_runs_are_parted_with_their_formatting_and_keep_all_that_is_in_them(tmp_path: Path) -> None:
    content = f"<w:r w:rsidR='00A1'><w:rPr><w:b/></w:rPr>{text('one two three')}<w:tab/><w:footnoteReference w:id='2'/></w:r>"
    copy = annotated(docx(tmp_path, para("Title") + f"<w:p>{content}</w:p>"), at(2, "two"))
    runs = [one for one in part(copy).iter("{*}r") if one.find("{*}rPr/{*}b") is not None]
    assert [("".join(one.itertext()), one.get(f"{{{NAMESPACES['w']}}}rsidR")) for one in runs] == [
        ("one ", "00A1"),
        ("two", "00A1"),
        (" three", "00A1"),
    ]
    assert [child.tag.rpartition("}")[2] for child in runs[-1]] == ["rPr", "t", "tab", "footnoteReference"]


def test_the_same_words_found_twice_by_a_rule_have_a_comment_each(tmp_path: Path) -> None:
    body = para("Title") + "<w:p>" + run("first xx second xx") + "</w:p>"
    copy = annotated(docx(tmp_path, body), at(2, "xx"), at(2, "xx"))
    assert findings_of(copy) == ["xx", "xx"]
    before = [start.getprevious() for start in part(copy).iter("{*}commentRangeStart")][1:]
    assert ["".join(one.itertext()) for one in before] == ["first ", " second "]


def test_comments_may_stand_at_the_same_words(tmp_path: Path) -> None:
    copy = annotated(docx(tmp_path, para("Title") + para("one two three")), at(2, "one two"), at(2, "two three"), at(2), at(1, "Title"))
    assert findings_of(copy) == ["one two", "two three", "one two three", "Title"]


def test_a_run_is_parted_for_all_its_comments_at_once(tmp_path: Path) -> None:
    content = f"<w:r><w:rPr><w:b/></w:rPr><w:t> a b c </w:t><w:br/>{text('d e')}<w:t>f g</w:t></w:r>"
    path = docx(tmp_path, para("Title") + f"<w:p>{content}</w:p>")
    quotes = ["b", "a b", "c d", "e", "g", "d ef", "b c", "none", "a b c d ef g"]
    copy = annotated(path, *(at(2, quote) for quote in quotes))
    assert findings_of(copy) == ["b", "a b", "cd", "e", "g", "d ef", "b c", "a b cd ef g", "a b cd ef g"]
    assert words_of(copy) == words_of(path)
    runs = [one for one in part(copy).iter("{*}r") if one.find("{*}rPr/{*}b") is not None]
    assert ["".join(one.itertext()) for one in runs] == ["a ", "b", " ", "c", "", "d", " ", "e", "f", " ", "g"]


def test_a_paragraph_is_read_once_however_many_comments_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    letters = word_ranges._letters
    monkeypatch.setattr(word_ranges, "_letters", lambda run, **more: read.append(run) or letters(run, **more))
    words = [f"word{number}" for number in range(300)]
    copy = annotated(docx(tmp_path, para("Title") + para("".join(run(f"{word} ") for word in words))), *(at(2, word) for word in words))
    assert findings_of(copy) == words
    assert len(read) == 1 + len(words)


def test_headings_cells_and_controls_have_their_own_comments(tmp_path: Path) -> None:
    inner = table(row(cell("inner")))
    body = (
        para("Title")
        + para("Heading", style="H")
        + table(row(cell("left"), cell(para("right") + inner + para("below"))))
        + control(para("rich") + para("control"), "")
        + "<w:p/>"
        + "<w:customXml>" + para("wrapped") + "</w:customXml>"
        + para("Last")
    )  # fmt: skip
    path = docx(tmp_path, body, styles=style("H", "heading 1"))
    found = [paragraph.text for paragraph in read_docx(path).paragraphs()]
    copy = annotated(path, *(at(number) for number in range(1, len(found) + 1)))
    assert findings_of(copy) == found == ["Title", "Heading", "left", "right", "inner", "below", "rich", "control", "", "wrapped", "Last"]


def test_text_boxes_and_notes_have_their_comments_at_the_paragraph_that_they_belong_to(tmp_path: Path) -> None:
    inside = run("With a box") + BOX.format(para("In the box")) + run("<w:footnoteReference w:id='2'/>")
    body = para("Title") + f"<w:p>{inside}</w:p>" + para("After")
    path = docx(tmp_path, body, footnotes=f"<w:footnote w:id='2'>{para('The note')}</w:footnote>")
    assert words_of(path) == ["Title", "With a box", "The note", "In the box", "After"]
    copy = annotated(path, at(3, "The note"), at(4, "In the box"), at(5, "After"))
    found = comments_of(copy)
    assert [one.about.startswith("With a box") for one in found[1:]] == [True, True, False]
    assert [one.lines[1] for one in found[1:3]] == ["About: “The note”", "About: “In the box”"]
    assert words_of(copy) == words_of(path)


def test_an_equation_in_the_place_of_a_paragraph_has_its_comment_before_it(tmp_path: Path) -> None:
    equation = "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>"
    copy = annotated(docx(tmp_path, equation + para("Title") + equation + para("After")), at(1), at(3), at(4))
    assert findings_of(copy) == ["Title", "Title", "After"]


@pytest.mark.parametrize("properties", ["<w:text/>", "<w:dataBinding w:xpath='x'/>", "<w:date/>"])
def test_the_value_of_a_content_control_has_its_comment_at_the_next_paragraph(properties: str, tmp_path: Path) -> None:
    body = control(para("Title"), properties) + f"<w:p>{BOX.format(para('Box'))}</w:p>" + para("After")
    copy = annotated(docx(tmp_path, body), at(1, "Title"))
    summary, finding = comments_of(copy)
    assert (summary.about, finding.about) == ("BoxBox", "BoxBox")
    assert finding.lines[1] == "About: “Title”"


def test_a_text_box_in_a_control_is_no_place_either(tmp_path: Path) -> None:
    value = f"<w:p>{run('Title')}{BOX.format(para('Box'))}</w:p>"
    copy = annotated(docx(tmp_path, control(value, "<w:text/>") + para("After")), at(1, "Title"))
    assert findings_of(copy) == ["After"]


def test_a_control_at_the_end_has_its_comment_at_the_paragraph_before_and_one_alone_at_itself(tmp_path: Path) -> None:
    ended = annotated(docx(tmp_path, para("Before") + control(para("Value"), "<w:text/>"), name="ended.docx"), at(2))
    assert findings_of(ended) == ["Before"]
    alone = annotated(docx(tmp_path, control(para("Value"), "<w:text/>"), name="alone.docx"), at(1))
    assert findings_of(alone) == ["Value"]


def test_the_summary_stands_at_the_first_paragraph_with_text(tmp_path: Path) -> None:
    copy = annotated(docx(tmp_path, para() + para(run("  ")) + para("Title") + para("Text")), at(None, page=1), at(99))
    assert [one.about for one in comments_of(copy)] == ["Title", "Title", "Title"]


def test_comments_that_are_there_are_kept_and_their_numbers_are_not_used_again(tmp_path: Path) -> None:
    marks = "<w:commentRangeStart w:id='{0}'/>{1}<w:commentRangeEnd w:id='{0}'/><w:r><w:commentReference w:id='{0}'/></w:r>"
    marked, referred = (
        f"<w:p>{marks.format(number, run(words))}</w:p>" for number, words in ((7, "Discussed"), (11, "Its comment is lost"))
    )
    kept = f'<w:comment w:id="7" w:author="Ada">{para("Why?")}</w:comment>'
    path = docx(tmp_path, para("Title") + marked + referred, comments=kept)
    copy = annotated(path, at(2, "Discussed"))
    assert [(one.number, one.author, one.about) for one in comments_of(copy)] == [
        ("7", "Ada", "Discussed"),
        ("12", "mastercheck", "Title"),
        ("13", "mastercheck", "Discussed"),
    ]
    assert read_docx(copy).comments[0].text == "Why?"


def test_numbers_that_leave_no_room_or_are_none_are_passed_over(tmp_path: Path) -> None:
    kept = "".join(f'<w:comment w:id="{number}" w:author="Ada">{para("Why?")}</w:comment>' for number in ("2147483647", "x", "3"))
    copy = annotated(docx(tmp_path, para("Title"), comments=kept))
    assert part(copy, "word/comments.xml")[-1].get(f"{{{NAMESPACES['w']}}}id") == "4"


def test_the_parts_that_are_not_concerned_are_copied_bit_for_bit(tmp_path: Path) -> None:
    picture = bytes(range(256)) * 9
    path = docx(tmp_path, para("Title"), styles=style("A", "a"), files={"word/media/image1.png": picture, "customXml/item1.xml": "<a/>"})
    copy = annotated(path, at(1))
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy) as after:
        assert after.testzip() is None
        assert after.namelist() == [*before.namelist(), "word/comments.xml"]
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"]


def test_the_comments_part_is_joined_to_the_package(tmp_path: Path) -> None:
    copy = annotated(docx(tmp_path, para("Title"), styles=style("A", "a")), at(1))
    (_, joined) = part(copy, "word/_rels/document.xml.rels")
    assert dict(joined.attrib) == {"Id": "rIdComments1", "Type": f"{OFFICE}/comments", "Target": "comments.xml"}
    types = part(copy, "[Content_Types].xml")
    assert dict(types[-1].attrib) == {"PartName": "/word/comments.xml", "ContentType": f"{WORDS}.comments+xml"}
    again = part(annotated(copy, at(1)), "[Content_Types].xml")
    assert len(again) == len(types)


def test_a_name_or_an_id_that_is_taken_is_not_taken_again(tmp_path: Path) -> None:
    taken = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rIdComments1" Type="{OFFICE}/theme" Target="x.xml"/></Relationships>'
    )
    files = {"word/comments.xml": "<other/>", "word/_rels/document.xml.rels": taken}
    copy = annotated(docx(tmp_path, para("Title"), files=files), at(1))
    assert [one.about for one in comments_of(copy, comments="word/comments1.xml")] == ["Title", "Title"]
    assert part(copy, "word/_rels/document.xml.rels")[-1].get("Id") == "rIdComments2"


def test_a_package_without_relationships_or_types_or_with_a_link_to_nowhere_is_completed(tmp_path: Path) -> None:
    path = docx(tmp_path, para("Title"))
    bare = tmp_path / "bare.docx"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(bare, "w") as made:
        for name in ("_rels/.rels", "word/document.xml"):
            made.writestr(name, before.read(name))
    assert len(comments_of(annotated(bare, at(1)))) == 2
    link = f'<Relationship Id="c" Type="{OFFICE}/comments" Target="notes/c.xml"/>'
    linked = f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
    copy = annotated(docx(tmp_path, para("Title"), name="linked.docx", files={"word/_rels/document.xml.rels": linked}), at(1))
    assert len(comments_of(copy, comments="word/notes/c.xml")) == 2


def test_the_strict_variant_stays_strict(tmp_path: Path) -> None:
    plain = docx(tmp_path, para("Title") + para("one two three"))
    strict = tmp_path / "strict.docx"
    renamed = (
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(strict, "w") as made:
        for name in before.namelist():
            data = before.read(name)
            for transitional, other in renamed if not name.startswith("[") else ():
                data = data.replace(transitional, other)
            made.writestr(name, data)
    copy = annotated(strict, at(2, "two"))
    assert findings_of(copy) == ["two"]
    with zipfile.ZipFile(copy) as archive:
        changed = [archive.read(f"word/{name}") for name in ("document.xml", "comments.xml", "_rels/document.xml.rels")]
    assert not any(b"openxmlformats.org/wordprocessingml" in data or b"officeDocument/2006/relationships" in data for data in changed)
    assert [comment.location.paragraph for comment in read_docx(copy).comments] == [1, 2]


def test_a_default_namespace_and_other_prefixes_do(tmp_path: Path) -> None:
    main = f'<document xmlns="{NAMESPACES["w"]}"><body><p><r><t>Title</t></r></p></body></document>'
    copy = annotated(docx(tmp_path, "", files={"word/document.xml": main}), at(1, "Title"))
    assert findings_of(copy) == ["Title"]
    assert len(read_docx(copy).comments) == 2


def test_annotating_is_the_same_each_time(tmp_path: Path) -> None:
    path = docx(tmp_path, para("Title"))
    assert annotated(path, at(1)).read_bytes() == annotated(path, at(1)).read_bytes()


def test_a_document_without_any_paragraph_of_its_own_cannot_be_annotated(tmp_path: Path) -> None:
    path = docx(tmp_path, "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>")
    with pytest.raises(UnreadableError, match="no paragraph that a comment could stand at"):
        annotated(path, at(1))


def test_comments_that_are_damaged_are_not_lost_silently(tmp_path: Path) -> None:
    path = docx(tmp_path, para("Title"), comments="<w:comment>")
    with pytest.raises(UnreadableError, match=r"comments\.xml is not well-formed"):
        annotated(path, at(1))


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_what_takes_too_much_is_told(error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr("mastercheck.annotate.word_copy.annotate_docx", fail)
    with pytest.raises(LimitError, match="takes more memory than there is"):
        annotated(docx(tmp_path, para("Title")), at(1))
