"""Do the chapters stand in the order of the template?

Measures the places of those chapters that were found (guide, chapter 6).

Cases and facts:
    fail  a chapter stands before one that should precede it. `chapter`, `before`: the chapter that should have come first
It is not applicable where fewer than two of the chapters were found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mastercheck.checks.chapters import Chapter, find_chapters, list_titles
from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.model.document import Document
from mastercheck.model.report import Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        sections: the chapters, in the order that is asked for.
    """

    sections: tuple[Chapter, ...]


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report each pair of neighbouring chapters that stand the other way round."""
    found = find_chapters(list_titles(document), params.sections)
    placed = [(chapter.name, found[chapter.name].paragraph) for chapter in params.sections if chapter.name in found]
    if len(placed) < 2:  # noqa: PLR2004 - an order takes two
        raise NotApplicable("Fewer than two chapters of the template were found.")
    for (first, before), (second, after) in pairwise(placed):
        if after.number < before.number:
            facts = {"chapter": second, "before": first}
            yield Observation(outcome=Outcome.FAIL, case="fail", location=after.location(), facts=facts)


KIND = Kind(name="section_order", params=Params, check=check, cases={"pass": frozenset(), "fail": frozenset({"chapter", "before"})})
