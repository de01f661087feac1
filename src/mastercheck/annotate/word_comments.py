"""The comments of a DOCX as elements of its comments part (ISO/IEC 29500-1 17.13.4)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from mastercheck.annotate.remarks import AUTHOR, INITIALS
from mastercheck.readers.docx.names import XML, Element, whole

_SIZE: Final = "20"
"""Half points of the letters: the size that Word gives comments. The document's own styles are made for its text."""
_ANCHORS: Final = ("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")
_MOST: Final = 2**30
"""Numbers from here on are left alone: programs read ids as whole numbers of 32 bits, and there must be room for more."""


def next_number(comments: Element, root: Element) -> int:
    """Return the first number after all that comments have, whether they are there or only referred to.

    Args:
        comments: root of the comments part.
        root: of the main part.
    """
    used = {_number_of(one) for one in (*comments.iterchildren("{*}comment"), *root.iter(*_ANCHORS))}
    return max((number for number in used if number < _MOST), default=-1) + 1


def holds_ours(comments: Element) -> bool:
    """Return whether a comments part has a comment that this program wrote."""
    return any(one.get(name_beside(one, "author")) == AUTHOR for one in comments.iterchildren("{*}comment"))


def _number_of(element: Element) -> int:
    return whole(element.get(name_beside(element, "id"))) or 0


def name_beside(element: Element, name: str) -> str:
    """Return a name in the namespace of an element: both variants of the format have the same names."""
    return f"{{{etree.QName(element).namespace or ''}}}{name}"


def make_beside(element: Element, name: str, **attributes: str) -> Element:
    """Return a new element of another one's namespace, with attributes of it."""
    given = {name_beside(element, key): value for key, value in attributes.items()}
    return element.makeelement(name_beside(element, name), given)


def add_comment(comments: Element, number: int, lines: Sequence[str]) -> None:
    """Add a comment to the comments part.

    Args:
        comments: root of the part.
        number: its id.
        lines: its paragraphs; the first is set in bold.
    """
    comment = make_beside(comments, "comment", id=str(number), author=AUTHOR, initials=INITIALS)
    comments.append(comment)
    comment.extend(_paragraphs(comments, lines))


def _paragraphs(comments: Element, lines: Iterable[str]) -> Iterator[Element]:
    for place, line in enumerate(lines):
        paragraph = make_beside(comments, "p")
        properties = make_beside(comments, "pPr")
        properties.append(make_beside(comments, "spacing", before="0", after="60", line="240", lineRule="auto"))
        properties.append(make_beside(comments, "ind", left="0", right="0", firstLine="0"))
        paragraph.append(properties)
        if not place:
            mark = make_beside(comments, "r")
            mark.append(make_beside(comments, "annotationRef"))
            paragraph.append(mark)
        paragraph.append(_run(comments, line, bold=not place))
        yield paragraph


def _run(comments: Element, line: str, *, bold: bool) -> Element:
    run, properties, text = (make_beside(comments, name) for name in ("r", "rPr", "t"))
    if bold:
        properties.append(make_beside(comments, "b"))
    properties.append(make_beside(comments, "sz", val=_SIZE))
    text.text = line
    text.set(f"{XML}space", "preserve")
    run.extend((properties, text))
    return run
