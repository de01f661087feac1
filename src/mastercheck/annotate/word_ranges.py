"""Where in a paragraph of a DOCX its comments begin and end (ISO/IEC 29500-1 17.13.4.3 to 17.13.4.5).

The marks of a comment stand between runs. Where the words that it is about begin or end inside of a run, the run is parted in two of the
same formatting; no letter of the text changes.

A paragraph may have thousands of comments. So its letters are read once, all ranges are found in them, each run is parted once for all of
them, from its end so that nothing is moved twice, and then the marks are put in.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise, takewhile
from typing import Final

from mastercheck.annotate.quotes import Quotable
from mastercheck.annotate.word_comments import make_beside, name_beside
from mastercheck.readers.docx.drawings import alternative
from mastercheck.readers.docx.names import XML, Element

_WRAPPERS: Final = frozenset({"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "fldSimple"})
_REVISIONS: Final = frozenset({"ins", "del", "moveTo", "moveFrom"})
_PLACES: Final = frozenset({"ins", "del", "moveTo", "moveFrom", "hyperlink"})
"""What in a paragraph the marks of a comment may stand in. A content control may hold one run alone, and a field is made anew."""
_BLANKS: Final = frozenset({"tab", "ptab", "br", "cr"})
_XML_BLANKS: Final = " \t\r\n"


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """Letters of a run.

    Attributes:
        child: the element of the run that holds them.
        shown: a reader sees them once all changes are accepted.
    """

    run: Element
    child: Element
    text: str
    shown: bool


_Point = tuple[_Piece, int]
"""A piece, and how many of its letters stand before the point."""


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; no name at all for a comment of the XML, whose tag is no string."""
    return str(element.tag).rsplit("}", 1)[-1]


class Home:
    """A paragraph that comments stand in. Their places are found one by one, and written together."""

    def __init__(self, paragraph: Element) -> None:
        """Prepare a w:p, which nothing else changes until its comments are written."""
        self._paragraph = paragraph
        self._ranges: list[tuple[int, tuple[_Point, _Point] | None]] = []

    def enclose(self, quote: str, turn: int, number: int) -> bool:
        """Note the place of a comment, and say whether it is the words quoted, not the whole paragraph.

        Args:
            quote: the words that it is about; "" for the whole paragraph.
            turn: which of several occurrences of them, from 0.
            number: the comment's id.
        """
        found = self._shown.find(quote, turn) or self._all.find(quote, turn)
        self._ranges.append((number, found))
        return found is not None

    @cached_property
    def _all(self) -> "_Letters":
        return _Letters(list(_pieces(self._paragraph)))

    @cached_property
    def _shown(self) -> "_Letters":
        shown = [piece for piece in self._all.pieces if piece.shown]
        return self._all if len(shown) == len(self._all.pieces) else _Letters(shown)

    def write(self) -> None:
        """Put the marks of the comments into the paragraph, in the order in which they were noted."""
        paragraph = self._paragraph
        begun, ended = self._part()
        properties = paragraph.find(name_beside(paragraph, "pPr"))
        for number, found in self._ranges:
            start, end = (make_beside(paragraph, name, id=str(number)) for name in ("commentRangeStart", "commentRangeEnd"))
            if found:
                first, last = begun.get(found[0], found[0][0].child), ended.get(found[1], found[1][0].child)
                self._beside(first).addprevious(start)
                self._beside(last).addnext(end)
            else:
                paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)
                paragraph.append(end)
            reference = make_beside(paragraph, "r")
            reference.append(make_beside(paragraph, "commentReference", id=str(number)))
            end.addnext(reference)

    def _part(self) -> tuple[dict[_Point, Element], dict[_Point, Element]]:
        """Part the runs in which ranges begin or end, and return the elements whose letters then begin, and end, at the points."""
        points: defaultdict[_Piece, set[int]] = defaultdict(set)
        for _, found in self._ranges:
            for piece, letters in found or ():
                if self._beside(piece.child) is piece.run:
                    points[piece].add(letters)
        begun: dict[_Point, Element] = {}
        ended: dict[_Point, Element] = {}
        looks: dict[Element, Element | None] = {}
        for piece in reversed(self._all.pieces) if points else ():
            if piece in points:
                if piece.run not in looks:
                    looks[piece.run] = piece.run.find(name_beside(piece.run, "rPr"))
                for begin, end, part in _split(piece, points[piece], looks[piece.run]):
                    begun[piece, begin] = ended[piece, end] = part
        return begun, ended

    def _beside(self, letters: Element) -> Element:
        """Return the run of an element with letters, or the outermost element around the run that marks cannot stand in."""
        path = [*takewhile(lambda one: one is not self._paragraph, letters.iterancestors())]
        return next(element for element in reversed(path) if local_name(element) not in _PLACES)


