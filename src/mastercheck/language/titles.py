"""How well a heading fits a subject: titles compared by the stems of their words that carry meaning."""

import re
from functools import cache

from rapidfuzz import fuzz

from mastercheck.language.pipeline import load_data, stem

LEAST_FIT = 0.5
"""Below this a heading says nothing about a subject."""
SURE_FIT = 0.65
"""From this on a heading is about the subject and no other."""
SCATTERED = 0.64
"""By what a fit is multiplied where the words of a title stand apart or in another order: "roads on the map" is no road map."""

_WORD = re.compile(r"[^\W_]+")
_TYPO = 90
_KEPT = {"it": "IT", "learned": "learned", "learnt": "learned"}
"""Words whose form matters: IT is no pronoun, and what one learned is not what one wants to learn."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load_data("titles.toml")[name])


@cache
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


@cache
def fit(heading: str, titles: tuple[str, ...]) -> float:
    """Return how well a heading fits the best of the titles, from 0 to 1: 1 where it says the same words."""
    return max((_fit(heading, title) for title in titles), default=0.0)


def _fit(heading: str, title: str) -> float:
    words, wanted = content(heading), content(title)
    if not words or not set(wanted) <= set(words):
        close = fuzz.ratio(" ".join(words), " ".join(wanted))
        return close / 100 if close >= _TYPO and min(len(words), len(wanted)) > 1 else 0.0
    share = len(set(wanted)) / len(set(words))
    return share if _follows(_stems(heading), _stems(title)) else share * SCATTERED


def _follows(stems: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether a title stands in a heading word for word, or has but one word to look for."""
    return len(wanted) == 1 or any(stems[at : at + len(wanted)] == wanted for at in range(len(stems) - len(wanted) + 1))


@cache
def _stems(title: str) -> tuple[str, ...]:
    return tuple([_meaning(word) for word in _WORD.findall(title)])
