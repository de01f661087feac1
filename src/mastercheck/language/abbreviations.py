"""Abbreviations in capitals: where each is first used in running text, and where it is explained.

An abbreviation is explained by "(ABC)" after words, by words in brackets after it, by a line or cell of its own in a list, by words such as
"stands for", or where words occur whose first letters are its own. What stands beside another capitalised word may be a name: it is no use.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from mastercheck.language.pipeline import load_data
from mastercheck.model.blocks import Paragraph, ParagraphKind, Zone
from mastercheck.model.document import Document

READ = frozenset({Zone.BODY, Zone.ABSTRACT, Zone.TABLES, Zone.FOOTNOTES, Zone.ENDNOTES, Zone.CAPTIONS, Zone.HEADINGS, Zone.APPENDICES})
"""Zones in which an explanation may stand."""
_LETTERS = r"([A-Z]{2,6})"
_LENGTHS = range(2, 7)
_USED = re.compile(rf"(?<![\w&/.\u2019'-]){_LETTERS}s?(?![\w&/-])")
_NAME_BEFORE = re.compile(r"(?:[a-z0-9,;)]\s[A-Z][\w\u2019'-]*|[A-Z]{2,})\s$")
_NAME_AFTER = re.compile(r"\s[A-Z][\w-]")
_NO_NAME = re.compile(r"\s[A-Z]{2,}s?\b")
_BRACKETED = re.compile(rf"\(\W?(?:the\s)?{_LETTERS}s?\b")
_TOLD = re.compile(rf"\b{_LETTERS}s?\s(?:\(\W?\w|(?:stands\sfor|is\sshort\sfor|means)\s)|^\W*{_LETTERS}\W*?(?:$|\s?[:=\u2013\t-])")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_NAME, _BEFORE_BRACKET = 30, 120
"""Letters before a use, or a bracket, that are looked at."""
_SHOUTED = 0.5
"""Share of capitals in a paragraph from which on it is written in capitals."""
_SHORTEST = 3
"""Letters of the shortest word that gives an abbreviation a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """An abbreviation that running text uses.

    Attributes:
        uses: how often.
        first: the paragraph of the first use.
        explained: number of the paragraph of the first explanation; None where there is none.
        certain: that explanation is words with these first letters and the abbreviation in brackets.
    """

    letters: str
    uses: int
    first: Paragraph
    explained: int | None
    certain: bool


def find_abbreviations(document: Document, known: Collection[str]) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that running text uses, in order, those that every reader knows and those of the title left out."""
    titled = {letters for paragraph in document.paragraphs() if _is_title(paragraph) for letters in _USED.findall(paragraph.text)}
    paragraphs = [paragraph for paragraph in document.paragraphs() if paragraph.zone in READ and paragraph.text.strip()]
    uses: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.zone is Zone.BODY and paragraph.kind is not ParagraphKind.HEADING:
            for letters in _uses(paragraph.text):
                if letters not in known and letters not in titled:
                    uses.setdefault(letters, []).append(paragraph)
    explained = _explain(paragraphs, uses)
    return tuple(
        Abbreviation(letters=letters, uses=len(listed), first=listed[0], explained=number, certain=certain)
        for letters, listed in uses.items()
        for number, certain in [explained.get(letters, (None, False))]
    )


def _is_title(paragraph: Paragraph) -> bool:
    return paragraph.zone is Zone.TITLE_BLOCK or paragraph.kind is ParagraphKind.TITLE


def _uses(text: str) -> list[str]:
    if sum(map(str.isupper, text)) > _SHOUTED * sum(map(str.isalpha, text)):
        return []
    return [match[1] for match in _USED.finditer(text) if not _in_name(text, match)]


def _in_name(text: str, match: re.Match[str]) -> bool:
    after = _NAME_AFTER.match(text, match.end()) and not _NO_NAME.match(text, match.end())
    return bool(after or _NAME_BEFORE.search(text[max(0, match.start() - _BEFORE_NAME) : match.start()]))


def _explain(paragraphs: Iterable[Paragraph], wanted: Collection[str]) -> dict[str, tuple[int, bool]]:
    """Return for each abbreviation that is explained the number of the paragraph, and whether it is spelled out before a bracket."""
    found: dict[str, tuple[int, bool]] = {}
    if wanted:
        for paragraph in paragraphs:
            for letters, certain in _explanations(paragraph.text, wanted):
                found.setdefault(letters, (paragraph.number, certain))
    return found


def _explanations(text: str, wanted: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Yield the abbreviations that a paragraph explains, those that it spells out before a bracket first."""
    for match in _BRACKETED.finditer(text):
        spelled = _initials(text[max(0, match.start() - _BEFORE_BRACKET) : match.start()])
        yield match[1], any(initials.endswith(match[1]) for initials in spelled)
    for first, second in _TOLD.findall(text):
        yield first or second, False
    for initials in _initials(text):
        for length in _LENGTHS:
            for start in range(len(initials) - length + 1):
                if initials[start : start + length] in wanted:
                    yield initials[start : start + length], False


def _initials(text: str) -> Sequence[str]:
    """Return the first letters of the words of a text, in capitals: of all, and of those that carry meaning."""
    words = _WORD.findall(text)
    small = _small()
    long = [word for word in words if len(word) >= _SHORTEST and not word.isupper()]
    return tuple({"".join(word[0] for word in some).upper() for some in (long, [word for word in long if word.lower() not in small])})


@cache
def _small() -> frozenset[str]:
    return frozenset(load_data("english.toml")["small_words"])
