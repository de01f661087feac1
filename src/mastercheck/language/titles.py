"""How well a heading fits a subject: titles compared by the stems of their words that carry meaning."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from mastercheck.language.pipeline import load_data, stem

LEAST_FIT = 0.5
"""Below this a heading says nothing about a subject."""
SURE_FIT = 0.65
"""From this on a heading is about the subject and no other."""
SCATTERED = 0.64
"""By what a fit is multiplied where the words of a title stand apart or in another order: "roads on the map" is no road map."""
HEAD = 0.8
"""By what a fit is multiplied where only the words before a preposition are the title: "goals for the yard" are goals."""
REMEMBERED = 8192
"""Titles and comparisons that are remembered: those of a long report with all subjects, and no more in a document of any size."""

_WORD = re.compile(r"[^\W_]+")
_TYPO = 90
_MOST_LETTERS = 8
"""Letters by which titles may differ in length and still be as alike as a slip of the pen leaves them."""
_KEPT = {"it": "IT", "learned": "learned", "learnt": "learned"}
"""Words whose form matters: IT is no pronoun, and what one learned is not what one wants to learn."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load_data("titles.toml")[name])


@lru_cache(REMEMBERED)
def content(title: str, *, whole: bool = False) -> tuple[str, ...]:
    """Return the stems of a title's words that carry meaning; all of them where none does. "IT" in capitals is kept.

    Args:
        title: any text.
        whole: keep the words that every report uses in its headings: the title is no heading.
    """
    stems = _stems(title)
    empty = _words("function_words") if whole else _words("function_words") | _words("empty_in_headings")
    return tuple([word for word in stems if word not in empty] or stems)


def _meaning(word: str) -> str:
    if word == "IT" or word.casefold() in {"learned", "learnt"}:
        return _KEPT[word.casefold()]
    return stem(word)


@dataclass(frozen=True, slots=True)
class _Title:
    """A title made ready to be compared: its stems, those that carry meaning, and these as a set and as a line."""

    stems: tuple[str, ...]
    words: tuple[str, ...]
    meant: frozenset[str]
    line: str


@lru_cache(REMEMBERED)
def _prepared(title: str) -> _Title:
    words = content(title)
    return _Title(_stems(title), words, frozenset(words), " ".join(words))


@lru_cache(REMEMBERED)
def fit(heading: str, titles: tuple[str, ...]) -> float:
    """Return how well a heading fits the best of the titles, from 0 to 1: 1 where it says the same words."""
    wanted = [_prepared(title) for title in titles]
    whole = _best(heading, wanted)
    head = _head(heading) if whole < HEAD else ""
    return max(whole, HEAD * _best(head, wanted)) if head else whole


def _head(heading: str) -> str:
    """Return what stands before the first preposition of a heading: its subject. "" where nothing or everything does."""
    words = heading.split()
    end = next((at for at, word in enumerate(words) if word.casefold() in _prepositions()), 0)
    return " ".join(words[:end])


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(load_data("titles.toml")["prepositions"])


def _best(heading: str, titles: Sequence[_Title]) -> float:
    ready = _prepared(heading)
    return max((_fit(ready, title) for title in titles), default=0.0)


def _fit(heading: _Title, title: _Title) -> float:
    if heading.meant and title.meant <= heading.meant:
        share = len(title.meant) / len(heading.meant)
        return share if _follows(heading.stems, title.stems) else share * SCATTERED
    if min(len(heading.words), len(title.words)) > 1 and abs(len(heading.line) - len(title.line)) <= _MOST_LETTERS:
        close = fuzz.ratio(heading.line, title.line, score_cutoff=_TYPO)
        return close / 100
    return 0.0


def _follows(stems: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether a title stands in a heading word for word, or has but one word to look for."""
    return len(wanted) == 1 or any(stems[at : at + len(wanted)] == wanted for at in range(len(stems) - len(wanted) + 1))


@lru_cache(REMEMBERED)
def _stems(title: str) -> tuple[str, ...]:
    return tuple([_meaning(word) for word in _WORD.findall(title)])
