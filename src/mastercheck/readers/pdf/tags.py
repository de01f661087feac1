"""Headings that the structure tree of a tagged PDF names (ISO 32000-1 14.7 and 14.8.4): H1 to H6, directly or through the role map."""

import ctypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

from mastercheck.model.blocks import Confidence, Heading, HeadingSource
from mastercheck.readers.pdf.glyphs import NO_MARK
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.passages import Passage

MOST_ELEMENTS = 50_000
"""Elements of a page's tree that are looked at."""
_DEEPEST = 60
_MOST_SHARE = 0.3
"""Share of the words that stand in headings, beyond which a tree is not trusted: some programs tag every large line so."""
_LEAST_MARKED = 0.5
"""Share of the words that are marked at all in a tree that is trusted."""
_HEADING = re.compile(r"^H([1-9])?$")


@dataclass(frozen=True, slots=True)
class Tag:
    """A heading in the structure tree: its level, and a number that tells it from others of its page."""

    level: int
    element: int


Tags = Mapping[tuple[int, int], Tag]
"""The headings by page and number of the marked content."""


def is_tagged(document: pypdfium2.PdfDocument) -> bool:
    """Return whether a PDF says that it is tagged."""
    return bool(raw.FPDFCatalog_IsTagged(document.raw))


def heading_tags(page: pypdfium2.PdfPage) -> dict[int, Tag]:
    """Return the headings of a page by the number of their marked content; none of a page without a tree."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    try:
        return _tags_of(tree)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _tags_of(tree: object) -> dict[int, Tag]:
    tags: dict[int, Tag] = {}
    roots = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(min(raw.FPDF_StructTree_CountChildren(tree), MOST_ELEMENTS))
    ]
    waiting: list[tuple[object, int, Tag | None]] = [(root, 0, None) for root in reversed(roots) if root]
    seen = 0
    while waiting and seen < MOST_ELEMENTS:
        element, depth, tag = waiting.pop()
        seen += 1
        level = _level(element)
        inside = Tag(level, seen) if level and tag is None else tag
        if inside:
            tags.update(dict.fromkeys(_marks(element), inside))
        if depth < _DEEPEST:
            children = [raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(_count(element))]
            waiting.extend((child, depth + 1, inside) for child in reversed(children) if child)
    return tags


def _count(element: object) -> int:
    return min(int(raw.FPDF_StructElement_CountChildren(element)), MOST_ELEMENTS)


def _level(element: object) -> int:
    """Return the level of a heading's element; 0 for any other."""
    buffer = ctypes.create_string_buffer(64)
    length = raw.FPDF_StructElement_GetType(element, buffer, 64)
    name = buffer.raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    match = _HEADING.match(name)
    return int(match[1] or 1) if match else 0


def _marks(element: object) -> Iterator[int]:
    for index in range(min(int(raw.FPDF_StructElement_GetMarkedContentIdCount(element)), MOST_ELEMENTS)):
        mark = raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
        if mark >= 0:
            yield mark


def tag_headings(passages: Sequence[Passage], tags: Tags) -> list[Passage] | None:
    """Return the passages with those that the structure tree calls headings; None where the tree is not to be trusted."""
    words = [(line.page, word.mark) for passage in passages for line in passage.lines for word in line.words]
    headed = sum(place in tags for place in words)
    marked = sum(mark != NO_MARK for _, mark in words)
    if not headed or headed > _MOST_SHARE * len(words) or marked < _LEAST_MARKED * len(words):
        return None
    made: list[Passage] = []
    last: tuple[int, Tag] | None = None
    for passage in passages:
        for place, lines in groupby(passage.lines, key=lambda line: _place(line, tags)):
            if place and place == last and made[-1].lines:
                made[-1].lines.extend(lines)
                continue
            inside = list(lines)
            made.append(replace(passage, page=inside[0].page, top=inside[0].baseline, lines=inside, notes=[], heading=_heading(place)))
            last = place
        if passage.parts:
            made.append(passage)
            last = None
        elif passage.notes:
            made[-1].notes.extend(passage.notes)
    return made


def _place(line: Line, tags: Tags) -> tuple[int, Tag] | None:
    tag = tags.get((line.page, line.mark))
    return (line.page, tag) if tag else None


def _heading(place: tuple[int, Tag] | None) -> Heading | None:
    return Heading(level=place[1].level, title="", source=HeadingSource.STRUCTURE_TREE, confidence=Confidence.CERTAIN) if place else None
