"""A DOCX with comments: which parts of its package change, and how (ISO/IEC 29500-1 11.3.2, 17.13.4; 29500-2 6.5, 7.2)."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from mastercheck.annotate.archive import rewrite
from mastercheck.annotate.remarks import Remark
from mastercheck.annotate.word_comments import add_comment, holds_ours, next_number
from mastercheck.annotate.word_homes import Homes
from mastercheck.annotate.word_ranges import Home
from mastercheck.errors import UnreadableError
from mastercheck.readers.docx.names import STRICT, Element, W
from mastercheck.readers.docx.package import Package
from mastercheck.readers.docx.reader import read_anchors

_STRICT: Final = {transitional.decode(): strict.decode() for strict, transitional in STRICT.items()}
_PARAGRAPHS: Final = (f"{W}p", f"{{{_STRICT[W[1:-1]]}}}p")
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def annotate_docx(path: Path, remarks: Sequence[Remark], summary: Remark) -> tuple[bytes, bool]:
    """Return the bytes of a DOCX with comments added, and whether it had such comments before.

    Every part that they do not concern is copied bit for bit.

    Args:
        path: of the file, as it was read.
        remarks: on places of the document.
        summary: goes to the first paragraph that has text.

    Raises:
        UnreadableError: it has no paragraph that a comment could stand at, or a part of it is damaged.
    """
    anchors = read_anchors(path)
    with Package(path) as package:
        main = package.main_part()
        root = package.parse(main, exact=True)
        paragraphs = [] if root is None else list(root.iter(*_PARAGRAPHS[: 1 + _is_strict(root)]))
        if root is None or not paragraphs:
            raise UnreadableError(f"{path.name} has no paragraph that a comment could stand at.", "Write a title in Word, and try again.")
        book, homes = _CommentBook(package, main, root), Homes(paragraphs)
        book.add(summary, homes.find(homes.title), quoted=False)
        for remark in remarks:
            book.add(remark, homes.find(_anchor(remark, anchors, homes.title)))
        homes.write()
        return rewrite(path, {main: _written(root), **dict(book.parts())}), book.renewed


def _anchor(remark: Remark, anchors: Sequence[int], title: int) -> int:
    number = remark.location.paragraph
    return anchors[number - 1] if number and number <= len(anchors) else title


class _CommentBook:
    """The comments of a package, and what joins them to it."""

    def __init__(self, package: Package, main: str, root: Element) -> None:
        self._package = package
        self._main = main
        self._strict = _is_strict(root)
        linked = [one for one in package.relationships(main).values() if one.kind == "comments" and one.target and not one.external]
        self._is_linked = bool(linked)
        self._name = linked[0].target if linked else self._free_name()
        found = package.parse(self._name, exact=True) if linked else None
        self._is_new = found is None
        self._comments = self._new_comments() if found is None else found
        self.renewed = holds_ours(self._comments)
        """It held comments of an earlier copy."""
        self._number = next_number(self._comments, root)
        self._turns: Counter[tuple[int, str, str]] = Counter()

    def add(self, remark: Remark, home: Home, *, quoted: bool = True) -> None:
        """Add a comment, at the words that it quotes where they stand in the paragraph, else at the paragraph."""
        quote = remark.location.quote if quoted else ""
        key = (id(home), remark.head, quote)
        exact = home.enclose(quote, self._turns[key], self._number)
        self._turns[key] += 1
        add_comment(self._comments, self._number, remark.text(exact=exact))
        self._number += 1

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the parts that change, the main part left out."""
        yield self._name, _written(self._comments)
        if not self._is_linked:
            yield self._with_relationship()
        if self._is_new:
            yield from self._with_type()

    def _free_name(self) -> str:
        folder = posixpath.dirname(self._main)
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(100_000))
        return next(name for name in names if not self._package.holds(name))

    def _new_comments(self) -> Element:
        return etree.fromstring(f'<w:comments xmlns:w="{self._in_variant(W[1:-1])}"/>')

    def _with_relationship(self) -> tuple[str, bytes]:
        folder, base = posixpath.split(self._main)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        root = self._package.parse(part, exact=True)
        if root is None:
            root = etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
        known = {one.get("Id") for one in root}
        free = next(name for number in range(1, len(root) + 2) if (name := f"rIdComments{number}") not in known)
        target = posixpath.basename(self._name)
        kind = f"{self._in_variant(_OFFICE)}/comments"
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=free, Type=kind, Target=target)
        return part, _written(root)

    def _with_type(self) -> Iterator[tuple[str, bytes]]:
        types = self._package.parse("[Content_Types].xml", exact=True)
        part = f"/{self._name}"
        if types is not None and part not in {one.get("PartName") for one in types}:
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=part, ContentType=_COMMENTS)
            yield "[Content_Types].xml", _written(types)

    def _in_variant(self, namespace: str) -> str:
        """Return a namespace as the variant of the document has it."""
        return _STRICT[namespace] if self._strict else namespace


def _is_strict(root: Element) -> bool:
    return root.tag.startswith("{http://purl.oclc.org/")


def _written(root: Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
