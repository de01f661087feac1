"""Headers and footers of each section of pages, for the height that they take from the text (ISO/IEC 29500-1 17.10)."""

from collections.abc import Callable, Iterable

from mastercheck.model.blocks import Block
from mastercheck.model.document import PageFurniture
from mastercheck.readers.docx.names import Element, R, W, is_set
from mastercheck.readers.docx.walk import Kit, Surroundings, Walk

_SLOTS = (("headerReference", "default"), ("footerReference", "default"), ("headerReference", "first"), ("footerReference", "first"))


def page_furniture(kit: Kit, sections: Iterable[Element], part: Callable[[str], Element | None]) -> tuple[PageFurniture, ...]:
    """Return the headers and footers of sections; one that names none has those of the section before (17.10.5).

    Args:
        kit: what the stories of the document share.
        sections: the w:sectPr elements in order.
        part: gives the root of a part by the id of the relationship to it.
    """
    read: dict[str, tuple[Block, ...]] = {}
    current: dict[tuple[str, str], str] = {}
    found: list[PageFurniture] = []
    for section in sections:
        for name, _ in _SLOTS[:2]:
            for reference in section.iterchildren(f"{W}{name}"):
                current[name, reference.get(f"{W}type", "default")] = reference.get(f"{R}id", "")
        shown = _SLOTS if is_set(section, "titlePg") else _SLOTS[:2]
        for slot in shown:
            key = current.get(slot, "")
            if key and key not in read:
                root = part(key)
                read[key] = () if root is None else tuple(Walk(kit).blocks(root, Surroundings(depth=1)))
        header, footer, first_header, first_footer = (read.get(current.get(slot, ""), ()) if slot in shown else () for slot in _SLOTS)
        found.append(PageFurniture(header=header, footer=footer, first_header=first_header, first_footer=first_footer))
    return tuple(found)
