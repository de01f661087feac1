"""Lists of references under a heading that does not call them so, known by their entries."""

import re
from collections.abc import Sequence

from mastercheck.language.regions import region_of
from mastercheck.model.blocks import Block, Paragraph, Zone

_YEAR = re.compile(r"\b(?:19|20)\d\d[a-z]?\b|\bn\.\s?d\.")
_SIGN = re.compile(
    r"""^\[\d{1,3}\]                                     # [1]
    | ^[^\W\d_][\w'\u2019-]{1,30},\s(?:[^\W\d_]\.|[^\W\d_][\w-]+\s\() # Surname, I. / Surname, Name (
    | ^.{0,100}\((?:19|20)\d\d[a-z]?\)                    # ... (2011)
    | https?://|\bdoi\b|\bISBN\b
    | \b(?:ISO|IEC|IEEE|EN|NEN|BS|DIN)[/ ][\w/ -]{0,20}\d{3,5}(?:-\d+)?:(?:19|20)\d\d  # ISO/IEC 20000-1:2018
    | \b(?:pp?|S|blz)\.\s?\d{1,4}\b
    """,
    re.VERBOSE,
)
_LONGEST = 60
"""Words of an entry at most."""
_LONGEST_TEXT = 800
_FEWEST = 3
_SHARE = 0.75
_LAST_PART = 0.6
"""Share of the blocks before which no list of references is looked for."""


def unnamed_references(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the positions of the headings in the last part of a document that stand over a list of references.

    None where a heading says by its name that it does.
    """
    headings = [(position, block) for position, block in enumerate(blocks) if isinstance(block, Paragraph) and block.heading]
    if not headings or any(
        region_of(block.heading.title, block.heading.label) is Zone.LITERATURE for _, block in headings if block.heading
    ):
        return frozenset()
    ends = [position for position, _ in headings[1:]] + [len(blocks)]
    return frozenset(
        position
        for (position, _), end in zip(headings, ends, strict=True)
        if end > len(blocks) * _LAST_PART and _is_list(blocks[position + 1 : end])
    )


def _is_list(blocks: Sequence[Block]) -> bool:
    if not all(isinstance(block, Paragraph) for block in blocks):
        return False
    texts = [block.text.strip() for block in blocks if isinstance(block, Paragraph) and block.text.strip()]
    return len(texts) >= _FEWEST and sum(map(is_reference, texts)) >= _SHARE * len(texts)


def is_reference(text: str) -> bool:
    """Return whether a paragraph looks like an entry of a list of references: a year, and a mark that such entries have."""
    return len(text) < _LONGEST_TEXT and len(text.split()) <= _LONGEST and bool(_YEAR.search(text)) and bool(_SIGN.search(text))
