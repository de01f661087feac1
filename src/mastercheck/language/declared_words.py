"""Word counts that a document states of itself: "Word count: 6,012", "aantal woorden 6.012", "(6012 words)".

A statement is a whole line: a label, a sign and a figure; on the title page and in headers and footers the sign may be missing and
label and figure may change places or stand in neighbouring cells. A line that speaks of a limit ("Words: 6000 (maximum)") states no count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mastercheck.model.blocks import Paragraph, Zone
from mastercheck.model.document import Document
from mastercheck.model.location import Location

_FIGURE = r"(?P<figure>\d{1,3}(?:[.,'\u2019\u00a0\u202f ]\d{3})+|\d{2,7})(?![\d.,]?\d)"
_ASIDE = r"(?:\s*[(\[][^()\[\]]{0,60}[)\]])?"
_SIGN = r"\s*(?::|=|\u2013|\u2014|\s-\s)\s*"
_HEDGE = r"(?:[^\W\d_]{1,13}\.?\s+|[~\u2248]\s*)?"
_LONGEST_LINE = 120
_AT_THE_EDGE = frozenset({Zone.TITLE_BLOCK, Zone.HEADERS_FOOTERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredWords:
    """A word count that a document states.

    Attributes:
        words: the figure.
        text: the line, as it stands there.
    """

    words: int
    text: str
    location: Location


def find_declared_words(document: Document, labels: Iterable[str], units: Iterable[str], limits: Iterable[str]) -> Iterator[DeclaredWords]:
    """Yield the word counts that a document states, in reading order.

    Args:
        document: as read.
        labels: what stands before a figure ("word count").
        units: what stands after one ("words").
        limits: words of a line that states a limit and no count ("maximum").
    """
    label, unit, limit = (_either(words) for words in (labels, units, limits))
    stated = re.compile(rf"\W*{label}{_ASIDE}{_SIGN}{_HEDGE}{_FIGURE}(?:\s*{unit})?{_ASIDE}\W*", re.IGNORECASE)
    at_the_edge = re.compile(
        rf"\W*(?:{label}{_ASIDE}(?:{_SIGN}|\s+){_HEDGE}|{_HEDGE}(?=[\d.,'\u2019\s]*{unit})){_FIGURE}(?:\s*{unit})?{_ASIDE}\W*",
        re.IGNORECASE,
    )
    excluded = re.compile(limit, re.IGNORECASE)
    before = ""
    for paragraph in (*document.paragraphs(), *document.furniture):
        edge = paragraph.zone in _AT_THE_EDGE
        for line in _lines(paragraph):
            pattern = at_the_edge if edge else stated
            match = pattern.fullmatch(line) or (pattern.fullmatch(f"{before} {line}") if edge and before else None)
            if match and not excluded.search(line):
                words = int(re.sub(r"\D", "", match["figure"]))
                yield DeclaredWords(words=words, text=line, location=paragraph.location(line))
            before = line


def _lines(paragraph: Paragraph) -> Iterator[str]:
    for line in re.split(r"[\n\f\v\t|]", paragraph.text):
        text = line.strip()
        if text and len(text) <= _LONGEST_LINE:
            yield text


def _either(words: Iterable[str]) -> str:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return rf"(?<!\w)(?:{listed})(?!\w)"
