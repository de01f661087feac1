"""Which part of a document a heading opens, known by its name; the names themselves are data (data/regions.toml)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import tomli

from mastercheck.model.blocks import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionNames:
    """The names of regions.toml, normalised.

    Attributes:
        exact: name to the region that it opens.
        joiners: words that join two names in one title.
        lettered: matches a title such as "appendix b".
        captions: matches what stands before a caption's text: word, number, separator.
        chapters: matches "Chapter 3" at the beginning of a heading.
    """

    exact: dict[str, Zone]
    joiners: re.Pattern[str]
    lettered: re.Pattern[str]
    captions: re.Pattern[str]
    chapters: re.Pattern[str]


def normalise(title: str) -> str:
    """Return a title as names are compared: one space between words, lower case, no number before and no punctuation at its ends."""
    line = " ".join(unicodedata.normalize("NFKC", title[:200]).casefold().split())
    return re.sub(r"^[\divx]{1,4}(?:\.\d{1,3})*[.):]?\s(?=\S)", "", line).strip(" .:;,*_[]()-\u2013\u2014")


@cache
def region_names() -> RegionNames:
    """Load the names once."""
    data = tomli.loads(resources.files(__package__).joinpath("data/regions.toml").read_text(encoding="utf-8"))
    zones = {"literature": Zone.LITERATURE, "appendices": Zone.APPENDICES, "abstract": Zone.ABSTRACT, "contents": Zone.CONTENTS}
    number = r"(?:\d{1,3}(?:[.\-]\d{1,3}){0,3}|[a-z](?:[.\-]?\d{1,3})?|[ivx]{1,5})"
    return RegionNames(
        exact={name.casefold(): zone for key, zone in zones.items() for name in data[key]["names"]},
        joiners=_joiners(data["joiners"]),
        lettered=re.compile(rf"(?:{_either(data['appendices']['lettered'])})(?:\s{number}(?:\b|$)|\s?[.:\u2013\u2014-]\s)"),
        captions=re.compile(
            rf"(?:{_either(data['captions']['words'])})(?:\.?\s{{1,3}}{number}|\.?\d{{1,3}})(?![^\W_])(\s?[.:|\u2013\u2014-]|\s)?",
            re.IGNORECASE,
        ),
        chapters=re.compile(
            rf"((?:{_either(data['chapters']['words'])})\s(?:\d{{1,2}}|[ivx]{{1,5}}))\b\s?[.:\u2013\u2014-]?\s*", re.IGNORECASE
        ),
    )


def region_of(*titles: str) -> Zone | None:
    """Return the region that a heading of one of these titles opens; None for one of the body."""
    for title in titles:
        zone = _region_of(normalise(title))
        if zone:
            return zone
    return None


@lru_cache(maxsize=4096)
def _region_of(title: str) -> Zone | None:
    names = region_names()
    if title in names.exact:
        return names.exact[title]
    if names.lettered.match(title):
        return Zone.APPENDICES
    zones = {names.exact.get(part.strip()) for part in names.joiners.split(title)}
    return zones.pop() if len(zones) == 1 else None


def _either(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _joiners(words: list[str]) -> re.Pattern[str]:
    letters = [word for word in words if word.isalpha()]
    signs = [word for word in words if not word.isalpha()]
    return re.compile(rf"\s(?:{_either(letters)})\s|\s?(?:{_either(signs)})\s?")
