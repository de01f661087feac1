"""A document made ready to be compared: the words of its own running text as keys, and where each stands.

Left out are title block, contents, headings, headers and footers, literature, hidden and deleted text, quotations, and text that the
author did not write (template and catalogue). A word is a stretch of letters and digits; its key is the same for its forms and for both
spellings of English, so that small changes and another file format do not hide it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from mastercheck.language.pipeline import PLAIN, stem
from mastercheck.model.blocks import Paragraph, ParagraphKind, Zone
from mastercheck.model.document import Document
from mastercheck.model.location import Location, shorten
from mastercheck.similarity.shingles import LENGTH, Keys, shingle

ZONES = frozenset(
    {
        Zone.ABSTRACT,
        Zone.BODY,
        Zone.TABLES,
        Zone.CAPTIONS,
        Zone.FOOTNOTES,
        Zone.ENDNOTES,
        Zone.TEXT_BOXES,
        Zone.APPENDICES,
    }
)
KINDS = frozenset({ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM, ParagraphKind.CAPTION})

BLOCK_QUOTE = re.compile(r"quot|zitat|cita(?:at|t|z|\b)|block ?text", re.IGNORECASE)
"""Part of the name of a style for quotations, as Word calls it in several languages (Quote, Intense Quote, Zitat, Citaat, Citation)."""

INDENT = 14.0
"""Points from which on a paragraph that is indented at both sides is a block quotation, where it is no item of a list."""

QUOTED = re.compile(
    "[\u201c\u201e\u00ab][^\u201c\u201d\u201e\u00ab\u00bb]{1,2000}[\u201c\u201d\u00bb]"
    "|(?<!\\w)\u2018(?!\\d\\ds\\b)(?:[^\u2018\u2019]|(?<=\\w)\u2019(?=\\w)){1,2000}\u2019(?!\\w)"
    r'|(?<![\w"])"(?=\S)[^"]{1,2000}(?<=\S)"(?!\w)'
    r"|(?<![\w'])'(?=\S)(?!\d\ds\b)(?:[^']|(?<=\w)'(?=\w)){1,2000}(?<=\S)'(?!\w)"
)
"""A quotation in a paragraph: between double or single marks, curly or straight; an apostrophe is none, nor one before a decade ('90s)."""

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
REMEMBERED = 1 << 17
"""Words whose keys are remembered: those of a cohort, and no more in documents of any size."""

BREAK = 0
"""The key that stands for whatever is left out."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Text:
    """The words of a document that are compared.

    Attributes:
        path: of the document, as the user gave it.
        keys: of the words in reading order; BREAK where something is left out.
        spots: for each word its paragraph, as an index into `paragraphs`, and where it begins and ends in its text, in characters.
        paragraphs: place (without a quote) and text of each paragraph that has words here.
    """

    path: str
    keys: Keys
    spots: NDArray[np.int32]
    paragraphs: tuple[tuple[Location, str], ...]

    @property
    def words(self) -> int:
        """How many words are compared."""
        return int(np.count_nonzero(self.keys))

    def locate(self, start: int, end: int) -> tuple[Location, int | None]:
        """Return the place of the words from `start` up to `end`, quoted, and the number of their last paragraph; both ends are words."""
        (first, begin, _), (last, _, stop) = self.spots[start].tolist(), self.spots[end - 1].tolist()
        texts = [text for _, text in self.paragraphs[first : last + 1]]
        texts[-1] = texts[-1][:stop]
        texts[0] = texts[0][begin:]
        return replace(self.paragraphs[first][0], quote=shorten(" ".join(texts))), self.paragraphs[last][0].paragraph


def prepare(document: Document, path: str, known: Keys | None = None) -> Text:
    """Return the words of a document that are compared.

    Args:
        document: as read.
        path: as the user gave it.
        known: shingles of text that no author wrote, such as `known_shingles` gives.
    """
    keys: list[int] = [BREAK]
    spots: list[tuple[int, int, int]] = [(-1, 0, 0)]
    paragraphs: list[tuple[Location, str]] = []
    for paragraph in document.paragraphs():
        if not _is_own(paragraph):
            keys.append(BREAK)
            spots.append((-1, 0, 0))
            continue
        paragraphs.append((paragraph.location(""), paragraph.text))
        for key, start, end in _read(paragraph.text):
            keys.append(key)
            spots.append((len(paragraphs) - 1, start, end))
    array = np.array(keys, dtype=np.uint64)
    if known is not None:
        array = _leave_out(array, known)
    return Text(path=path, keys=array, spots=np.array(spots, dtype=np.int32), paragraphs=tuple(paragraphs))


def keys_of(texts: Iterable[str]) -> Keys:
    """Return the keys of the words of texts, quotations included, with a break after each text."""
    keys = [key for text in texts for key in (*(key_of(match[0]) for match in WORD.finditer(text.translate(PLAIN))), BREAK)]
    return np.array(keys, dtype=np.uint64)


@lru_cache(REMEMBERED)
def key_of(word: str) -> int:
    """Return the key of a word: the same number on every machine, and the same for its forms."""
    return int.from_bytes(blake2b(stem(word).encode("utf-8", "replace"), digest_size=8).digest()) or 1


def _is_own(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is running text in the author's own words."""
    if paragraph.zone not in ZONES or paragraph.kind not in KINDS:
        return False
    look = paragraph.format
    indented = paragraph.list_level is None and min(look.indent_left, look.indent_right) >= INDENT
    return not indented and not BLOCK_QUOTE.search(look.style)


def _read(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield key, start and end of each word; one break for each quotation."""
    quotations = [match.span() for match in QUOTED.finditer(text)]
    at = 0
    for match in WORD.finditer(text.translate(PLAIN)):
        while at < len(quotations) and quotations[at][1] <= match.start():
            at += 1
            yield BREAK, match.start(), match.start()
        if at == len(quotations) or match.end() <= quotations[at][0]:
            yield key_of(match[0]), *match.span()
    for _ in quotations[at:]:
        yield BREAK, len(text), len(text)


def _leave_out(keys: Keys, known: Keys) -> Keys:
    """Return keys with breaks in the place of all words that stand in a known shingle."""
    found = np.flatnonzero(np.isin(shingle(keys), known))
    covered = np.zeros(len(keys), dtype=bool)
    for step in range(LENGTH):
        covered[found + step] = True
    return np.where(covered, np.uint64(BREAK), keys)
