"""Which element of the main part each paragraph of a document belongs to, for those who add something at its place."""

from collections.abc import Iterator

from mastercheck.model.blocks import paragraphs_of
from mastercheck.readers.docx.names import Element, W
from mastercheck.readers.docx.walk import BLOCK_TAGS, Kit, NoteReader, Sources, Walk


def find_anchors(root: Element, kit: Kit, notes: NoteReader) -> tuple[int, ...]:
    """Return for each paragraph of a document, in reading order, which w:p of the main part it belongs to, counted from 0.

    A paragraph of the main story is its own w:p. One in a text box belongs to the paragraph that the box is anchored in, one of a note to
    the paragraph that refers to the note: nothing but text of the main story has a place of its own.

    Args:
        root: of the main part, in the transitional namespaces.
        kit: what the stories of the document share, not yet used.
        notes: gives the blocks of a note that is referred to.
    """
    places = {element: place for place, element in enumerate(root.iter(f"{W}p"))}
    sources: Sources = []
    blocks = tuple(Walk(kit, notes, sources).blocks(_body(root)))
    homes = {id(paragraph): places.get(_outermost(element)) for paragraph, element in sources}
    found: list[int] = []
    for paragraph in paragraphs_of(blocks):
        home = homes.get(id(paragraph))
        found.append((found[-1] if found else 0) if home is None else home)
    return tuple(found)


def _body(root: Element) -> Iterator[Element]:
    for body in root.iter(f"{W}body"):
        yield from (child for child in body if child.tag in BLOCK_TAGS and child.tag != f"{W}sectPr")


def _outermost(element: Element) -> Element:
    """Return the paragraph that an element is in without being in another one."""
    return [element, *element.iterancestors(f"{W}p")][-1]
