"""What a passage that is known to be a heading says: its number apart from its title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mastercheck.model.blocks import Heading, Paragraph, ParagraphKind, Run

_LETTERED = re.compile(r"^([A-Za-z]|[IVX]{1,5})[.)]\s+(?=\S)")
_GLUED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,5})(?=[^\W\d_][a-z]{2})")
"""A number after which the tab is too narrow to be seen as a space."""


def as_heading(paragraph: Paragraph, heading: Heading) -> Paragraph:
    """Return a paragraph as a heading; the marks of notes are no part of it, its number is none of its title.

    A number that a tab parts from the title is an automatic one, and no part of the text either. Typed numbers are parted from titles
    in `readers.structure`, but for letters, which only a heading that is known to be one can have.
    """
    runs = [run for run in paragraph.runs if not run.format.vertical] or list(paragraph.runs)
    text = "".join([run.text for run in runs])
    number, title = paragraph.list_label.rstrip("."), text
    if not number and (glued := _GLUED.match(text)):
        number, runs, title = glued[1], _cut(runs, glued.end()), text[glued.end() :]
    elif not number and (lettered := _LETTERED.match(text)):
        number, title = lettered[1], text[lettered.end() :]
    made = replace(heading, title=" ".join(title.split()) or heading.title, number=number)
    return replace(paragraph, runs=tuple(runs), kind=ParagraphKind.HEADING, heading=made, list_label="", list_level=None)


def _cut(runs: Sequence[Run], length: int) -> list[Run]:
    """Return runs without their first letters."""
    kept: list[Run] = []
    for run in runs:
        if len(run.text) > length:
            kept.append(Run(run.text[length:], run.format))
        length = max(0, length - len(run.text))
    return kept
