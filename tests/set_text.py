"""Paragraphs, tables and pages with round measures, for tests of the layout.

An x of Arial 10 is 5 points wide, a blank 2.78, a line 11.5 points high. On PAGE twenty lines of 100 points fit.
"""

from collections.abc import Iterable
from dataclasses import replace

from mastercheck.model.blocks import Block, Cell, Paragraph, Run, Table
from mastercheck.model.document import Document, PageFurniture
from mastercheck.model.formatting import LayoutSettings, LineRule, LineSpacing, PageSetup, ParagraphFormat, Picture, TextFormat
from mastercheck.readers.pagination.layout import Extent, lay_out

ARIAL = TextFormat(font="Arial", size=10.0)
LINE = 11.5
PAGE = PageSetup(width=200.0, height=430.0, margin_top=100.0, margin_bottom=100.0, margin_left=50.0, margin_right=50.0)
"""100 points of width, and 230 of height: twenty lines."""
A4 = PageSetup()


def words(count: int, letters: int = 8) -> str:
    """So many words of x: of eight letters, two stand in a line of PAGE."""
    return " ".join(["x" * letters] * count)


def lines(count: int) -> str:
    """A text that takes so many lines on PAGE."""
    return words(2 * count)


def spaced(value: float, rule: LineRule = LineRule.MULTIPLE) -> LineSpacing:
    """Line spacing."""
    return LineSpacing(value=value, rule=rule)


def para(
    *texts: str | Run, number: int = 0, pictures: Iterable[Picture] = (), mark: TextFormat | None = ARIAL, **shape: object
) -> Paragraph:
    """A paragraph in Arial 10; `shape` is its format, or its list label and level."""
    listed = {name: shape.pop(name) for name in ("list_label", "list_level", "label_format") if name in shape}
    runs = tuple(text if isinstance(text, Run) else Run(text, ARIAL) for text in texts if text)
    form = ParagraphFormat(**{"widow_control": False, **shape})  # type: ignore[arg-type]
    return Paragraph(number=number, runs=runs, format=form, pictures=tuple(pictures), mark=mark, **listed)  # type: ignore[arg-type]


def cell(*texts: str | Block, column: int = 0, **more: object) -> Cell:
    """A cell of paragraphs."""
    blocks = tuple(para(text) if isinstance(text, str) else text for text in texts)
    return Cell(blocks=blocks, column=column, **more)  # type: ignore[arg-type]


def table(*rows: Iterable[Cell | str], widths: tuple[float, ...] = (), **more: object) -> Table:
    """A table without margins and lines, of cells or texts."""
    made = tuple(tuple(one if isinstance(one, Cell) else cell(one, column=index) for index, one in enumerate(row)) for row in rows)
    return Table(rows=made, widths=widths, **{"cell_margins": (0.0, 0.0, 0.0, 0.0), "border": 0.0, **more})  # type: ignore[arg-type]


def document(
    *blocks: Block,
    setups: tuple[PageSetup, ...] = (PAGE,),
    furniture: tuple[PageFurniture, ...] = (),
    layout: LayoutSettings = LayoutSettings(),  # noqa: B008 - frozen
) -> Document:
    """A document of blocks; paragraphs outside tables without a number get theirs in order."""
    numbered = [
        replace(block, number=block.number or index) if isinstance(block, Paragraph) else block for index, block in enumerate(blocks, 1)
    ]
    return Document(name="a.docx", format="docx", blocks=tuple(numbered), page_setups=setups, page_furniture=furniture, layout=layout)


def extent(*blocks: Block, **more: object) -> Extent:
    """How far blocks reach on PAGE."""
    return lay_out(document(*blocks, **more))  # type: ignore[arg-type]


def pages(*blocks: Block, **more: object) -> int:
    """How many pages blocks take."""
    return extent(*blocks, **more).pages
