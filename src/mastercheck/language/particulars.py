"""The particulars of a title block: version, date, name and title, told apart line by line and piece by piece.

The words by which they are known are data (data/particulars.toml).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import tomli

from mastercheck.language.regions import region_of

_LABEL = re.compile(r"^\s*([^\W\d_][\w /'\u2019.-]{0,28}?)(?:\s*:\s*|\s+[\u2013\u2014-]\s+)(\S.*)$")
_DATE = re.compile(
    r"""
    \b\d{1,2}(?P<sign>[./-])\s?\d{1,2}(?P=sign)\s?(?:\d{4}|\d{2})\b
    | \b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b | \b(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\b
    | \b\d{1,2}[. -]\s?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[. -]\s?\d{4}\b
    | \bQ[1-4][ /-]?(?:19|20)\d\d\b | (?:19|20)\d\d年\d{1,2}月
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT_YEAR = re.compile(r"['\u2019-]\d\d\b")
_PIECES = re.compile(r"\s*[/|;·•,]\s*|\s+[\u2013\u2014-]\s+")
_NUMBER = re.compile(r"\d")
_NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['\u2019.-])*$")
_CJK_NAME = re.compile(r"^[\u4e00-\u9fff\uac00-\ud7af]{2,5}$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4}")
_BY = re.compile(r"^[Bb]y\s+")
_NAME_WORDS = range(2, 7)
_LONGEST_VERSION_LINE = 25
_TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of data/particulars.toml, without accents and in lower case, made ready."""

    version: re.Pattern[str]
    numbered: re.Pattern[str]
    months: re.Pattern[str]
    honorifics: re.Pattern[str]
    states: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    generic: frozenset[str]
    labels: dict[str, frozenset[str]]
    place: re.Pattern[str]


@cache
def _known() -> _Known:
    data = tomli.loads(resources.files(__package__).joinpath("data/particulars.toml").read_text(encoding="utf-8"))
    months = {plain(month) for names in data["months"].values() for month in names}
    states = "|".join(sorted(map(re.escape, map(plain, data["states"])), key=len, reverse=True))
    numbered, lettered = _either(data["version"]), _either(data["lettered"])
    return _Known(
        version=re.compile(
            rf"(?:^|[^\w])(?:(?:{numbered})\W{{0,3}}(?:no\.?\s*)?(?:\d|(?:{states})\b)|(?:{lettered})\W{{0,3}}[a-h](?!\w))|^\d{{1,2}}\.\d{{1,2}}$"
        ),
        numbered=re.compile(rf"^(?:{_either(data['version_labels'])})\W{{0,3}}\d{{1,3}}(?!\d)"),
        months=re.compile(rf"(?:^|[^\w])(?:{_either(months)})(?!\w)"),
        honorifics=re.compile(rf"^(?:(?:{_either(data['honorifics'])})(?:\.\s*|\s+))+"),
        states=frozenset(map(plain, data["states"])),
        particles=frozenset(map(plain, data["particles"])),
        not_names=frozenset(map(plain, data["not_names"])),
        generic=frozenset(map(plain, data["generic"])),
        labels={part: frozenset(map(plain, data[f"{part}_labels"])) for part in ("name", "date", "title", "version", "other")},
        place=re.compile(
            rf"[^,/|;·]{{0,60}},\s*(?:the\s+)?(?:{'|'.join(map(re.escape, data['countries']))})\s*(?=[,/|;·]|$)", re.IGNORECASE
        ),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, {plain(word) for word in words}), key=len, reverse=True))


def plain(text: str) -> str:
    """Return a text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join([letter for letter in parted if not unicodedata.combining(letter)])


def _labelled(line: str, part: str) -> str:
    """Return what stands after a label of a particular; "" where the line has none."""
    match = _LABEL.match(line)
    return match[2] if match and plain(match[1]).strip(" .") in _known().labels[part] else ""


def is_version(line: str) -> bool:
    """Return whether a line gives a version ("Version 1.0", "Draft 2", "v0.3", "Rev. B", "Final version")."""
    if len(line.split()) > _LONGEST_VERSION_LINE:
        return False
    pieces = [plain(piece) for piece in _pieces(line)]
    return any(piece in _known().states or _known().version.search(piece) for piece in pieces) or bool(_labelled(line, "version"))


def _is_numbered(line: str) -> bool:
    """Return whether a line gives the version's number after what says that it is one: better than a bare "Final draft"."""
    return is_version(line) and any(_known().numbered.match(plain(piece.strip())) for piece in _pieces(line))


def is_date(line: str) -> bool:
    """Return whether a line gives a date: digits, a quarter or a month's name with its year, or a year after a label."""
    if _DATE.search(line):
        return True
    if _YEAR.search(line) or _SHORT_YEAR.search(line):
        return bool(_known().months.search(plain(line))) or bool(_YEAR.search(_labelled(line, "date")))
    return False


def is_name(text: str) -> bool:
    """Return whether a text reads as a person's name.

    That is two to six words in capitals, particles aside, of which none belongs to a title or an organization; or, in a script without
    capitals, such words or two to five signs. What heads a part of a document ("Works Cited") is no name, nor is a place with its country.
    """
    if region_of(text) or without_place(text) != text:
        return False
    value = _BY.sub("", text.strip())
    title = _known().honorifics.match(plain(value))
    value = value[title.end() :] if title else value
    words = value.replace(",", " ").split()
    if _CJK_NAME.match(value):
        return True
    if len(words) not in _NAME_WORDS or _NUMBER.search(value) or is_version(value):
        return False
    heads = [word for word in words if plain(word) not in _known().particles]
    return bool(heads) and all(map(_is_name_word, heads))


def without_place(line: str) -> str:
    """Return a line without a place that stands before its country ("Ghent, Belgium"), which reads as a name."""
    return _known().place.sub("", line) if "," in line else line


def _is_name_word(word: str) -> bool:
    if not _NAME_WORD.match(word) or plain(word).strip(".") in _known().not_names:
        return False
    return not word[0].islower() or plain(word).partition("-")[0] in _known().particles


def _pieces(line: str) -> Iterator[str]:
    return (piece for piece in (line, *_PIECES.split(line)) if piece.strip())


def _is_new(word: str) -> bool:  # noqa: ARG001 - where no text is known, no word of it is
    return False


def find_particulars(lines: Sequence[str], titled: Iterable[str] = (), is_ordinary: Callable[[str], bool] = _is_new) -> dict[str, int]:
    """Return the number of the line that gives each particular that was found: version, date, name, title.

    Args:
        lines: of the title block, in order. A line may give several particulars ("Ada Lovelace, version 2, 4 May 2018").
        titled: lines that a style marks as the title.
        is_ordinary: tells whether the text has a word, in lower case, as one of the language. Such words alone are nobody's name, unless
            something before them says so ("Name:", "By", "Mr.").
    """
    marked = {line for line in titled if not is_generic(line)}
    found = {
        "version": _first(lines, _is_numbered, is_version),
        "date": _first(lines, is_date, lambda line: any(_YEAR.fullmatch(piece) for piece in _pieces(line))),
        "title": _first(lines, lambda line: line in marked, lambda line: bool(_labelled(line, "title"))),
    }
    found["name"] = _find_name(lines, found["title"], is_ordinary)
    if found["title"] is None:
        found["title"] = _find_title(lines, found["name"])
    return {part: number for part, number in found.items() if number is not None}


def is_generic(line: str) -> bool:
    """Return whether a line says no more than what kind of document it is ("Master report"), or which part ("Contents")."""
    if region_of(line):
        return True
    words = re.findall(r"[^\W\d_]+", plain(line))
    return all(word in _known().generic or word in _known().particles for word in words)


def _first(lines: Sequence[str], *tests: Callable[[str], bool]) -> int | None:
    """Return the first line that passes the first of the tests that any line passes."""
    found = (number for test in tests for number, line in enumerate(lines) if test(line))
    return next(found, None)


def _find_name(lines: Sequence[str], title: int | None, is_ordinary: Callable[[str], bool]) -> int | None:
    """Return the line that gives a name: one with a label, else the likeliest.

    A title can read as a name ("Reliance On Record"), but it stands first, or in capitals.
    """
    labelled = _first(lines, lambda line: bool(_labelled(line, "name")))
    if labelled is not None:
        return labelled
    lead = _first(lines, lambda line: not (is_generic(line) or is_version(line) or is_date(line))) if title is None else None
    candidates = [
        (line.isupper(), number == lead, number)
        for number, line in enumerate(lines)
        if number != title and not _labelled(line, "other") and _gives_name(line, is_ordinary)
    ]
    return min(candidates)[2] if candidates else None


def _gives_name(line: str, is_ordinary: Callable[[str], bool]) -> bool:
    return any(is_name(piece) and not _is_common(piece, is_ordinary) for piece in _pieces(without_place(line)))


def _is_common(name: str, is_ordinary: Callable[[str], bool]) -> bool:
    """Return whether a name is made of words of the language alone, and nothing says that it is one."""
    if _BY.match(name.strip()) or _known().honorifics.match(plain(name)):
        return False
    words = [word.strip(".").lower() for word in name.replace(",", " ").split()]
    return all(is_ordinary(word) for word in words if plain(word) not in _known().particles)


def _find_title(lines: Sequence[str], name: int | None) -> int | None:
    """Return the first line with something that is none of the other particulars and more than the kind of document."""
    return _first(lines, lambda line: _is_title(line, named=name is not None and line == lines[name]))


def _is_title(line: str, *, named: bool) -> bool:
    if any(_labelled(line, part) for part in ("name", "date", "version", "other")):
        return False
    pieces = [piece for piece in _PIECES.split(line) if not (is_version(piece) or is_date(piece) or (named and is_name(piece)))]
    return any((len(piece.split()) >= _TITLE_WORDS or _CJK.search(piece)) and not is_generic(piece) for piece in pieces)
