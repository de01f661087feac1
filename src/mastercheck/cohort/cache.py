"""The cache: reports on documents that have not changed, one file each.

An entry is JSON that is checked against the types of the report when it is read: whoever can write to the folder could put a false verdict
there, but no code, as a pickle would let them. It is packed, which makes it a quarter as large and shows damage. It holds no path, but the
passages that a report quotes, so the folder is made for its user alone. An entry with which anything is wrong is as if it were not there.
"""

import os
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from mastercheck.cohort.order import Order
from mastercheck.errors import EncryptedError, LimitError, NoTextError, UnreadableError
from mastercheck.model.report import DocumentReport, Outcome
from mastercheck.readers.pagination.office import FAILED

ENVIRONMENT = "MASTERCHECK_CACHE_DIR"
"""The environment variable that names the folder of the cache."""
LARGEST = 256 << 20
"""Bytes of all entries; beyond that those go that were not used for longest."""
LARGEST_ENTRY = 64 << 20
"""Bytes of one entry, unpacked: a thousand times a usual one."""
STALE = 3600
"""Seconds after which a part of an entry belongs to a process that was ended while it wrote."""
KEPT_ERRORS = frozenset(kind.code for kind in (UnreadableError, EncryptedError, NoTextError, LimitError))
"""What is wrong with a document itself, and will be tomorrow."""

_FOLDER = "reports"
_SUFFIX = ".report"
_PART = ".part"


def find_folder() -> Path:
    """Return the folder of the cache: what the environment names, or the user's own place for such files."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where nothing is named

    return user_cache_path("mastercheck", appauthor=False)


def is_lasting(report: DocumentReport, order: Order) -> bool:
    """Return whether a report would come out the same again: nothing in it speaks of this run, such as a suite that was too slow."""
    if report.error:
        return report.error.code in KEPT_ERRORS
    if any(result.outcome is Outcome.ERROR for result in report.results):
        return False
    return FAILED not in report.pages.note if report.pages else order.pages_engine != "office"


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    size: int
    used: float


class Cache:
    """The entries of a folder, which is made when the first is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / _FOLDER
        self._grown = False

    def find(self, key: str, path: Path) -> DocumentReport | None:
        """Return the report that is kept under a key, as one on the document of this path; None where there is none."""
        entry = self.folder / f"{key}{_SUFFIX}"
        try:
            unpacking = zlib.decompressobj()
            content = unpacking.decompress(entry.read_bytes(), LARGEST_ENTRY)
            if not unpacking.eof:
                return None
            report = _adapter().validate_json(content)
        except (OSError, ValueError, zlib.error):
            return None
        with suppress(OSError):  # where nothing may be written, there is nothing to trim either
            os.utime(entry)
        return replace(report, path=str(path))

    def keep(self, key: str, report: DocumentReport) -> None:
        """Keep a report, if it can be read back as what it is."""
        nameless = replace(report, path="")
        try:
            content = _adapter().dump_json(nameless)
            if _adapter().validate_json(content) == nameless:
                self._write(self.folder / f"{key}{_SUFFIX}", zlib.compress(content, 1))
        except (OSError, ValueError, PydanticSerializationError):
            return  # then the document is checked once more

    def trim(self, largest: int = LARGEST) -> None:
        """Where something was kept, remove what was not used for longest until no more is left than there may be, and stale parts."""
        if not self._grown:
            return
        for part in self._list(_PART):
            if part.used < time.time() - STALE:
                _remove(part)
        entries = sorted(self._list(_SUFFIX), key=lambda entry: entry.used)
        excess = sum(entry.size for entry in entries) - largest
        for entry in entries:
            if excess <= 0:
                return
            excess -= entry.size
            _remove(entry)

    def survey(self) -> tuple[int, int]:
        """Return how many entries there are, and their bytes."""
        sizes = [entry.size for entry in self._list(_SUFFIX)]
        return len(sizes), sum(sizes)

    def clear(self) -> int:
        """Remove all entries, and nothing else that may lie there; return how many there were."""
        entries = tuple(self._list(_SUFFIX))
        for entry in (*entries, *self._list(_PART)):
            _remove(entry)
        with suppress(OSError):
            self.folder.rmdir()
        return len(entries)

    def _list(self, suffix: str) -> Iterator[_File]:
        try:
            found = [entry for entry in os.scandir(self.folder) if entry.name.endswith(suffix)]
        except OSError:
            return
        for entry in found:
            with suppress(OSError):  # another process may have removed it
                status = entry.stat(follow_symlinks=False)
                yield _File(entry.path, status.st_size, status.st_mtime)

    def _write(self, target: Path, content: bytes) -> None:
        """Write an entry so that whoever looks for it finds it whole or not at all."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, part = tempfile.mkstemp(dir=self.folder, suffix=_PART)
        try:
            with open(descriptor, "wb") as stream:  # noqa: PTH123 - it is a descriptor
                stream.write(content)
            Path(part).replace(target)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
        self._grown = True


def _remove(file: _File) -> None:
    with suppress(OSError):
        Path(file.path).unlink()


@cache
def _adapter() -> TypeAdapter[DocumentReport]:
    return TypeAdapter(DocumentReport)
