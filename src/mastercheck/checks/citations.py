"""Do citations and literature list agree, both ways?

Measures citations by author and year and by number against the entries of the list (guide, chapter 4: general requirements of an academic
paper). What cannot be decided is not said: a citation is missing from the list only where no entry has its author at all, an entry is
uncited only where nothing of it occurs in the text.

Cases and facts (all: `text`: the citation or entry):
    not_listed  cited, and not in the list
    other_year  the list has the author, with other years only: a person must look. `years`
    not_cited   in the list, and never mentioned
It is not applicable where there is no list, or nothing is cited in a style that is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.language.citations import CITING_ZONES, Citation, Entry, Style, cites, find_citations, find_entries, names
from mastercheck.language.particulars import plain
from mastercheck.model.document import Document
from mastercheck.model.location import shorten
from mastercheck.model.report import Fact, Observation, Outcome

_WORD = re.compile(r"[^\W_]+(?:-\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """It has no parameters."""


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report citations without an entry and entries without a citation."""
    del params
    entries, citations = find_entries(document), find_citations(document)
    numbered = sum(bool(entry.number) for entry in entries) * 2 > len(entries)
    citations = tuple(citation for citation in citations if (citation.style is Style.NUMBER) is numbered)
    if not entries or not citations:
        raise NotApplicable("There is nothing to compare: no literature list, or no citations in a style that is known.")
    yield from _unlisted(citations, entries)
    yield from _uncited(document, citations, entries)


def _unlisted(citations: tuple[Citation, ...], entries: tuple[Entry, ...]) -> Iterator[Observation]:
    seen: set[tuple[str, str]] = set()
    for citation in citations:
        work = (citation.author, citation.key)
        if work in seen or any(cites(citation, entry) for entry in entries):
            continue
        seen.add(work)
        location, facts = citation.paragraph.location(citation.text), {"text": citation.text}
        years = sorted({year for entry in entries if citation.author and names(entry, citation.author) for year in entry.years})
        if years:
            more: dict[str, Fact] = {**facts, "years": tuple(years)}
            yield Observation(outcome=Outcome.REVIEW, case="other_year", location=location, facts=more)
        elif citation.sure:
            yield Observation(outcome=Outcome.FAIL, case="not_listed", location=location, facts=facts)


def _uncited(document: Document, citations: tuple[Citation, ...], entries: tuple[Entry, ...]) -> Iterator[Observation]:
    paragraphs = [paragraph.text for paragraph in document.paragraphs() if paragraph.zone in CITING_ZONES]
    words = _WORD.findall(plain("\n".join(paragraphs)))
    said, pairs = set(words), set(pairwise(words))
    for entry in entries:
        if any(cites(citation, entry) for citation in citations) or _mentioned(entry, said, pairs):
            continue
        yield Observation(
            outcome=Outcome.FAIL, case="not_cited", location=entry.paragraph.location(), facts={"text": shorten(entry.text, 80)}
        )


def _mentioned(entry: Entry, said: set[str], pairs: set[tuple[str, str]]) -> bool:
    """Return whether the text speaks of an entry without citing it: its first author, an acronym or
    designation in it, or two words of its title."""
    words = _WORD.findall(plain(entry.text))
    if not words or not entry.years or words[0] in said:
        return True
    title = [word for word in _WORD.findall(plain(entry.text)[len(entry.head) :]) if not word.isdigit()][:8]
    acronyms = {plain(word) for word in re.findall(r"\b[A-Z]{3,}\b", entry.text)}
    designations = {word for word in words if re.fullmatch(r"\d{4,5}(?:-\d+)?", word) and word not in entry.years}
    return not (designations | acronyms).isdisjoint(said) or any(pair in pairs for pair in pairwise(title))


KIND = Kind(
    name="citations",
    params=Params,
    check=check,
    cases={
        "pass": frozenset(),
        "not_listed": frozenset({"text"}),
        "other_year": frozenset({"text", "years"}),
        "not_cited": frozenset({"text"}),
    },
)
