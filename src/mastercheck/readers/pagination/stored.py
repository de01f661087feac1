"""The page count that the application stored, where the stored characters prove that it belongs to this text (RULEBOOK decision 3)."""

from mastercheck.model.blocks import Note, NoteKind, paragraphs_of
from mastercheck.model.document import Document, PageCount, PageEngine

AGREES = 0.02
"""By which share the stored characters may differ from ours."""


def count_stored(document: Document) -> PageCount | None:
    """Return the stored page count; None where there is none, or where it is stale."""
    stored = document.metadata.stored
    if stored is None or not stored.pages or not stored.characters_with_spaces:
        return None
    ours = sum(len(paragraph.text) + 1 for block in document.blocks if not _is_note(block) for paragraph in paragraphs_of((block,)))
    if abs(ours - stored.characters_with_spaces) > AGREES * max(ours, stored.characters_with_spaces):
        return None
    return PageCount(count=stored.pages, engine=PageEngine.STORED, certain=True)


def _is_note(block: object) -> bool:
    return isinstance(block, Note) and block.kind in NoteKind
