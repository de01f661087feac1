"""Do citations and literature list agree, both ways?

Measures citations by author and year and by number against the entries of the list (guide, chapter 4: general requirements of an academic
paper). What cannot be decided is not said: a citation is missing from the list only where no entry has its author at all, an entry is
uncited only where nothing of it occurs in the text. Where not one citation is in the list, it may be of another sort: a person must look.

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
from mastercheck.language.citations import CITING_ZONES, Citation, Entry, Literature, Style, find_citations, find_entries
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
    literature, citations = Literature(find_entries(document)), find_citations(document)
    citations = _of_one_style(citations, literature)
    if not literature.entries or not citations:
        raise NotApplicable("There is nothing to compare: no literature list, or no citations in a style that is known.")
    agreed = any(literature.cited_by(citation) for citation in citations)
    certain = Outcome.FAIL if agreed else Outcome.REVIEW
    yield from _unlisted(citations, literature, certain)
    yield from _uncited(document, citations, literature, certain)


def _of_one_style(citations: tuple[Citation, ...], literature: Literature) -> tuple[Citation, ...]:
    """Return the citations by number where most are and the list has numbers, else those by author and year."""
    numbers = tuple(citation for citation in citations if citation.style is Style.NUMBER)
    listed = sum(bool(entry.number) for entry in literature.entries)
    if len(numbers) * 2 > len(citations) and listed * 2 > len(literature.entries):
        return numbers
    return tuple(citation for citation in citations if citation.style is not Style.NUMBER)


def _unlisted(citations: tuple[Citation, ...], literature: Literature, certain: Outcome) -> Iterator[Observation]:
    seen: set[tuple[str, str]] = set()
    for citation in citations:
        work = (citation.author, citation.key)
        if work in seen or literature.cited_by(citation):
            continue
        seen.add(work)
        location, facts = citation.paragraph.location(citation.text), {"text": citation.text}
        years = sorted({year for place in literature.by_author(citation.author) for year in literature.entries[place].years})
        if years and citation.author:
            more: dict[str, Fact] = {**facts, "years": tuple(years)}
            yield Observation(outcome=Outcome.REVIEW, case="other_year", location=location, facts=more)
        elif citation.sure:
            yield Observation(outcome=certain, case="not_listed", location=location, facts=facts)


def _uncited(document: Document, citations: tuple[Citation, ...], literature: Literature, certain: Outcome) -> Iterator[Observation]:
    paragraphs = [paragraph.text for paragraph in document.paragraphs() if paragraph.zone in CITING_ZONES]
    words = _WORD.findall(plain("\n".join(paragraphs)))
    said, pairs = set(words), set(pairwise(words))
    works = {(citation.author, citation.key): citation for citation in citations}
    cited = {place for citation in works.values() for place in literature.cited_by(citation)}
    for place, entry in enumerate(literature.entries):
        if place not in cited and not _mentioned(entry, said, pairs):
            facts = {"text": shorten(entry.text, 80)}
            yield Observation(outcome=certain, case="not_cited", location=entry.paragraph.location(), facts=facts)


def _mentioned(entry: Entry, said: set[str], pairs: set[tuple[str, str]]) -> bool:
    """Return whether the text speaks of an entry: its first author, an acronym or designation in it, or two words of its title."""
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
