"""Lines grouped to paragraphs, over the ends of lines, columns and pages."""

import re
from collections.abc import Sequence
from itertools import pairwise

from mastercheck.readers.pdf.labels import begins_with_label, has_bullet
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.setting import Setting

LARGER_GAP = 1.15
"""A distance of baselines that is larger than the usual one by this parts paragraphs."""
INDENT = 0.8
"""A first line that is indented by this many sizes begins a paragraph."""
SAME_SIZE = 0.08
"""Share by which sizes of one paragraph may differ."""
ROOM = 0.5
"""Room at the end of a line beyond the next word and a space, in sizes, that shows that the line was ended on purpose."""
_CENTRED = 1.5
"""Room on either side of a centred line at least, in sizes."""
_AROUND, _ALIKE, _EXACT = 3, 2, 0.6
"""Lines before and after one of which two must end within so many points, so that chance does not make a block of justified text."""
_WIDEST = 2.6
"""Distance of the baselines of one paragraph at most, in sizes."""
_SPACE = 0.25

_CLOSED = re.compile(r"[.!?:;][)\"'\u2019\u201d\]]*$")
_LEADER = re.compile(r"(?:\.\s?){4,}\s*[\divxl]{1,6}$|\u2026\s*[\divxl]{1,6}$")


def group_lines(lines: Sequence[Line], setting: Setting, edges: tuple[float, float]) -> list[list[Line]]:
    """Return the lines of a column or cell by paragraph.

    Args:
        lines: from top to bottom.
        setting: what is usual in the document.
        edges: where the column begins, and where full lines end, in points from the left.
    """
    if not lines:
        return []
    groups = [[lines[0]]]
    for number, line in enumerate(lines[1:], 1):
        after = lines[number + 1] if number + 1 < len(lines) else None
        own = (edges[0], lines[number - 1].x1) if _is_justified(lines, number - 1) else edges
        if _begins(line, groups[-1], after, own, setting):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _is_justified(lines: Sequence[Line], number: int) -> bool:
    """Return whether a line ends exactly where others around it do: it is full, also where its block is narrower than the column."""
    around = lines[max(0, number - _AROUND) : number + _AROUND + 1]
    return sum(abs(line.x1 - lines[number].x1) < _EXACT for line in around) > _ALIKE


def left_edge(lines: Sequence[Line]) -> float:
    """Return where the column of some lines begins."""
    return min(line.x0 for line in lines)


def right_edge(lines: Sequence[Line]) -> float:
    """Return where full lines end: the edge that a twentieth of the lines reach."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    return ends[len(ends) // 20]


def _begins(line: Line, group: Sequence[Line], after: Line | None, edges: tuple[float, float], setting: Setting) -> bool:
    """Return whether a line begins a paragraph."""
    last = group[-1]
    if _differ(last, line) or _LEADER.search(last.text):
        return True
    if _is_far(line, group, after, edges, setting):
        return True
    if begins_with_label(line) and _is_at_label(line, group) and _is_item(line, group):
        return True
    return _is_indented(line, group) or has_room(last, line, edges)


def _is_item(line: Line, group: Sequence[Line]) -> bool:
    """Return whether a label begins an item, and is no number inside of a sentence that the line before leaves open."""
    return has_bullet(line) or begins_with_label(group[0]) or bool(_CLOSED.search(group[-1].text))


def _differ(last: Line, line: Line) -> bool:
    """Return whether two lines are set in different letters."""
    return abs(line.size - last.size) > SAME_SIZE * max(last.size, line.size) or line.bold != last.bold


def _is_far(line: Line, group: Sequence[Line], after: Line | None, edges: tuple[float, float], setting: Setting) -> bool:
    last = group[-1]
    distance = line.baseline - last.baseline
    inside = [second.baseline - first.baseline for first, second in pairwise(group) if second.page == first.page]
    if inside:
        return distance > LARGER_GAP * max(inside)
    if distance <= LARGER_GAP * setting.pitch(line.size):
        return False
    # A paragraph that is set wider than the others: the sentence goes on, and if there is a third line, it is as far.
    even = after is None or after.size != line.size or abs(after.baseline - line.baseline - distance) < 0.05 * distance
    open_end = line.text[:1].islower() and not _CLOSED.search(last.text) and not has_room(last, line, edges)
    return not (even and open_end and distance < _WIDEST * line.size)


def _is_at_label(line: Line, group: Sequence[Line]) -> bool:
    """Return whether a line stands where the labels of its list do: not where the text after a label begins."""
    first = group[0]
    if not begins_with_label(first) or len(first.words) < 2:  # noqa: PLR2004 - a label alone has no text
        return line.x0 <= first.x0 + 6 * INDENT * line.size
    return line.x0 < first.words[1].x0 - 1 or first.words[0].text == line.words[0].text or line.x0 > first.words[1].x0 + INDENT * line.size


def _is_indented(line: Line, group: Sequence[Line]) -> bool:
    """Return whether a line stands further right than the lines of its paragraph, or as far left as a hanging first line."""
    rest = group[1:]
    if not rest:
        return False
    left = min(one.x0 for one in rest)
    if line.x0 - left > INDENT * line.size:
        return True
    hanging = left - group[0].x0 > INDENT * line.size
    return hanging and left - line.x0 > INDENT * line.size


def has_room(last: Line, line: Line, edges: tuple[float, float]) -> bool:
    """Return whether the first word of a line would have stood at the end of the one before, had that not been ended on purpose."""
    left, right = edges
    room = right - last.x1
    if _is_centred(last, edges) and _is_centred(line, edges):
        room += last.x0 - left
    word = line.words[0]
    return room > word.x1 - word.x0 + (_SPACE + ROOM) * line.size


def _is_centred(line: Line, edges: tuple[float, float]) -> bool:
    """Return whether a line has the same room on both sides."""
    before, room = line.x0 - edges[0], edges[1] - line.x1
    return before > _CENTRED * line.size and abs(before - room) < line.size


def goes_on(before: Sequence[Line], after: Sequence[Line], right: float, setting: Setting) -> bool:
    """Return whether a paragraph at the end of a column goes on at the top of the next."""
    last, first = before[-1], after[0]
    if _differ(last, first) or begins_with_label(first) or last.size > (1 + SAME_SIZE) * setting.size or last.bold:
        return False
    full = _is_justified(before, len(before) - 1)
    if _LEADER.search(last.text) or (not full and has_room(last, first, (last.x0, right))):
        return False
    closed = bool(_CLOSED.search(last.text))
    if first.text[:1].islower() or not closed:
        return first.text[:1].islower() or len(before) > 1 or last.text.endswith((",", "-"))
    indented = len(after) > 1 and first.x0 - after[1].x0 > INDENT * first.size
    return len(before) > 1 and not indented and (full or last.x1 > right - 1.5 * last.size)
