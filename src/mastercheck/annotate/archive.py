"""A ZIP archive written anew with some of its files replaced; the others are copied as they are packed, bit for bit.

The library packs anew what it copies. That would take time, would need limits against archives that unpack to far more than they
hold, and would lose files that are packed in ways the library does not know.
"""

import struct
import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from mastercheck.errors import LimitError, UnreadableError
from mastercheck.readers.docx.package import normal_name

LARGEST: Final = 512 << 20
"""Bytes of a file that is copied."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The date of what is added: the first that an archive can hold, so that the same input gives the same copy."""
_HEADER: Final = struct.Struct("<4s22xHH")
"""A local header (APPNOTE.TXT 4.3.7): its signature, and the lengths of the name and the extra field that follow it."""
_SIGNATURE: Final = b"PK\x03\x04"
_SIZES_FOLLOW: Final = 0x08
"""The flag of an entry whose sizes stand behind its content (4.4.4)."""


def rewrite(path: Path, parts: Mapping[str, bytes]) -> bytes:
    """Return the bytes of an archive in which some files are replaced or added, the others as they are.

    Args:
        path: of the archive, which is only read.
        parts: contents of files by name.

    Raises:
        LimitError: it is larger than any document.
        UnreadableError: it is damaged.
    """
    size = path.stat().st_size
    if size > LARGEST:
        advice = "Make its pictures smaller (in Word: File > Compress Pictures)."
        raise LimitError(f"{path.name} is larger than {LARGEST >> 20} MiB.", advice)
    paper, copied = BytesIO(), 0
    replaced = {normal_name(name): (name, content) for name, content in parts.items()}
    waiting = dict(replaced)
    with zipfile.ZipFile(path) as archive, path.open("rb") as source, zipfile.ZipFile(paper, "w") as made:
        for info in archive.infolist():
            key = normal_name(info.filename)
            if key in waiting:
                _add(made, info.filename, waiting.pop(key)[1])
            elif key not in replaced:
                packed = _packed(source, info, path)
                copied += len(packed)
                if copied > size:  # entries that share their bytes, each of which would be written for itself
                    raise _damaged(path, "its parts overlap")
                _copy(made, paper, info, packed)
        for name, content in waiting.values():
            _add(made, name, content)
    return paper.getvalue()


def _add(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    made.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)


def _packed(source: BinaryIO, info: zipfile.ZipInfo, path: Path) -> bytes:
    """Return the content of an entry as it is packed."""
    source.seek(info.header_offset)
    header = source.read(_HEADER.size)
    if len(header) == _HEADER.size and header.startswith(_SIGNATURE):
        _, name, extra = _HEADER.unpack(header)
        source.seek(name + extra, 1)
        content = source.read(info.compress_size)
        if len(content) == info.compress_size:
            return content
    raise _damaged(path, f"its part {info.filename} cannot be copied")


def _damaged(path: Path, what: str) -> UnreadableError:
    return UnreadableError(f"{path.name} is damaged: {what}.", "Open it in Word, save it anew, and annotate that file.")


def _copy(made: zipfile.ZipFile, paper: BytesIO, info: zipfile.ZipInfo, packed: bytes) -> None:
    """Write an entry as it is packed, with a header that tells its sizes.

    The library has no method for that; what is used here of it are the attributes that its own methods keep up to date.
    """
    entry = copy(info)
    entry.flag_bits &= ~_SIZES_FOLLOW
    entry.extra = b""
    entry.header_offset = made.start_dir
    paper.seek(made.start_dir)
    paper.write(entry.FileHeader() + packed)
    made.start_dir = paper.tell()
    made.filelist.append(entry)
    made.NameToInfo[entry.filename] = entry
