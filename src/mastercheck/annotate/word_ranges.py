"""Where in a paragraph of a DOCX a comment begins and ends (ISO/IEC 29500-1 17.13.4.3 to 17.13.4.5).

The marks of a comment stand between runs. Where the words that it is about begin or end inside of a run, the run is parted in two of the
same formatting; no letter of the text changes.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from mastercheck.annotate.quotes import find_quote
from mastercheck.annotate.word_comments import make_beside, name_beside
from mastercheck.readers.docx.drawings import alternative
from mastercheck.readers.docx.names import XML, Element

_WRAPPERS: Final = frozenset({"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "fldSimple"})
_REVISIONS: Final = frozenset({"ins", "del", "moveTo", "moveFrom"})
_PLACES: Final = frozenset({"ins", "del", "moveTo", "moveFrom", "hyperlink"})
"""What in a paragraph the marks of a comment may stand in. A content control may hold one run alone, and a field is made anew."""
_SINGLE: Final = ("dataBinding", "text", "date", "dropDownList", "comboBox", "picture")
"""Properties of a content control whose whole content is one value, which Word may write again (17.5.2)."""
_BLANKS: Final = frozenset({"tab", "ptab", "br", "cr"})
_XML_BLANKS: Final = " \t\r\n"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of a run.

    Attributes:
        shown: a reader sees them once all changes are accepted.
    """

    run: Element
    child: Element
    text: str
    shown: bool


def _local(element: Element) -> str:
    """Return the name of an element without its namespace; no name at all for a comment of the XML, whose tag is no string."""
    return str(element.tag).rsplit("}", 1)[-1]


def holds_text(paragraph: Element) -> bool:
    """Return whether anything is written in a paragraph, in text boxes that are anchored there too."""
    return any((text.text or "").strip() for text in paragraph.iter(name_beside(paragraph, "t")))


def can_hold(paragraph: Element) -> bool:
    """Return whether a paragraph can hold the marks of a comment: it stands in no text box and is not the value of a content control."""
    around = list(paragraph.iterancestors())
    if any(_local(one) in ("p", "Fallback") for one in around):
        return False
    controls = [one for one in around if _local(one) == "sdt"]
    return not any(control.find(f"{{*}}sdtPr/{{*}}{name}") is not None for control in controls for name in _SINGLE)


def enclose(paragraph: Element, quote: str, turn: int, number: int) -> bool:
    """Put the marks of a comment into a paragraph, and say whether they stand around the words quoted, not around all of it.

    Args:
        paragraph: the w:p.
        quote: the words that it is about; "" for the whole paragraph.
        turn: which of several occurrences of them, from 0.
        number: the comment's id.
    """
    pieces = list(_pieces(paragraph))
    found = _find([piece for piece in pieces if piece.shown], quote, turn) or _find(pieces, quote, turn)
    start, end = (make_beside(paragraph, name, id=str(number)) for name in ("commentRangeStart", "commentRangeEnd"))
    if found:
        first, last = _part(paragraph, *found)
        first.addprevious(start)
        last.addnext(end)
    else:
        properties = paragraph.find(name_beside(paragraph, "pPr"))
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)
        paragraph.append(end)
    reference = make_beside(paragraph, "r")
    reference.append(make_beside(paragraph, "commentReference", id=str(number)))
    end.addnext(reference)
    return found is not None


def _pieces(parent: Element, *, shown: bool = True) -> Iterator[_Piece]:
    for child in parent:
        name = _local(child)
        if name == "r":
            yield from _letters(child, shown=shown and child.find("{*}rPr/{*}vanish") is None)
        elif name in _WRAPPERS or name in _REVISIONS:
            yield from _pieces(child, shown=shown and name not in ("del", "moveFrom"))
        elif name == "AlternateContent" and (chosen := alternative(child)) is not None:
            yield from _pieces(chosen, shown=shown)


def _letters(run: Element, *, shown: bool) -> Iterator[_Piece]:
    for child in run:
        name = _local(child)
        if name in ("t", "delText"):
            yield _Piece(run, child, _text(child), shown)
        elif name in _BLANKS:
            yield _Piece(run, child, " ", shown)


def _text(child: Element) -> str:
    """Return the letters of a w:t; blanks at its ends count only where it says so (17.3.3.31)."""
    text = child.text or ""
    return text if child.get(f"{XML}space") == "preserve" else text.strip(_XML_BLANKS)


_Point = tuple[_Piece, int]
"""A piece, and how many of its letters stand before the point."""


def _find(pieces: Sequence[_Piece], quote: str, turn: int) -> tuple[_Point, _Point] | None:
    """Return where a quote begins and ends in pieces."""
    found = find_quote("".join([piece.text for piece in pieces]), quote, turn)
    return (_point(pieces, found[0]), _point(pieces, found[1] - 1, after=1)) if found else None


def _point(pieces: Sequence[_Piece], letter: int, after: int = 0) -> _Point:
    ends = list(accumulate(len(piece.text) for piece in pieces))
    place = bisect_right(ends, letter)
    return pieces[place], letter + after - (ends[place] - len(pieces[place].text))


def _part(paragraph: Element, begin: _Point, end: _Point) -> tuple[Element, Element]:
    """Return the first and the last element of what stands between two points; runs in which the points are have been parted."""
    last = _beside(paragraph, end[0].run)
    if last is end[0].run:
        _split(end[0].run, end[0].child, end[1])
    first = _beside(paragraph, begin[0].run)
    if first is not begin[0].run:
        return first, last
    parted = _split(begin[0].run, begin[0].child, begin[1])
    return parted, parted if last is first else last


def _beside(paragraph: Element, run: Element) -> Element:
    """Return the run, or the outermost element around it that marks cannot stand in."""
    around = [run, *run.iterancestors()]
    path = around[: around.index(paragraph)]
    return next((element for element in reversed(path) if _local(element) not in _PLACES), run)


def _split(run: Element, child: Element, letters: int) -> Element:
    """Part a run after some letters of a child, and return the part that begins there: the run itself where nothing is before."""
    text = _text(child)
    before = [one for one in run if _local(one) != "rPr"]
    before = before[: before.index(child)]
    if not before and letters == 0:
        return run
    rest = [*child.itersiblings()]
    if not rest and letters >= len(text):
        return run
    after = _twin(run)
    properties = run.find(name_beside(run, "rPr"))
    if properties is not None:
        after.append(deepcopy(properties))
    run.addnext(after)
    if letters == 0:
        after.append(child)
    elif letters < len(text):
        after.append(_cut(child, text, letters))
    after.extend(rest)
    return after


def _cut(child: Element, text: str, letters: int) -> Element:
    """Cut a w:t after some letters, and return one with the others."""
    other = _twin(child)
    for one, part in ((child, text[:letters]), (other, text[letters:])):
        one.text = part
        one.set(f"{XML}space", "preserve")
    return other


def _twin(element: Element) -> Element:
    """Return an empty element of the same name and attributes."""
    twin = element.makeelement(element.tag)
    for name, value in element.items():
        twin.set(name, value)
    return twin
