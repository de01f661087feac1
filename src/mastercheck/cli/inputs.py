"""Inputs: the files and folders of the command line become the documents to check."""

from collections.abc import Iterable, Iterator
from os import walk
from pathlib import Path

from mastercheck.errors import NothingToCheckError, UsageError
from mastercheck.render.plain import name
from mastercheck.rulebook.mistakes import nearest

SUFFIXES = (".docx", ".docm", ".pdf")
"""Endings of the files that are looked for in a folder; a file that is named outright may have any."""


def gather_documents(given: Iterable[str]) -> tuple[Path, ...]:
    """Return the documents that the user names, each once: files as they are, folders and patterns replaced by what they hold.

    Raises:
        UsageError: something does not exist; the message has the nearest name that does.
        NothingToCheckError: the folders hold no document.
    """
    listed = [path for entry in given for path in _match(entry)]
    found: dict[object, Path] = {}
    for path in listed:
        for document in _expand(path):
            found.setdefault(_identify(document), document)
    if not found:
        folders = ", ".join(name(path) for path in listed)
        advice = f"Name a folder that holds files ending in {', '.join(SUFFIXES)}, or name the files themselves."
        raise NothingToCheckError(f"There is no document to check in {folders}.", advice)
    return tuple(found.values())


def require_existing(path: Path, what: str = "file or folder") -> None:
    """Raise an error unless a path exists.

    Raises:
        UsageError: it does not; the message has the nearest name in its folder, or says that there is no such folder.
    """
    if _exists(path):
        return
    if not _exists(path.parent):
        message = f"There is no folder {name(path.parent)}, so there is no {name(Path(path.name))} in it."
    else:
        message = f"There is no {what} {name(path)}{_hint_at_name(path)}"
    raise UsageError(message, "Check how it is spelled, and put a name that holds spaces between quotation marks.")


def require_document(path: Path) -> None:
    """Raise an error unless a path is one file.

    Raises:
        UsageError: there is none, or it is a folder.
    """
    require_existing(path)
    if path.is_dir():
        raise UsageError(f"{name(path)} is a folder.", "Name one document in it.")


def _match(given: str) -> Iterator[Path]:
    """Yield a path, or what it matches where its name is a pattern that the shell left to us, as that of Windows does."""
    if not given.strip():
        raise UsageError(
            "The name of a file is empty.", "Name a document, or a folder that holds some; a single dot stands for this folder."
        )
    path = Path(given)
    if not set(path.name) & set("*?[") or _exists(path):
        require_existing(path)
        yield path
        return
    try:
        matches = sorted(path.parent.glob(path.name))
    except (OSError, ValueError):
        matches = []
    if not matches:
        raise UsageError(f"No file or folder matches {name(path)}.", "A star stands for any letters: *.docx")
    yield from matches


def _exists(path: Path) -> bool:
    """Say whether something is there; what may not even be looked at is, and its reader says why it cannot be read."""
    try:
        return path.exists()
    except OSError:
        return True


def _hint_at_name(path: Path) -> str:
    """Return a hint at the nearest name in the same folder; a full stop where none is near."""
    try:
        hint = nearest(path.name, [entry.name for entry in path.parent.iterdir()])
    except OSError:
        hint = ""
    return hint if "did you mean" in hint else "."


def _identify(path: Path) -> object:
    """Return what all paths to the same file have in common."""
    try:
        status = path.stat()
    except OSError:
        return path
    return (status.st_dev, status.st_ino)


def _expand(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if _is_document(name))


def _is_document(name: str) -> bool:
    """Say whether a file of a folder is a document: neither hidden nor the lock file that Word lays beside an open one."""
    return name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$"))
