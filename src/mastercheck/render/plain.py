"""Plain text: what reaches a terminal cannot command it, and what is long is broken into lines."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import PurePath

HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that a terminal obeys instead of showing them: control characters but for tab and line feed, and those that end lines or turn
the direction of writing (Unicode Standard Annex 9); also halves of surrogate pairs, which cannot be written at all."""


def harmless(text: str) -> str:
    r"""Return text whose control characters are spelled out: "\x1b" for an escape."""
    return HARMFUL.sub(_spell, text)


COMMAND = re.compile(r"^(\s*:)(?=:)|(##)(?=\[)", re.MULTILINE)
"""What a CI runner obeys in a line of a log: two colons at its beginning, or two number signs and a bracket anywhere (GitHub Actions)."""


def defuse(text: str) -> str:
    """Return text of which no line is a command to a CI runner: a space parts the signs that would begin one."""
    return COMMAND.sub(r"\1\2 ", text)


def one_line(text: str) -> str:
    """Return text on one line, its control characters made harmless."""
    return " ".join(harmless(text).split())


def _spell(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - where Python's own notation changes


def name(path: PurePath) -> str:
    """Return a path in quotation marks, as a sentence names it; whole, because its end tells most."""
    return f'"{harmless(str(path)).replace(chr(10), " ")}"'


NAMED = 3
"""Files that a message names; of more it says how many."""


def name_some(paths: Sequence[PurePath]) -> str:
    """Return the names of the first few paths in quotation marks, and how many more there are."""
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    return ", ".join(name(path) for path in paths[:NAMED]) + more


def fill(text: str, width: int, *, indent: str = "") -> str:
    """Return text broken into lines of at most `width` characters; its own lines stay apart, and what is indented stays so."""
    return "\n".join(_fill_line(line, width, indent) for line in text.splitlines())


def _fill_line(line: str, width: int, indent: str) -> str:
    own = indent + line[: len(line) - len(line.lstrip())]
    return textwrap.fill(
        line.strip(), max(width, 20), initial_indent=own, subsequent_indent=own, break_long_words=False, break_on_hyphens=False
    )


def tabulate(rows: Sequence[Sequence[str]], *, right: Iterable[int] = (), width: int | None = None, indent: str = "") -> str:
    """Return rows as aligned columns, two spaces apart.

    Args:
        rows: of equally many cells; control characters are made harmless.
        right: the columns that are aligned at the right: figures.
        width: of a whole line; a last column that goes beyond it is broken into lines.
        indent: stands before every line.
    """
    cells = [[harmless(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    aligned = frozenset(right)
    return "\n".join(_join(row, widths, aligned, width, indent) for row in cells)


def _join(row: Sequence[str], widths: Sequence[int], right: frozenset[int], width: int | None, indent: str) -> str:
    *first, last = [cell.rjust(w) if index in right else cell.ljust(w) for index, (cell, w) in enumerate(zip(row, widths, strict=True))]
    start = indent + "".join(f"{cell}  " for cell in first)
    if width is None:
        return (start + last).rstrip()
    lines = textwrap.wrap(last.strip(), max(width - len(start), 20)) or [""]
    return "\n".join([(start + lines[0]).rstrip(), *(" " * len(start) + line for line in lines[1:])])
