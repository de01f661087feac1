"""Headers and footers: each distinct paragraph once (ISO/IEC 29500-1 17.10)."""

from collections.abc import Callable, Iterable, Iterator

from mastercheck.model.blocks import Paragraph, paragraphs_of
from mastercheck.readers.docx.names import Element, R, W, is_set
from mastercheck.readers.docx.walk import Kit, Surroundings, Walk

_REFERENCES = (f"{W}headerReference", f"{W}footerReference")


def furniture(kit: Kit, sections: Iterable[Element], part: Callable[[str], Element | None], *, even_pages: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the headers and footers that are shown, those with the same text once.

    Args:
        kit: what the stories of the document share.
        sections: the w:sectPr elements in order.
        part: gives the root of a part by the id of the relationship to it.
        even_pages: even pages have headers of their own (w:evenAndOddHeaders).
    """
    shown = dict.fromkeys(reference for section in sections for reference in _shown(section, even_pages=even_pages))
    found: dict[str, Paragraph] = {}
    for reference in shown:
        root = part(reference)
        for paragraph in () if root is None else paragraphs_of(tuple(Walk(kit).blocks(root, Surroundings(depth=1)))):
            if paragraph.text.strip():
                found.setdefault(" ".join(paragraph.text.split()), paragraph)
    return tuple(found.values())


def _shown(section: Element, *, even_pages: bool) -> Iterator[str]:
    kinds = {"default"} | ({"first"} if is_set(section, "titlePg") else set()) | ({"even"} if even_pages else set())
    for reference in section.iterchildren(*_REFERENCES):
        if reference.get(f"{W}type", "default") in kinds:
            yield reference.get(f"{R}id", "")
