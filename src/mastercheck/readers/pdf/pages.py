"""The pages of a PDF: how many, how far the last is filled, and their geometry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from mastercheck.model.document import PageCount, PageEngine
from mastercheck.model.formatting import PageSetup
from mastercheck.readers.pdf.setting import Setting

_ASCENT = 0.8
"""Height of letters above the baseline, in sizes."""
_DESCENT = 0.25
_SAME = 2.0
"""Points by which pages of one geometry may differ."""


@dataclass(frozen=True, slots=True)
class TextArea:
    """The page's size, and where its text stands without headers and footers. Lengths are in points from the left and from the top."""

    page: int
    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    columns: int


def count_pages(count: int, areas: Sequence[TextArea], setting: Setting) -> PageCount:
    """Return the page tree's count, with how far the last page is filled against the text area of the others."""
    last = next((area for area in areas if area.page == count), None)
    if last is None:
        return PageCount(count=count, engine=PageEngine.PDF, certain=True, fill_of_last_page=0.0 if areas else None)
    top = min(area.top for area in areas)
    others = [area.bottom for area in areas if area.page != count]
    bottom = max(*others, last.bottom) if others else max(last.height - top, last.bottom)
    pitch = setting.pitch(setting.size)
    fill = (last.bottom - top) / max(bottom - top, 1.0)
    return PageCount(
        count=count,
        engine=PageEngine.PDF,
        certain=True,
        fill_of_last_page=round(min(1.0, max(0.0, fill)), 2),
        lines_left=max(0, int((bottom - last.bottom) / pitch + 0.01)),
    )


def page_setups(areas: Iterable[TextArea]) -> list[PageSetup]:
    """Return the geometry of the pages: one setup for those of most pages' size, and for each other size one after the other."""
    groups: list[list[TextArea]] = []
    for area in areas:
        known = next((group for group in groups if _is_same(group[0], area)), None)
        if known:
            known.append(area)
        else:
            groups.append([area])
    return [_setup(group) for group in groups]


def _is_same(one: TextArea, other: TextArea) -> bool:
    return abs(one.width - other.width) <= _SAME and abs(one.height - other.height) <= _SAME


def _setup(areas: Sequence[TextArea]) -> PageSetup:
    first = areas[0]
    return PageSetup(
        width=round(first.width, 1),
        height=round(first.height, 1),
        margin_left=round(max(0.0, min(area.left for area in areas)), 1),
        margin_right=round(max(0.0, first.width - max(area.right for area in areas)), 1),
        margin_top=round(max(0.0, min(area.top for area in areas)), 1),
        margin_bottom=round(max(0.0, first.height - max(area.bottom for area in areas)), 1),
        columns=int(median(area.columns for area in areas)),
    )


def text_area(page: int, size: tuple[float, float], boxes: Sequence[tuple[float, float, float, float]], columns: int) -> TextArea | None:
    """Return the area of a page's text.

    Args:
        page: its number.
        size: width and height in points.
        boxes: left edge, baseline, right edge and size of the letters of its words.
        columns: how many there are.
    """
    if not boxes:
        return None
    return TextArea(
        page=page,
        width=size[0],
        height=size[1],
        left=min(box[0] for box in boxes),
        top=min(box[1] - _ASCENT * box[3] for box in boxes),
        right=max(box[2] for box in boxes),
        bottom=max(box[1] + _DESCENT * box[3] for box in boxes),
        columns=columns,
    )
