"""Captions of figures and tables, known by their wording ("Figure 1: ...") and their neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from mastercheck.language.regions import region_names
from mastercheck.model.blocks import Block, Cell, Paragraph, ParagraphKind, Table

_LONGEST = 60
"""Words of a caption at most; a longer paragraph that begins so is text about a figure."""
_LONGEST_WITHOUT_SIGN = 25


def name_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with their captions marked."""
    return tuple([_named(block, blocks, position) for position, block in enumerate(blocks)])


def _named(block: Block, blocks: Sequence[Block], position: int) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=tuple([tuple([_in_cell(cell) for cell in row]) for row in block.rows]))
    if not isinstance(block, Paragraph) or block.kind is not ParagraphKind.PARAGRAPH:
        return block
    beside = any(_shows(other) for other in blocks[max(0, position - 1) : position + 2])
    return replace(block, kind=ParagraphKind.CAPTION) if is_caption(block.text, beside_figure=beside) else block


def _in_cell(cell: Cell) -> Cell:
    return (
        replace(cell, blocks=name_captions(cell.blocks))
        if any(isinstance(block, Table) or _shows(block) for block in cell.blocks)
        else cell
    )


def _shows(block: Block) -> bool:
    return isinstance(block, Table) or (isinstance(block, Paragraph) and bool(block.pictures))


def is_caption(text: str, *, beside_figure: bool = False) -> bool:
    """Return whether a paragraph's text is a caption.

    Args:
        text: of the whole paragraph.
        beside_figure: a table or picture stands before or after it; then the number need not be followed by a colon or dash.
    """
    line = text[:600].strip()
    found = region_names().captions.match(line)
    if not found:
        return False
    words = len(text.split())
    sign = (found[1] or "").strip()
    if sign:
        return words <= _LONGEST
    return beside_figure and words <= _LONGEST_WITHOUT_SIGN and not line.endswith((".", ":", ";"))
