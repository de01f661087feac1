"""Is there a heading without a title, or a chapter without text?

Measures the headings that are certain: paragraphs in a heading style or with an outline level. A heading is followed by text where anything
but white space stands under it or its subsections: paragraphs, tables, pictures, equations.

Cases and facts:
    untitled  a paragraph is a heading and has no text, at most a number. `after`: the heading before it, "" for none
    empty     nothing stands under a heading. `title`: it
It is not applicable where the document has no heading.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.model.blocks import Confidence, Paragraph, Zone, paragraphs_of
from mastercheck.model.document import Document, Section
from mastercheck.model.report import Observation, Outcome

NOT_JUDGED = frozenset({Zone.CONTENTS, Zone.TITLE_BLOCK})
"""Regions whose headings need no text of their own: a title, a contents list that is built when the document is opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters: none."""


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report headings without a title and chapters without text, each with its place."""
    del params
    headed = [(section.heading, section) for section in document.walk_sections() if section.heading]
    untitled = list(_find_untitled(document))
    if not headed and not untitled:
        raise NotApplicable("The document has no headings.")
    for paragraph, after in untitled:
        yield Observation(outcome=Outcome.FAIL, case="untitled", location=paragraph.location(), facts={"after": after})
    for heading, section in headed:
        if _is_judged(heading, section) and not _has_text(section):
            yield Observation(outcome=Outcome.FAIL, case="empty", location=heading.location(), facts={"title": section.label})


def _find_untitled(document: Document) -> Iterator[tuple[Paragraph, str]]:
    """Yield paragraphs that a style or an outline level makes headings, though nothing stands in them, with the label before each."""
    label = ""
    for paragraph in document.paragraphs():
        if paragraph.heading and paragraph.heading.title:
            label = paragraph.heading.label
        elif paragraph.format.outline_level is not None and not _shows(paragraph):
            yield paragraph, label


def _is_judged(heading: Paragraph, section: Section) -> bool:
    certain = heading.heading is not None and heading.heading.confidence is Confidence.CERTAIN
    return certain and bool(section.title) and section.zone not in NOT_JUDGED


def _has_text(section: Section) -> bool:
    return bool(section.children) or any(_shows(paragraph) for paragraph in paragraphs_of(section.blocks))


def _shows(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.strip() or paragraph.pictures or paragraph.has_equation)


KIND = Kind(
    name="empty_headings",
    params=Params,
    check=check,
    cases={"pass": frozenset(), "untitled": frozenset({"after"}), "empty": frozenset({"title"})},
)
