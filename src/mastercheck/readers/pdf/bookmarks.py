"""Headings that the PDF's outline names (ISO 32000-1 12.3.3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2
from rapidfuzz import fuzz

from mastercheck.model.blocks import Block, Confidence, Heading, HeadingSource, Paragraph, ParagraphKind

MOST = 2000
CLOSE = 88
"""How alike title and line must be, of 100."""
LEAST_SHARE = 0.5
"""Share of the bookmarks that must be found in the text, or the outline is of something else."""

_BLANK = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: level from 1, title, number of its page from 1."""

    level: int
    title: str
    page: int


def read_bookmarks(document: pypdfium2.PdfDocument) -> list[Bookmark]:
    """Return the entries of the outline that lead to a page."""
    found: list[Bookmark] = []
    try:
        for number, entry in enumerate(document.get_toc(max_depth=9)):
            if number >= MOST:
                break
            target = entry.get_dest()
            page = target.get_index() if target else None
            title = entry.get_title()
            if page is not None and page >= 0 and title.strip():
                found.append(Bookmark(entry.level + 1, title.strip(), page + 1))
    except (pypdfium2.PdfiumError, RecursionError, UnicodeDecodeError):
        return []
    return found


def mark_headings(blocks: Sequence[Block], bookmarks: Sequence[Bookmark]) -> list[Block]:
    """Return the blocks with those that a bookmark leads to turned into headings."""
    marked = list(blocks)
    by_page: dict[int, list[int]] = {}
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.page and len(block.text) < 300:  # noqa: PLR2004 - no heading is longer
            by_page.setdefault(block.page, []).append(position)
    found = 0
    taken: set[int] = set()
    for bookmark in bookmarks:
        position = _find(bookmark, blocks, [p for p in by_page.get(bookmark.page, ()) if p not in taken])
        if position is not None:
            found += 1
            taken.add(position)
            marked[position] = _headed(blocks[position], bookmark)
    return marked if found and found >= LEAST_SHARE * len(bookmarks) else list(blocks)


def _find(bookmark: Bookmark, blocks: Sequence[Block], positions: Sequence[int]) -> int | None:
    wanted = _plain(bookmark.title)
    best, score = None, float(CLOSE)
    for position in positions:
        block = blocks[position]
        if isinstance(block, Paragraph):
            likeness = fuzz.ratio(wanted, _plain(block.text))
            if likeness > score:
                best, score = position, likeness
    return best


def _plain(text: str) -> str:
    return _BLANK.sub(" ", text).strip().casefold()


def _headed(block: Block, bookmark: Bookmark) -> Block:
    if not isinstance(block, Paragraph):
        return block
    title = " ".join(block.text.split())
    heading = Heading(level=min(bookmark.level, 9), title=title, source=HeadingSource.BOOKMARK, confidence=Confidence.CERTAIN)
    return replace(block, kind=ParagraphKind.HEADING, heading=heading, list_label="", list_level=None)
