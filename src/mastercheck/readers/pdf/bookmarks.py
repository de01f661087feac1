"""Headings that the PDF's outline names (ISO 32000-1 12.3.3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2
from rapidfuzz import fuzz

from mastercheck.model.blocks import Confidence, Heading, HeadingSource
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.passages import Passage

MOST = 5000
"""Entries that are read."""
CLOSE = 90
"""How alike title and text must be, of 100."""
LEAST_SHARE = 0.5
"""Share of the entries that must be found in the text, or the outline is of something else."""
MOST_LINES = 4
"""Lines of a heading at most."""
_DEPTH = 9

_BLANK = re.compile(r"\W+")
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,5}|[IVX]{1,5}|[A-Z])[.)]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: level from 1, title, number of its page from 1."""

    level: int
    title: str
    page: int


def read_bookmarks(document: pypdfium2.PdfDocument) -> list[Bookmark]:
    """Return the entries of the outline that lead to a page; pdfium ends outlines that go round in a circle."""
    found: list[Bookmark] = []
    try:
        for number, entry in enumerate(document.get_toc(max_depth=_DEPTH)):
            if number >= MOST:
                break
            target = entry.get_dest()
            page = target.get_index() if target else None
            title = " ".join(entry.get_title().split())
            if page is not None and page >= 0 and title:
                found.append(Bookmark(entry.level + 1, title, page + 1))
    except (pypdfium2.PdfiumError, RecursionError, UnicodeDecodeError):
        return []
    return found


def find_headings(passages: Sequence[Passage], bookmarks: Sequence[Bookmark]) -> list[Passage]:
    """Return the passages with those that bookmarks lead to known as headings.

    A heading that was taken to be the beginning of its paragraph is parted from it, one that was taken apart is joined.
    """
    by_page: dict[int, list[int]] = {}
    for position, passage in enumerate(passages):
        if passage.lines:
            by_page.setdefault(passage.page, []).append(position)
    found: dict[int, tuple[Bookmark, int, int]] = {}
    for bookmark in bookmarks:
        near = [position for position in by_page.get(bookmark.page, ()) if position not in found]
        match = _find(bookmark, passages, near)
        if match:
            found[match[0]] = (bookmark, match[1], match[2])
    if not found or len(found) < LEAST_SHARE * len(bookmarks):
        return list(passages)
    return list(_apply(passages, found))


def _apply(passages: Sequence[Passage], found: dict[int, tuple[Bookmark, int, int]]) -> Iterator[Passage]:
    skip = 0
    for position, passage in enumerate(passages):
        if skip:
            skip -= 1
        elif position not in found:
            yield passage
        else:
            bookmark, joined, lines = found[position]
            skip = joined - 1
            together = passages[position : position + joined]
            whole = [line for one in together for line in one.lines]
            notes = [note for one in together for note in one.notes]
            rest = whole[lines:]
            yield replace(passage, lines=whole[:lines], notes=[] if rest else notes, heading=_heading(bookmark))
            if rest:
                yield Passage(rest[0].page, rest[0].baseline, lines=rest, notes=notes)


def _heading(bookmark: Bookmark) -> Heading:
    return Heading(level=min(bookmark.level, _DEPTH), title=bookmark.title, source=HeadingSource.BOOKMARK, confidence=Confidence.CERTAIN)


def _find(bookmark: Bookmark, passages: Sequence[Passage], positions: Sequence[int]) -> tuple[int, int, int] | None:
    """Return the position of the passage that a bookmark leads to, how many are to be joined, and how many lines its title has."""
    wanted = {_plain(bookmark.title), _plain(_NUMBER.sub("", bookmark.title))} - {""}
    best, score = None, float(CLOSE)
    for position in positions:
        for joined, lines, text in _readings(passages, position):
            likeness = max((fuzz.ratio(one, other) for one in wanted for other in text), default=0.0)
            if likeness > score:
                best, score = (position, joined, lines), likeness
    return best


def _readings(passages: Sequence[Passage], position: int) -> list[tuple[int, int, set[str]]]:
    """Return what may be the title at a passage: its first lines, or all of it with the next passage of the same size."""
    lines = passages[position].lines
    readings = [(1, number, _texts(lines[:number])) for number in range(1, min(len(lines), MOST_LINES) + 1)]
    after = passages[position + 1].lines if position + 1 < len(passages) else None
    if after and after[0].page == lines[0].page and len(lines) + len(after) <= MOST_LINES and after[0].size == lines[0].size:
        readings.append((2, len(lines) + len(after), _texts([*lines, *after])))
    return readings


def _texts(lines: Sequence[Line]) -> set[str]:
    text = " ".join([line.text for line in lines])
    return {_plain(text), _plain(_NUMBER.sub("", text))}


def _plain(text: str) -> str:
    return _BLANK.sub(" ", text[:300]).strip().casefold()
