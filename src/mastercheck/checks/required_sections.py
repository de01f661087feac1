"""Are the chapters of the template there, under their titles or usual synonyms?

Measures the headings of the document (guide, chapter 6). Own headings are allowed, so a chapter that is not found is no more than that.

Cases and facts (all: `chapter`; `title`: the heading that was found, "" for none):
    missing   no heading fits the chapter: a person must look, since its content may stand under a heading of the author's own
    unstyled  a line that only looks like a heading fits; `how` it was known
It is undecided where the document has no headings at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.chapters import Chapter, find_chapters
from mastercheck.checks.kind import Kind, Undecided
from mastercheck.model.blocks import Confidence
from mastercheck.model.document import Document
from mastercheck.model.report import Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        sections: the chapters of the template.
    """

    sections: tuple[Chapter, ...]


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report chapters that were found, that were not, and that only look like headings."""
    found = find_chapters(document, params.sections)
    if not any(section.heading for section in document.walk_sections()):
        raise Undecided("The document has no headings that could be recognised.")
    for chapter in params.sections:
        section = found.get(chapter.name)
        if section is None:
            yield Observation(outcome=Outcome.REVIEW, case="missing", facts={"chapter": chapter.name, "title": ""})
        elif section.heading and section.heading.heading and document.format == "docx":
            heading = section.heading.heading
            sure = heading.confidence is Confidence.CERTAIN
            facts = {"chapter": chapter.name, "title": heading.label, "how": heading.source.value}
            case = "pass" if sure else "unstyled"
            yield Observation(outcome=Outcome.PASS if sure else Outcome.REVIEW, case=case, location=section.heading.location(), facts=facts)


KIND = Kind(
    name="required_sections",
    params=Params,
    check=check,
    cases={
        "pass": frozenset({"chapter", "title", "how"}),
        "missing": frozenset({"chapter", "title"}),
        "unstyled": frozenset({"chapter", "title", "how"}),
    },
)
