"""Which English a text is spelled in: words that British and American English spell otherwise, in the author's own running text.

Names (words with a capital), quotations and phrases that are not the author's are left out. A word of data/english.toml that ends in "_"
stands for a spelling that the other side has too in another sense: it speaks for nobody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache

from mastercheck.language.pipeline import load_data
from mastercheck.model.blocks import Paragraph, Zone
from mastercheck.model.document import Document

ZONES = frozenset({Zone.BODY, Zone.ABSTRACT, Zone.TABLES, Zone.FOOTNOTES, Zone.ENDNOTES, Zone.CAPTIONS})
REMEMBERED = 16384
"""Words that are remembered: those of a long report, and no more in a document of any size."""
_WORD = re.compile(r"(?<![\w@./\u2019'])[a-z]{4,}(?![\w@])")
_QUOTED = re.compile(r"[\u201c\"][^\u201c\u201d\"]{1,400}[\u201d\"]|\u2018[^\u2018\u2019]{1,400}\u2019(?!\w)")
_ENDINGS = "e|es|ed|er|ers|ing|ation|ations|ational|ationally"


class Side(StrEnum):
    """What a spelling speaks for."""

    BRITISH = "British"
    AMERICAN = "American"
    WITH_S = "-ise"
    WITH_Z = "-ize"


@dataclass(slots=True)
class Spellings:
    """The words of one side.

    Attributes:
        words: how often each occurs, in the order of the text.
        first: where the first stands.
    """

    words: dict[str, int] = field(default_factory=dict)
    first: tuple[Paragraph, str] | None = None

    @property
    def count(self) -> int:
        """How often they occur together."""
        return sum(self.words.values())

    def add(self, word: str, paragraph: Paragraph) -> None:
        """Note that a word occurs."""
        self.words[word] = self.words.get(word, 0) + 1
        self.first = self.first or (paragraph, word)


def find_spellings(document: Document, foreign: Iterable[str] = ()) -> dict[Side, Spellings]:
    """Return the words of each side.

    Args:
        document: as read.
        foreign: phrases that the author did not choose, such as the titles of exam specifications.
    """
    found = {side: Spellings() for side in Side}
    phrases = sorted({phrase for phrase in foreign if phrase}, key=len, reverse=True)
    others = re.compile("|".join(map(re.escape, phrases)) or r"(?!)", re.IGNORECASE)
    for paragraph in document.paragraphs():
        if paragraph.zone in ZONES:
            for word in _WORD.findall(_QUOTED.sub(" ", others.sub(" ", paragraph.text))):
                side = side_of(word)
                if side:
                    found[side].add(word, paragraph)
    return found


@cache
def _sides() -> dict[str, Side]:
    return dict(_listed(load_data("english.toml")["pairs"]))


def _listed(pairs: dict[str, str]) -> Iterator[tuple[str, Side]]:
    for british, american in pairs.items():
        yield british, Side.BRITISH
        yield american, Side.AMERICAN


@cache
def _roots() -> re.Pattern[str]:
    roots = "|".join(sorted(load_data("spelling.toml")["ise_roots"], key=len, reverse=True))
    return re.compile(rf"(?:{roots})([sz])(?:{_ENDINGS})")


@lru_cache(REMEMBERED)
def side_of(word: str) -> Side | None:
    """Return what a word in lower case speaks for."""
    ending = _roots().fullmatch(word)
    if ending:
        return Side.WITH_S if ending[1] == "s" else Side.WITH_Z
    return _sides().get(word)
