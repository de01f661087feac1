"""What kind of document it is: by what it calls itself, by its headings and by its length."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Protocol

from mastercheck.language.ledger import NOT_IN_STATUS_BAR, ledger_of
from mastercheck.language.particulars import plain
from mastercheck.language.titles import fit
from mastercheck.language.words import words_of
from mastercheck.model.blocks import ParagraphKind, Zone
from mastercheck.model.document import Document, DocumentKind

NAMED = 3.0
"""What it adds that the title block or the file's name names the kind."""
HEADED = 1.0
"""What each heading adds that speaks for a kind, and takes away that speaks against it."""
MOST_HEADED = 4.0
USUAL_LENGTH = 1.0
TOO_LONG = -4.0
"""What it adds that a text is longer than is usual. One that is shorter says nothing: every text was short while it was a draft."""
LEAD = 2.0
"""By how much a kind must be ahead of the others to be recognised."""
GOOD_FIT = 0.65


class Signs(Protocol):
    """What speaks for a kind of document (rulebook/schema.py has the data)."""

    @property
    def titles(self) -> tuple[str, ...]:
        """Names that a document gives itself."""

    @property
    def headings(self) -> tuple[str, ...]:
        """Headings that are usual in it."""

    @property
    def foreign(self) -> tuple[str, ...]:
        """Headings that it does not have."""

    @property
    def words(self) -> tuple[int, int]:
        """The least and the greatest usual number of words."""


def recognise(document: Document, recognition: Mapping[DocumentKind, Signs]) -> DocumentKind | None:
    """Return the kind whose signs are clearly the strongest; None where none is."""
    named = _names(document)
    headings = [section.title for section in document.walk_sections() if section.heading]
    ledger = ledger_of(document)
    words = sum(count for zone, count in ledger.zones.items() if zone not in NOT_IN_STATUS_BAR)
    scores = {kind: _score(signs, named, headings, words) for kind, signs in recognition.items()}
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    return ranked[0] if ranked and scores[ranked[0]] > 0 and scores[ranked[0]] - second >= LEAD else None


def _names(document: Document) -> str:
    """Return what the document calls itself: title block, title property and the file's name, plain words on one line."""
    lines = [p.text for p in document.paragraphs() if p.zone is Zone.TITLE_BLOCK or p.kind is ParagraphKind.TITLE]
    stem = PurePath(document.name).stem.replace("-", " ").replace("_", " ")
    return f" {' '.join(words_of(plain(' '.join([*lines, document.metadata.title, stem]))))} "


def _score(signs: Signs, named: str, headings: list[str], words: int) -> float:
    least, most = signs.words
    score = TOO_LONG if words > most else USUAL_LENGTH if words >= least else 0.0
    if any(f" {plain(title)} " in named for title in signs.titles):
        score += NAMED
    speaking, silencing = (
        min(MOST_HEADED, sum(HEADED for heading in headings if fit(heading, titles) >= GOOD_FIT))
        for titles in (signs.headings, signs.foreign)
    )
    return score + speaking - silencing
