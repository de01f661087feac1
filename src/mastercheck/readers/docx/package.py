"""The package of a DOCX: a ZIP archive of parts that relationships join (ISO/IEC 29500-2), opened under limits.

It is opened with zipfile and lxml and not with python-docx, which reads every part into memory before it can be asked for one, sets no
limit to what they unpack to, and refuses templates, documents with macros, the strict variant and relationships to missing parts.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Self
from urllib.parse import unquote

from lxml import etree

from mastercheck.errors import EncryptedError, LimitError, UnreadableError
from mastercheck.readers.docx.names import STRICT, Element

MOST_ENTRIES: Final = 20_000
"""Files in the archive."""
LARGEST_PART: Final = 128 << 20
"""Bytes of one part, unpacked: three times what 600,000 words take in a file that Word saved many times."""
LARGEST_TOTAL: Final = 160 << 20
"""Bytes of all parts that are read, unpacked."""
GREATEST_RATIO: Final = 250
"""Bytes unpacked for one packed, above RATIO_FROM: XML packs 10 to 60 times smaller."""
RATIO_FROM: Final = 8 << 20
MOST_MARKUP: Final = 10_000_000
"""Elements and attributes of a part, an attribute taken double: as its memory goes."""
MOST_HELD: Final = 400_000
"""Paragraphs and runs of one element that is read as a whole: a table, or a content control."""
_CHUNK: Final = 1 << 20
_HEAD: Final = 4096
"""Bytes in which a part declares its namespaces."""

_CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError)
_REPAIR = "Open it in Word; if Word can repair it, save it as a new document (File > Save As > .docx) and check that one."


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A relationship of a part.

    Attributes:
        kind: the last step of its type, which both variants share ("styles", "footnotes").
        target: name of the part it leads to; the address where it is external.
    """

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """An open DOCX; a context manager."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read = 0
        try:
            self._archive = zipfile.ZipFile(path)
        except (*_DAMAGED, NotImplementedError, RuntimeError) as error:
            raise self.damaged("its archive cannot be opened") from error
        self._names = {normal_name(info.filename): info for info in self._archive.infolist()[: MOST_ENTRIES + 1]}
        if len(self._names) > MOST_ENTRIES:
            self.close()
            raise LimitError(f"{path.name} holds more than {MOST_ENTRIES:,} files.", "Save it anew in Word and check the new file.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()

    def damaged(self, what: str) -> UnreadableError:
        """Return the error that tells that the file is damaged, and what of it."""
        return UnreadableError(f"{self.path.name} is damaged: {what}.", _REPAIR)

    def holds(self, name: str) -> bool:
        """Return whether a part is there."""
        return normal_name(name) in self._names

    def read(self, name: str, *, exact: bool = False) -> bytes | None:
        """Return the bytes of a part, in the transitional namespaces; None where there is no such part.

        Args:
            name: of the part.
            exact: return them as they are, in whichever namespaces.

        Raises:
            EncryptedError: The part is encrypted.
            LimitError: It unpacks to more than the limits allow.
            UnreadableError: It cannot be unpacked.
        """
        info = self._names.get(normal_name(name))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise self._locked()
        try:
            with self._archive.open(info) as stream:
                data = self._unpack(stream, info)
        except (NotImplementedError, RuntimeError, *_DAMAGED) as error:
            raise self.damaged(f"its part {name} cannot be unpacked") from error
        if not exact and b"purl.oclc.org/ooxml" in data[:_HEAD]:
            for strict, transitional in STRICT.items():
                data = data.replace(strict, transitional)
        return data

    def _unpack(self, stream: IO[bytes], info: zipfile.ZipInfo) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := stream.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            self._read += len(piece)
            if (
                size > LARGEST_PART
                or self._read > LARGEST_TOTAL
                or (size > RATIO_FROM and size > GREATEST_RATIO * max(1, info.compress_size))
            ):
                raise self._too_large(f"unpacks to far more than a document holds ({info.filename}, over {size >> 20} MiB)")
        return b"".join(pieces)

    def _too_large(self, what: str) -> LimitError:
        return LimitError(
            f"{self.path.name} {what}.", "If it is a real document, copy its text into a new Word document and check that one."
        )

    def _markup(self, name: str, *, exact: bool = False) -> bytes | None:
        """Return the bytes of a part of XML."""
        data = self.read(name, exact=exact)
        if data is not None and data.count(b"<") + 2 * data.count(b'="') + 2 * data.count(b"='") > MOST_MARKUP:
            raise self._too_large(f"holds more markup than a document does ({name})")
        return data

    def parse(self, name: str, *, lenient: bool = False, exact: bool = False) -> Element | None:
        """Return the root element of a part; None where there is no such part.

        Args:
            name: of the part.
            lenient: return None too where the part is damaged: for parts without which the text is still whole.
            exact: keep its namespaces, comments and processing instructions as they are: for a part that is written again.
        """
        try:
            data = self._markup(name, exact=exact)
            if data is None:
                return None
            root = etree.fromstring(data, _parser(exact=exact))
        except (etree.XMLSyntaxError, UnreadableError) as error:
            if lenient:
                return None
            if isinstance(error, UnreadableError):
                raise
            raise self.damaged(f"its part {name} is not well-formed XML ({_first_line(error)})") from error
        self.refuse_declarations(root, name)
        return root

    def stream(self, name: str, tags: tuple[str, ...], parent: str) -> Iterator[Element]:
        """Yield the children of an element of a large part as they are read, and forget each once it has been used.

        Args:
            name: of the part.
            tags: of the children that are wanted, and of what is counted against MOST_HELD in them.
            parent: tag of the element.
        """
        data = self._markup(name)
        if data is None:
            raise self.damaged(f"its part {name} is missing")
        events = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            tag=tags,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        del data
        held = 0
        try:
            for _, element in events:
                held += 1
                above = element.getparent()
                if above is not None and above.tag == parent:
                    yield element
                    _forget(element, above)
                    held = 0
                elif held > MOST_HELD:
                    raise self._too_large("holds a table or paragraph of a size that no document has")
        except etree.XMLSyntaxError as error:
            raise self.damaged(f"its part {name} is not well-formed XML ({_first_line(error)})") from error

    def refuse_declarations(self, element: Element, name: str) -> None:
        """Raise UnreadableError where a part declares entities or a document type, which no part may (29500-2, 9.1.4)."""
        if element.getroottree().docinfo.internalDTD is not None:
            raise self.damaged(f"its part {name} declares a document type, as no Word document does")

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of a part by their ids; those of the package for ""."""
        folder, base = posixpath.split(part)
        root = self.parse(posixpath.join(folder, "_rels", f"{base}.rels"), lenient=bool(part))
        found: dict[str, Relationship] = {}
        for element in () if root is None else root.iterchildren("{*}Relationship"):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            found[element.get("Id", "")] = Relationship(
                id=element.get("Id", ""),
                kind=element.get("Type", "").rstrip("/").rsplit("/", 1)[-1],
                target=target if external else _resolve(folder, target),
                external=external,
            )
        return found

    def main_part(self) -> str:
        """Return the name of the main document part, by relationship, else by content type, else by its usual name.

        Raises:
            UnreadableError: The archive is no Word document.
        """
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and self.holds(relationship.target):
                return relationship.target
        types = self.parse("[Content_Types].xml", lenient=True)
        for override in () if types is None else types.iterchildren(f"{_CONTENT_TYPES}Override"):
            name = override.get("PartName", "").lstrip("/")
            if (
                "wordprocessingml" in override.get("ContentType", "")
                and ".main+xml" in override.get("ContentType", "")
                and self.holds(name)
            ):
                return name
        if self.holds("word/document.xml"):
            return "word/document.xml"
        raise self._foreign()

    def _foreign(self) -> UnreadableError:
        """Return the error that tells what an archive is that is no Word document."""
        if self.holds("mimetype") and self.holds("content.xml"):
            return UnreadableError(
                f"{self.path.name} is an OpenDocument file (such as ODT).", "Save it as DOCX or PDF and check that file."
            )
        if any(info.flag_bits & 1 for info in self._names.values()):
            return self._locked()
        return UnreadableError(
            f"{self.path.name} is a ZIP archive, but no Word document.", "Give the DOCX or PDF itself; unpack an archive first."
        )

    def _locked(self) -> EncryptedError:
        return EncryptedError(
            f"{self.path.name} is an archive protected by a password.", "Save the document without a password and check that copy."
        )


def _forget(element: Element, parent: Element) -> None:
    """Free what an element holds, and the elements before it."""
    element.clear()
    while (before := element.getprevious()) is not None:
        parent.remove(before)


def _parser(*, exact: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=not exact, remove_pis=not exact
    )


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0].split(" (<", 1)[0][:120]


def normal_name(name: str) -> str:
    """Return a part's name as all ways of writing it have it in common (29500-2, 6.2.2.3)."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _resolve(folder: str, target: str) -> str:
    """Return the part that a target leads to; a name that no part has where it leads out of the archive."""
    path = unquote(target.split("#", 1)[0]).replace("\\", "/")
    name = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    return "" if name.startswith("..") else name
