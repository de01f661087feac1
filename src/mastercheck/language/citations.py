"""Citations in the text and entries of the literature list, as far as they can be told for certain.

Four styles are known: author and year in brackets ("(Kotter, 1996; van Bon et al., 2007a)"), author in the sentence ("Kotter (1996)"),
numbers in square brackets ("[2, 4-6]"), and notes (language/note_citations.py). Designations of standards, clause numbers, spans of years,
dates and sums are no citations.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from weakref import WeakKeyDictionary

import tomli

from mastercheck.language.note_citations import parse_reference
from mastercheck.language.particulars import plain
from mastercheck.language.template_text import without_template
from mastercheck.model.blocks import Paragraph, ParagraphKind, Zone
from mastercheck.model.document import Document

CITING_ZONES = frozenset(
    {Zone.BODY, Zone.ABSTRACT, Zone.CAPTIONS, Zone.TABLES, Zone.FOOTNOTES, Zone.ENDNOTES, Zone.TEXT_BOXES, Zone.APPENDICES}
)
NOTES = frozenset({Zone.FOOTNOTES, Zone.ENDNOTES})
HIGHEST_NUMBER = 300
"""A higher number in square brackets is none of a literature list."""

_DESIGNATION = re.compile(
    r"\b(?:ISO|IEC|IEEE|EN|NEN|BS|DIN|ANSI|NIST)(?:[/ -](?:IEC|IEEE|TR|TS|SP|EN|ISO|DIS|FDIS))*[ -]?\d[\d.-]*(?::\s?\d{4})?"
)
_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
_BRACKET = re.compile(r"\(([^()]{4,300})\)|\[([^\[\]]{4,300})\]")
_CAPITAL = r"[^\W\d_a-z][^\W\d_]*(?:['\u2019\u2010\u2011-][^\W\d_]+)*"
_LOCATOR = r"(?:[,:;]\s?[^()\d]{0,12}\d[^()]{0,20})?"
_NUMBERS = re.compile(r"\[(\d{1,3}(?:\s?[-\u2013,;]\s?\d{1,3}){0,20})\]")
_JOINED = re.compile(r"(?<=\d\])\s?[-\u2013]\s?(?=\[\d)")
"""Between two numbers in brackets of their own: "[1]-[3]" is one span."""
_SPLIT_AUTHORS = re.compile(r",\s*(?:and|&|en|und|et)\s+|\s+(?:and|&|en|und|et)\s+|,\s*|\s+et\s+al\.?")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_ACRONYM = re.compile(r"\s*\[[^\[\]]{2,15}\]$")
_ENTRY_NUMBER = re.compile(r"^\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s*")
_ENTRY_YEAR = re.compile(rf"(?<![\d:/-])({_YEAR})\b")
_WORD = re.compile(r"[^\W_]+")
_NOTABLE = 4
"""Letters of a word that gives an acronym an initial ("of", "and", "the" give none); the shortest acronym has one letter less."""
_LONGEST_ACRONYM = 8


_LONGEST_NAME = 6
"""Words of an organization's name that is cited, at most."""
_BEFORE = 12
"""Letters before a name in which the word before it is found."""


class Style(StrEnum):
    """How a citation is written."""

    BRACKET = "bracket"
    NARRATIVE = "narrative"
    NUMBER = "number"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A work that the text cites.

    Attributes:
        text: as it is written.
        author: the first author's surname or the organization, plain (lower case, no accents); "" for a number.
        key: the year with its suffix, "" for one that is not known, or the number.
        sure: it can hardly be anything else.
    """

    text: str
    author: str
    key: str
    style: Style
    sure: bool
    paragraph: Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A work of the literature list.

    Attributes:
        number: typed or automatic; "" without one.
        head: plain text before the year, at most 120 letters: authors or organization.
        years: all years in it, with suffixes.
    """

    text: str
    number: str
    head: str
    years: frozenset[str]
    paragraph: Paragraph


@cache
def _places() -> tuple[list[str], ...]:
    """Return the words after which a name is a place's."""
    return tuple([word] for word in _words()["before_places"])


