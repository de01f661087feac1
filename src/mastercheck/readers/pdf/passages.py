"""The text of all columns as passages: paragraphs joined over columns and pages, tables, and the notes between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mastercheck.model.blocks import Heading
from mastercheck.readers.captions import is_caption
from mastercheck.readers.pdf.cells import Grid
from mastercheck.readers.pdf.layout import Column
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.notes import FootNote
from mastercheck.readers.pdf.paragraphs import goes_on, group_lines, right_edge
from mastercheck.readers.pdf.setting import Setting
from mastercheck.readers.pdf.tables import goes_on as table_goes_on

_FLOATS = 3
"""Tables and captions at the end of a column or the beginning of the next that a paragraph may go on over."""


@dataclass(slots=True)
class Passage:
    """A paragraph as lines, or a table as its parts on one or several pages.

    Attributes:
        notes: footnotes that it refers to.
        heading: set where it is known to be a heading.
    """

    page: int
    top: float
    lines: list[Line] = field(default_factory=list)
    parts: list[Grid] = field(default_factory=list)
    notes: list[FootNote] = field(default_factory=list)
    heading: Heading | None = None

    @property
    def text(self) -> str:
        """Its lines with spaces between."""
        return " ".join([line.text for line in self.lines])


def passages_of(columns: Sequence[Column], setting: Setting) -> list[Passage]:
    """Return the passages of all columns in reading order."""
    passages: list[Passage] = []
    right = 0.0
    for column in columns:
        found = list(_column_passages(column, setting))
        if passages and found:
            _join(passages, found, right, setting)
        passages.extend(found)
        _place_notes(passages, column)
        if column.lines:
            right = right_edge(column.lines)
    return passages


def _column_passages(column: Column, setting: Setting) -> Iterator[Passage]:
    """Yield the passages of a column; tables part the lines above them from those below."""
    grids = sorted(column.grids, key=lambda grid: grid.top)
    edge = right_edge(column.lines) if column.lines else None
    rest = column.lines
    for grid in [*grids, None]:
        end = next((number for number, line in enumerate(rest) if grid and line.baseline > grid.top + 1), len(rest))
        for group in group_lines(rest[:end], setting, edge):
            yield Passage(column.page, group[0].baseline, lines=group)
        rest = rest[end:]
        if grid:
            yield Passage(column.page, grid.top, parts=[grid])


def _join(passages: list[Passage], found: list[Passage], right: float, setting: Setting) -> None:
    """Join what goes on from the end of one column at the beginning of the next; take it out of `found`."""
    last, first = passages[-1], found[0]
    if last.parts and first.parts:
        if table_goes_on(last.parts[-1], first.parts[0]):
            last.parts.extend(first.parts)
            del found[0]
        return
    tail = _nearest(passages[::-1][: _FLOATS + 1])
    head = _nearest(found[: _FLOATS + 1])
    if tail is None or head is None or not goes_on(tail.lines, head.lines, right, setting):
        return
    if (tail is last and head is first) or head.text[:1].islower():
        tail.lines.extend(head.lines)
        found.remove(head)


def _nearest(passages: Sequence[Passage]) -> Passage | None:
    """Return the first passage that is neither table nor caption."""
    return next((passage for passage in passages if passage.lines and not is_caption(passage.text, beside_figure=True)), None)


def _place_notes(passages: Sequence[Passage], column: Column) -> None:
    """Give each note of a column to the passage on its page that refers to it; to the last one where none does."""
    if not column.notes or not passages:
        return
    near = [passage for passage in passages[-200:] if _is_on(passage, column.page)] or [passages[-1]]
    for note in column.notes:
        home = next((passage for passage in near if _refers(passage, note.label)), near[-1])
        home.notes.append(note)


def _is_on(passage: Passage, page: int) -> bool:
    return passage.page == page or any(line.page == page for line in passage.lines[-1:]) or any(part.page == page for part in passage.parts)


def _refers(passage: Passage, label: str) -> bool:
    lines = [*passage.lines, *(line for part in passage.parts for row in part.rows for cell in row for line in cell.lines)]
    return any(run.format.vertical == "superscript" and run.text == label for line in lines for word in line.words for run in word.runs)
