"""The structure of a document, found in the blocks that a reader gives: headings, captions, contents lists, regions, zones and sections.

Shared by the DOCX and the PDF reader, so that both mean the same by a section or a zone (RULEBOOK decision 6 and the zones of decision 1).
"""

from collections.abc import Sequence
from dataclasses import replace

from mastercheck.model.blocks import Block, Paragraph, ParagraphKind, Zone, paragraphs_of
from mastercheck.model.document import Comment, Document
from mastercheck.readers.captions import name_captions
from mastercheck.readers.contents import name_contents
from mastercheck.readers.headings import name_headings
from mastercheck.readers.outline import Outline
from mastercheck.readers.title_block import doubt_titles, name_title


def give_structure(read: Document) -> Document:
    """Return a document with its structure found.

    Args:
        read: what a reader gives, without sections. `blocks` is everything in reading order, headings included: paragraphs have number 0
            and zone BODY, and `kind` and `heading` are set where the reader is certain of them; a heading may hold its number in its
            title, it is parted from it here. Each of `comments` has the ordinal of its paragraph as `location.paragraph` (from 1,
            counted over the paragraphs of `blocks` with those in tables, notes and text boxes); heading path, page and a missing
            quote are filled in here.
    """
    known = name_contents(name_captions(doubt_titles(read.blocks)))
    outline = Outline(name_title(name_headings(known)))
    return replace(
        read,
        blocks=outline.blocks,
        sections=outline.sections,
        furniture=tuple([_furnish(paragraph) for paragraph in read.furniture]),
        comments=_place(read.comments, outline.blocks),
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