@cache
def _ending() -> re.Pattern[str]:
    """Return what parts authors from years at the end of a bracket; what stands for a year that is not known is one."""
    year = rf"(?:{_YEAR}|{'|'.join(map(re.escape, sorted(_words()['undated'])))})"
    return re.compile(
        rf"^(?P<authors>.{{2,120}}?)(?P<comma>,?)\s+(?P<years>{year}(?:\s?(?:,|and|&)\s?{year})*)(?P<rest>(?:[,:;]|\s+(?:p|ch|cl|§|in)).*)?$"
    )


@cache
def _lead_ins() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_words()["lead_ins"], key=len, reverse=True)))
    return re.compile(rf"^(?:(?:{words})[\s,:]+)+", re.IGNORECASE)


@cache
def _narrative() -> re.Pattern[str]:
    """Return what finds authors in the sentence before a year in brackets; particles of names stand in lower case or not."""
    particles = "|".join(sorted(_words()["particles"] - {"al"}, key=len, reverse=True))
    name = rf"(?:\b(?:{particles})\s){{0,2}}\b{_CAPITAL}"
    joint = r"(?:,\s(?:(?:and|&)\s)?|\s(?:and|&|en|und|et)\s)"
    return re.compile(rf"({name}(?:{joint}{name}){{0,5}}(?:\set\sal\.?)?)\s\(({_YEAR}(?:,\s{_YEAR}){{0,3}}){_LOCATOR}\)")


