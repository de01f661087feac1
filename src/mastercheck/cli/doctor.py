"""The command `doctor`: what this installation has and lacks."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.inputs import require_document
from mastercheck.cli.output import print_text

if TYPE_CHECKING:
    from mastercheck.render.doctor import Workshop

LIBRARIES = (
    "python-docx",
    "lxml",
    "pdfplumber",
    "pdfminer.six",
    "pypdfium2",
    "spacy",
    "pydantic",
    "rapidfuzz",
    "PyStemmer",
    "typer",
    "rich",
    "pebble",
)
"""The libraries whose versions are told, by the names that they are installed under."""


def doctor(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A document whose fonts to look for (DOCX or PDF).", show_default=False)
    ] = None,
) -> None:
    """Say what this installation has: versions, page engines, fonts."""
    if file:
        require_document(file)
    from mastercheck.engine.documents import read_contained  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.readers.pagination.engines import find_suite, list_fonts  # noqa: PLC0415
    from mastercheck.render.doctor import render  # noqa: PLC0415

    fonts = list_fonts(read_contained(file, pages_engine="stored")) if file else None
    print_text(render(list_versions(), find_suite(), describe_workshop(), fonts))


def describe_workshop() -> "Workshop":
    """Return how documents are checked on this machine."""
    from mastercheck.cohort.cache import find_folder  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.cohort.crews import count_cores  # noqa: PLC0415
    from mastercheck.cohort.limits import USUAL_LIMITS, limits_memory  # noqa: PLC0415
    from mastercheck.render.doctor import Workshop  # noqa: PLC0415

    return Workshop(
        jobs=count_cores(),
        seconds=USUAL_LIMITS.seconds,
        mebibytes=USUAL_LIMITS.mebibytes,
        memory_limited=limits_memory(),
        kept=find_folder(),
    )


def list_versions() -> dict[str, str]:
    """Return the versions of the program, of Python and of the libraries; "" for a library that is missing."""
    system = f"{platform.python_version()} ({platform.system()} {platform.machine()})"
    return {"mastercheck": __version__, "Python": system, **{library: _version_of(library) for library in LIBRARIES}}


def _version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
