"""How many pages a DOCX has: a ladder of evidence, best first (RULEBOOK decision 4).

The decision names an office suite before what Word stored. Here it is the other way round: where the stored characters prove that the
stored pages belong to this text, they are Word's own count of it, and no other program's is nearer; an office suite is right in five
documents of six. Starting one takes seconds, so that of itself it is asked only for a document that is short enough to have a page limit.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from mastercheck.model.document import Document, PageCount
from mastercheck.readers.pagination.estimate import estimate_pages
from mastercheck.readers.pagination.office import ask_office
from mastercheck.readers.pagination.stored import count_stored

LONGEST_FOR_OFFICE: Final = 2500
"""Words above which no office suite is started unasked: longer documents have no page limit."""
MOST_LETTERS_FOR_OFFICE: Final = 30_000
"""The same in letters, for text that hardly has words: a suite can take minutes over it."""


def count_pages(document: Document, path: Path, engine: str = "auto", *, office_allowed: bool | None = None) -> PageCount | None:
    """Return the page count of a DOCX; None where the engine that was asked for cannot tell.

    Args:
        document: as read.
        path: of the file, which an office suite copies.
        engine: "auto", "office", "stored" or "estimated".
        office_allowed: whether "auto" may start an office suite; None leaves that to the length of the document.
    """
    if engine == "office":
        return ask_office(document, path).pages
    estimated = estimate_pages(document)
    if engine == "estimated":
        return estimated
    stored = count_stored(document, estimated=estimated)
    if engine == "stored" or stored:
        return stored
    if not (is_short(document) if office_allowed is None else office_allowed):
        return estimated
    answer = ask_office(document, path)
    return _compared(answer.pages, estimated) if answer.pages else _noted(estimated, answer.reason)


def _compared(office: PageCount, estimated: PageCount) -> PageCount:
    """Return the count of an office suite, with a note where our own estimate is another."""
    if office.count == estimated.count:
        return replace(office, lines_left=estimated.lines_left)
    return _noted(office, f"our own estimate is {estimated.count}")


def _noted(pages: PageCount, remark: str) -> PageCount:
    return replace(pages, note="; ".join(filter(None, (pages.note, remark))))


def is_short(document: Document) -> bool:
    """Return whether a document is so short that a page limit may hold for it."""
    words = letters = 0
    for paragraph in document.paragraphs():
        text = paragraph.text
        words, letters = words + text.count(" ") + 1, letters + len(text)
        if words > LONGEST_FOR_OFFICE or letters > MOST_LETTERS_FOR_OFFICE:
            return False
    return True
