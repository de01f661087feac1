"""Small DOCX files, one for each thing that word counters get wrong, with the words in them counted by hand."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

_OFFICE = "http://schemas.openxmlformats.org"
_MICROSOFT = "http://schemas.microsoft.com/office/word/2010"
NAMESPACES = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" '
    f'xmlns:mc="{_OFFICE}/markup-compatibility/2006" '
    f'xmlns:a="{_OFFICE}/drawingml/2006/main" '
    f'xmlns:wps="{_MICROSOFT}/wordprocessingShape" '
    f'xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {"document": "officeDocument", "styles": "styles", "footnotes": "footnotes", "header1": "header", "numbering": "numbering"}


def text(words: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r>{properties and f"<w:rPr>{properties}</w:rPr>"}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of runs."""
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{''.join(runs)}</w:p>"


def heading(words: str) -> str:
    """Return a heading of the first level."""
    return paragraph(text(words), properties='<w:pStyle w:val="Heading1"/>')


def field(code: str, result: str) -> str:
    """Return a complex field."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{marks[1]}{text(result)}{marks[2]}'


def cell(words: str) -> str:
    """Return a cell of a table."""
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(text(words))}</w:tc>'


def row(*words: str) -> str:
    """Return a row of a table."""
    return f"<w:tr>{''.join(map(cell, words))}</w:tr>"


BOX = f"<w:txbxContent>{paragraph(text('in the box'))}</w:txbxContent>"
TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
    '<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    f"<wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    f'<mc:Fallback><w:pict><v:shape style="width:70pt;height:70pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)
COLUMN = '<w:gridCol w:w="2000"/>'
MARKS = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
NOTES = f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>", text(" So it is."))}</w:footnote>'
LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
SIMPLE_FIELD = f'<w:fldSimple w:instr=" REF _Ref2 ">{text("chapter 2")}</w:fldSimple>'
CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
    + paragraph(text("Contents"), properties='<w:pStyle w:val="TOCHeading"/>')
    + paragraph(
        f"{MARKS['begin']}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{MARKS['separate']}",
        text("Chapter"),
        "<w:r><w:tab/></w:r>",
        text("1"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        properties='<w:pStyle w:val="TOC1"/>',
    )
    + "</w:sdtContent></w:sdt>"
)
CHANGE = 'w:id="7" w:author="Ada" w:date="2016-03-01T10:00:00Z"'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BASE = heading("Chapter") + paragraph(text("This paragraph has exactly ten words, so it is short."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hard:
    """A document with one hard feature.

    Attributes:
        visible: the words that a reader of the page sees, headers, footers and list labels left out: counted by hand.
        counted: those of them that the profile `exin` means: counted by hand.
        running: those in running text, notes and text boxes, headings, tables and captions left out: counted by hand.
        before, after: what stands before and after the heading and the paragraph that all have.
        parts: other parts of the file by name.
    """

    name: str
    visible: int
    counted: int
    running: int
    after: str = ""
    before: str = ""
    parts: tuple[tuple[str, str], ...] = ()


HARD = (
    Hard(name="nothing special", visible=11, counted=11, running=10),
    Hard(
        name="tracked insertion and deletion",
        visible=16,
        counted=16,
        running=15,
        after=paragraph(
            text("We "),
            f"<w:ins {CHANGE}>{text('have now quickly ')}</w:ins>",
            f'<w:del {CHANGE}><w:r><w:delText xml:space="preserve">not yet </w:delText></w:r></w:del>',
            text("agreed."),
        ),
    ),
    Hard(
        name="content control",
        visible=15,
        counted=15,
        running=14,
        after=f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(text('four words in control'))}</w:sdtContent></w:sdt>",
    ),
    Hard(name="text box", visible=16, counted=16, running=15, after=paragraph(text("Beside it "), TEXT_BOX)),
    Hard(
        name="footnote",
        visible=15,
        counted=15,
        running=14,
        after=paragraph(text("Noted."), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        parts=(("footnotes", f"<w:footnotes {NAMESPACES}>{NOTES}</w:footnotes>"),),
    ),
    Hard(
        name="hidden text", visible=12, counted=12, running=11, after=paragraph(text("Seen. "), text("three hidden words", "<w:vanish/>"))
    ),
    Hard(name="contents list", visible=14, counted=11, running=10, before=CONTENTS),
    Hard(
        name="fields",
        visible=17,
        counted=17,
        running=16,
        after=paragraph(
            text("See "),
            field("REF _Ref1 \\h", "Table 1"),
            text(" in "),
            SIMPLE_FIELD,
        ),
    ),
    Hard(
        name="table",
        visible=15,
        counted=15,
        running=10,
        after=f"<w:tbl><w:tblPr/><w:tblGrid>{COLUMN * 2}</w:tblGrid>{row('Risk', 'Owner')}{row('Fire', 'Ada')}</w:tbl>",
    ),
    Hard(
        name="caption",
        visible=14,
        counted=14,
        running=10,
        after=paragraph(text("Table "), field("SEQ Table", "1"), text(": Risks"), properties='<w:pStyle w:val="Caption"/>'),
    ),
    Hard(name="appendix", visible=17, counted=11, running=14, after=heading("Appendix A") + paragraph(text("four words of appendix"))),
    Hard(
        name="header",
        visible=11,
        counted=11,
        running=10,
        after='<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        parts=(("header1", f"<w:hdr {NAMESPACES}>{paragraph(text('three header words'))}</w:hdr>"),),
    ),
    Hard(
        name="numbered list",
        visible=15,
        counted=15,
        running=14,
        after=paragraph(text("first item"), properties=NUMBERED) + paragraph(text("second item"), properties=NUMBERED),
        parts=(("numbering", f"<w:numbering {NAMESPACES}>{LIST}</w:numbering>"),),
    ),
)
STYLES = "".join(
    f'<w:style w:type="paragraph" {first}w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, first, more in (
        ("Normal", "Normal", 'w:default="1" ', ""),
        ("Heading1", "heading 1", "", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("TOCHeading", "TOC Heading", "", ""),
        ("TOC1", "toc 1", "", ""),
        ("Caption", "caption", "", ""),
    )
)


def write(hard: Hard, path: Path) -> None:
    """Write a document."""
    parts = {
        "document": f"<w:document {NAMESPACES}><w:body>{hard.before}{BASE}{hard.after}</w:body></w:document>",
        "styles": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        **dict(hard.parts),
    }
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_type_of(name)}"/>' for name in parts)
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATION}/{PARTS[name]}" Target="{name}.xml"/>' for name in parts if name != "document"
    )
    main = f'<Relationship Id="main" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        )
        for name, content in (("_rels/.rels", main), ("word/_rels/document.xml.rels", relations)):
            package.writestr(
                name, f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'
            )
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content}')


def _type_of(name: str) -> str:
    return f"{TYPE}.{'document.main' if name == 'document' else name.rstrip('1')}+xml"
