"""Quotations: whether two people who copied the same words copied the same, however their programs write them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from mastercheck.language.pipeline import PLAIN
from mastercheck.model.location import part_label

UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Characters without width: soft hyphens, and places at which a line may or may not end."""

EDGE = re.compile(r"^\W+|\W+$")
"""Marks at either end of a word."""

ELLIPSIS = "..."
OVERLAP = 4
"""Words that must agree where a quotation begins in the midst of a shortened one and goes on beyond its end."""


def storable(text: str) -> str:
    """Return text as a file can hold it: halves of surrogate pairs, as in a file name whose bytes are no text, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def level(text: str) -> str:
    """Return text without what two copies of it may differ in: capitals, white space, the form of quotes, dashes and letters."""
    plain = unicodedata.normalize("NFKC", UNSEEN.sub("", text).translate(PLAIN)).casefold()
    return " ".join(plain.split())


def holds(text: str, quote: str) -> bool:
    """Return whether a text holds quoted words, one after another, whatever marks stand between them.

    Args:
        text: a quotation itself, which ends in an ellipsis where it was shortened: the words may then go on beyond its end.
        quote: an ellipsis in it stands for any words.
    """
    parts = [found for part in level(quote).split(ELLIPSIS) if (found := _split(part))]
    if not parts:
        return level(quote) in level(text)
    shortened = level(text).endswith(ELLIPSIS)
    words, start = _split(text), 0
    for part in parts:
        start = _find(words, part, start, beyond=shortened and part is parts[-1])
        if start < 0:
            return False
    return True


def stands_above(headings: Iterable[str], wanted: str) -> bool:
    """Return whether a heading is among others, or each of "Project > Risks" among them in that order; numbers do not matter."""
    titles = [_name(heading) for heading in headings]
    return _follow(titles, [wanted]) or _follow(titles, wanted.split(" > "))


def _split(text: str) -> list[str]:
    return [word for one in level(text).split() if (word := EDGE.sub("", one))]


def _find(words: Sequence[str], part: Sequence[str], start: int, *, beyond: bool) -> int:
    """Return the place after the first occurrence of a part among words; -1 for none."""
    for at in range(start, len(words)):
        there = words[at : at + len(part)]
        if there == part:
            return at + len(part)
        if beyond and len(there) < len(part) and there == part[: len(there)] and (at == 0 or len(there) >= OVERLAP):
            return len(words)
    return -1


def _name(heading: str) -> str:
    return level(part_label(heading)[1])


def _follow(titles: Iterable[str], wanted: Iterable[str]) -> bool:
    left = iter(titles)
    return all(any(_is_same(title, _name(one)) for title in left) for one in wanted)


def _is_same(title: str, wanted: str) -> bool:
    return title.startswith(wanted[: -len(ELLIPSIS)].rstrip()) if wanted.endswith(ELLIPSIS) else title == wanted
