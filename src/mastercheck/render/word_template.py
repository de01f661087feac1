"""Word templates: the outline of a rulebook as a document to write in, the same bytes on every run."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Cm

from mastercheck.errors import UsageError
from mastercheck.model.document import DocumentKind
from mastercheck.render.plain import name
from mastercheck.render.word_styles import NAMESPACE, SETTINGS, write_styles
from mastercheck.rulebook.schema import Rulebook, Template

WRITTEN = datetime(2016, 7, 1, tzinfo=UTC)
"""The date in every template's properties: that of the guide's edition, so that it does not depend on the day."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every entry in the archive: the first that a ZIP can hold."""

LEFTOVERS = ("stylesWithEffects", "webSettings", "fontTable", "theme", "customXml", "numbering", "thumbnail", "extended-properties")
"""Relationships of python-docx's own template to parts that ours does without: foreign fonts, figures and a picture."""

DEEPEST = 3
"""Levels of headings that have a style."""


def word_template(template: Template, kind: DocumentKind) -> bytes:
    """Return a DOCX to write in.

    Args:
        template: the outline: title block, headings, and instructions in `<...>`.
        kind: of what is written in it; a report gets page numbers.
    """
    document = Document()
    _clear(document)
    _restyle(document, template)
    _lay_out(document.sections[0], numbered=kind is DocumentKind.REPORT)
    _describe(document, template, kind)
    for number, line in enumerate(template.title_block):
        document.add_paragraph(line, style="Title Block" if number else "Title")
    for section in template.sections:
        if section.level:
            document.add_paragraph(section.heading, style=f"Heading {min(section.level, DEEPEST)}")
        else:
            document.add_paragraph(section.heading, style="Title Block")
        for instruction in section.instructions:
            document.add_paragraph(instruction, style="Instruction")
    written = BytesIO()
    document.save(written)
    return _repack(written.getvalue())


def write_template(rulebook: Rulebook, kind: DocumentKind, target: Path) -> None:
    """Write the template for a kind of document to a new file; one that is there is never touched.

    Raises:
        UsageError: there is such a file, it cannot be written, or the rulebook has no such template.
    """
    template = rulebook.templates.get(kind)
    if template is None:
        raise UsageError(
            f"The rulebook has no template for a {kind.value}.", f"Add [templates.{kind.value}] to it; docs/rulebook.md says how."
        )
    try:
        with target.open("xb") as file:
            file.write(word_template(template, kind))
    except FileExistsError:
        message = f"There is a file {name(target)} already."
        raise UsageError(message, "Name another file, or move that one away: nothing is ever written over.") from None
    except OSError as error:
        message = f"{name(target)} cannot be written: {error.strerror or type(error).__name__}."
        raise UsageError(message, "Check that you may write there and that the disk has room.") from error


def _clear(document: WordDocument) -> None:
    """Part from whatever comes with python-docx's own template and is not needed."""
    package = document.part.package
    for relationships in (document.part.rels, package.rels):
        for identity in [one for one, relationship in relationships.items() if relationship.reltype.rsplit("/", 1)[-1] in LEFTOVERS]:
            del relationships[identity]


def _restyle(document: WordDocument, template: Template) -> None:
    """Put our styles and settings in the place of those that come with python-docx."""
    for element, text in (
        (document.styles.element, write_styles(template.font, template.size)),
        (document.settings.element, SETTINGS),
    ):
        for child in list(element):
            element.remove(child)
        for child in list(parse_xml(text)):
            element.append(child)


def _lay_out(section: Section, *, numbered: bool) -> None:
    """Make the page A4 with margins of an inch, and number it at its foot."""
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.54)
    section.header_distance = section.footer_distance = Cm(1.25)
    if numbered:
        foot = section.footer.paragraphs[0]
        foot.style = "Footer"
        field = f'<w:fldSimple xmlns:w="{NAMESPACE}" w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        foot._p.append(parse_xml(field))  # noqa: SLF001 - python-docx has no other way to write a field


def _describe(document: WordDocument, template: Template, kind: DocumentKind) -> None:
    """Fill the properties with what the template is, and with nobody's name."""
    properties = document.core_properties
    properties.title = template.title
    properties.subject = kind.value
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = WRITTEN
    properties.revision = 1


def _repack(archive: bytes) -> bytes:
    """Return an archive with its entries in a fixed order, dated alike and not compressed: the bytes depend on nothing else."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for part in sorted(source.namelist(), key=lambda part: (not part.startswith("["), not part.startswith("_"), part)):
            entry = zipfile.ZipInfo(part, EARLIEST)
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            target.writestr(entry, source.read(part))
    return packed.getvalue()
