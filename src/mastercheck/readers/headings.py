"""Headings that no style marks: typed numbers ("3.2 What ...") and short paragraphs all in bold or larger letters.

They are `likely`: used, and advised to be styled (RULEBOOK decision 6). A candidate becomes a heading only where text follows it, so that
items of a list typed by hand, lines of a title block and emphasised sentences stay what they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mastercheck.language.regions import region_names, region_of
from mastercheck.model.blocks import Block, Confidence, Heading, HeadingSource, Paragraph, ParagraphKind, Table, Zone
from mastercheck.readers.captions import is_caption
from mastercheck.readers.levels import Levels, Look, look_of_text
from mastercheck.readers.references import is_reference

_MOST_WORDS = 14
_MOST_CHARACTERS = 120
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,5})(?:[.)]\s*|\s?[:\u2013\u2014-]\s+|\s+)(?=[^\W\d_]|[\"'\u2018\u201c\xbf\xa1(])")
_NAMED = frozenset({Zone.ABSTRACT, Zone.LITERATURE, Zone.APPENDICES})
_REACH = 12
"""Blocks after a candidate among which the text that follows it is looked for; more blank ones are no heading's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A paragraph that may be a heading.

    Attributes:
        number: typed or automatic; "" without one.
        marked: it stands out of the text by its look.
        named: it is a name such as "References" and nothing else.
    """

    paragraph: Paragraph
    number: str
    title: str
    look: Look
    marked: bool
    named: bool

    @property
    def depth(self) -> int:
        return number_depth(self.number)


def split_number(title: str) -> tuple[str, str]:
    """Part a typed number ("3.2", "Chapter 3") from a heading's title; the number is "" where there is none."""
    line = " ".join(title.split())
    chapter = region_names().chapters.match(line)
    if chapter and chapter.end() < len(line):
        return chapter[1], line[chapter.end() :]
    number = _NUMBER.match(line)
    return (number[1], line[number.end() :]) if number else ("", line)


def number_depth(number: str) -> int:
    """Return how many levels a number has: 2 for "3.2", 1 for "Chapter 3", 0 for ""."""
    return number.rstrip(".").count(".") + 1 if number else 0


