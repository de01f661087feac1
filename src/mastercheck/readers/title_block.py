"""The title block: what stands before the first heading, contents list or paragraph of text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from mastercheck.language.regions import region_of
from mastercheck.model.blocks import Block, Paragraph, ParagraphKind, Table, paragraphs_of

_LONGEST_LINE = 40
"""Words of a line of the title block; a longer paragraph is text."""
_LONGEST_SENTENCE = 12
"""Words of a line that ends like a sentence; a longer one is text."""
_MOST_LINES = 40
_MOST_WORDS = 250
_MOST_TITLES = 8
"""Title, subtitle, name and the like; not the headings or the text of a document."""
_MOST_PARTICULARS = 15
"""Lines between a title and the first heading."""
_PARTICULAR = re.compile(
    r"^[^\W\d_][\w /()&'.\u2019-]{0,40}:\s?\S"
    r"|^(?:\S+\s){0,4}(?:19|20)\d\d$"
    r"|^(?:\S+\s){0,2}\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$"
    r"|^[^\W\d_]{0,8}\.?\s?\d{1,2}\.\d{1,2}\b"
)
"""A line that gives a particular: "Label: value", a date or a version."""


def title_block_end(blocks: Sequence[Block]) -> int:
    """Return how many of the first blocks belong to the title block."""
    lines = words = 0
    for position, block in enumerate(blocks):
        if not lines and isinstance(block, Paragraph) and block.kind is ParagraphKind.CONTENTS_ENTRY:
            continue
        if not _is_title_like(block):
            return position
        paragraphs = [paragraph.text for paragraph in paragraphs_of((block,))]
        lines += sum(bool(text.strip()) for text in paragraphs)
        words += sum(len(text.split()) for text in paragraphs)
        if lines > _MOST_LINES or words > _MOST_WORDS:
            return position
    return 0


def _is_title_like(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.kind is ParagraphKind.TITLE or (block.kind is ParagraphKind.PARAGRAPH and _is_line(block.text))
    if isinstance(block, Table):
        return all(_is_line(paragraph.text) for paragraph in paragraphs_of((block,)))
    return True


def _is_line(text: str) -> bool:
    words = len(text.split())
    return words <= _LONGEST_LINE and (words <= _LONGEST_SENTENCE or not text.rstrip().endswith((".", "!", ";", ":")))


def doubt_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks without titles that are none: a style of that name was used for text.

    A long paragraph is text; where there are many titles, none of them tells more than how it looks.
    """
    many = sum(_is_named_title(block) for block in blocks) > _MOST_TITLES
    return tuple(
        replace(block, kind=ParagraphKind.PARAGRAPH) if _is_named_title(block) and (many or not _is_line(block.text)) else block
        for block in blocks
    )


def _is_named_title(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.kind is ParagraphKind.TITLE


def name_title(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with a first heading turned into the title where it is one.

    A heading at the very beginning is the document's title, whatever its style, where it has no number and only particulars (version,
    name, date) stand between it and the next heading.
    """
    first = next((at for at, block in enumerate(blocks) if not isinstance(block, Paragraph) or block.text.strip()), None)
    if first is None:
        return tuple(blocks)
    title = blocks[first]
    if (
        not isinstance(title, Paragraph)
        or title.heading is None
        or title.heading.number
        or region_of(title.text)
        or not _heads_particulars(blocks[first + 1 :])
    ):
        return tuple(blocks)
    return (*blocks[:first], replace(title, kind=ParagraphKind.TITLE, heading=None), *blocks[first + 1 :])


def _heads_particulars(blocks: Sequence[Block]) -> bool:
    particulars = 0
    for block in blocks[:_MOST_PARTICULARS]:
        if isinstance(block, Paragraph) and (block.heading or block.kind is ParagraphKind.CONTENTS_ENTRY):
            return particulars > 0
        if not _is_title_like(block):
            return False
        particulars += sum(bool(_PARTICULAR.search(paragraph.text.strip()[:200])) for paragraph in paragraphs_of((block,)))
    return False
