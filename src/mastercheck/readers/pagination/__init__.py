"""How many pages a DOCX has: a ladder of evidence, best first (RULEBOOK decision 4).

What the application stored is taken where the stored characters prove that it belongs to this text: it is the author's own program that
counted. Else an installed office suite sets the document; else our own layout estimates it.
"""

from pathlib import Path

from mastercheck.model.document import Document, PageCount, PageEngine
from mastercheck.readers.pagination.office import count_by_office
from mastercheck.readers.pagination.stored import count_stored

LONGEST_FOR_OFFICE = 2500
"""Words above which no office suite is started unasked: it takes seconds, and only short documents have a page limit."""


def count_pages(document: Document, path: Path, engine: str = "auto") -> PageCount | None:
    """Return the page count of a DOCX; None where the engine that was asked for cannot tell.

    Args:
        document: as read.
        path: of the file, which an office suite copies.
        engine: "auto", "office", "stored" or "estimated".
    """
    if engine == "stored":
        return count_stored(document)
    if engine == "office":
        return count_by_office(path)
    if engine == "auto":
        found = count_stored(document) or (count_by_office(path) if _is_short(document) else None)
        if found:
            return found
    return estimate_pages(document)


def estimate_pages(document: Document) -> PageCount:
    """Return our own estimate of the pages."""
    from mastercheck.readers.pagination.layout import lay_out  # noqa: PLC0415 - fonts' metrics take time to load
    from mastercheck.readers.pagination.metrics import is_known  # noqa: PLC0415 - the same

    extent = lay_out(document)
    fonts = {run.format.font for paragraph in document.paragraphs() for run in paragraph.runs if run.text.strip()}
    strange = sorted(font or "an unnamed font" for font in fonts if not is_known(font))
    note = f"measured by another font: {', '.join(strange[:3])}" if strange else ""
    return PageCount(
        count=extent.pages, engine=PageEngine.ESTIMATED, certain=False, fill_of_last_page=round(extent.fill, 2), lines_left=extent.lines_left, note=note
    )


def _is_short(document: Document) -> bool:
    words = 0
    for paragraph in document.paragraphs():
        words += paragraph.text.count(" ") + 1
        if words > LONGEST_FOR_OFFICE:
            return False
    return True
