"""Lines joined to paragraphs, over the ends of lines, columns and pages."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mastercheck.model.blocks import Paragraph, ParagraphKind, Run
from mastercheck.model.formatting import LineSpacing, Origin, OriginKind, ParagraphFormat
from mastercheck.readers.pdf.lines import Line

SINGLE = 1.15
"""Height of a single line of the usual fonts, in sizes."""
LARGER_GAP = 1.3
"""A distance of baselines that is larger than the usual one by this parts paragraphs."""
INDENT = 0.8
"""A first line that is indented by this many sizes begins a paragraph."""
SAME_SIZE = 0.08
RAGGED = 1.0
"""Room at the end of a line beyond the next word, in sizes, that shows that the line was ended on purpose."""

_LABEL = re.compile(r"^(?:[\u2022\u2023\u25a0-\u25ff\u2043\u00b7\uf0a7\uf0b7\uf0d8\u2713\u2714\u27a2o\u2013*-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])$")
_BULLET = re.compile(r"^[^\w\s(]$|^o$")
_CLOSED = (".", "!", "?", ":", ";")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is usual in a document: distance of baselines in sizes, size of most letters, and compounds that are written with a hyphen."""

    pitch: float
    size: float
    compounds: frozenset[str]


def usual_setting(flows: Iterable[Sequence[Line]]) -> Setting:
    """Return what is usual in the lines of a document."""
    sizes: Counter[float] = Counter()
    pitches: list[float] = []
    compounds: set[str] = set()
    for flow in flows:
        for number, line in enumerate(flow):
            sizes[line.size] += len(line.text)
            compounds.update(word.casefold() for word in _COMPOUND.findall(line.text))
            after = flow[number + 1] if number + 1 < len(flow) else None
            if after and after.page == line.page and after.size == line.size and 0 < after.baseline - line.baseline < 3 * line.size:
                pitches.append(round((after.baseline - line.baseline) / line.size, 2))
    pitch = Counter(pitches).most_common(1)[0][0] if pitches else SINGLE
    return Setting(pitch, sizes.most_common(1)[0][0] if sizes else 10.0, frozenset(compounds))


