"""Automatic labels of list items and headings ("3.", "2.1", "•"), which no text holds (ISO/IEC 29500-1 17.9)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mastercheck.readers.docx.layers import ParagraphLayer, TextLayer, paragraph_layer, text_layer
from mastercheck.readers.docx.names import Element, W, is_set, value_of, whole
from mastercheck.readers.docx.styles import StyleTable

_LEVELS = 9
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_GREATEST_ROMAN = 4000
_GREATEST_LETTER = 780
_PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list (w:lvl, 17.9.6).

    Attributes:
        pattern: of the label, with %1 to %9 for the numbers of the levels.
        restart: the level after which it starts anew, from 1; 0 for never; None for any level above it.
        legal: all numbers are shown in Arabic figures.
    """

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    paragraph: ParagraphLayer = field(default_factory=ParagraphLayer)
    text: TextLayer = field(default_factory=TextLayer)


@dataclass(slots=True)
class _List:
    """A w:num: which abstract list it is an instance of, and where it departs from it."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document; labels are given in the order of the text, since each goes on from the one before."""

    def __init__(self, root: Element | None, styles: StyleTable) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styles = styles
        for element in () if root is None else root.iterchildren(f"{W}abstractNum"):
            key = element.get(f"{W}abstractNumId", "")
            self._levels[key] = {
                int(level.get(f"{W}ilvl") or 0): _level(level) for level in element.iterchildren(f"{W}lvl") if _is_depth(level)
            }
            if link := value_of(element, "numStyleLink"):
                self._links[key] = link
        for element in () if root is None else root.iterchildren(f"{W}num"):
            self._lists[element.get(f"{W}numId", "")] = _list(element)

    def level_of_style(self, list_id: str, style_id: str) -> int:
        """Return the level of a list that belongs to a paragraph style; 0 where none is tied to it."""
        return next((depth for depth, level in self._abstract(list_id)[1].items() if level.style == style_id), 0)

    def level(self, list_id: str, depth: int) -> Level | None:
        """Return a level of a list; None where the list or the level is not defined."""
        found = self._lists.get(list_id)
        return None if found is None else found.levels.get(depth) or self._abstract(list_id)[1].get(depth)

    def label(self, list_id: str, depth: int) -> str:
        """Count one item on and return its label; "" where the list is not defined or shows none."""
        level = self.level(list_id, depth)
        if level is None:
            return ""
        counts = self._counted(list_id, depth, level)
        if level.format == "bullet":
            return "".join("•" if ord(letter) in _PRIVATE else letter for letter in level.pattern[:8]) or "•"
        if level.format == "none" and "%" not in level.pattern:
            return level.pattern
        label = level.pattern
        for other in range(_LEVELS):
            if f"%{other + 1}" in label:
                label = label.replace(f"%{other + 1}", self._number(list_id, other, counts, legal=level.legal))
        return " ".join(label.split())[:60]

    def _number(self, list_id: str, depth: int, counts: Sequence[int | None], *, legal: bool) -> str:
        level = self.level(list_id, depth) or Level()
        count = counts[depth]
        return number_text(level.start if count is None else count, "decimal" if legal and level.format != "none" else level.format)

    def _counted(self, list_id: str, depth: int, level: Level) -> list[int | None]:
        one = self._lists[list_id]
        counts = self._counts.setdefault(self._abstract(list_id)[0], [None] * _LEVELS)
        if depth in one.starts and depth not in one.begun:
            one.begun.add(depth)
            counts[depth] = one.starts[depth]
        else:
            count = counts[depth]
            counts[depth] = level.start if count is None else count + 1
        for deeper in range(depth + 1, _LEVELS):
            other = self.level(list_id, deeper)
            if other is None or other.restart is None or 0 < depth + 1 <= other.restart:
                counts[deeper] = None
        return counts

    def _abstract(self, list_id: str) -> tuple[str, dict[int, Level]]:
        one = self._lists.get(list_id)
        if one is None:
            return "", {}
        key = one.abstract
        style = self._styles.get(self._links.get(key))
        linked = self._lists.get(style.paragraph.list_id or "") if style else None
        return (linked.abstract if linked else key), self._levels.get(linked.abstract if linked else key, {})


def _is_depth(level: Element) -> bool:
    return level.get(f"{W}ilvl", "0") in "012345678"


def _level(element: Element) -> Level:
    return Level(
        start=_bounded(value_of(element, "start"), 1),
        format=value_of(element, "numFmt") or "decimal",
        pattern=(value_of(element, "lvlText") or "")[:60],
        restart=whole(value_of(element, "lvlRestart")),
        legal=is_set(element, "isLgl"),
        style=value_of(element, "pStyle"),
        paragraph=paragraph_layer(element.find(f"{W}pPr")),
        text=text_layer(element.find(f"{W}rPr")),
    )


def _bounded(text: str | None, default: int) -> int:
    number = whole(text)
    return default if number is None else max(0, min(number, 1_000_000))


def _list(element: Element) -> _List:
    found = _List(value_of(element, "abstractNumId") or "")
    for override in element.iterchildren(f"{W}lvlOverride"):
        if not _is_depth(override):
            continue
        depth = int(override.get(f"{W}ilvl") or 0)
        if (start := value_of(override, "startOverride")) is not None:
            found.starts[depth] = _bounded(start, 1)
        if (level := override.find(f"{W}lvl")) is not None:
            found.levels[depth] = _level(level)
    return found


@lru_cache(maxsize=4096)
def number_text(number: int, number_format: str) -> str:
    """Return a number as a list shows it (ST_NumberFormat, 17.18.59); an unknown format shows Arabic figures."""
    if number_format == "none":
        return ""
    if number_format == "decimalZero":
        return f"{number:02}"
    if number_format == "ordinal":
        return f"{number}{_ordinal_ending(number)}"
    if number_format in ("upperRoman", "lowerRoman") and 0 < number < _GREATEST_ROMAN:
        roman = _roman(number)
        return roman.upper() if number_format == "upperRoman" else roman
    if number_format in ("upperLetter", "lowerLetter") and 0 < number <= _GREATEST_LETTER:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if number_format == "upperLetter" else letters
    return str(number)


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _roman(number: int) -> str:
    signs: list[str] = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        signs.append(sign * times)
    return "".join(signs)