@cache
def _words() -> dict[str, frozenset[str]]:
    data = tomli.loads(resources.files(__package__).joinpath("data/citations.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


_CITATIONS: WeakKeyDictionary[Document, tuple[Citation, ...]] = WeakKeyDictionary()


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Return every citation of the text, in order; those by number only where square brackets hold nothing but numbers.

    They are looked for once while the document lives.
    """
    found = _CITATIONS.get(document)
    if found is None:
        found = _CITATIONS[document] = _find_citations(document)
    return found


def _find_citations(document: Document) -> tuple[Citation, ...]:
    return tuple(
        citation
        for paragraph in document.paragraphs()
        if paragraph.zone in CITING_ZONES and paragraph.kind is not ParagraphKind.HEADING
        for citation in _citations(paragraph)
    )


def _citations(paragraph: Paragraph) -> Iterator[Citation]:
    text = paragraph.text
    noted = tuple(_in_note(paragraph)) if paragraph.zone in NOTES else ()
    if noted:
        yield from noted  # what stands in brackets then is where and when the work appeared
        return
    if "(" not in text and "[" not in text:
        return
    bare = _DESIGNATION.sub(lambda match: " " * len(match[0]), text)
    for match in _BRACKET.finditer(bare):
        for part in re.split(r";", match[1] or match[2]):
            yield from _in_bracket(part.strip(), paragraph)
    if paragraph.zone is not Zone.TABLES:
        yield from _in_sentence(bare, paragraph)
    for match in _NUMBERS.finditer(_JOINED.sub("-", text).replace("]-[", "-")):
        for number in _spread(match[1]):
            yield Citation(text=match[0], author="", key=str(number), style=Style.NUMBER, sure=True, paragraph=paragraph)


def _in_note(paragraph: Paragraph) -> Iterator[Citation]:
    for part in paragraph.text.split(";"):
        found = parse_reference(part)
        author = _clean(found[0]) if found else ""
        if found and author:
            yield Citation(text=part.strip(), author=author, key=found[1], style=Style.NOTE, sure=found[2], paragraph=paragraph)


def _in_bracket(part: str, paragraph: Paragraph) -> Iterator[Citation]:
    match = _ending().match(part)
    if not match or re.search(r"[\d=<>]", match["authors"]):
        return
    author = _clean(match["authors"])
    if not author:
        return
    sure = bool(match["comma"]) or bool(re.search(r"\sand\s|&|et\sal", match["authors"]))
    for year in re.findall(_YEAR, match["years"]) or ("",):
        yield Citation(text=part, author=author, key=year, style=Style.BRACKET, sure=sure, paragraph=paragraph)


def _in_sentence(bare: str, paragraph: Paragraph) -> Iterator[Citation]:
    for match in _narrative().finditer(bare):
        author = _clean(match[1])
        if author and _WORD.findall(plain(bare[max(0, match.start() - _BEFORE) : match.start()]))[-1:] not in _places():
            sure = bool(re.search(r"\sand\s|&|et\sal", match[1]))
            for year in re.findall(_YEAR, match[2]):
                yield Citation(text=match[0], author=author, key=year, style=Style.NARRATIVE, sure=sure, paragraph=paragraph)


def _clean(authors: str) -> str:
    """Return the first author of a bracket, plain; "" where these are no authors."""
    said = _lead_ins().sub("", authors.strip())
    first = _SPLIT_AUTHORS.split(said)[0].strip(" .,'\u2019\u201c\u201d\"")
    first = _POSSESSIVE.sub("", _ACRONYM.sub("", first))
    words = first.split()
    heads = [word for word in words if plain(word) not in _words()["particles"]]
    if not heads or len(words) > _LONGEST_NAME or not heads[0][0].isupper():
        return ""
    if not _words()["not_authors"].isdisjoint(_WORD.findall(plain(first))[:1]):
        return ""
    return plain(first)


def _spread(numbers: str) -> Iterator[int]:
    """Yield the numbers of "2, 4-6"."""
    for part in re.split(r"[,;]", numbers):
        ends = [int(end) for end in re.findall(r"\d+", part)]
        if ends and ends[-1] <= HIGHEST_NUMBER:
            yield from range(ends[0], ends[-1] + 1)


def find_entries(document: Document) -> tuple[Entry, ...]:
    """Return the entries of the literature list, a paragraph each."""
    return tuple(
        _entry(paragraph, without_template(paragraph.text))
        for paragraph in document.paragraphs()
        if paragraph.zone is Zone.LITERATURE and paragraph.kind is not ParagraphKind.HEADING and without_template(paragraph.text)
    )


def _entry(paragraph: Paragraph, text: str) -> Entry:
    typed = _ENTRY_NUMBER.match(text)
    number = (typed[1] or typed[2]) if typed else "".join(re.findall(r"\d+", paragraph.list_label))
    rest = text[typed.end() :] if typed else text
    year = _ENTRY_YEAR.search(rest)
    head = rest[: year.start()] if year and year.start() else rest
    return Entry(text=text, number=number, head=plain(head)[:120], years=frozenset(_ENTRY_YEAR.findall(rest)), paragraph=paragraph)


class Literature:
    """The entries of a literature list, found by number or by author without looking at each.

    Attributes:
        entries: in the order of the list.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._numbers: dict[str, list[int]] = {}
        self._heads: dict[str, set[int]] = {}
        self._initials: dict[str, set[int]] = {}
        for place, entry in enumerate(self.entries):
            self._numbers.setdefault(entry.number, []).append(place)
            words = _WORD.findall(entry.head)
            for word in words:
                self._heads.setdefault(word, set()).add(place)
            initials = "".join(word[0] for word in words if len(word) >= _NOTABLE)
            for end in range(_NOTABLE - 1, min(len(initials), _LONGEST_ACRONYM) + 1):
                self._initials.setdefault(initials[:end], set()).add(place)

    def by_author(self, author: str) -> set[int]:
        """Return the places of the entries whose head has all words of a name, or whose head it abbreviates."""
        words = [word for word in _WORD.findall(author) if word not in _words()["particles"]]
        named = [self._heads.get(word, set()) for word in words]
        found = set[int].intersection(*named) if named else set[int]()
        return found | self._initials.get(author, set())

    def cited_by(self, citation: Citation) -> set[int]:
        """Return the places of the entries that a citation is of: same number, or same author and year; no year is any year."""
        if citation.style is Style.NUMBER:
            return set(self._numbers.get(citation.key, ()))
        return {place for place in self.by_author(citation.author) if _same_year(citation.key, self.entries[place].years)}


def _same_year(key: str, years: frozenset[str]) -> bool:
    return not key or not years or key in years or key[:4] in years