def name_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with those headings marked; the typed numbers of headings that the reader gave parted from their titles."""
    parted = [_parted(block) for block in blocks]
    candidates = _candidates(parted)
    if not candidates:
        return tuple(parted)
    headed = [block for block in parted if isinstance(block, Paragraph) and block.heading]
    accepted = _accept(parted, candidates, styled=bool(headed))
    certain = [(number_depth(block.heading.number), block.heading.level, Look.of(block)) for block in headed if block.heading]
    levels = Levels(certain, [(one.depth, one.look) for one in accepted.values()])
    for position, block in enumerate(parted):
        if isinstance(block, Paragraph) and block.heading:
            levels.enter(block.heading.level)
        elif one := accepted.get(position):
            parted[position] = _headed(one, levels)
    return tuple(parted)


def _parted(block: Block) -> Block:
    if not isinstance(block, Paragraph) or block.heading is None or block.heading.number:
        return block
    number, title = split_number(block.heading.title)
    return replace(block, heading=replace(block.heading, number=number, title=title))


def _headed(one: _Candidate, levels: Levels) -> Paragraph:
    apart = one.named and not one.number and (not one.marked or region_of(one.title) in (Zone.LITERATURE, Zone.APPENDICES))
    heading = Heading(
        level=levels.top() if apart else levels.level(one.depth, one.look),
        title=one.title,
        number=one.number,
        source=HeadingSource.NUMBERING if one.number else HeadingSource.APPEARANCE,
        confidence=Confidence.LIKELY if one.number or one.marked else Confidence.POSSIBLE,
    )
    return replace(one.paragraph, kind=ParagraphKind.HEADING, heading=heading)


def _candidates(blocks: Sequence[Block]) -> dict[int, _Candidate]:
    text = look_of_text(blocks)
    found = ((position, _candidate(block, text)) for position, block in enumerate(blocks) if isinstance(block, Paragraph))
    return {position: one for position, one in found if one}


def _candidate(paragraph: Paragraph, text_look: Look) -> _Candidate | None:
    listed = paragraph.kind is ParagraphKind.LIST_ITEM
    if paragraph.heading or (paragraph.kind is not ParagraphKind.PARAGRAPH and not (listed and paragraph.list_label[:1].isdigit())):
        return None
    line = paragraph.text.strip()
    if not _is_short(line):
        return None
    number, title = split_number(line)
    look = Look.of(_without_start(paragraph, len(line) - len(title)) if number else paragraph)
    marked = look.stands_out(text_look)
    if not marked and (listed or (number[:1].isdigit() and not title[:1].isupper())):
        return None
    named = region_of(line) in _NAMED
    if not (marked or number or named):
        return None
    return _Candidate(
        paragraph=paragraph,
        number=number or (paragraph.list_label.rstrip(".") if listed else ""),
        title=title,
        look=look,
        marked=marked,
        named=named,
    )


def _without_start(paragraph: Paragraph, length: int) -> Paragraph:
    """Return a paragraph without the runs that hold its number: automatic ones of a PDF look like the text, not like the title."""
    runs = paragraph.runs
    while runs and length > 0 and len(runs[0].text.strip()) <= length:
        length -= len(runs[0].text)
        runs = runs[1:]
    return replace(paragraph, runs=runs)


def _is_short(line: str) -> bool:
    if not line or len(line) > _MOST_CHARACTERS or line.endswith((".", ",", ";", ":")) or not any(map(str.isalpha, line)):
        return False
    return len(line.split()) <= _MOST_WORDS and not is_caption(line) and not is_reference(line)


def _accept(blocks: Sequence[Block], candidates: dict[int, _Candidate], *, styled: bool) -> dict[int, _Candidate]:
    """Return the candidates that are headings, by position."""
    leading = {position: one for position, one in candidates.items() if _leads(position, candidates, blocks)}
    bare = [position for position, one in leading.items() if not one.marked and not one.named and one.depth == 1]
    if (
        styled
        or not _is_sequence([leading[position].number for position in bare])
        or any(one.marked and one.number for one in leading.values())
    ):
        for position in bare:
            del leading[position]
    return _without_title(blocks, candidates, leading)


def _is_sequence(numbers: Sequence[str]) -> bool:
    """Return whether numbers of chapters go up one by one from 0 or 1, as those of a list that starts anew do not."""
    values = [int(number) for number in numbers if number.isdigit()]
    return bool(values) and values[0] <= 1 and all(after == before + 1 for before, after in pairwise(values))


def _leads(position: int, candidates: dict[int, _Candidate], blocks: Sequence[Block]) -> bool:
    """Return whether text follows a candidate, as it does a heading."""
    one = candidates[position]
    following = _next_text(position, blocks)
    if following is None:
        return False
    other = candidates.get(following)
    if other:
        return one.marked or other.depth > one.depth > 0
    block = blocks[following]
    return not (isinstance(block, Paragraph) and (block.heading or block.kind is ParagraphKind.CONTENTS_ENTRY))


def _next_text(position: int, blocks: Sequence[Block]) -> int | None:
    for at in range(position + 1, min(len(blocks), position + _REACH)):
        block = blocks[at]
        if isinstance(block, Table) or (isinstance(block, Paragraph) and (block.text.strip() or block.pictures)):
            return at
    return None


def _without_title(blocks: Sequence[Block], candidates: dict[int, _Candidate], leading: dict[int, _Candidate]) -> dict[int, _Candidate]:
    """Leave out the lines of a title block: those before the first text, but for headings right above it."""
    end = _first_text(blocks, candidates)
    start = end
    heads: list[int] = []
    while start and (start - 1 in leading or _is_blank(blocks[start - 1])):
        start -= 1
        if start in leading:
            heads.insert(0, start)
    if heads and start == 0 and _is_title(heads[0], leading):
        heads.pop(0)
    return {position: one for position, one in leading.items() if position >= end or position in heads}


def _first_text(blocks: Sequence[Block], candidates: dict[int, _Candidate]) -> int:
    for position, block in enumerate(blocks):
        if position not in candidates and isinstance(block, Paragraph) and not _is_line(block):
            return position
    return len(blocks)


def _is_line(paragraph: Paragraph) -> bool:
    return paragraph.kind in (ParagraphKind.PARAGRAPH, ParagraphKind.TITLE) and len(paragraph.text.split()) <= _MOST_WORDS


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text.strip()


def _is_title(position: int, leading: dict[int, _Candidate]) -> bool:
    """Return whether a heading at the very beginning is the document's title: it stands out of all others and has no number."""
    one = leading[position]
    return not one.number and len(leading) > 1 and all(one.look > other.look for at, other in leading.items() if at != position)
