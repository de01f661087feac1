"""Where the paragraphs of a PDF stand on its pages, for those who add something at their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.passages import Passage
from mastercheck.readers.pdf.setting import Setting
from mastercheck.readers.pdf.sheet import Sheet
from mastercheck.readers.pdf.tables import cell_groups, joined_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the paragraphs of a PDF stand.

    Attributes:
        lines: those of each paragraph, in reading order.
        sheets: how each page that could be read is read, by its number from 1.
        pages: how many there are.
    """

    lines: tuple[tuple[Line, ...], ...]
    sheets: Mapping[int, Sheet]
    pages: int


def lines_of_passages(passages: Sequence[Passage], setting: Setting) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each paragraph that `blocks_of` makes of passages, in the same order."""
    for passage in passages:
        if passage.parts:
            yield from (tuple(group) for row in joined_rows(passage.parts) for cell in row for group in cell_groups(cell, setting))
        else:
            yield tuple(passage.lines)
        yield from (note.lines for note in passage.notes)
