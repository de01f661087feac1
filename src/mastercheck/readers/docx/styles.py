"""The styles of a document: chains of w:basedOn, what each style is for, and the document's defaults (ISO/IEC 29500-1 17.7)."""

from dataclasses import dataclass
from functools import cached_property

from mastercheck.readers.docx.layers import ParagraphLayer, TextLayer, paragraph_layer, text_layer
from mastercheck.readers.docx.names import Element, W, value_of
from mastercheck.readers.docx.style_names import NamedRole, StyleRole, role_of
from mastercheck.readers.docx.table_layout import Margins, margins_in, row_line_in

_BODY_LEVEL = 9
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style as styles.xml defines it.

    Attributes:
        kind: "paragraph", "character", "table" or "numbering".
        base: id of the style it is based on.
        first_row: a table style that formats the first row apart.
        margins, row_line: of the cells of a table style, where it sets them.
    """

    id: str
    name: str
    kind: str
    base: str | None
    text: TextLayer
    paragraph: ParagraphLayer
    first_row: bool = False
    margins: Margins = (None, None, None, None)
    row_line: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlining:
    """What a paragraph style makes of a paragraph.

    Attributes:
        role: the built-in role that the style or one it is based on has.
        level: heading level, from 1; None where it is no heading.
        named: the level comes from a built-in heading style, not from an outline level.
    """

    role: NamedRole | None = None
    level: int | None = None
    named: bool = False


class StyleTable:
    """All styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._outlinings: dict[str, Outlining] = {}
        for element in () if root is None else root.iterchildren(f"{W}style"):
            style = _style(element)
            if not style.id:
                continue  # nothing can name it
            self._styles[style.id] = style
            if element.get(f"{W}default", "0") in ("1", "true", "on"):
                self._defaults.setdefault(style.kind, style.id)

    @cached_property
    def text_defaults(self) -> TextLayer:
        """The document's defaults for text (w:rPrDefault)."""
        return text_layer(self._default("rPrDefault", "rPr"))

    @cached_property
    def paragraph_defaults(self) -> ParagraphLayer:
        """The document's defaults for paragraphs (w:pPrDefault)."""
        return paragraph_layer(self._default("pPrDefault", "pPr"))

    @cached_property
    def language(self) -> str:
        """The language of the text by default ("en-GB"); "" where none is set."""
        return value_of(self._default("rPrDefault", "rPr"), "lang") or ""

    def _default(self, outer: str, inner: str) -> Element | None:
        return None if self._root is None else self._root.find(f"{W}docDefaults/{W}{outer}/{W}{inner}")

    def default(self, kind: str) -> str | None:
        """Return the id of the style that applies where none is named."""
        return self._defaults.get(kind)

    def get(self, style_id: str | None) -> Style | None:
        """Return a style by its id."""
        return self._styles.get(style_id or "")

    def name(self, style_id: str | None) -> str:
        """Return a style's name as the interface shows it; the id where the file does not define it; "" without one."""
        style = self.get(style_id)
        return style.name if style else style_id or ""

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """Return a style and those it is based on, itself first; a circle is cut."""
        key = style_id or ""
        if key not in self._chains:
            found: dict[str, Style] = {}
            style = self.get(key)
            while style and style.id not in found and len(found) < _LONGEST_CHAIN:
                found[style.id] = style
                style = self.get(style.base)
            self._chains[key] = tuple(found.values())
        return self._chains[key]

    def outlining(self, style_id: str | None) -> Outlining:
        """Return what a paragraph style makes of a paragraph: heading, title, caption, contents entry, or plain text."""
        key = style_id or ""
        if key not in self._outlinings:
            self._outlinings[key] = self._outline(key)
        return self._outlinings[key]

    def _outline(self, style_id: str) -> Outlining:
        chain = self.chain(style_id)
        if not chain:
            return _outlining_of(role_of(style_id))
        for style in chain:
            role = role_of(style.name) or _role_of_id(style)
            if role:
                return _outlining_of(role, style.paragraph.outline)
            level = style.paragraph.outline
            if level is not None:
                return Outlining(level=level + 1 if 0 <= level < _BODY_LEVEL else None)
        return Outlining()


def _role_of_id(style: Style) -> NamedRole | None:
    """Return the role by a style's id: of a heading always, of others only where the name has no meaning of its own."""
    role = role_of(style.id)
    return role if role and (role.role is StyleRole.HEADING or style.name == style.id) else None


def _outlining_of(role: NamedRole | None, outline: int | None = None) -> Outlining:
    if role is None or role.role is not StyleRole.HEADING:
        return Outlining(role=role)
    if outline == _BODY_LEVEL:
        return Outlining()
    return Outlining(role=role, level=role.level, named=True)


def _style(element: Element) -> Style:
    style_id = element.get(f"{W}styleId", "")
    kind = element.get(f"{W}type", "paragraph")
    return Style(
        id=style_id,
        name=value_of(element, "name") or style_id,
        kind=kind,
        base=value_of(element, "basedOn"),
        text=text_layer(element.find(f"{W}rPr")),
        paragraph=paragraph_layer(element.find(f"{W}pPr")),
        first_row=any(part.get(f"{W}type") == "firstRow" for part in element.iterchildren(f"{W}tblStylePr")),
        margins=margins_in(element.find(f"{W}tblPr"), "tblCellMar"),
        row_line=row_line_in(element.find(f"{W}tblPr")),
    )
