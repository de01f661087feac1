"""Footnotes and endnotes, read where the text refers to them (ISO/IEC 29500-1 17.11)."""

from collections.abc import Iterator
from typing import Final

from mastercheck.model.blocks import Block, Note, NoteKind
from mastercheck.readers.docx.inline import Reference
from mastercheck.readers.docx.names import Element, W
from mastercheck.readers.docx.walk import Kit, Surroundings, Walk

_NAMES: Final = {NoteKind.FOOTNOTE: "footnote", NoteKind.ENDNOTE: "endnote"}
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Notes:
    """The notes of a document. A note that is referred to twice is read once; one that nothing refers to is not printed, and not read.

    Args:
        kit: what the stories of the document share.
        roots: of the parts with footnotes and endnotes.
    """

    def __init__(self, kit: Kit, roots: dict[NoteKind, Element | None]) -> None:
        self._kit = kit
        self._counts = dict.fromkeys(NoteKind, 0)
        self._elements: dict[tuple[NoteKind, str], Element] = {}
        for kind, root in roots.items():
            for element in () if root is None else root.iterchildren(f"{W}{_NAMES[kind]}"):
                if element.get(f"{W}type") not in _SEPARATORS:
                    self._elements[kind, element.get(f"{W}id", "")] = element

    def read(self, reference: Reference) -> Iterator[Block]:
        """Yield the note that a mark refers to."""
        element = self._elements.pop((reference.kind, reference.id), None)
        if element is None:
            return
        self._counts[reference.kind] += not reference.own_label
        label = "*" if reference.own_label else str(self._counts[reference.kind])
        blocks = tuple(Walk(self._kit).blocks(element, Surroundings(revision=reference.revision, depth=1)))
        yield Note(kind=reference.kind, label=label, blocks=blocks)
