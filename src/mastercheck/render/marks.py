"""Marks of Markdown: text from outside is shown letter for letter, whatever it holds (CommonMark 0.31, 2.4, 2.5; GitHub's extensions)."""

import re
from collections.abc import Iterable, Sequence

from mastercheck.render.plain import one_line

MARK = re.compile(r"[\\`*_\[\]#|~$]|^[-+=>:]|(?<=^www)\.|(?<=\Wwww)\.|:(?=//|[\w+-]+:)", re.IGNORECASE)
"""What could begin markup, a formula, a link, an emoji or, at the beginning, a block; `<` and `&` become entities."""

LISTED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
"""A number that would begin a list."""

CALL = re.compile(r"(@|\\#)(?=\w)")
"""What a code host takes for a person or a number of its own, even where it is escaped."""

UNSEEN_SPACE = "\u200b"


def escape(text: str) -> str:
    """Return text as one line of Markdown that shows it and does nothing: no markup, no HTML, no link, no mention of a person."""
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    marked = LISTED.sub(r"\1\\", MARK.sub(r"\\\g<0>", line))
    return CALL.sub(rf"\1{UNSEEN_SPACE}", marked)


def tabulate(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> str:
    """Return a table of cells that are escaped here.

    Args:
        head: the titles of the columns.
        rows: as long as the head.
        right: the columns that are aligned at the right: figures.
    """
    aligned = frozenset(right)
    rule = ["---:" if column in aligned else "---" for column in range(len(head))]
    lines = [head, rule, *([escape(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
