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
from functools import cache
from itertools import islice

from mastercheck.checks.kind import Kind
from mastercheck.language.particulars import find_particulars
from mastercheck.model.blocks import Paragraph, ParagraphKind, Zone
from mastercheck.model.document import Document
from mastercheck.model.report import Fact, Observation, Outcome

PLACEHOLDER = re.compile(r"<[^<>]{1,60}>|\[[^\[\]]{1,60}\]")
SEVERAL_WORDS = re.compile(r"[^\W\d_]\S*\s+\w")
UNCERTAIN = frozenset({"name", "title"})
"""Parts that have no form of their own, so that one may be there unrecognised."""
LONGEST_LINE = 12
"""Words of a line at the top of a document that has no title block; a longer paragraph is text."""
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
    paragraphs = _list_lines(document)
    found = _find(document, paragraphs)
    spare = any(
        number not in found.values() and SEVERAL_WORDS.search(line) and paragraph.zone is not Zone.HEADERS_FOOTERS
        for number, (line, paragraph) in enumerate(paragraphs)
    )
    for part in params.parts:
        if part in found:
            line, paragraph = paragraphs[found[part]]
            facts: dict[str, Fact] = {"part": part, "text": line}
            yield Observation(outcome=Outcome.PASS, location=paragraph.location(line), facts=facts)
        else:
            doubtful = part in UNCERTAIN and spare
            outcome, case = (Outcome.REVIEW, "review") if doubtful else (Outcome.FAIL, "missing")
            yield Observation(outcome=outcome, case=case, facts={"part": part, "text": ""})


def read_particulars(document: Document) -> dict[str, str]:
    """Return the line that gives each particular which was found: version, date, name, title."""
    paragraphs = _list_lines(document)
    return {part: paragraphs[number][0] for part, number in _find(document, paragraphs).items()}


def _list_lines(document: Document) -> list[tuple[str, Paragraph]]:
    return [(line, paragraph) for paragraph in _paragraphs(document) for line in _lines(paragraph)]


def _find(document: Document, paragraphs: list[tuple[str, Paragraph]]) -> dict[str, int]:
    words = cache(lambda: _list_words(document))
    titled = [line for line, paragraph in paragraphs if paragraph.kind is ParagraphKind.TITLE]
    return find_particulars([line for line, _ in paragraphs], titled, lambda word: word in words())


def _list_words(document: Document) -> frozenset[str]:
    """Return the words that stand somewhere in lower case, those in addresses ("ada.lovelace@example.com") left out."""
    tokens = (token.strip(".,;:!?()\"'\u201c\u201d\u2018\u2019") for paragraph in document.paragraphs() for token in paragraph.text.split())
    return frozenset(token for token in tokens if token.isalpha() and token.islower())


def _paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs that may give particulars: the title block or else the top of the document, then headers and footers."""
    block = [paragraph for paragraph in document.paragraphs() if paragraph.zone is Zone.TITLE_BLOCK]
    if not block:
        top = (paragraph for paragraph in document.paragraphs() if paragraph.zone is not Zone.CONTENTS and paragraph.text.strip())
        block = [paragraph for paragraph in islice(top, TOP) if _is_line(paragraph)]
    return [*block, *document.furniture]


def _is_line(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is a line that could stand in a title block, and neither text nor a numbered chapter."""
    text = paragraph.text.rstrip()
    numbered = paragraph.heading is not None and bool(paragraph.heading.number)
    return len(text.split()) <= LONGEST_LINE and not text.endswith((".", ";", ":")) and not numbered


def _lines(paragraph: Paragraph) -> list[str]:
    """Return the lines of a paragraph without placeholders, which give nothing."""
    lines = (" ".join(PLACEHOLDER.sub(" ", line).split()) for line in re.split(r"[\n\f\v\t|]", paragraph.text))
    return [line for line in lines if line]


_FACTS = frozenset({"part", "text"})
KIND = Kind(name="title_block", params=Params, check=check, cases={"pass": _FACTS, "missing": _FACTS, "review": _FACTS})
