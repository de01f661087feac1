"""Persons: the name and the version within a line of a title block, and whether two ways of writing a name mean one person."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

import tomli

from mastercheck.language.particulars import is_date, is_name, is_version, plain, without_place

LABEL = re.compile(r"^[^\W\d_][^:\d]{0,28}:\s*(?=\S)")
"""What a line may begin with: "Name:", "Author of the report:"."""

BY = re.compile(r"^by\s+", re.IGNORECASE)
PIECES = re.compile(r"\s*[/|;·•,\t\n]\s*|\s+[\u2013\u2014-]\s+")
VERSION_WORD = re.compile(r"^v[^\W\d_]*\W{0,3}(?=\d)", re.IGNORECASE)
"""The word before a version's number: "Version 2", "v0.3", "Versie: 1"."""

LONGEST = 6
"""Words of a name at most."""


def find_person(line: str) -> str:
    """Return the name in a line that gives one ("Name: Ada Lovelace, version 2"); the whole line where it cannot be told apart."""
    value = BY.sub("", LABEL.sub("", " ".join(line.split())))
    placeless = without_place(value).rstrip(" ,/|;·")
    pieces = [
        BY.sub("", piece)
        for piece in (placeless, *PIECES.split(placeless), *PIECES.split(value))
        if not (is_version(piece) or is_date(piece))
    ]
    return next((piece for piece in (*pieces, *_begin(value)) if is_name(piece)), value)


def _begin(value: str) -> Iterator[str]:
    """Yield the beginnings of a line, the longest first."""
    words = value.split()
    return (" ".join(words[:count]) for count in range(min(LONGEST, len(words)), 1, -1))


def find_version(line: str) -> str:
    """Return the version in a line that gives one, without the word before its number: "2" for "Version 2", but "Draft 2"."""
    value = " ".join(line.split())
    pieces = [piece.strip() for piece in PIECES.split(value) if is_version(piece)]
    found = LABEL.sub("", min(pieces, key=len, default=value))
    return VERSION_WORD.sub("", found)


def identify(name: str) -> str:
    """Return what all ways to write a person's name have in common: capitals, accents, titles, marks and order do not count."""
    bare = _honorifics().sub("", plain(name).strip())
    return " ".join(sorted(re.findall(r"[^\W\d_]+|\d+", bare)))


@cache
def _honorifics() -> re.Pattern[str]:
    """Return what precedes a name and is none ("Dr.", "Ms"), in lower case and without accents."""
    data = tomli.loads(resources.files("mastercheck.language").joinpath("data/particulars.toml").read_text(encoding="utf-8"))
    words = sorted((re.escape(plain(word)) for word in data["honorifics"]), key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(words)})(?:\.\s*|\s+))+")
