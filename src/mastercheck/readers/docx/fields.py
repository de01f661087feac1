"""Fields: what they show is text, their codes are not (ISO/IEC 29500-1 17.16.2)."""

from dataclasses import dataclass, field
from typing import Final

_LONGEST_CODE: Final = 10
"""Paragraphs over which a field's code may go on; a longer one was never closed, and would swallow the text."""
_CONTENTS: Final = frozenset({"TOC", "TOA", "INDEX"})


@dataclass(slots=True)
class _Field:
    """A complex field that is open.

    Attributes:
        shown: its separator has passed: what follows is its result.
        age: paragraphs since it began.
    """

    code: list[str] = field(default_factory=list)
    shown: bool = False
    age: int = 0

    @property
    def lists(self) -> bool:
        return is_contents("".join(self.code))


def is_contents(code: str) -> bool:
    """Return whether a field's code makes a list of contents, of figures, or an index."""
    return code.strip().split(" ", 1)[0].upper() in _CONTENTS


class Fields:
    """The complex fields that are open at a point of a story; they may go on over paragraphs and stand in each other."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._simple: list[bool] = []

    @property
    def visible(self) -> bool:
        """Whether text here is shown: it stands in no field's code."""
        return all(one.shown for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether text here is part of a list of contents."""
        return any(self._simple) or any(one.shown and one.lists for one in self._open)

    def next_paragraph(self) -> None:
        """Note that a paragraph begins, and give up the codes that never end."""
        if self._open:
            for one in self._open:
                one.age += 1
            self._open = [one for one in self._open if one.shown or one.age <= _LONGEST_CODE]

    def mark(self, kind: str | None) -> None:
        """Take a w:fldChar: "begin", "separate" or "end"."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
        elif kind == "end" and self._open:
            self._open.pop()

    def add_code(self, text: str) -> None:
        """Take a piece of the innermost field's code."""
        if self._open and not self._open[-1].shown:
            self._open[-1].code.append(text)

    def enter(self, code: str) -> None:
        """Enter a w:fldSimple."""
        self._simple.append(is_contents(code))

    def leave(self) -> None:
        """Leave a w:fldSimple."""
        self._simple.pop()
