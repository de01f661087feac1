"""The structure of a document, found in the blocks that a reader gives: headings, captions, contents lists, regions, zones and sections.

Shared by the DOCX and the PDF reader, so that both mean the same by a section or a zone (RULEBOOK decision 6 and the zones of decision 1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mastercheck.model.blocks import Block, Paragraph, ParagraphKind, Zone, paragraphs_of
from mastercheck.model.document import Capability, Comment, Document, Metadata, PageFurniture
from mastercheck.model.formatting import LayoutSettings, PageSetup
from mastercheck.readers.captions import name_captions
from mastercheck.readers.contents import name_contents
from mastercheck.readers.headings import name_headings
from mastercheck.readers.outline import Outline
from mastercheck.readers.title_block import name_title


def build_document(  # noqa: PLR0913 - one keyword for each part of a Document that a reader can give
    *,
    name: str,
    format: str,  # noqa: A002 - the word that the model uses for "docx" or "pdf"
    blocks: Iterable[Block],
    furniture: Iterable[Paragraph] = (),
    comments: Iterable[Comment] = (),
    metadata: Metadata = Metadata(),  # noqa: B008 - frozen
    page_setups: Iterable[PageSetup] = (),
    page_furniture: Iterable[PageFurniture] = (),
    layout: LayoutSettings = LayoutSettings(),  # noqa: B008 - frozen
    capabilities: frozenset[Capability] = frozenset(),
) -> Document:
    """Find the structure of a document and return it whole.

    Args:
        name: the file's name.
        format: "docx" or "pdf".
        blocks: everything in reading order, headings included. Paragraphs have number 0 and zone BODY; `kind` and `heading` are set
            where the reader is certain of them. A heading may hold its number in its title: it is parted from it here.
        furniture: paragraphs of headers and footers.
        comments: each with the ordinal of its paragraph as `location.paragraph` (from 1, counted over the paragraphs of `blocks` with
            those in tables, notes and text boxes); heading path, page and a missing quote are filled in here.
        metadata: what the file says about itself.
        page_setups: page geometry in order.
        page_furniture: headers and footers of each of them.
        layout: what holds for the layout of the whole document.
        capabilities: what the format lets us know.
    """
    known = name_contents(name_captions(tuple(blocks)))
    headed = name_title(name_headings(known))
    outline = Outline(headed)
    numbered = outline.blocks
    return Document(
        name=name,
        format=format,
        blocks=numbered,
        sections=outline.sections,
        furniture=tuple([_furnish(paragraph) for paragraph in furniture]),
        comments=_place(tuple(comments), numbered),
        metadata=metadata,
        page_setups=tuple(page_setups),
        page_furniture=tuple(page_furniture),
        layout=layout,
        capabilities=capabilities,
    )


def _furnish(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, number=0, zone=Zone.HEADERS_FOOTERS, kind=ParagraphKind.PARAGRAPH, heading=None)


def _place(comments: tuple[Comment, ...], blocks: Sequence[Block]) -> tuple[Comment, ...]:
    if not comments:
        return ()
    wanted = {comment.location.paragraph for comment in comments}
    places = {paragraph.number: paragraph for paragraph in paragraphs_of(blocks) if paragraph.number in wanted}
    return tuple(_placed(comment, places.get(comment.location.paragraph or 0)) for comment in comments)


def _placed(comment: Comment, paragraph: Paragraph | None) -> Comment:
    return replace(comment, location=paragraph.location(comment.location.quote or None)) if paragraph else comment
