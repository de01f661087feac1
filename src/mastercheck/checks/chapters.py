"""The chapters of a template, found among a document's headings: what required_sections and section_order share."""

from collections.abc import Sequence
from dataclasses import dataclass

from mastercheck.language.titles import fit
from mastercheck.model.blocks import Zone
from mastercheck.model.document import Document, Section

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


def find_chapters(document: Document, chapters: Sequence[Chapter]) -> dict[str, Section]:
    """Return the section of each chapter that was found, by the chapter's name.

    Of several headings that fit the best wins, then the one of the highest level, then the first. A section serves one chapter only.
    """
    sections = [
        section for section in document.walk_sections() if section.heading and section.zone not in {Zone.CONTENTS, Zone.TITLE_BLOCK}
    ]
    candidates = [
        (-how_well, section.level, place, chapter.name, section)
        for chapter in chapters
        for place, section in enumerate(sections)
        if (how_well := fit(section.title, (chapter.name, *chapter.titles))) >= LEAST_FIT
    ]
    found: dict[str, Section] = {}
    taken: set[int] = set()
    for _, _, place, name, section in sorted(candidates, key=lambda one: one[:4]):
        if name not in found and place not in taken:
            found[name] = section
            taken.add(place)
    return found
