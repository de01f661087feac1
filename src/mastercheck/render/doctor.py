"""What this installation has and lacks, for people: libraries, page engines, fonts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mastercheck.readers.pagination.engines import FontUse, OfficeSuite
from mastercheck.render.plain import fill, name, tabulate

WIDTH = 80
"""Columns of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """How documents are checked on this machine.

    Attributes:
        jobs: how many at a time.
        seconds, mebibytes: what one may take.
        memory_limited: this system keeps the limit of memory.
        kept: the folder of known results.
    """

    jobs: int
    seconds: float
    mebibytes: int
    memory_limited: bool
    kept: Path


def render(versions: Mapping[str, str], suite: OfficeSuite | None, workshop: Workshop, fonts: Sequence[FontUse] | None = None) -> str:
    """Return what this installation has, as text.

    Args:
        versions: of the program, of Python and of the libraries, by name; "" for one that is missing.
        suite: the installed office suite.
        workshop: how documents are checked.
        fonts: of a document, where one was given.
    """
    lines = [
        tabulate([(library, version or "missing") for library, version in versions.items()]),
        "",
        "How pages are counted, the best first",
        *(fill(f"{number}. {line}", WIDTH) for number, line in enumerate(_list_engines(suite), 1)),
        "",
        "How documents are checked",
        *(fill(line, WIDTH) for line in _list_limits(workshop)),
        *(_list_fonts(fonts) if fonts is not None else ()),
    ]
    return "\n".join(lines)


def _list_engines(suite: OfficeSuite | None) -> Iterator[str]:
    yield "PDF: its own pages. Always there, always certain."
    yield "What Word stored in the file: taken where the stored letters prove that it belongs to this text."
    if suite:
        yield f"Office suite: {suite.version or 'does not say what it is'} ({suite.path})."
    else:
        yield "Office suite: none was found. LibreOffice, once installed, is used by itself: its program soffice must be on the PATH."
    yield "Our own estimate of the layout: always there, certain only far from the limit."


def _list_limits(workshop: Workshop) -> Iterator[str]:
    yield f"At a time: {workshop.jobs}. Another number: check --jobs."
    yield f"Time: {workshop.seconds:g} seconds for each. Another limit: check --timeout."
    if workshop.memory_limited:
        yield f"Memory: {workshop.mebibytes} MiB for each. Another limit: check --memory."
    else:
        yield "Memory: no limit, because this system keeps none; a document that needs too much can slow it down until its time is up."
    yield f"Known results: in {name(workshop.kept)}. See also: mastercheck cache show"


def _list_fonts(fonts: Sequence[FontUse]) -> Iterator[str]:
    yield ""
    if not fonts:
        yield "The document names no fonts."
        return
    rows = [(font.family, f"{font.share:.0%}", "yes" if font.measured else "by another font", _tell(font)) for font in fonts]
    yield tabulate([("Font", "Letters", "Widths known", "On this machine"), *rows], right=(1,))
    if any(_is_replaced(font) for font in fonts):
        yield fill(
            "What is replaced is set with other letters; only metric twins (Liberation Sans for Arial, Liberation Serif for Times "
            "New Roman, Carlito for Calibri, Caladea for Cambria) leave lines and pages as they are.",
            WIDTH,
        )


def _is_replaced(font: FontUse) -> bool:
    return bool(font.substitute) and font.substitute.casefold() != font.family.casefold()


def _tell(font: FontUse) -> str:
    if not font.substitute:
        return "not known"
    return f"replaced by {font.substitute}" if _is_replaced(font) else "installed"
