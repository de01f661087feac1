"""Keys of the cache: equal exactly where the same report would come out again, but for the fonts of the machine.

A report depends on the document's content and name, on what is demanded and asked, and on the program: its own code, the libraries and the
Python that it runs on, and the office suite that it may ask. The version alone would not tell one state of the code from the next.

Fonts have a say in how many pages an office suite counts, and are in no key: after installing some, the cache is to be cleared
(docs/cohort.md).
"""

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG

from mastercheck import __version__
from mastercheck.cohort.order import Order
from mastercheck.errors import PACKAGE
from mastercheck.readers.pagination.office import find_office

LARGEST = 256 << 20
"""Bytes of a document that is looked for in the cache: the readers refuse larger ones sooner than they could be read for it."""

LIBRARIES = (
    "lxml",
    "numpy",
    "pdfminer_six",
    "pdfplumber",
    "pydantic",
    "pypdfium2",
    "pystemmer",
    "python_docx",
    "rapidfuzz",
    "spacy",
    "tomli",
)
"""The libraries that have a say in a report, as the folders are named that say their versions."""


def make_key(path: Path, order: Order, rulebook: str, surroundings: str) -> str | None:
    """Return the key of a document; None where it cannot be read, or not at a glance.

    Args:
        path: of the document.
        order: what is asked; its limits do not count, because a report that they had a part in is not kept.
        rulebook: its fingerprint, which holds the profile and the catalogue.
        surroundings: of `describe_surroundings`.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return None
        with path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
    return _digest([content, os.fsencode(path.name).hex(), order.kind or "", order.pages_engine, rulebook, surroundings])


def describe_surroundings() -> str:
    """Return a digest of everything but the document and the demands that a report depends on."""
    python = f"{sys.implementation.name} {platform.python_version()} {sys.platform} {platform.machine()}"
    return _digest([describe_program(), python, *sorted(_list_libraries()), _describe_suite()])


def describe_program() -> str:
    """Return the version of this program and a digest of its files: the same wherever the same code is installed."""
    digest = hashlib.sha256()
    for file in _walk(str(PACKAGE)):
        with open(file, "rb") as stream:  # noqa: PTH123 - a Path for each of two hundred files would take as long as reading them
            content = stream.read()
        digest.update(f"{os.path.relpath(file, PACKAGE)} {len(content)}\n".encode())
        digest.update(content)
    return f"{__version__} {digest.hexdigest()}"


def _walk(folder: str) -> Iterator[str]:
    """Yield the files of a folder and of those in it, in an order that is the same everywhere."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if not entry.is_dir():
            yield entry.path
        elif entry.name != "__pycache__":
            yield from _walk(entry.path)


def _list_libraries() -> Iterator[str]:
    """Yield the names and versions of the libraries, from the names of the folders that installers lay beside them."""
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):  # noqa: PTH112 - see above
            yield from (name for name in os.listdir(folder) if _normalise(name).startswith(LIBRARIES) and name.endswith(".dist-info"))  # noqa: PTH208


def _normalise(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")


def _describe_suite() -> str:
    """Return which office suite would be asked, so that another one, or a newer one, is another."""
    program = find_office()
    if program is None:
        return ""
    try:
        status = os.stat(program)  # noqa: PTH116 - see above
    except OSError:
        return program
    return f"{os.path.realpath(program)} {status.st_size} {status.st_mtime_ns}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
