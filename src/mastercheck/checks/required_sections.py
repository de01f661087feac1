"""Are the chapters of the template there, under their titles or usual synonyms?

Measures the headings of the document (guide, chapter 6). Own headings are allowed, so a chapter that is not found is no more than that.

Cases and facts (all: `chapter`; `title`: the heading that was found, "" for none):
    missing   no heading fits the chapter: a person must look, since its content may stand under a heading of the author's own
    unstyled  a line that only looks like a heading fits, in a format that has styles for headings; `how` it was known
It is undecided where the document has no headings at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.chapters import Chapter, find_chapters, list_titles
from mastercheck.checks.kind import Kind, Undecided
from mastercheck.model.blocks import Confidence
from mastercheck.model.document import Capability, Document
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
    titles = list_titles(document)
    if not titles:
        raise Undecided("The document has no headings that could be recognised.")
    found = find_chapters(titles, params.sections)
    for chapter in params.sections:
        title = found.get(chapter.name)
        if title is None:
            yield Observation(outcome=Outcome.REVIEW, case="missing", facts={"chapter": chapter.name, "title": ""})
            continue
        sure = title.heading.confidence is Confidence.CERTAIN or Capability.STYLES not in document.capabilities
        facts = {"chapter": chapter.name, "title": title.heading.label, "how": title.heading.source.value}
        outcome, case = (Outcome.PASS, "pass") if sure else (Outcome.REVIEW, "unstyled")
        yield Observation(outcome=outcome, case=case, location=title.paragraph.location(), facts=facts)


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