class _Letters:
    """The letters of pieces, in which quotes are found."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self.pieces = pieces
        self._ends = list(accumulate(len(piece.text) for piece in pieces))
        self._text = Quotable("".join([piece.text for piece in pieces]))

    def find(self, quote: str, turn: int) -> tuple[_Point, _Point] | None:
        """Return where a quote begins and ends."""
        found = self._text.find(quote, turn)
        return (self._point(found[0]), self._point(found[1] - 1, after=1)) if found else None

    def _point(self, letter: int, after: int = 0) -> _Point:
        place = bisect_right(self._ends, letter)
        piece = self.pieces[place]
        return piece, letter + after - (self._ends[place] - len(piece.text))


def _pieces(parent: Element, *, shown: bool = True) -> Iterator[_Piece]:
    for child in parent:
        name = local_name(child)
        if name == "r":
            yield from _letters(child, shown=shown and child.find("{*}rPr/{*}vanish") is None)
        elif name in _WRAPPERS or name in _REVISIONS:
            yield from _pieces(child, shown=shown and name not in ("del", "moveFrom"))
        elif name == "AlternateContent" and (chosen := alternative(child)) is not None:
            yield from _pieces(chosen, shown=shown)


def _letters(run: Element, *, shown: bool) -> Iterator[_Piece]:
    for child in run:
        name = local_name(child)
        if name in ("t", "delText"):
            yield _Piece(run, child, _text(child), shown)
        elif name in _BLANKS:
            yield _Piece(run, child, " ", shown)


def _text(child: Element) -> str:
    """Return the letters of a w:t; blanks at its ends count only where it says so (17.3.3.31)."""
    text = child.text or ""
    return text if child.get(f"{XML}space") == "preserve" else text.strip(_XML_BLANKS)


def _split(piece: _Piece, points: AbstractSet[int], look: Element | None) -> Iterator[tuple[int, int, Element]]:
    """Part the run of a piece at points in it, the last first, and yield begin, end and element of each part of the piece.

    What of the run stands behind the piece has been parted already, so that little is moved.

    Args:
        piece: of a run that marks can stand beside.
        points: numbers of letters of the piece that stand before them.
        look: the w:rPr of the run.
    """
    child, size = piece.child, len(piece.text)
    if size in points:
        _move(piece.run, [*child.itersiblings()], look)
    for begin, end in reversed([*pairwise([0, *sorted(points - {0, size}), size])]):
        part = _twin(child) if begin else child
        if end - begin < size:
            part.text = piece.text[begin:end]
            part.set(f"{XML}space", "preserve")
        if begin:
            _move(piece.run, [part, *child.itersiblings()], look)
        elif 0 in points and any(local_name(one) != "rPr" for one in child.itersiblings(preceding=True)):
            _move(piece.run, [child, *child.itersiblings()], look)
        yield begin, end, part


def _move(run: Element, content: Sequence[Element], look: Element | None) -> None:
    """Move elements to a new run of the same formatting behind a run; where there are none, no run is needed."""
    if not content:
        return
    after = _twin(run)
    if look is not None:
        after.append(deepcopy(look))
    run.addnext(after)
    after.extend(content)


def _twin(element: Element) -> Element:
    """Return an empty element of the same name and attributes."""
    twin = element.makeelement(element.tag)
    for name, value in element.items():
        twin.set(name, value)
    return twin
