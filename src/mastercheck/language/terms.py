"""Terms of the rulebook, found in words: an index of the words is made once, and each term looks itself up in it.

The syntax of a term (it stands in the rulebook's data):

    risk register          the words next to each other, by word form, in one sentence; hyphens and apostrophes part words
    do … differently       up to three other words between
    PDCA                   in capitals: case-sensitive
    I =learned|=learnt     this very form of the word, in any case
    chose|selected option  one word or another
    {number} {month}       a class of words (data/spelling.toml, and number, year, clause, date by form)
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from mastercheck.language.pipeline import Words, keys_of

GAP = 3
"""How many other words may stand where a term has an ellipsis."""

_PIECE = re.compile(r"…|[^\s…]+")
_JOINT = re.compile(r"[-/]")


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a term.

    Attributes:
        keys: of which a word there must have one.
        forms: how a word must be written that has one of the keys in `bound`, in lower case or as it stands in capitals.
        gap: how many other words may stand before it.
    """

    keys: frozenset[str]
    bound: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    gap: int = 0

    def stands(self, keys: tuple[str, ...], form: str) -> bool:
        """Return whether a word is one that the place asks for."""
        if not self.keys.isdisjoint(keys):
            return True
        return not self.bound.isdisjoint(keys) and (form in self.forms or form.casefold() in self.forms)


Term = tuple[Part, ...]


@cache
def compile_term(text: str) -> Term:
    """Return a term made ready to be found.

    Raises:
        ValueError: it holds no word, or a sign that is none.
    """
    parts: list[Part] = []
    gap = 0
    for piece in _PIECE.findall(text):
        if piece == "…":
            gap = GAP if parts else 0
            continue
        for words in [piece.split("|")] if "|" in piece else [[word] for word in _JOINT.split(piece)]:
            parts.append(_part(words, gap))
            gap = 0
    if not parts:
        raise ValueError(f"a term without a word: {text!r}")
    return tuple(parts)


def _part(words: Sequence[str], gap: int) -> Part:
    keys, bound, forms = set(), set(), set()
    for word in words:
        if word.startswith("{"):
            keys.add(word)
        elif word.startswith("="):
            bound.add(_key(word[1:]))
            forms.add(word[1:].casefold())
        elif word.isupper():
            bound.add(_key(word))
            forms.add(word)
        else:
            keys.add(_key(word))
    return Part(frozenset(keys), frozenset(bound), frozenset(forms), gap)


def _key(word: str) -> str:
    found = keys_of(word)
    if not found or _JOINT.search(word):
        raise ValueError(f"a term with a sign that is no word: {word!r}")
    return found[0]


@dataclass(frozen=True, slots=True)
class Index:
    """Where every key stands in a sequence of words.

    Attributes:
        places: of each key, ascending.
        keys, forms: of each word.
        sentence_ends: of each word, the index after the last word of its sentence.
        found: what was found, by term: subjects share many of theirs.
    """

    places: Mapping[str, Sequence[int]]
    keys: Sequence[tuple[str, ...]]
    forms: Sequence[str]
    sentence_ends: Sequence[int]
    found: dict[str, Sequence[tuple[int, int]]] = field(default_factory=dict)

    def find(self, term: str) -> Sequence[tuple[int, int]]:
        """Return the first and the last word of every place where a term stands, ascending.

        Raises:
            ValueError: it holds no word, or a sign that is none.
        """
        found = self.found.get(term)
        if found is None:
            found = self.found[term] = tuple(self._find(compile_term(term)))
        return found

    def _find(self, term: Term) -> Iterator[tuple[int, int]]:
        found = self._places(term[0])
        if len(term) == 1:
            yield from ((place, place) for place in found)
        elif found and all(self._occurs(part) for part in term[1:]):
            for place in found:
                last = self._follow(term, place)
                if last >= 0:
                    yield place, last

    def _occurs(self, part: Part) -> bool:
        """Return whether a part can stand anywhere at all: most terms end here, at the cost of a look-up or two."""
        return not (self.places.keys().isdisjoint(part.keys) and self.places.keys().isdisjoint(part.bound))

    def _places(self, part: Part) -> Sequence[int]:
        keys = [key for key in (*part.keys, *part.bound) if key in self.places]
        places = self.places[keys[0]] if len(keys) == 1 else sorted({place for key in keys for place in self.places[key]})
        if not part.bound:
            return places
        return [place for place in places if part.stands(self.keys[place], self.forms[place])]

    def _follow(self, term: Term, place: int) -> int:
        """Return where a term ends that may begin at a place; -1 where it does not stand there."""
        end = self.sentence_ends[place]
        keys, forms = self.keys, self.forms
        at = place
        for part in term[1:]:
            for candidate in range(at + 1, min(at + 2 + part.gap, end)):
                if part.stands(keys[candidate], forms[candidate]):
                    at = candidate
                    break
            else:
                return -1
        return at


def index_words(texts: Iterable[Words]) -> Index:
    """Return the index of texts that follow each other; a sentence ends where its text ends."""
    places: dict[str, list[int]] = {}
    keys: list[tuple[str, ...]] = []
    forms: list[str] = []
    ends: list[int] = []
    for words in texts:
        offset = len(keys)
        for first, last in pairwise((*words.sentences, len(words.keys))):
            ends.extend([offset + last] * (last - first))
        for word in words.keys:
            for key in word:
                places.setdefault(key, []).append(len(keys))
            keys.append(word)
        forms.extend(words.forms)
    return Index(places, keys, forms, ends)
