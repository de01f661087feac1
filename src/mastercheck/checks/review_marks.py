"""Are marks of the making left in: tracked changes, comments, hidden text, highlighting?

Measures what the file holds beside its plain text.

Cases and facts:
    found  a mark, with its place. `mark` in words, `words` that it concerns, `count` of places, `text`: what stands there
It always decides; a PDF shows no tracked changes, and whatever it shows is reported.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from mastercheck.checks.kind import Kind
from mastercheck.language.words import count_words
from mastercheck.model.blocks import Revision, Run
from mastercheck.model.document import Document
from mastercheck.model.location import Location, shorten
from mastercheck.model.report import Facts, Observation, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        mark: which kind of mark is looked for.
    """

    mark: Literal["tracked_changes", "comments", "hidden_text", "highlighting"]


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report every mark of the kind with its place."""
    found = list(_comments(document) if params.mark == "comments" else _stretches(document, params.mark))
    words = sum(count_words(text) for _, text, _ in found)
    for mark, text, location in found:
        facts: Facts = {"mark": mark, "words": words, "count": len(found), "text": shorten(text)}
        yield Observation(outcome=Outcome.FAIL, case="found", location=location, facts=facts)


def _comments(document: Document) -> Iterator[tuple[str, str, Location]]:
    for comment in document.comments:
        yield f"comment by {comment.author}" if comment.author else "comment", comment.text, comment.location


def _stretches(document: Document, mark: str) -> Iterator[tuple[str, str, Location]]:
    """Yield neighbouring runs with the same mark as one, a stretch of white space alone left out."""
    for paragraph in document.paragraphs():
        for name, runs in groupby(paragraph.runs, lambda run: _name(run, mark)):
            if name and (text := "".join(run.text for run in runs)).strip():
                yield name, text, paragraph.location(text)


def _name(run: Run, mark: str) -> str:
    """Return what a run's mark is called; "" where it has none of the kind."""
    if mark == "tracked_changes":
        return {Revision.INSERTED: "insertion", Revision.DELETED: "deletion", None: ""}[run.revision]
    if mark == "hidden_text":
        return "hidden text" if run.hidden else ""
    return "highlighting" if run.format.highlight and run.visible else ""


KIND = Kind(
    name="review_marks", params=Params, check=check, cases={"pass": frozenset(), "found": frozenset({"mark", "words", "count", "text"})}
)
