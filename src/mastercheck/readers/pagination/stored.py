"""The page count that Word stored, where the file proves that it belongs to this text (RULEBOOK decisions 3 and 4).

Two things make a stored count go stale: another program, or Word itself, saved the file before the pages were counted anew. So it is taken
only where the stored characters agree with ours, and nothing else in the file contradicts it: the ends of pages that Word noted
(w:lastRenderedPageBreak, 17.3.3.13), the breaks that the writer set, and how far the text can reach at all.
"""

from typing import Final

from mastercheck.model.blocks import Note, Paragraph, TextBox, paragraphs_of
from mastercheck.model.document import Document, PageCount, PageEngine, StoredStatistics

AGREES: Final = 0.02
"""By which share the stored characters may differ from ours."""
IMPOSSIBLE: Final = 0.25
"""By which share of the stored pages, or by how many pages, our estimate must miss them before they cannot be true."""
IMPOSSIBLE_PAGES: Final = 1.0
DOUBTFUL: Final = 0.08
"""By which share of the stored pages, or by how much of a page, our estimate may miss them before they are doubtful."""
DOUBTFUL_PAGES: Final = 0.6


def count_stored(document: Document, *, estimated: PageCount | None = None) -> PageCount | None:
    """Return the stored page count; None where there is none, or where it is stale.

    Args:
        document: as read.
        estimated: our own estimate; a stored count that is far from it cannot be true.
    """
    stored = document.metadata.stored
    if stored is None or not stored.pages or not _belongs(stored, document):
        return None
    missed = _missed_by(estimated, stored.pages)
    if missed > max(IMPOSSIBLE_PAGES, IMPOSSIBLE * stored.pages) or (stored.pages == 1 and stored.rendered_breaks):
        return None
    doubts: list[str] = []
    if not _agrees_with_breaks(stored, document):
        doubts.append("the ends of pages that Word noted in the text are others")
    if estimated and missed > max(DOUBTFUL_PAGES, DOUBTFUL * stored.pages):
        doubts.append(f"our own estimate is {estimated.count}")
    same = estimated if estimated and estimated.count == stored.pages else None
    return PageCount(
        count=stored.pages,
        engine=PageEngine.STORED,
        certain=not doubts,
        fill_of_last_page=same.fill_of_last_page if same else None,
        lines_left=same.lines_left if same else None,
        note="; ".join(doubts),
    )


def _missed_by(estimated: PageCount | None, pages: int) -> float:
    """Return by how many pages an estimate misses a count that its text would have to end on the last page of."""
    if estimated is None:
        return 0.0
    reach = estimated.count - 1 + (estimated.fill_of_last_page or 0.0)
    return max(0.0, pages - 1 - reach, reach - pages)


def _belongs(stored: StoredStatistics, document: Document) -> bool:
    """Return whether the stored characters are those of this text, with or without the ends of paragraphs."""
    if not stored.characters_with_spaces:
        return False
    letters = marks = 0
    for paragraph in _story(document):
        letters += len(paragraph.text)
        marks += 1
    nearest = min((letters, letters + marks), key=lambda count: abs(count - (stored.characters_with_spaces or 0)))
    return abs(nearest - stored.characters_with_spaces) <= AGREES * max(nearest, stored.characters_with_spaces)


def _agrees_with_breaks(stored: StoredStatistics, document: Document) -> bool:
    """Return whether the noted ends of pages, with those that the writer set, make the stored number of pages.

    Word notes an end that the writer set only where text follows at once, and notes one in each cell of a row that a page divides.
    """
    inner = (stored.pages or 0) - 1
    set_by_writer = sum("\f" in run.text for paragraph in _story(document) for run in paragraph.runs if run.visible)
    set_by_writer += sum(paragraph.format.page_break_before for paragraph in _story(document))
    set_by_writer += sum(setup.starts != "continuous" for setup in document.page_setups[1:])
    return stored.rendered_breaks <= inner <= stored.rendered_breaks + set_by_writer


def _story(document: Document) -> list[Paragraph]:
    """Return the paragraphs of the main story."""
    return [paragraph for block in document.blocks if not isinstance(block, Note | TextBox) for paragraph in paragraphs_of((block,))]
