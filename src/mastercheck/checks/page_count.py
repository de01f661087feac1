"""Does the document stay within its pages?

Measures the page count that the reader obtained (guide, chapter 6; RULEBOOK decision 4). Only a certain count can fail outright; an
uncertain one fails where it is over the limit by more than the margin, and is left to a person near the limit.

Cases and facts (all: `pages`, `maximum`, `engine`, `fill`: how full the last page is in per cent, `note`):
    pass    within the limit
    fail    over the limit
    review  too near the limit to be sure
It is undecided where the pages are not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind, Undecided
from mastercheck.model.document import Document, PageCount
from mastercheck.model.report import Fact, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        maximum: pages allowed.
        margin: by how many pages, with the fill of the last one, an uncertain count must be off the limit before it decides.
    """

    maximum: int
    margin: float = 0.15


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Compare the pages with the limit."""
    pages = document.pages
    if pages is None:
        raise Undecided("The number of pages is not known. Save the document as PDF and check that, or install an office suite.")
    facts: dict[str, Fact] = {
        "pages": pages.count,
        "maximum": params.maximum,
        "engine": pages.engine.value,
        "fill": round(pages.fill_of_last_page * 100) if pages.fill_of_last_page is not None else None,
        "note": pages.note,
    }
    yield Observation(outcome=_outcome(pages, params), facts=facts)


def _outcome(pages: PageCount, params: Params) -> Outcome:
    if pages.certain:
        return Outcome.PASS if pages.count <= params.maximum else Outcome.FAIL
    extent = pages.count - 1 + (pages.fill_of_last_page if pages.fill_of_last_page is not None else 0.5)
    if extent > params.maximum + params.margin:
        return Outcome.FAIL
    return Outcome.PASS if extent <= params.maximum - params.margin else Outcome.REVIEW


_FACTS = frozenset({"pages", "maximum", "engine", "fill", "note"})
KIND = Kind(name="page_count", params=Params, check=check, cases={"pass": _FACTS, "fail": _FACTS, "review": _FACTS})
