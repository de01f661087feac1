"""Effective formatting of text, paragraphs and pages, and where each value comes from.

Readers resolve it (direct formatting over character style over paragraph style chain over document defaults, ISO/IEC 29500-1 17.7.2) and
share equal instances, so that a long document holds few of them.
"""

from dataclasses import dataclass
from enum import StrEnum


class OriginKind(StrEnum):
    """Which layer of formatting a value comes from."""

    DIRECT = "direct formatting"
    CHARACTER_STYLE = "character style"
    PARAGRAPH_STYLE = "style"
    TABLE_STYLE = "table style"
    DEFAULTS = "document defaults"
    APPLICATION = "application default"
    GLYPHS = "embedded font"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value of formatting comes from.

    Attributes:
        kind: the layer.
        style: the style's name as the interface shows it, where the layer is a style.
        theme: whether the value was a reference to the theme's fonts.
    """

    kind: OriginKind
    style: str | None = None
    theme: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFormat:
    """Effective formatting of a run of text.

    Attributes:
        font: the family's name; of a PDF without its subset prefix and style suffix. None where unknown.
        size: in points; None where unknown.
        font_origin, size_origin: where the two come from; None where unknown.
        highlight: whether the text is marked with a highlighting colour.
        vertical: "superscript", "subscript" or None.
        small_caps: small letters are shown as small capitals.
        spacing: by how much the letters stand further apart than the font sets them, in points.
    """

    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    caps: bool = False
    highlight: bool = False
    vertical: str | None = None
    font_origin: Origin | None = None
    size_origin: Origin | None = None
    small_caps: bool = False
    spacing: float = 0.0


class LineRule(StrEnum):
    """How a line spacing value is meant (ST_LineSpacingRule)."""

    MULTIPLE = "multiple"
    EXACT = "exact"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSpacing:
    """Spacing of the lines in a paragraph.

    Attributes:
        value: lines (1.0 is single) for MULTIPLE, points for the other rules.
    """

    value: float = 1.0
    rule: LineRule = LineRule.MULTIPLE
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """Effective formatting of a paragraph. Lengths are in points.

    Attributes:
        style: the paragraph style's name, as the interface shows it; "" in a PDF.
        auto_before, auto_after: the space is left to the application: there is none between items of a list, nor at the ends of a cell.
        contextual_spacing: no space between this paragraph and a neighbour of the same style.
        indent_first: of the first line against indent_left; negative for a hanging indent.
        tabs: positions of the tab stops, in points from the margin.
        right_tabs: those of them that text ends at or stands centred on.
        border_above, border_below: what its borders add to its height, with the space to the text.
        outline_level: level of a heading, from 1, by style or outline level, even where no text makes it one; None for none.
    """

    style: str = ""
    alignment: str = "left"
    line_spacing: LineSpacing = LineSpacing()
    space_before: float = 0.0
    space_after: float = 0.0
    auto_before: bool = False
    auto_after: bool = False
    contextual_spacing: bool = False
    indent_left: float = 0.0
    indent_right: float = 0.0
    indent_first: float = 0.0
    keep_with_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    tabs: tuple[float, ...] = ()
    right_tabs: tuple[float, ...] = ()
    border_above: float = 0.0
    border_below: float = 0.0
    outline_level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """Page geometry of a section of pages (w:sectPr, 17.6). Lengths are in points.

    Attributes:
        first_paragraph: number of the first paragraph that it applies to.
        starts: how it begins: "nextPage", "continuous", "evenPage", "oddPage" or "nextColumn" (ST_SectionMark).
        columns: number of text columns.
        column_gap: space between them.
        line_pitch: height of a line of the document grid, None without one (w:docGrid of type lines, 17.6.5).
        first_page_apart: its first page has a header and a footer of its own (w:titlePg, 17.10.6).
    """

    first_paragraph: int = 1
    starts: str = "nextPage"
    width: float = 595.3
    height: float = 841.9
    margin_top: float = 72.0
    margin_bottom: float = 72.0
    margin_left: float = 72.0
    margin_right: float = 72.0
    header_distance: float = 36.0
    footer_distance: float = 36.0
    columns: int = 1
    column_gap: float = 36.0
    line_pitch: float | None = None
    first_page_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSettings:
    """What holds for the layout of a whole document (w:settings, 17.15).

    Attributes:
        default_tab: distance of the tab stops where a paragraph sets none, in points (w:defaultTabStop, 17.15.1.25).
        compatibility: version of Word whose layout is kept (compatibilityMode, MS-DOCX 2.15.12); 15 is the present one.
        adds_spaces: spaces after a paragraph and before the next are added up, while otherwise the greater of them holds
            (w:doNotUseHTMLParagraphAutoSpacing, 17.15.3.22).
    """

    default_tab: float = 36.0
    compatibility: int = 15
    adds_spaces: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The space that a picture, chart or shape takes up, in points.

    Attributes:
        inline: it stands in the line like a letter; otherwise it floats and text may flow round it.
        wraps: text flows beside it or over it, so that it takes no height of its own.
        beside: text flows beside it, not over it.
        top: how far below the top of its paragraph a floating one begins.
    """

    width: float
    height: float
    inline: bool = True
    wraps: bool = False
    beside: bool = False
    top: float = 0.0


PLAIN = ParagraphFormat()
"""A paragraph's format where nothing says otherwise."""
USUAL_LAYOUT = LayoutSettings()
"""The settings of a document that has none of its own."""
