"""What stands in a paragraph: runs with their formatting and tracked changes, and what is anchored there.

ISO/IEC 29500-1: runs 17.3, revisions 17.13.5, fields 17.16, equations 22.1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from mastercheck.model.blocks import NoteKind, Revision, Run
from mastercheck.model.formatting import Picture
from mastercheck.readers.docx.drawings import alternative, pictures, text_boxes
from mastercheck.readers.docx.fields import Fields
from mastercheck.readers.docx.formats import Effective, Place, TextFormats
from mastercheck.readers.docx.names import MC, XML, Element, M, W

_BREAKS: Final = {"page": "\f", "column": "\v"}
_SIGNS: Final = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_NOTES: Final = {f"{W}footnoteReference": NoteKind.FOOTNOTE, f"{W}endnoteReference": NoteKind.ENDNOTE}
_DRAWN: Final = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_INSERTED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_WRAPPERS: Final = frozenset(
    {f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "fldSimple", "ruby", "rubyBase")}
)
_BLANKS: Final = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00ad": None, "\x1f": None, "\x1e": "\u2011"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark that refers to a note.

    Attributes:
        own_label: the note bears a mark of the writer's choice, which stands in the text.
    """

    kind: NoteKind
    id: str
    revision: Revision | None
    own_label: bool


