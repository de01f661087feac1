"""Comments that reviewers left (ISO/IEC 29500-1 17.13.4)."""

from collections.abc import Iterable, Mapping

from mastercheck.model.blocks import Block, Paragraph, paragraphs_of
from mastercheck.model.document import Comment
from mastercheck.model.location import Location
from mastercheck.readers.docx.names import Element, W
from mastercheck.readers.docx.walk import Kit, Surroundings, Walk


def comments(kit: Kit, root: Element | None, anchors: Iterable[tuple[Paragraph, str]], ordinals: Mapping[int, int]) -> tuple[Comment, ...]:
    """Return the comments in the order of the file, each with the ordinal of the paragraph that it begins in.

    Args:
        kit: what the stories of the document share.
        root: of the part with the comments.
        anchors: paragraphs with the ids of the comments that begin in them.
        ordinals: of the paragraphs of the document, by identity.
    """
    places: dict[str, int | None] = {}
    for paragraph, comment in anchors:
        places.setdefault(comment, ordinals.get(id(paragraph)))
    return () if root is None else tuple(_comment(kit, element, places) for element in root.iterchildren(f"{W}comment"))


def _comment(kit: Kit, element: Element, places: Mapping[str, int | None]) -> Comment:
    blocks: tuple[Block, ...] = tuple(Walk(kit).blocks(element, Surroundings(depth=1)))
    text = "\n".join(paragraph.text for paragraph in paragraphs_of(blocks))
    return Comment(
        author=element.get(f"{W}author", ""), text=text.strip(), location=Location(paragraph=places.get(element.get(f"{W}id", "")))
    )
