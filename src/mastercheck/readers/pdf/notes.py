"""Footnotes: small lines at the foot of a column, below a short rule or not, each note beginning with a label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mastercheck.model.blocks import Note, NoteKind, Run
from mastercheck.readers.pdf.joining import make_paragraph
from mastercheck.readers.pdf.lines import Line
from mastercheck.readers.pdf.rules import Rule
from mastercheck.readers.pdf.setting import Setting
from mastercheck.readers.pdf.words import Word

SMALL = 0.95
"""Notes are set in letters smaller than this share of the text's."""
_FOOT = 0.35
"""Share of the page's height above which no note stands."""
_SHORT = (30.0, 260.0)
"""Points that the rule above notes measures at least and at most."""
_LABEL = re.compile(r"^(?:\[?(\d{1,3})\]?|([*\u2020\u2021\u00a7]{1,3}))[.)]?$")
_GLUED = re.compile(r"^(\d{1,3})(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note as it stands on a page: its label, and its lines without it."""

    label: str
    lines: tuple[Line, ...]

    def block(self, setting: Setting) -> Note:
        """Return the note as a block."""
        paragraph = make_paragraph(self.lines, setting)
        return Note(kind=NoteKind.FOOTNOTE, label=self.label, blocks=(paragraph,))


def part_notes(lines: Sequence[Line], rules: Sequence[Rule], height: float, size: float) -> tuple[list[Line], list[FootNote]]:
    """Part the footnotes from the lines of a column.

    Args:
        lines: of the column, from top to bottom.
        rules: of the page.
        height: of the page, in points.
        size: of most letters of the document, in points.
    """
    start = _start(lines, rules, height, size)
    while start < len(lines) and not _label_of(lines[start])[0]:
        start += 1
    if start >= len(lines):
        return list(lines), []
    notes: list[tuple[str, list[Line]]] = []
    for line in lines[start:]:
        label, rest = _label_of(line)
        if label and (not notes or _follows(notes[-1][0], label)) and rest:
            notes.append((label, [rest]))
        elif notes:
            notes[-1][1].append(line)
    return list(lines[:start]), [FootNote(label, tuple(inside)) for label, inside in notes]


def _start(lines: Sequence[Line], rules: Sequence[Rule], height: float, size: float) -> int:
    """Return the index of the first line that may be a note."""
    foot = [line.baseline > _FOOT * height for line in lines]
    small = len(lines)
    while small and foot[small - 1] and lines[small - 1].size < SMALL * size:
        small -= 1
    left = min((line.x0 for line in lines), default=0.0)
    for rule in rules:
        if rule.flat and not rule.box and _SHORT[0] <= rule.x1 - rule.x0 <= _SHORT[1] and abs(rule.x0 - left) < size:
            below = next((number for number, line in enumerate(lines) if line.baseline - 0.5 * line.size > rule.y0), len(lines))
            inside = lines[below:]
            if (
                inside
                and foot[below]
                and _label_of(inside[0])[0]
                and all(line.size <= size for line in inside)
                and rule.x1 < max(line.x1 for line in lines) - size
            ):
                return min(small, below) if below and small else below
    return small or len(lines)


def _label_of(line: Line) -> tuple[str, Line | None]:
    """Return the label that a line begins with, and the line without it; "" where it begins with none."""
    first = line.words[0]
    head = first.runs[0]
    if head.format.vertical == "superscript" and _LABEL.match(head.text):
        return head.text, _without(line, head.text)
    if len(line.words) > 1 and (match := _LABEL.match(first.text)):
        return match[1] or match[2], replace(line, words=line.words[1:])
    glued = _GLUED.match(first.text)
    return (glued[1], _without(line, glued[1])) if glued else ("", None)


def _without(line: Line, label: str) -> Line | None:
    first = line.words[0]
    rest = cut(first, label)
    if rest is None:
        return replace(line, words=line.words[1:]) if len(line.words) > 1 else None
    return replace(line, words=(rest, *line.words[1:]))


def cut(word: Word, label: str) -> Word | None:
    """Return a word without a label at its beginning; None where nothing is left."""
    runs = (Run(word.runs[0].text[len(label) :], word.runs[0].format), *word.runs[1:])
    kept = tuple(run for run in runs if run.text)
    return replace(word, runs=kept) if kept else None


def _follows(before: str, label: str) -> bool:
    return not (before.isdigit() and label.isdigit()) or int(label) == int(before) + 1
