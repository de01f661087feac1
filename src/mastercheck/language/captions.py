"""Captions by their sort and number ("Figure 3", "Tab. 2.1"), and where the text refers to them."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mastercheck.language.particulars import plain
from mastercheck.model.blocks import Paragraph, ParagraphKind, Zone
from mastercheck.model.document import Document

REFERRING = frozenset(
    {Zone.BODY, Zone.ABSTRACT, Zone.TABLES, Zone.FOOTNOTES, Zone.ENDNOTES, Zone.TEXT_BOXES, Zone.APPENDICES, Zone.CAPTIONS, Zone.HEADINGS}
)
NEAR = 3
"""Paragraphs of running text before and after a caption in which "the table below" may speak of it."""
HIGHEST = 300
"""A higher number is none of a caption ("Table 2018")."""
_FIGURE = r"[A-Z]?\d{1,3}(?:[.-]\d{1,3}){0,3}"
_JOINT = r"\s?(?:,|;|&|/|-|\u2013|and|to|en|und|et|y|e)\s?"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A caption.

    Attributes:
        sort: the first word of its group ("figure" for "Fig."), or its own word where no group has it.
        number: as it is written ("3", "2.1", "A1"); "" for one without.
        near: words of the running text around it, plain.
        led_in: the running text before it ends with a colon.
    """

    paragraph: Paragraph
    sort: str
    label: str
    number: str
    near: frozenset[str]
    led_in: bool


def find_captions(document: Document, sorts: Iterable[Collection[str]]) -> tuple[Caption, ...]:
    """Return the captions that begin with a known word, in order, those of lists of figures left out.

    Args:
        document: as read.
        sorts: the words for figures, for tables and so on, the first of each group naming it.
    """
    names = _names(sorts)
    paragraphs = list(document.paragraphs())
    running = [place for place, paragraph in enumerate(paragraphs) if paragraph.zone is Zone.BODY and _is_text(paragraph)]
    return tuple(_captions(paragraphs, running, names))


def _captions(paragraphs: Sequence[Paragraph], running: Sequence[int], names: Mapping[str, str]) -> Iterator[Caption]:
    start = re.compile(rf"\W*({_either(names)})\b\.?\s*({_FIGURE}(?!\w))?", re.IGNORECASE)
    for place, paragraph in enumerate(paragraphs):
        if paragraph.kind is not ParagraphKind.CAPTION or paragraph.zone is Zone.CONTENTS:
            continue
        match = start.match(f"{paragraph.list_label} {paragraph.text}".strip())
        if match:
            before = bisect_left(running, place)
            beside = [paragraphs[at].text for at in running[max(0, before - NEAR) : before + NEAR]]
            yield Caption(
                paragraph=paragraph,
                sort=names[plain(match[1])],
                label=match[0].strip(" .:"),
                number=match[2] or "",
                near=frozenset(_WORD.findall(plain(" ".join(beside)))),
                led_in=before > 0 and paragraphs[running[before - 1]].text.rstrip().endswith(":"),
            )


def find_references(document: Document, sorts: Iterable[Collection[str]]) -> frozenset[tuple[str, str]]:
    """Return the sorts and numbers of the captions that the text refers to, captions referring to others included."""
    names = _names(sorts)
    pattern = re.compile(rf"\b({_either(names)})(?:s|es|n|en)?\b\.?\s*({_FIGURE}(?:{_JOINT}{_FIGURE}){{0,9}})", re.IGNORECASE)
    referred: set[tuple[str, str]] = set()
    for paragraph in document.paragraphs():
        if paragraph.zone in REFERRING:
            said = paragraph.text
            start = 0 if paragraph.kind is not ParagraphKind.CAPTION else len(said) - len(said.lstrip()) + 1
            for match in pattern.finditer(said, start):
                referred.update((names[plain(match[1])], number) for number in _spread(match[2]))
    return frozenset(referred)


def _names(sorts: Iterable[Collection[str]]) -> Mapping[str, str]:
    """Return the name of the group of each word."""
    return {plain(word): plain(next(iter(group))) for group in sorts for word in group}


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.kind in {ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM} and bool(paragraph.text.strip())


def _spread(said: str) -> Iterator[str]:
    """Yield the numbers of "1, 3-5 and 2.1", those between the ends of a span included, and a number that only looks like a span."""
    yield from re.findall(_FIGURE, said)
    yield from re.findall(r"\d{1,3}(?:\.\d{1,3})*", said)
    for first, last in re.findall(r"(?<![\d.])(\d{1,3})\s?(?:-|\u2013|to)\s?(\d{1,3})(?![\d.])", said):
        yield from map(str, range(int(first), min(int(last), HIGHEST) + 1))
