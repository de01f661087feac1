"""Contents lists typed by hand, and the titles over contents lists: known by names, page numbers and entries that come again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mastercheck.language.regions import normalise, region_of
from mastercheck.model.blocks import Block, Paragraph, ParagraphKind, Zone

_ENTRY = re.compile(r"\S.*?(?:\t|\.{3,}|…|(?:\. ){3,}| {3,})[\s.…]*(?:\d{1,4}|[ivxl]{1,6})\s*$", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})[\s.…]*\d{1,4}\s*$")
_LONGEST = 220
"""Characters of an entry at most."""
_LONGEST_TITLE = 80
_NUMBERED_PAGE = re.compile(r"\S\s+\d{1,4}$")


def is_contents_title(paragraph: Paragraph) -> bool:
    """Return whether a heading is the title of a contents list ("Contents", "List of figures")."""
    return bool(paragraph.heading) and region_of(paragraph.text) is Zone.CONTENTS


def name_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with contents entries marked: those with leaders and page numbers, and those under a contents title."""
    again = Counter(normalise(block.text) for block in blocks if isinstance(block, Paragraph) and len(block.text) < _LONGEST)
    named: list[Block] = []
    inside = False
    for position, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.kind is ParagraphKind.CONTENTS_ENTRY:
            named.append(block)
            continue
        if _opens(block) and (block.heading or _followed_by_entry(blocks, position, again)):
            inside = True
            named.append(block if block.heading else _entry(block))
            continue
        text = block.text.strip()
        if text and inside:
            inside = _is_entry(block, again)
        elif text and _LEADER.search(text[-80:]) and len(text) < _LONGEST and block.heading is None:
            named.append(_entry(block))
            continue
        named.append(_entry(block) if inside and text else block)
    return tuple(named)


def _opens(block: Paragraph) -> bool:
    return len(block.text) < _LONGEST_TITLE and region_of(block.text) is Zone.CONTENTS


def _entry(block: Paragraph) -> Paragraph:
    return replace(block, kind=ParagraphKind.CONTENTS_ENTRY)


def _is_entry(block: Paragraph, again: Counter[str]) -> bool:
    text = block.text.strip()
    if block.heading is not None or len(text) >= _LONGEST:
        return False
    return (
        bool(_ENTRY.match(text))
        or again[normalise(text)] > 1
        or bool(_NUMBERED_PAGE.search(text) and again[normalise(text.rsplit(None, 1)[0])])
    )


def _followed_by_entry(blocks: Sequence[Block], position: int, again: Counter[str]) -> bool:
    for block in blocks[position + 1 : position + 4]:
        if isinstance(block, Paragraph) and block.text.strip():
            return block.kind is ParagraphKind.CONTENTS_ENTRY or _is_entry(block, again)
    return False
