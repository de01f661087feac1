"""Quotes found in the text that they were taken from, whatever became of its blanks and hyphens on the way."""

import re
from array import array
from collections.abc import Iterator
from typing import Final

_KEPT: Final = re.compile("[^\\s\u00ad\u200b\u2010\u2011-]+")
"""Letters that count. Others may stand between two of them, or may not: blanks that were joined, hyphens at the end of a line."""


class Quotable:
    """A text that quotes are found in. What they are compared with is made once, and each is looked for once, however often it is meant."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters = "".join(_KEPT.findall(text))
        self._places = array("L")
        """Where each of the letters stands in the text."""
        for kept in _KEPT.finditer(text):
            self._places.extend(range(*kept.span()))
        self._found: dict[str, tuple[tuple[int, int], ...]] = {}

    def find(self, quote: str, turn: int = 0) -> tuple[int, int] | None:
        """Return where a quote begins and ends in the text; None where it does not stand there.

        Args:
            quote: some letters of the text, perhaps shortened at its end (model.location.shorten).
            turn: which of several occurrences is meant, from 0; the last one where there are fewer.
        """
        if quote not in self._found:
            self._found[quote] = self._find_all("".join(_KEPT.findall(quote.removesuffix("…"))))
        found = self._found[quote]
        return found[min(turn, len(found) - 1)] if found else None

    def _find_all(self, letters: str) -> tuple[tuple[int, int], ...]:
        if not letters or letters not in self._letters:
            return ()
        return tuple(self._occurrences(letters, whole=True)) or tuple(self._occurrences(letters, whole=False))

    def _occurrences(self, letters: str, *, whole: bool) -> Iterator[tuple[int, int]]:
        """Yield where letters stand that do not overlap; as whole words alone, or as parts of words, too."""
        at = self._letters.find(letters)
        while at >= 0:
            begin, end = self._places[at], self._places[at + len(letters) - 1] + 1
            fits = not whole or self._is_whole(begin, end)
            if fits:
                yield begin, end
            at = self._letters.find(letters, at + (len(letters) if fits else 1))

    def _is_whole(self, begin: int, end: int) -> bool:
        text = self._text
        cut_before = text[begin].isalnum() and _continues(text[begin - 1 : begin])
        return not cut_before and not (text[end - 1].isalnum() and _continues(text[end : end + 1]))


def _continues(sign: str) -> bool:
    """Return whether a sign belongs to a word; none does not."""
    return sign.isalnum() or sign == "_"


def find_quote(text: str, quote: str, turn: int = 0) -> tuple[int, int] | None:
    """Return where a quote begins and ends in a text that no other quote is looked for in; as `Quotable.find` does."""
    return Quotable(text).find(quote, turn)