def paragraphs_of_lines(flow: Sequence[Line], setting: Setting) -> list[list[Line]]:
    """Return the lines of a flow by paragraph."""
    if not flow:
        return []
    right = _right_edge(flow)
    groups = [[flow[0]]]
    for line in flow[1:]:
        if _begins(line, groups[-1], right, setting):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _right_edge(flow: Sequence[Line]) -> float:
    """Return where full lines end: the edge that a tenth of the lines reach."""
    ends = sorted((line.x1 for line in flow), reverse=True)
    return ends[len(ends) // 10]


def _begins(line: Line, group: Sequence[Line], right: float, setting: Setting) -> bool:
    """Return whether a line begins a paragraph."""
    last = group[-1]
    if abs(line.size - last.size) > SAME_SIZE * last.size or line.bold != last.bold:
        return True
    if line.baseline - last.baseline > LARGER_GAP * max(setting.pitch, _pitch(group)) * line.size:
        return True
    if is_label(line.words[0].text) and (len(line.words) > 1) and _at_label(line, group):
        return True
    hanging = is_label(group[0].words[0].text)
    if not hanging and len(group) > 1 and line.x0 - min(one.x0 for one in group[1:]) > INDENT * line.size:
        return True
    first_word = line.words[0]
    room = right - last.x1
    return room > first_word.x1 - first_word.x0 + RAGGED * line.size


def _pitch(group: Sequence[Line]) -> float:
    """Return the distance of baselines inside a paragraph, in sizes; 0 for a single line."""
    return (group[1].baseline - group[0].baseline) / group[0].size if len(group) > 1 else 0.0


def is_label(text: str) -> bool:
    """Return whether a word is the label of a list item."""
    return bool(_LABEL.match(text))


def _at_label(line: Line, group: Sequence[Line]) -> bool:
    """Return whether a line stands as far left as its paragraph, or further, as labels do."""
    return line.x0 <= group[0].x0 + INDENT * line.size or _BULLET.match(line.words[0].text) is not None


def join_flows(flows: Iterable[list[list[Line]]], setting: Setting) -> list[list[Line]]:
    """Return the paragraphs of all flows; one that goes on in the next column or on the next page is joined."""
    joined: list[list[Line]] = []
    for groups in flows:
        rest = groups
        if joined and groups and _goes_on(joined[-1], groups[0], setting):
            joined[-1].extend(groups[0])
            rest = groups[1:]
        joined.extend(rest)
    return joined


def _goes_on(before: Sequence[Line], after: Sequence[Line], setting: Setting) -> bool:
    last, first = before[-1], after[0]
    if abs(first.size - last.size) > SAME_SIZE * last.size or first.bold != last.bold or is_label(first.words[0].text):
        return False
    if last.text.endswith(_CLOSED) or last.size > (1 + SAME_SIZE) * setting.size:
        return False
    return first.text[:1].islower() or last.text.endswith((",", "-")) or (len(before) > 1 and last.x1 > max(one.x1 for one in before) - 3 * last.size)


def make_paragraph(lines: Sequence[Line], setting: Setting) -> Paragraph:
    """Return a paragraph of lines; its label is parted from a list item."""
    label = ""
    first = lines[0]
    if len(first.words) > 1 and _BULLET.match(first.words[0].text):
        label = first.words[0].text
        first = Line(first.words[1:], first.words[1].x0, first.x1, first.baseline, first.size, first.page)
    runs = _joined([first, *lines[1:]], setting)
    return Paragraph(
        number=0,
        runs=runs,
        kind=ParagraphKind.LIST_ITEM if label else ParagraphKind.PARAGRAPH,
        list_label=label,
        list_level=0 if label else None,
        page=lines[0].page,
        format=ParagraphFormat(line_spacing=_spacing(lines)),
    )


def _joined(lines: Sequence[Line], setting: Setting) -> tuple[Run, ...]:
    runs: list[Run] = []
    for number, line in enumerate(lines):
        parts = list(line.runs)
        if number:
            before, after = runs[-1], parts[0]
            kept = before.text
            if _is_parted(lines[number - 1], line):
                kept = kept if _is_compound(lines[number - 1], line, setting) else kept[:-1]
            else:
                kept += " "
            runs[-1] = Run(kept, before.format)
            if before.format == after.format:
                runs[-1] = Run(runs[-1].text + after.text, before.format)
                parts = parts[1:]
        runs.extend(parts)
    return tuple(runs)


def _is_parted(line: Line, after: Line) -> bool:
    """Return whether a word goes on in the next line after a hyphen."""
    last = line.words[-1].text
    return len(last) > 1 and last[-1] in "-\u2010" and last[-2].isalpha() and after.words[0].text[:1].isalpha()


def _is_compound(line: Line, after: Line, setting: Setting) -> bool:
    """Return whether the hyphen at the end of a line is part of the word."""
    first, second = line.words[-1].text[:-1], after.words[0].text
    if not second[:1].islower() or "-" in first:
        return True
    compound = _COMPOUND.match(f"{first}-{second}".casefold())
    return bool(compound and compound[0] in setting.compounds)


def _spacing(lines: Sequence[Line]) -> LineSpacing:
    """Return the distance of a paragraph's baselines as a multiple of a single line."""
    distances = [
        (after.baseline - line.baseline) / line.size
        for line, after in zip(lines, lines[1:], strict=False)
        if after.page == line.page and after.baseline > line.baseline
    ]
    value = statistics.median(distances) / SINGLE if distances else 1.0
    return LineSpacing(value=round(value, 2), origin=Origin(OriginKind.GLYPHS))
