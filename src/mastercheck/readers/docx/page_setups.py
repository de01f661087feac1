"""Page geometry (w:sectPr, ISO/IEC 29500-1 17.6)."""

from mastercheck.model.formatting import PageSetup
from mastercheck.readers.docx.names import VALUE, Element, W, is_set, points, whole

_DEFAULT = PageSetup()
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})


def page_setup(section: Element, first_paragraph: int) -> PageSetup:
    """Return the page geometry that a w:sectPr gives to the paragraphs from `first_paragraph` on."""
    size = section.find(f"{W}pgSz")
    margins = section.find(f"{W}pgMar")
    columns = section.find(f"{W}cols")
    kind = section.find(f"{W}type")
    return PageSetup(
        first_paragraph=first_paragraph,
        starts="nextPage" if kind is None else kind.get(VALUE, "nextPage"),
        width=_length(size, "w", _DEFAULT.width),
        height=_length(size, "h", _DEFAULT.height),
        margin_top=abs(_length(margins, "top", _DEFAULT.margin_top)),
        margin_bottom=abs(_length(margins, "bottom", _DEFAULT.margin_bottom)),
        margin_left=_length(margins, "left", _DEFAULT.margin_left) + _length(margins, "gutter", 0.0),
        margin_right=_length(margins, "right", _DEFAULT.margin_right),
        header_distance=_length(margins, "header", _DEFAULT.header_distance),
        footer_distance=_length(margins, "footer", _DEFAULT.footer_distance),
        columns=_columns(columns),
        column_gap=_length(columns, "space", _DEFAULT.column_gap),
        line_pitch=_line_pitch(section.find(f"{W}docGrid")),
        first_page_apart=is_set(section, "titlePg"),
    )


def _length(element: Element | None, name: str, default: float) -> float:
    value = None if element is None else points(element.get(f"{W}{name}"))
    return default if value is None else value


def _columns(element: Element | None) -> int:
    count = None if element is None else whole(element.get(f"{W}num"))
    return max(1, min(count or 1, 45))


def _line_pitch(grid: Element | None) -> float | None:
    if grid is None or grid.get(f"{W}type") not in _GRIDS:
        return None
    return points(grid.get(f"{W}linePitch"))
