"""Quotes found in the text that they were taken from, whatever became of its blanks and hyphens on the way."""

import re
from typing import Final

_FILLER: Final = "[\\s\u00ad\u200b\u2010\u2011-]*"
"""What may stand between two letters, or may not: blanks that were joined, hyphens at the end of a line."""
_SKIPPED: Final = re.compile("[\\s\u00ad\u200b\u2010\u2011-]+")


def find_quote(text: str, quote: str, turn: int = 0) -> tuple[int, int] | None:
    """Return where a quote begins and ends in a text; None where it does not stand there.

    Args:
        text: that was quoted.
        quote: some of its letters, perhaps shortened at its end (model.location.shorten).
        turn: which of several occurrences is meant, from 0; the last one where there are fewer.
    """
    letters = _SKIPPED.sub("", quote.removesuffix("…"))
    if not letters:
        return None
    pattern = _FILLER.join(map(re.escape, letters))
    before, after = (r"(?<!\w)" if letters[0].isalnum() else ""), (r"(?!\w)" if letters[-1].isalnum() else "")
    found = list(re.finditer(before + pattern + after, text)) or list(re.finditer(pattern, text))
    return found[min(turn, len(found) - 1)].span() if found else None
