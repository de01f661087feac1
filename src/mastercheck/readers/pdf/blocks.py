"""Passages made to the blocks of a document."""

from collections.abc import Sequence
from dataclasses import replace

from mastercheck.model.blocks import Block, Paragraph, ParagraphKind, paragraphs_of
from mastercheck.readers.pdf.headings import as_heading
from mastercheck.readers.pdf.joining import make_paragraph
from mastercheck.readers.pdf.passages import Passage
from mastercheck.readers.pdf.setting import Setting
from mastercheck.readers.pdf.tables import make_table
from mastercheck.readers.pdf.titles import find_title


def blocks_of(passages: Sequence[Passage], setting: Setting) -> tuple[list[Block], list[int]]:
    """Return the blocks of a document, and the ordinal of the first paragraph of each passage, from 1."""
    blocks: list[Block] = []
    ordinals: list[int] = []
    title = find_title(passages, setting.size)
    ordinal = 1
    for position, passage in enumerate(passages):
        block = make_table(passage.parts, setting) if passage.parts else _paragraph(passage, setting)
        if position in title and isinstance(block, Paragraph):
            block = replace(block, kind=ParagraphKind.TITLE)
        made: list[Block] = [block, *(note.block(setting) for note in passage.notes)]
        ordinals.append(ordinal)
        ordinal += sum(1 for _ in paragraphs_of(made))
        blocks.extend(made)
    return blocks, ordinals


def _paragraph(passage: Passage, setting: Setting) -> Paragraph:
    paragraph = make_paragraph(passage.lines, setting)
    labels = {note.label for note in passage.notes}
    # The mark of a note is no word of the text; a DOCX does not hold it as text either.
    runs = tuple(run for run in paragraph.runs if not (run.format.vertical == "superscript" and run.text.strip() in labels))
    paragraph = replace(paragraph, runs=runs) if runs else paragraph
    return as_heading(paragraph, passage.heading) if passage.heading else paragraph
