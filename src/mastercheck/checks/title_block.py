"""Does the title block give version, name, date and project title?

Measures the lines before the first chapter, and the headers and footers (guide, chapter 6: both templates).

Cases and facts (all: `part`; `text`: the line, "" for none):
    pass     the part was found
    missing  it was not found, or its placeholder stands there unfilled
    review   a name or title was not recognised, though the lines are there: a person must look
It always decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind
from mastercheck.language.particulars import find_particulars
from mastercheck.model.blocks import Paragraph, ParagraphKind, Zone
from mastercheck.model.document import Document
from mastercheck.model.report import Fact, Observation, Outcome

PLACEHOLDER = re.compile(r"<[^<>]{1,60}>|\[[^\[\]]{1,60}\]")
UNCERTAIN = frozenset({"name", "title"})
"""Parts that have no form of their own, so that one may be there unrecognised."""
TOP = 6
"""Paragraphs at the top of a document that are looked at where it has no title block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        parts: of version, name, date and title, those that are asked for.
    """

    parts: tuple[str, ...]


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Look for each part in the lines of the title block."""
    paragraphs = [(line, paragraph) for paragraph in _paragraphs(document) for line in _lines(paragraph)]
    lines = [line for line, _ in paragraphs]
    titled = [line for line, paragraph in paragraphs if paragraph.kind is ParagraphKind.TITLE]
    found = find_particulars(lines, titled)
    spare = len(lines) - len(set(found.values()))
    for part in params.parts:
        if part in found:
            line, paragraph = paragraphs[found[part]]
            facts: dict[str, Fact] = {"part": part, "text": line}
            yield Observation(outcome=Outcome.PASS, location=paragraph.location(line), facts=facts)
        else:
            doubtful = part in UNCERTAIN and spare > 0
            outcome, case = (Outcome.REVIEW, "review") if doubtful else (Outcome.FAIL, "missing")
            yield Observation(outcome=outcome, case=case, facts={"part": part, "text": ""})


def _paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs that may give particulars: the title block or else the top of the document, then headers and footers."""
    every = document.paragraphs()
    block = [paragraph for paragraph in every if paragraph.zone is Zone.TITLE_BLOCK]
    if not block:
        top = (paragraph for paragraph in document.paragraphs() if paragraph.zone is not Zone.CONTENTS and paragraph.text.strip())
        block = [paragraph for _, paragraph in zip(range(TOP), top, strict=False)]
    return [*block, *document.furniture]


def _lines(paragraph: Paragraph) -> list[str]:
    """Return the lines of a paragraph without placeholders."""
    lines = re.split(r"[\n\f\v\t|]", paragraph.text)
    return [" ".join(line.split()) for line in lines if line.strip() and not PLACEHOLDER.search(line)]


_FACTS = frozenset({"part", "text"})
KIND = Kind(name="title_block", params=Params, check=check, cases={"pass": _FACTS, "missing": _FACTS, "review": _FACTS})
