"""The page count by our own layout, and what limits it."""

from collections import Counter
from typing import Final

from mastercheck.model.document import Document, PageCount, PageEngine
from mastercheck.readers.pagination.layout import lay_out
from mastercheck.readers.pagination.metrics import is_known

TOLD_FROM: Final = 0.02
"""Share of the letters from which on a font that is not known is told."""
MOST_TOLD: Final = 3


def estimate_pages(document: Document) -> PageCount:
    """Return our own estimate of the pages, with how full the last one is."""
    extent = lay_out(document)
    fonts = _unknown_fonts(document)
    note = f"measured by another font: {', '.join(fonts[:MOST_TOLD])}" if fonts else ""
    return PageCount(
        count=extent.pages,
        engine=PageEngine.ESTIMATED,
        certain=False,
        fill_of_last_page=round(extent.fill, 2),
        lines_left=extent.lines_left,
        note=note,
    )


def _unknown_fonts(document: Document) -> list[str]:
    """Return the fonts that another one stands in for, the most frequent first."""
    letters = Counter[str]()
    for paragraph in document.paragraphs():
        for run in paragraph.runs:
            if run.visible:
                letters[run.format.font or ""] += len(run.text)
    least = letters.total() * TOLD_FROM
    return [font or "a font without a name" for font, count in letters.most_common() if count > least and not is_known(font)]
