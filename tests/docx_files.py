"""Small DOCX files made of raw XML, for tests of the DOCX reader.

    docx(tmp_path, para("One", style="Heading1") + para(run("Two", "<w:b/>")), styles=style("Heading1", "heading 1"))

The namespaces w, r, wp, a, wps, m, mc, v, w14 are declared in every part.
"""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATED = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings", "theme", "header", "footer")
ROOTS = {"header": "hdr", "footer": "ftr"}


def text(letters: str) -> str:
    """A w:t that keeps its blanks."""
    return f'<w:t xml:space="preserve">{escape(letters)}</w:t>'


def run(content: str, properties: str = "") -> str:
    """A w:r: of letters, or of raw XML where it begins with "<"."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{content if content.startswith('<') else text(content)}</w:r>"


def para(content: str = "", *, style: str = "", properties: str = "") -> str:
    """A w:p: of letters, or of raw XML where it begins with "<"."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def style(style_id: str, name: str, *, base: str = "", kind: str = "paragraph", more: str = "", default: bool = False) -> str:
    """A w:style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{mark}><w:name w:val="{name}"/>{based}{more}</w:style>'


def field(code: str, result: str) -> str:
    """A complex field of raw XML."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def row(*cells: str, properties: str = "") -> str:
    """A w:tr of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str = "", properties: str = "") -> str:
    """A w:tc: of letters, or of raw XML where it begins with "<"."""
    inner = content if content.startswith("<") else para(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str, properties: str = "", grid: str = "") -> str:
    """A w:tbl of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def levels(*patterns: str, number_format: str = "decimal", list_id: str = "1") -> str:
    """A list with one level for each pattern of a label."""
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, pattern in enumerate(patterns)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{list_id}">{made}</w:abstractNum>'
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'
    )


def item(depth: int = 0, list_id: str = "1") -> str:
    """The w:numPr of an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def document(body: str) -> str:
    """The main part around the XML of a body."""
    return f"<w:document {DECLARED}><w:body>{body}</w:body></w:document>"


def docx(folder: Path, body: str, *, name: str = "made.docx", files: dict[str, str | bytes] | None = None, **parts: str) -> Path:
    """Write a DOCX.

    Args:
        folder: where.
        body: XML of the body.
        name: of the file.
        files: more files of the archive, or others in the place of those that are made, by name.
        parts: XML inside the roots of other parts, by kind of relationship; core and app go to docProps.
    """
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"} | _properties(parts)),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": _relationships({kind: f"{kind}.xml" for kind in RELATED if kind in parts}),
    }
    for kind, content in parts.items():
        if kind in ("core", "app"):
            made[f"docProps/{kind}.xml"] = content
        else:
            root = ROOTS.get(kind, kind)
            made[f"word/{kind}.xml"] = f"<w:{root} {DECLARED}>{content}</w:{root}>" if kind != "theme" else content
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in (made | (files or {})).items():
            archive.writestr(file, data)
    return path


def _properties(parts: dict[str, str]) -> dict[str, str]:
    targets = {"core": "core-properties", "app": "extended-properties"}
    return {kind: f"docProps/{part}.xml" for part, kind in targets.items() if part in parts}


def _relationships(targets: dict[str, str]) -> str:
    made = "".join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _content_types() -> str:
    main = f'<Override PartName="/word/document.xml" ContentType="{WORDS}.document.main+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>{main}</Types>'
