"""Masks: texts in which the names of candidates are replaced, however they are written there.

A text is taken word by word. A part of a name is one where it begins with a capital and is no initial ("Lovelace's plan"), or where another
part of the same name stands beside it ("ada.lovelace@example.com", "A. Lovelace"). So a word of the language that is also somebody's name
is replaced, too: better a word too many than a name.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mastercheck.candidates.persons import identify
from mastercheck.language.particulars import plain

WORD = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[\W_]{0,3}")
"""What may stand between two parts of a name: "Lovelace, Ada", "A. Lovelace", "Jean-Pierre"."""

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that put no blanks between words, so that a name is found in the midst of a text."""

SHORTEST = 3
"""Letters of a part of a name that is replaced where it stands alone; a shorter one is a word or an initial of every text."""

BARE = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"})
AROUND = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""How letters are written where they are wanting: without their marks, or around them."""


@dataclass(frozen=True, kw_only=True)
class Mask:
    """What replaces names in texts.

    Attributes:
        codes: what stands for each name, by the name; where several have a part in common, the first one is taken.
        kept: a name of which no part is replaced, whoever else has it.
    """

    codes: Mapping[str, str]
    kept: str = ""

    def cover(self, text: str) -> str:
        """Return a text in which the names are replaced; one that holds none is returned as it is."""
        composed = unicodedata.normalize("NFC", text)
        covered = self._cover(composed)
        return text if covered == composed else covered

    def _cover(self, text: str) -> str:
        for name, code in self._unspaced:
            text = text.replace(name, code) if name != self.kept else text
        words = list(WORD.finditer(text))
        pieces, end, number = [], 0, 0
        while number < len(words):
            taken, code = self._find(words, number, text)
            if taken:
                pieces += [text[end : words[number].start()], code]
                end = words[number + taken - 1].end()
            number += taken or 1
        return "".join([*pieces, text[end:]])

    def _find(self, words: Sequence[re.Match[str]], start: int, text: str) -> tuple[int, str]:
        """Return how many words from one on are a name, and its code; 0 where none is."""
        found = [(self._measure(words, start, text, parts), code) for parts, code in self._persons_at(words[start][0])]
        return max(found, key=lambda one: one[0], default=(0, ""))

    def _persons_at(self, word: str) -> Iterable[tuple[frozenset[str], str]]:
        folded = fold(word)
        if len(folded) > 1:
            return self._by_part.get(folded, ())
        return self._by_initial.get(folded, ()) if word.isupper() else ()

    @staticmethod
    def _measure(words: Sequence[re.Match[str]], start: int, text: str, parts: frozenset[str]) -> int:
        """Return how many words from one on are different parts or initials of one name; 0 where they do not show that they mean it."""
        taken: list[str] = []
        for number in range(start, len(words)):
            word = words[number][0]
            beside = number == start or GAP.fullmatch(text, words[number - 1].end(), words[number].start())
            if not beside or fold(word) in map(fold, taken) or not _belongs(word, parts):
                break
            taken.append(word)
        return len(taken) if _mean_somebody(taken) else 0

    @cached_property
    def _unspaced(self) -> tuple[tuple[str, str], ...]:
        return tuple((name, code) for name, code in self.codes.items() if UNSPACED.search(name))

    @cached_property
    def _persons(self) -> tuple[tuple[frozenset[str], str], ...]:
        kept = _spell(self.kept)
        parted = ((_spell(name) - kept, code) for name, code in self.codes.items() if not UNSPACED.search(name))
        return tuple((parts, code) for parts, code in parted if parts)

    @cached_property
    def _by_part(self) -> Mapping[str, list[tuple[frozenset[str], str]]]:
        return _index((part, person) for person in self._persons for part in person[0])

    @cached_property
    def _by_initial(self) -> Mapping[str, list[tuple[frozenset[str], str]]]:
        return _index((letter, person) for person in self._persons for letter in {part[0] for part in person[0]})


def _belongs(word: str, parts: frozenset[str]) -> bool:
    """Return whether a word is a part of a name, or an initial of one."""
    folded = fold(word)
    return folded in parts or (len(folded) == 1 and word.isupper() and any(part[0] == folded for part in parts))


def _mean_somebody(taken: Iterable[str]) -> bool:
    """Return whether parts and initials of a name show that they mean it: two of its parts do, or one that is written as a name is."""
    written = [word for word in taken if len(fold(word)) > 1]
    if len({word.lower() for word in written}) > 1:
        return True
    return any(len(word) >= SHORTEST and word[0] != word[0].lower() for word in written)


def _index(pairs: Iterable[tuple[str, tuple[frozenset[str], str]]]) -> Mapping[str, list[tuple[frozenset[str], str]]]:
    index: dict[str, list[tuple[frozenset[str], str]]] = {}
    for key, person in pairs:
        index.setdefault(key, []).append(person)
    return index


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower case, without the marks of its letters."""
    return plain(word).translate(BARE)


@lru_cache(maxsize=4096)
def _spell(name: str) -> frozenset[str]:
    """Return the parts of a name as they may be written, folded; titles are none of them."""
    bare = identify(name).split()
    words = [word for word in WORD.findall(name) if plain(word) in bare]
    return frozenset(fold(written) for word in words for written in (word, word.lower().translate(AROUND)))
