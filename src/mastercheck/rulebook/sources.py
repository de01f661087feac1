"""The files of a rulebook: finding, reading and stamping them."""

import hashlib
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import tomli

from mastercheck.rulebook.mistakes import Mistakes, Place

BUILTIN = "exin-itsm20k-master-201607.toml"
"""The rulebook that is used unless the user gives one."""

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes of a rulebook file at most: forty times the built-in one, and read in less than a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of a rulebook.

    Attributes:
        name: the file's name.
        content: its bytes; b"" where there are none to be had.
        tables: what it holds; {} where it could not be read.
    """

    name: str
    content: bytes = b""
    tables: dict[str, object] = field(default_factory=dict)


NO_SOURCE = Source(name="")
"""Stands for a file that could not be found."""


def builtin_folder() -> Traversable:
    """Return the folder of the files that come with the program."""
    return files("mastercheck.rulebook") / "data"


def read_main(path: Path | None, mistakes: Mistakes) -> Source:
    """Read a rulebook's main file: the user's, or the one that comes with the program."""
    return _read(path or builtin_folder() / BUILTIN, mistakes, needed=True)


def read_beside(name: str, path: Path | None, mistakes: Mistakes) -> Source:
    """Read a file that the main file names: beside it, or else the one of that name that comes with the program."""
    if path and (path.parent / name).is_file():
        return _read(path.parent / name, mistakes, needed=True)
    return _read(builtin_folder() / name, mistakes, needed=True)


def read_file(path: Path, mistakes: Mistakes, *, needed: bool = False) -> Source:
    """Read a file that the user names; where it is `needed`, it should not be empty."""
    return _read(path, mistakes, needed=needed)


def fingerprint(sources: tuple[Source, ...], profile: str) -> str:
    """Return the SHA-256 over everything that is demanded: equal exactly where the demands are."""
    digest = hashlib.sha256()
    for content in (*(source.content for source in sources), profile.encode()):
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def _read(file: Traversable, mistakes: Mistakes, *, needed: bool) -> Source:
    place, content = Place(file=file.name), b""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            mistakes.add(place, f"larger than {LARGEST_FILE // 1024 // 1024} MiB")
            return Source(name=file.name, content=content)
        if needed and not content:
            mistakes.add(place, "is empty")
        tables = {} if file.name.endswith(".json") else tomli.loads(content.decode("utf-8-sig"))
        return Source(name=file.name, content=content, tables=tables)
    except OSError as error:
        mistakes.add(place, f"cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        mistakes.add(place, f"is not UTF-8 text: byte {error.start} is not")
    except tomli.TOMLDecodeError as error:
        mistakes.add(place, f"is not TOML: {error}")
    except RecursionError:
        mistakes.add(place, "is nested too deeply")
    return Source(name=file.name, content=content)
