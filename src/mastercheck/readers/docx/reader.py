"""A DOCX as a whole: which parts it has, how its stories are put together, and the Document made of them."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Final

from mastercheck.errors import MemoryLimitError, NoTextError, UnreadableError
from mastercheck.model.blocks import NoteKind, paragraphs_of
from mastercheck.model.document import Capability, Document
from mastercheck.model.formatting import PageSetup
from mastercheck.readers.docx.anchors import find_anchors
from mastercheck.readers.docx.comments import comments
from mastercheck.readers.docx.formats import TextFormats
from mastercheck.readers.docx.furniture import furniture
from mastercheck.readers.docx.layout_settings import layout_settings
from mastercheck.readers.docx.metadata import metadata
from mastercheck.readers.docx.names import Element, W, is_set
from mastercheck.readers.docx.notes import Notes
from mastercheck.readers.docx.numbering import Numbering
from mastercheck.readers.docx.package import Package, Relationship
from mastercheck.readers.docx.page_furniture import page_furniture
from mastercheck.readers.docx.page_setups import page_setup
from mastercheck.readers.docx.styles import StyleTable
from mastercheck.readers.docx.theme import theme_fonts
from mastercheck.readers.docx.walk import BLOCK_TAGS, Kit, Walk
from mastercheck.readers.structure import give_structure

_OTHER_PROGRAMS: Final = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation", "visio/": "a Visio drawing"}


def read_docx(path: Path) -> Document:
    """Read a DOCX, a template or a document with macros, in the transitional or the strict variant.

    Raises:
        UnreadableError: It is damaged or no Word document.
        EncryptedError: Its archive is protected by a password.
        LimitError: It holds more than the limits allow.
        NoTextError: It holds no text.
    """
    try:
        with Package(path) as package:
            return DocxReader(package).read()
    except MemoryError:
        raise MemoryLimitError(f"{path.name} takes more memory than there is.", "Copy the text that counts into a new document.") from None


def read_anchors(path: Path) -> tuple[int, ...]:
    """Return for each paragraph of a DOCX, in reading order, which w:p of its main part it belongs to, counted from 0.

    Args:
        path: of a file that `read_docx` has read.

    Raises:
        UnreadableError: as `read_docx` does.
    """
    with Package(path) as package:
        return DocxReader(package).anchors()


class DocxReader:
    """Reads one package.

    Raises:
        UnreadableError: It is no Word document.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part()
        self._refuse_other_programs()
        self._relationships = package.relationships(self._main)
        self._sections: list[Element] = []
        theme = self._related("theme", lenient=True)
        self._styles = StyleTable(self._related("styles"))
        self._kit = Kit(
            self._styles,
            Numbering(self._related("numbering"), self._styles),
            TextFormats(self._styles, theme_fonts(theme)),
        )

    def read(self) -> Document:
        """Return the document."""
        walk = Walk(self._kit, self._notes().read)
        blocks = tuple(walk.blocks(self._body()))
        if not any(run.text.strip() for paragraph in paragraphs_of(blocks) for run in paragraph.runs):
            raise NoTextError(
                f"{self._package.path.name} holds no text.", "Check that it is the right file; text in pictures cannot be read."
            )
        ordinals = {id(paragraph): ordinal for ordinal, paragraph in enumerate(paragraphs_of(blocks), 1)}
        ends = [(ordinals[id(paragraph)], section) for paragraph, section in walk.story.section_ends]
        settings = self._related("settings", lenient=True)
        sections = [*(section for _, section in ends), *self._sections[-1:]]
        read = Document(
            name=self._package.path.name,
            format="docx",
            blocks=blocks,
            furniture=tuple(
                furniture(
                    self._kit,
                    [*(section for _, section in ends), *self._sections],
                    self._by_id,
                    even_pages=is_set(settings, "evenAndOddHeaders"),
                )
            ),
            comments=tuple(comments(self._kit, self._related("comments", lenient=True), walk.story.anchors, ordinals)),
            metadata=metadata(
                self._of_package("core-properties"),
                self._of_package("extended-properties"),
                language=self._styles.language,
                rendered_breaks=walk.story.rendered_breaks,
            ),
            page_setups=tuple(self._page_setups(ends)),
            page_furniture=tuple(page_furniture(self._kit, sections, self._by_id)),
            layout=layout_settings(settings),
            capabilities=frozenset({Capability.STYLES}),
        )
        return give_structure(read)

    def anchors(self) -> tuple[int, ...]:
        """Return for each paragraph of the document which w:p of the main part it belongs to (see anchors.py)."""
        root = self._package.parse(self._main)
        return () if root is None else find_anchors(root, self._kit, self._notes().read)

    def _notes(self) -> Notes:
        return Notes(self._kit, {NoteKind.FOOTNOTE: self._related("footnotes"), NoteKind.ENDNOTE: self._related("endnotes")})

    def _body(self) -> Iterator[Element]:
        """Yield the elements of the body while the part is read."""
        found = False
        for element in self._package.stream(self._main, (*BLOCK_TAGS, f"{W}r"), f"{W}body"):
            if not found:
                self._package.refuse_declarations(element, self._main)
                found = True
            if element.tag == f"{W}sectPr":
                self._sections.append(deepcopy(element))
            else:
                yield element
        if not found:
            raise NoTextError(f"{self._package.path.name} holds no text.", "Check that it is the right file.")

    def _page_setups(self, ends: list[tuple[int, Element]]) -> tuple[PageSetup, ...]:
        setups: list[PageSetup] = []
        first = 1
        for last, section in ends:
            setups.append(page_setup(section, first))
            first = last + 1
        if self._sections:
            setups.append(page_setup(self._sections[-1], first))
        return tuple(setups)

    def _refuse_other_programs(self) -> None:
        for folder, what in _OTHER_PROGRAMS.items():
            if self._main.startswith(folder):
                raise UnreadableError(
                    f"{self._package.path.name} is {what}, no Word document.", "Give the report or proposal as DOCX or PDF."
                )

    def _related(self, kind: str, *, lenient: bool = False) -> Element | None:
        """Return the root of the first part that the main document is related to in a way."""
        for relationship in self._relationships.values():
            if relationship.kind == kind and not relationship.external:
                return self._package.parse(relationship.target, lenient=lenient)
        return None

    def _of_package(self, kind: str) -> Element | None:
        for relationship in self._package.relationships("").values():
            if relationship.kind == kind and not relationship.external:
                return self._package.parse(relationship.target, lenient=True)
        return None

    def _by_id(self, reference: str) -> Element | None:
        relationship: Relationship | None = self._relationships.get(reference)
        return self._package.parse(relationship.target, lenient=True) if relationship and not relationship.external else None
