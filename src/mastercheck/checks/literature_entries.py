"""Does every entry of the literature list give a year and a title?

Measures the paragraphs of the literature list (guide, chapter 4: general requirements of an academic paper). A list of which fewer than
half of the entries have a year is of another sort, and nothing is said of it; nor of lines that may belong to the entry before them.

Cases and facts (all: `text`: the entry):
    no_year   it has neither a year, nor a sign that none is known, nor a number by which it is known
    no_title  it is nothing but names, a year and an address
It is not applicable where there is no list, or one of another sort.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mastercheck.checks.kind import Kind, NotApplicable
from mastercheck.language.citations import Entry, find_entries
from mastercheck.language.particulars import plain
from mastercheck.model.document import Document
from mastercheck.model.location import shorten
from mastercheck.model.report import Observation, Outcome

LEAST_SHARE = 0.5
"""Share of the entries with a year from which on a list is one of works."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{2}")
"""A law or an internal document may be known by its number."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = re.compile(r"(?:[^\W\d_]{1,5}\s){0,3}[^\W\d_][^\W\d_'\u2019-]{1,40},?\s(?:[A-Z]\.[\s-]?){1,5}(?:,|;|&|and|et al\.?|\s){0,6}")
"""A surname with initials, and what joins it to the next."""
_LONGEST = 60
"""Words of an entry at most; a longer paragraph is text about the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Params:
    """The parameters.

    Attributes:
        undated: signs that a year is not known or not yet come ("n.d.").
    """

    undated: tuple[str, ...] = ()


def check(document: Document, params: Params) -> Iterator[Observation]:
    """Report entries that lack a year or a title."""
    entries = [entry for entry in find_entries(document) if _is_entry(entry)]
    dated = [bool(_YEAR.search(_ADDRESS.sub(" ", entry.text))) for entry in entries]
    if sum(dated) <= LEAST_SHARE * len(entries):
        raise NotApplicable("There is no literature list whose entries could be compared.")
    marks = tuple(map(plain, params.undated))
    for entry, has_year in zip(entries, dated, strict=True):
        facts, location = {"text": shorten(entry.text, 80)}, entry.paragraph.location()
        told = has_year or _NUMBERED.search(_ADDRESS.sub(" ", entry.text)) or any(mark in plain(entry.text) for mark in marks)
        if not told:
            yield Observation(outcome=Outcome.FAIL, case="no_year", location=location, facts=facts)
        elif has_year and not _has_title(entry.text):
            yield Observation(outcome=Outcome.FAIL, case="no_title", location=location, facts=facts)


def _is_entry(entry: Entry) -> bool:
    """Return whether a paragraph is an entry of its own: neither a lead-in nor the rest of the entry before it."""
    text = entry.text.lstrip("[(0123456789.)] ")
    return (
        bool(text) and (text[0].isupper() or text[0] in "'\"\u201c\u2018") and not text.endswith(":") and 1 < len(text.split()) <= _LONGEST
    )


def _has_title(text: str) -> bool:
    """Return whether anything is left but names with initials, years and addresses."""
    rest = _NAMES.sub(" ", _ADDRESS.sub(" ", text))
    before, _, after = _YEAR.sub("\n", rest).partition("\n")
    return bool(_WORD.search(after)) or len(_WORD.findall(before)) > 1


KIND = Kind(
    name="literature_entries",
    params=Params,
    check=check,
    cases={"pass": frozenset(), "no_year": frozenset({"text"}), "no_title": frozenset({"text"})},
)
