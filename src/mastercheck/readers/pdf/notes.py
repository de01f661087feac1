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
    ruled, start = _below_rule(lines, rules, height, size), _first_small(lines, height, size)
    if ruled is not None:
        start = min(start, ruled) if start else ruled
    while start < len(lines) and not _label_of(lines[start])[0]:
        start += 1
    if start >= len(lines) or (ruled is None and not _is_referred_to(lines, start)):
        return list(lines), []
    notes: list[tuple[str, list[Line]]] = []
    for line in lines[start:]:
        label, rest = _label_of(line)
        if label and (not notes or _follows(notes[-1][0], label)) and rest:
            notes.append((label, [rest]))
        elif notes:
            notes[-1][1].append(line)
    return list(lines[:start]), [FootNote(label, tuple(inside)) for label, inside in notes]


def _first_small(lines: Sequence[Line], height: float, size: float) -> int:
    """Return the index of the first of the small lines at the foot of a column; that after the last line where none or all are small."""
    start = len(lines)
    while start and lines[start - 1].baseline > _FOOT * height and lines[start - 1].size < SMALL * size:
        start -= 1
    return start or len(lines)


def _below_rule(lines: Sequence[Line], rules: Sequence[Rule], height: float, size: float) -> int | None:
    """Return the index of the first line below the short rule that parts notes from the text."""
    if not lines:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    for rule in rules:
        if not _parts_notes(rule, left, right - size, size):
            continue
        below = next((number for number, line in enumerate(lines) if line.baseline - 0.5 * line.size > rule.y0), len(lines))
        inside = lines[below:]
        if inside and inside[0].baseline > _FOOT * height and _label_of(inside[0])[0] and all(line.size <= size for line in inside):
            return below
    return None


def _parts_notes(rule: Rule, left: float, right: float, size: float) -> bool:
    """Return whether a rule is short and begins where the text does."""
    return rule.flat and not rule.box and _SHORT[0] <= rule.x1 - rule.x0 <= _SHORT[1] and abs(rule.x0 - left) <= size and rule.x1 <= right


def _is_referred_to(lines: Sequence[Line], start: int) -> bool:
    """Return whether the first note's label is raised, or a mark in the text above is the same: a list in small letters has neither."""
    label, _ = _label_of(lines[start])
    if lines[start].words[0].runs[0].format.vertical == "superscript":
        return True
    return any(
        run.format.vertical == "superscript" and run.text == label for line in lines[:start] for word in line.words for run in word.runs
    )


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
