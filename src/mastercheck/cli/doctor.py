"""The command `doctor`: what this installation has and lacks."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.inputs import require_existing
from mastercheck.cli.output import print_text
from mastercheck.errors import UsageError
from mastercheck.render.plain import name

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
)
"""The libraries whose versions are told, by the names that they are installed under."""


def doctor(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A document whose fonts to look for (DOCX or PDF).", show_default=False)
    ] = None,
) -> None:
    """Say what this installation has: versions, page engines, fonts."""
    if file:
        require_existing(file)
        if file.is_dir():
            raise UsageError(f"{name(file)} is a folder.", "Name one document in it.")
    from mastercheck.engine.documents import read_contained  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.readers.pagination.engines import find_suite, list_fonts  # noqa: PLC0415
    from mastercheck.render.doctor import render  # noqa: PLC0415

    fonts = list_fonts(read_contained(file, pages_engine="stored")) if file else None
    print_text(render(list_versions(), find_suite(), fonts))


def list_versions() -> dict[str, str]:
    """Return the versions of the program, of Python and of the libraries; "" for a library that is missing."""
    system = f"{platform.python_version()} ({platform.system()} {platform.machine()})"
    return {"mastercheck": __version__, "Python": system, **{library: _version_of(library) for library in LIBRARIES}}


def _version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
