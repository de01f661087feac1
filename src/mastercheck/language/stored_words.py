"""What the word count is worth that an application stored in a DOCX (RULEBOOK decision 3)."""

from enum import StrEnum

from mastercheck.model.blocks import Note, TextBox, paragraphs_of
from mastercheck.model.document import Document

AGREES = 0.02
"""Share by which the stored characters may differ from ours in a file whose figures belong to its text."""


class StoredNature(StrEnum):
    """What a stored word count is."""

    NONE = "none"
    ESTIMATE = "estimate"
    COUNTED = "counted"
    STALE = "stale"


def judge_stored(document: Document) -> StoredNature:
    """Return what the stored word count of a document is.

    Stale: the stored characters with spaces, which come close to the letters of the main story with its paragraph marks, do not. Else it is
    the application's estimate where it follows from the characters, and a count where it does not.
    """
    stored = document.metadata.stored
    if stored is None or not stored.words:
        return StoredNature.NONE
    if stored.estimated:
        return StoredNature.ESTIMATE
    if stored.characters_with_spaces and abs(_letters(document) - stored.characters_with_spaces) > AGREES * stored.characters_with_spaces:
        return StoredNature.STALE
    return StoredNature.COUNTED


def _letters(document: Document) -> int:
    """Return the letters, spaces and paragraph marks of the main story."""
    story = (block for block in document.blocks if not isinstance(block, (Note, TextBox)))
    return sum(len(paragraph.text) + 1 for paragraph in paragraphs_of(story))
