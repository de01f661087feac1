"""The particulars of a title block: version, date, name and title, told apart line by line."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

_LABEL = re.compile(
    r"^\s*([^\W\d_][\w /'\u2019-]{0,28}?)\s*[:\u2013\u2014-]\s+(.*\S)\s*$|^\s*([^\W\d_][\w /'\u2019-]{0,28}?):\s*(.*\S)\s*$"
)
_DIGITS_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}年\d{1,2}月(?:\d{1,2}日)?)\b|\d{4}年\d{1,2}月"
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_PIECES = re.compile(r"\s*[/|;·•,]\s*|\s+[\u2013\u2014-]\s+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[a-z]?\b")
_NAME_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['\u2019.-])*,?$")
_PARTICLES = frozenset(
    {
        "al",
        "ap",
        "bin",
        "binti",
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "la",
        "le",
        "ní",
        "ó",
        "of",
        "op",
        "ten",
        "ter",
        "the",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "zur",
        "'t",
    }
)
_TITLES_OF_PEOPLE = re.compile(r"^(?:mr|mrs|ms|dr|ir|drs|ing|prof|dipl|eng|m\.?sc|b\.?sc)\.?\s+", re.IGNORECASE)
_NAME_WORDS = range(2, 7)
_LONGEST_VERSION_LINE = 25


@dataclass(frozen=True, slots=True)
class Particulars:
    """Words by which particulars are known, without accents and in lower case."""

    version: re.Pattern[str]
    months: re.Pattern[str]
    labels: dict[str, frozenset[str]]


@cache
def _known() -> Particulars:
    data = tomllib.loads(resources.files(__package__).joinpath("data/particulars.toml").read_text(encoding="utf-8"))
    months = sorted({plain(month) for names in data["months"].values() for month in names}, key=len, reverse=True)
    words = "|".join(sorted({plain(word) for word in data["version"]}, key=len, reverse=True))
    return Particulars(
        version=re.compile(rf"(?:^|[^\w])(?:{words})\W{{0,3}}(?:no\.?\s*)?(?:\d|final\b)"),
        months=re.compile(rf"(?:^|[^\w])(?:{'|'.join(months)})(?![\w])"),
        labels={part: frozenset(plain(label) for label in data[f"{part}_labels"]) for part in ("name", "date", "title")},
    )


def plain(text: str) -> str:
    """Return a text in lower case and without accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _labelled(line: str, part: str) -> str:
    """Return what stands after a label of a particular; "" where the line has none."""
    match = _LABEL.match(line)
    if not match:
        return ""
    label, value = (match[1] or match[3]), (match[2] or match[4])
    return value if plain(label).strip() in _known().labels[part] else ""


def is_version(line: str) -> bool:
    """Return whether a line gives a version ("Version 1.0", "Draft 2", "v0.3")."""
    return len(line.split()) <= _LONGEST_VERSION_LINE and bool(_known().version.search(plain(line)))


def is_date(line: str) -> bool:
    """Return whether a line gives a date: digits, or a month's name with a year."""
    if _DIGITS_DATE.search(line):
        return True
    return bool(_YEAR.search(line) and _known().months.search(plain(line)))


def is_name(text: str) -> bool:
    """Return whether a text reads as a person's name: two to six words in capitals, particles aside."""
    by = re.match(r"^[Bb]y\s+(.*)$", text.strip())
    value = _TITLES_OF_PEOPLE.sub("", by[1] if by else text.strip())
    words = value.split()
    if len(words) not in _NAME_WORDS or is_date(value) or is_version(value) or _NUMBER.search(value):
        return False
    heads = [word for word in words if plain(word) not in _PARTICLES]
    return bool(heads) and all(_NAME_WORD.match(word) and word[0].isupper() for word in heads) and plain(words[0]) not in {"the", "of"}


def find_particulars(lines: Sequence[str], titled: Iterable[str] = ()) -> dict[str, int]:
    """Return the number of the line that gives each particular that was found: version, date, name, title.

    Args:
        lines: of the title block, in order. A line may give several particulars ("Ada Lovelace, version 2, 4 May 2018").
        titled: lines that a style marks as the title.
    """
    marked = set(titled)
    firsts = {
        "version": _first(lines, is_version),
        "date": _first(lines, is_date),
        "title": _first(lines, lambda line: line in marked or bool(_labelled(line, "title"))),
    }
    found = {part: number for part, number in firsts.items() if number is not None}
    name = _find_name(lines, marked, found.get("title"))
    if name is not None:
        found["name"] = name
    if "title" not in found:
        others = [number for number, line in enumerate(lines) if number not in found.values() and len(line.split()) > 1]
        found.update({"title": others[0]} if others else {})
    return found


def _first(lines: Sequence[str], test: Callable[[str], bool]) -> int | None:
    return next((number for number, line in enumerate(lines) if test(line)), None)


def _find_name(lines: Sequence[str], marked: set[str], title: int | None) -> int | None:
    """Return the line that gives a name: one with a label, else the likeliest piece of a line.

    A title can read as a name ("Reliance On Record"), but it stands first, or in capitals, and has no version or date beside it.
    """
    labelled = _first(lines, lambda line: bool(_labelled(line, "name")))
    if labelled is not None:
        return labelled
    candidates = [
        (line.isupper(), number == 0, number)
        for number, line in enumerate(lines)
        if line not in marked and number != title and any(is_name(piece) for piece in _PIECES.split(line))
    ]
    best = min(candidates, default=None)
    return best[2] if best and not (len(lines) > 1 and best[1] and title is None and len(candidates) == 1) else None
