"""What a style is, known by its name or id in any interface language; the names are data (style_names.toml)."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

import tomli

_LEVELLED = re.compile(r"(.*?)([1-9])")


class StyleRole(StrEnum):
    """What a built-in style is for, as far as it matters here."""

    HEADING = "heading"
    TITLE = "title"
    CAPTION = "caption"
    CONTENTS_ENTRY = "contents_entry"
    CONTENTS_TITLE = "contents_title"
    LIST_OF_FIGURES = "list_of_figures"


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A role with its level, from 1; 0 for a role without levels."""

    role: StyleRole
    level: int = 0


@cache
def _names() -> dict[StyleRole, frozenset[str]]:
    data = tomli.loads(resources.files("mastercheck.readers.docx").joinpath("style_names.toml").read_text(encoding="utf-8"))
    return {role: frozenset(_plain(name) for name in data[role.value]) for role in StyleRole}


def _plain(name: str) -> str:
    """Return a name without case, accents, spaces and punctuation; letters of other scripts stay."""
    letters = unicodedata.normalize("NFKD", name.split(",", 1)[0].casefold())
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(maxsize=4096)
def role_of(name: str) -> NamedRole | None:
    """Return the role of a style by its name or id; None for one that is not built in."""
    plain = _plain(name)
    names = _names()
    levelled = _LEVELLED.fullmatch(plain)
    if levelled:
        for role in (StyleRole.HEADING, StyleRole.CONTENTS_ENTRY):
            if levelled[1] in names[role]:
                return NamedRole(role, int(levelled[2]))
    for role in (StyleRole.TITLE, StyleRole.CAPTION, StyleRole.CONTENTS_TITLE, StyleRole.LIST_OF_FIGURES):
        if plain in names[role]:
            return NamedRole(role)
    return None