@dataclass(slots=True)
class Inline:
    """What stands in a paragraph.

    Attributes:
        boxes: contents of text boxes, with the tracked change around them.
        comments: ids of comments that begin here.
        listed: letters that stand in a contents field.
        letters: all letters that are shown.
        rendered_breaks: ends of pages that Word noted when it saved the file (17.3.3.13).
        stretches: letters of one formatting and one tracked change, from which the runs are made.
    """

    pictures: list[Picture] = field(default_factory=list)
    boxes: list[tuple[Element, Revision | None]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    has_equation: bool = False
    listed: int = 0
    letters: int = 0
    rendered_breaks: int = 0
    stretches: list[tuple[list[str], Effective, Revision | None]] = field(default_factory=list)

    def add(self, text: str, effective: Effective, revision: Revision | None) -> None:
        """Add letters, to the last stretch where nothing changes."""
        last = self.stretches[-1] if self.stretches else None
        if last and last[1] == effective and last[2] is revision:
            last[0].append(text)
        else:
            self.stretches.append(([text], effective, revision))

    def joined(self, other: "Inline") -> "Inline":
        """Return this content and another's after it, as of one paragraph."""
        return Inline(
            pictures=self.pictures + other.pictures,
            boxes=self.boxes + other.boxes,
            references=self.references + other.references,
            comments=self.comments + other.comments,
            has_equation=self.has_equation or other.has_equation,
            listed=self.listed + other.listed,
            letters=self.letters + other.letters,
            rendered_breaks=self.rendered_breaks + other.rendered_breaks,
            stretches=self.stretches + other.stretches,
        )

    @property
    def runs(self) -> list[Run]:
        """The runs: as few as the formatting allows."""
        return [Run("".join(pieces), effective.format, revision, effective.hidden) for pieces, effective, revision in self.stretches]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a piece of content goes, and what is around it."""

    content: Inline
    place: Place
    revision: Revision | None
    properties: Element | None = None

    def children(self, element: Element) -> tuple[Iterator[Element], "_Spot"]:
        return iter(element), self


class InlineReader:
    """Reads the content of paragraphs.

    Args:
        formats: resolves the formatting of runs.
        fields: those that are open in this story.
    """

    def __init__(self, formats: TextFormats, fields: Fields) -> None:
        self._formats = formats
        self._fields = fields

    def read(self, paragraph: Element, place: Place, revision: Revision | None = None) -> Inline:
        """Return what stands in a w:p.

        Args:
            paragraph: the element.
            place: the styles around its runs.
            revision: a tracked change around the whole paragraph.
        """
        self._fields.next_paragraph()
        content = Inline()
        waiting: list[tuple[Iterator[Element], _Spot]] = [(iter(paragraph), _Spot(content, place, revision))]
        simple: list[int] = []
        while waiting:
            children, spot = waiting[-1]
            element = next(children, None)
            if element is None:
                waiting.pop()
                if simple and simple[-1] == len(waiting):
                    simple.pop()
                    self._fields.leave()
                continue
            if element.tag == f"{W}fldSimple":
                self._fields.enter(element.get(f"{W}instr", ""))
                simple.append(len(waiting))
            waiting.extend(self._enter(element, spot))
        return content

    def _enter(self, element: Element, spot: _Spot) -> Iterator[tuple[Iterator[Element], _Spot]]:
        """Read one element of a paragraph, or yield its children to be read where it only wraps them."""
        tag = element.tag
        if tag == f"{W}r":
            yield from self._read_run(element, replace(spot, properties=element.find(f"{W}rPr")))
        elif tag in _WRAPPERS:
            yield spot.children(element)
        elif tag in _INSERTED:
            yield replace(spot, revision=spot.revision or Revision.INSERTED).children(element)
        elif tag in _DELETED:
            yield replace(spot, revision=Revision.DELETED).children(element)
        elif tag == f"{MC}AlternateContent":
            chosen = alternative(element)
            if chosen is not None:
                yield spot.children(chosen)
        elif tag == f"{W}commentRangeStart":
            spot.content.comments.append(element.get(f"{W}id", ""))
        elif tag in (f"{M}oMath", f"{M}oMathPara"):
            self._read_equation(element, spot)

    def _read_run(self, run: Element, spot: _Spot) -> Iterator[tuple[Iterator[Element], _Spot]]:
        letters: list[str] = []
        for child in _parts(run):
            text = _letters(child)
            if text is not None:
                letters.append(text)
                continue
            self._flush(letters, spot)
            if child.tag == f"{W}ruby":
                yield spot.children(child)
            else:
                self._read_part(child, spot)
        self._flush(letters, spot)

    def _flush(self, letters: list[str], spot: _Spot) -> None:
        """Add the letters gathered so far, and forget them."""
        text = "".join(letters)
        letters.clear()
        if text and self._fields.visible:
            self._add(text, self._formats.effective(spot.place, spot.properties, text), spot)

    def _add(self, text: str, effective: Effective, spot: _Spot) -> None:
        spot.content.add(text, effective, spot.revision)
        if not effective.hidden and spot.revision is not Revision.DELETED:
            spot.content.letters += len(text)
            spot.content.listed += len(text) if self._fields.in_contents else 0

    def _read_part(self, child: Element, spot: _Spot) -> None:
        tag = child.tag
        content = spot.content
        if tag == f"{W}fldChar":
            self._fields.mark(child.get(f"{W}fldCharType"))
        elif tag == f"{W}instrText":
            self._fields.add_code(child.text or "")
        elif tag == f"{W}lastRenderedPageBreak":
            content.rendered_breaks += 1
        elif tag == f"{W}commentReference":
            content.comments.append(child.get(f"{W}id", ""))
        elif tag == f"{W}sym":
            self._read_symbol(child, spot)
        elif tag in _NOTES and self._fields.visible:
            own = child.get(f"{W}customMarkFollows", "0") in ("1", "true", "on")
            content.references.append(Reference(_NOTES[tag], child.get(f"{W}id", ""), spot.revision, own))
        elif tag in _DRAWN:
            content.boxes.extend((box, spot.revision) for box in text_boxes(child))
            content.pictures.extend(pictures(child) if spot.revision is not Revision.DELETED else ())

    def _read_symbol(self, symbol: Element, spot: _Spot) -> None:
        try:
            letter = chr(int(symbol.get(f"{W}char", ""), 16))
        except (ValueError, OverflowError):
            return
        if self._fields.visible and (letter.isprintable() or letter >= "\ue000"):
            effective = self._formats.effective(spot.place, spot.properties, "")
            self._add(letter, self._formats.symbol(effective, symbol.get(f"{W}font", "Symbol")), spot)

    def _read_equation(self, equation: Element, spot: _Spot) -> None:
        text = "".join(part.text or "" for part in equation.iter(f"{M}t")).translate(_BLANKS)
        if text and self._fields.visible:
            spot.content.has_equation = True
            self._add(text, self._formats.effective(spot.place, None, text), spot)


def _parts(run: Element) -> Iterator[Element]:
    for child in run:
        if child.tag == f"{MC}AlternateContent":
            chosen = alternative(child)
            yield from () if chosen is None else chosen
        else:
            yield child


def _letters(child: Element) -> str | None:
    """Return the letters that an element of a run stands for; None for one that is no text."""
    tag = child.tag
    if tag in (f"{W}t", f"{W}delText"):
        text = child.text or ""
        if child.get(f"{XML}space") != "preserve":
            text = text.strip(" \t\r\n")
        return text.translate(_BLANKS)
    if tag == f"{W}br":
        return _BREAKS.get(child.get(f"{W}type", ""), "\n")
    return _SIGNS.get(tag)
