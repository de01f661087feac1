"""The chapters of a template, found among a document's headings: what required_sections and section_order share."""

from collections.abc import Sequence
from dataclasses import dataclass

from mastercheck.language.titles import fit
from mastercheck.model.blocks import Heading, Paragraph, Zone
from mastercheck.model.document import Document

LEAST_FIT = 0.5
"""From this fit on (language/titles.py) a heading is taken for a chapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of the template.

    Attributes:
        name: as the template calls it.
        titles: under which it is usually found.
    """

    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of the document.

    Attributes:
        paragraph: where it stands.
        heading: what it says, and how it was known.
    """

    paragraph: Paragraph
    heading: Heading


def list_titles(document: Document) -> tuple[Title, ...]:
    """Return the headings of a document, in order; the title block and contents lists have none."""
    paragraphs = (section.heading for section in document.walk_sections() if section.zone not in {Zone.CONTENTS, Zone.TITLE_BLOCK})
    return tuple(Title(paragraph, paragraph.heading) for paragraph in paragraphs if paragraph and paragraph.heading)


def find_chapters(titles: Sequence[Title], chapters: Sequence[Chapter]) -> dict[str, Title]:
    """Return the heading of each chapter that was found, by the chapter's name.

    Of several headings that fit the best wins, then the one of the highest level, then the first. A heading serves one chapter only.
    """
    candidates = [
        (-how_well, title.heading.level, place, chapter.name)
        for chapter in chapters
        for place, title in enumerate(titles)
        if (how_well := fit(title.heading.title, (chapter.name, *chapter.titles))) >= LEAST_FIT
    ]
    found: dict[str, Title] = {}
    taken: set[int] = set()
    for _, _, place, name in sorted(candidates):
        if name not in found and place not in taken:
            found[name] = titles[place]
            taken.add(place)
    return found
