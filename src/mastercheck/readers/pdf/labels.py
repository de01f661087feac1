"""Labels of list items and of numbered headings at the beginnings of lines."""

import re

from mastercheck.readers.pdf.lines import Line

BULLETS = (
    "\u2022\u2023\u2043\u204c\u2219\u25a0-\u25ff\u27a2\u27a4\u2713\u2714\u2717\u2718\u2756\u2794\u279c\u2605\u2606\u00a7\u00b7\ue000-\uf8ff"
)
"""Signs that stand for bullets; the last range is where symbol fonts have theirs."""
_BULLET = re.compile(rf"^[{BULLETS}]$")
_WEAK = frozenset("o\u2013\u2014*\u00bb\u203a>+-")
"""Signs that are bullets where a tab follows, and words of a sentence elsewhere."""
_NUMBER = re.compile(r"^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,5}\.?|\[\d{1,3}\])$")
_TAB = 0.55
"""A gap after a label from which on it is no usual space, in sizes."""


def is_bullet(text: str) -> bool:
    """Return whether a word is a bullet."""
    return bool(_BULLET.match(text))


def is_number(text: str) -> bool:
    """Return whether a word is the number of a list item ("3.", "(b)", "iv)", "[12]") or of a heading ("3.2")."""
    return bool(_NUMBER.match(text))


def has_bullet(line: Line) -> bool:
    """Return whether a line begins with a bullet and goes on with text."""
    word = line.words[0].text
    return len(line.words) > 1 and (is_bullet(word) or (word in _WEAK and is_set_apart(line)))


def begins_with_label(line: Line) -> bool:
    """Return whether a line begins with a label and goes on with text."""
    return has_bullet(line) or (len(line.words) > 1 and is_number(line.words[0].text))


def is_set_apart(line: Line) -> bool:
    """Return whether a tab and no usual space stands after the first word of a line."""
    if len(line.words) < 2:  # noqa: PLR2004 - nothing follows
        return False
    first, second = line.words[:2]
    return second.x0 - first.x1 > _TAB * line.size
