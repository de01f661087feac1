"""Build the example documents from sources/.

Run it from anywhere with the project's environment: `python examples/make.py`. The PDF needs an office suite (`soffice`) on the path.
Sources are a small part of Markdown: headings, paragraphs, lists, tables; a line "Table N: ..." before a table is its caption.
"""

import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
FIXED_DATE = datetime(2017, 3, 14, 9, 0, tzinfo=UTC)
LONG = 400
"""Letters from which on a paragraph is long enough for a mark to be forgotten in it."""
ZIP_DATE = (2017, 3, 14, 9, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a document is set: font, size in points, space after a paragraph in points, margins in centimetres."""

    font: str = "Arial"
    size: float = 10
    space_after: float = 6
    margin: float = 2.5


LOOKS = {
    "report": Look(),
    "report-draft": Look(),
    "proposal": Look(space_after=4, margin=2.0),
    "proposal-draft": Look(font="Calibri", size=11, space_after=8),
}
NAMES = {
    "report": "report-compliant",
    "report-draft": "report-with-gaps",
    "proposal": "proposal-compliant",
    "proposal-draft": "proposal-with-gaps",
}


def set_styles(document: DocumentObject, look: Look) -> None:
    """Give every style the look's font, and the body its size and spacing."""
    for style in document.styles:
        if not isinstance(style, ParagraphStyle):
            continue
        style.font.name = look.font
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]
        fonts.set(qn("w:cs"), look.font)
        if style.name.startswith(("Heading", "Title")):
            style.font.color.rgb = RGBColor(0x1F, 0x3A, 0x4D)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.size), Pt(look.space_after)
    normal = document.styles["Normal"]
    normal.font.size = Pt(look.size)
    normal.paragraph_format.space_before, normal.paragraph_format.space_after = Pt(0), Pt(look.space_after)
    normal.paragraph_format.line_spacing = 1.0
    for name, size in (("Heading 1", 1.3), ("Heading 2", 1.1), ("Title", 1.6), ("Caption", 0.9)):
        document.styles[name].font.size = Pt(round(look.size * size))
    for name in ("List Bullet", "List Number"):
        document.styles[name].paragraph_format.space_after = Pt(look.space_after / 2)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(look.margin)


def add_table(document: DocumentObject, lines: list[str], look: Look) -> None:
    """Add a table from its Markdown lines; the first row becomes a heading row."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if "---" not in line]
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            run = paragraph.add_run(text)
            run.bold = row is table.rows[0] or texts is rows[0]
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no public way to mark heading rows
    document.add_paragraph().paragraph_format.space_after = Pt(look.space_after / 2)


def add_body(document: DocumentObject, text: str, look: Look) -> None:
    """Add the blocks of a source."""
    for block in text.strip().split("\n\n"):
        lines = block.splitlines()
        first = lines[0]
        if first.startswith("#"):
            document.add_heading(first.lstrip("# "), level=len(first) - len(first.lstrip("#")))
        elif first.startswith("|"):
            add_table(document, lines, look)
        elif first.startswith("- "):
            for line in lines:
                document.add_paragraph(line[2:], style="List Bullet")
        elif first[:3] == "1. ":
            for line in lines:
                document.add_paragraph(line.split(". ", 1)[1], style="List Number")
        elif first.startswith("Table "):
            document.add_paragraph(first, style="Caption").paragraph_format.keep_with_next = True
        else:
            document.add_paragraph(" ".join(lines))


def leave_marks(document: DocumentObject) -> None:
    """Leave in what authors forget: a tracked change and a comment."""
    paragraphs = [paragraph for paragraph in document.paragraphs if len(paragraph.text) > LONG]
    track(paragraphs[2], deleted=" This still has to be checked with Jonas.", inserted=" The controller has confirmed both figures.")
    document.add_comment(paragraphs[4].runs, text="Shorter? The tutor asked for one page at most.", author="I. S. Moen", initials="ISM")


def track(paragraph: Paragraph, *, deleted: str, inserted: str) -> None:
    """Add a tracked deletion and a tracked insertion at the end of a paragraph."""
    for mark, tag, text in (("w:del", "w:delText", deleted), ("w:ins", "w:t", inserted)):
        change = OxmlElement(mark, {qn("w:id"): "9", qn("w:author"): "I. S. Moen", qn("w:date"): "2017-02-20T10:00:00Z"})
        run, words = OxmlElement("w:r"), OxmlElement(tag)
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - python-docx has no tracked changes


def build(source: str) -> Path:
    """Build one document and return where it was written."""
    front, body = (HERE / "sources" / f"{source}.md").read_text(encoding="utf-8").split("---\n", 2)[1:]
    facts = dict(line.split(": ", 1) for line in front.strip().splitlines())
    look, document = LOOKS[source], Document()
    set_styles(document, look)
    document.add_paragraph(facts["title"], style=document.styles.get_by_id("Title", WD_STYLE_TYPE.PARAGRAPH))
    for line in facts["lines"].split(" | "):
        document.add_paragraph(line)
    add_body(document, body, look)
    if source == "report-draft":
        leave_marks(document)
    properties = document.core_properties
    properties.author, properties.title = facts["lines"].split(" | ")[1], facts["title"]
    properties.created = properties.modified = FIXED_DATE
    properties.comments = ""
    path = HERE / f"{NAMES[source]}.docx"
    with tempfile.NamedTemporaryFile(suffix=".docx") as raw:
        document.save(raw.name)
        fix_dates(Path(raw.name), path)
    return path


def fix_dates(source: Path, target: Path) -> None:
    """Copy a ZIP archive with one date for all its parts, so that the same source gives the same bytes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, ZIP_DATE), old.read(item), zipfile.ZIP_DEFLATED)


def print_pdf(path: Path) -> None:
    """Let an office suite make the PDF of a document, beside it."""
    office = shutil.which("soffice")
    if not office:
        print("no office suite: the PDF was left as it is")
        return
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation=file://{profile}"
        command = [office, own, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own file


if __name__ == "__main__":
    for name in NAMES:
        made = build(name)
        print(made.name)
        if name == "report":
            print_pdf(made)
