"""Lines joined to the text of a paragraph: words parted at the ends of lines, labels of list items, spacing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from mastercheck.model.blocks import Paragraph, ParagraphKind, Run
from mastercheck.model.formatting import LineSpacing, Origin, OriginKind, ParagraphFormat
from mastercheck.readers.pdf.labels import has_bullet, is_number, is_set_apart
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.setting import Setting
from mastercheck.readers.pdf.spacing import line_height

_TAIL = re.compile(r"([^\W\d_]+)[-\u2010\xad]$")
_OPEN = re.compile(r"\w[-\u2010/\u2013\u2014]$")
"""An end after which a word or a number goes on without a space."""
_HEAD = re.compile(r"^[^\W\d_]+")
_LEADER = re.compile(r"^(\S.*?)\s?(?:[.\u2026_\u00b7]\s?){4,}\s*(\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
_LONGEST_ENTRY = 400
_LETTER = 0.7
"""Room for a letter, in sizes."""
_ORIGIN = Origin(OriginKind.GLYPHS)


def make_paragraph(lines: Sequence[Line], setting: Setting, right: float | None = None) -> Paragraph:
    """Return the paragraph that lines make; a label that a tab parts from its text is no part of the text.

    Args:
        lines: from top to bottom.
        setting: what is usual in the document.
        right: where the cell of a table ends, in points from the left; None outside of tables.
    """
    first, label = lines[0], ""
    runs = _joined(lines, setting, right)
    if entry := _LEADER.match("".join([run.text for run in runs])[:_LONGEST_ENTRY]):
        text = Run(f"{entry[1]}\t{entry[2]}", runs[0].format)
        return Paragraph(number=0, runs=(text,), kind=ParagraphKind.CONTENTS_ENTRY, page=first.page)
    if len(first.words) > 1 and _has_label(first, lines):
        label = first.words[0].text
        runs = _joined([replace(first, words=first.words[1:]), *lines[1:]], setting, right)
    return Paragraph(
        number=0,
        runs=runs,
        kind=ParagraphKind.LIST_ITEM if label else ParagraphKind.PARAGRAPH,
        list_label=label,
        list_level=0 if label else None,
        page=lines[0].page,
        format=ParagraphFormat(line_spacing=_spacing(lines)),
    )


def _has_label(first: Line, lines: Sequence[Line]) -> bool:
    word = first.words[0].text
    if has_bullet(first):
        return True
    hanging = len(lines) > 1 and lines[1].page == first.page and abs(lines[1].x0 - first.words[1].x0) < 1
    return (is_number(word) or word.isdigit()) and (is_set_apart(first) or (hanging and not word.isdigit()))


def _joined(lines: Sequence[Line], setting: Setting, right: float | None) -> tuple[Run, ...]:
    runs: list[Run] = []
    for number, line in enumerate(lines):
        parts = line.runs
        if number:
            before = runs[-1]
            broken = right is not None and _is_broken(lines[number - 1], line, setting, right)
            kept = before.text if broken else _ended(before.text, lines[number - 1], line, setting)
            if before.format is parts[0].format:
                parts[0] = Run(kept + parts[0].text, before.format)
                runs.pop()
            else:
                runs[-1] = Run(kept, before.format)
        runs.extend(parts)
    return tuple(Run(run.text.replace("\xad", ""), run.format) for run in runs if run.text)


def _ended(text: str, line: Line, after: Line, setting: Setting) -> str:
    """Return the text of a line as it goes on in the next: with a space, or with the word that is parted between them."""
    tail, head = _TAIL.search(line.words[-1].text), _HEAD.match(after.words[0].text)
    if tail and head:
        return text if _is_compound(tail, head[0], setting) else text[:-1]
    return text if _OPEN.search(line.words[-1].text) and after.words[0].text[:1].isalnum() else f"{text} "


def _is_broken(line: Line, after: Line, setting: Setting, right: float) -> bool:
    """Return whether a narrow cell broke a word without a hyphen: it fills its line, and the parts are no words of the document."""
    word, head = line.words[-1].text.casefold(), after.words[0].text
    if len(line.words) > 1 or not word.isalpha() or not head[:1].islower() or word in setting.words:
        return False
    return right - line.x1 < _LETTER * line.size


def _is_compound(tail: re.Match[str], head: str, setting: Setting) -> bool:
    """Return whether the hyphen at the end of a line belongs to the word.

    A hyphen that the document writes, or does not write, in the same word elsewhere decides; without one, words are taken to be parted
    where the document parts words, unless either part is a word of its own.
    """
    first, second = tail[1], head
    if tail[0][-1] == "\xad":
        return False
    if not (second[:1].islower() and first[-1:].islower()) or "-" in tail.string[:-1]:
        return True
    if f"{first}-{second}".casefold() in setting.compounds:
        return True
    if (first + second).casefold() in setting.words:
        return False
    own = {first.casefold(), second.casefold()} <= setting.words
    return not setting.hyphenating or own


def _spacing(lines: Sequence[Line]) -> LineSpacing:
    """Return the distance of a paragraph's baselines as a multiple of a single line of its font; a single line says nothing."""
    distances = [
        (after.baseline - line.baseline) / (line.size * line_height(line.format.font))
        for line, after in pairwise(lines)
        if after.page == line.page and after.baseline > line.baseline
    ]
    if not distances:
        return LineSpacing()
    return LineSpacing(value=round(median(distances), 2), origin=_ORIGIN)
