"""Inputs: the files and folders of the command line become the documents to check."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from os import walk
from pathlib import Path

from mastercheck.cli.output import say
from mastercheck.cli.passed_over import FOREIGN, PassedOver
from mastercheck.errors import NothingToCheckError, UsageError
from mastercheck.render.plain import name
from mastercheck.rulebook.mistakes import nearest

SUFFIXES = (".docx", ".docm", ".pdf")
"""Endings of the files that are looked for in a folder; a file that is named outright may have any."""


LOCK = "~$"
"""What the name of the file begins with that Word lays beside an open document."""


def gather_documents(given: Iterable[str], exclude: Sequence[str] = ()) -> tuple[Path, ...]:
    """Return the documents that the user names, each once: files as they are, folders and patterns replaced by what they hold.

    What is passed over in a folder though it may be somebody's submission is said.

    Args:
        given: files, folders and patterns, as typed.
        exclude: patterns, as in a file .gitignore, of what is left out: of the path below the folder that is given, or of the file that is.

    Raises:
        UsageError: something does not exist; the message has the nearest name that does.
        NothingToCheckError: no document is left.
    """
    listed = [path for entry in given for path in _match(entry)]
    excluded = compile_patterns(exclude)
    found: dict[object, Path] = {}
    left_out = 0
    passed = PassedOver()
    for path in listed:
        for document, below, sought in _expand(path, passed):
            if excluded(below.as_posix()):
                left_out += 1
            elif not (sought and passed.takes(document)):
                found.setdefault(_identify(document), document)
    for sentence in passed.tell():
        say(sentence)
    if not found:
        raise _find_nothing(listed, left_out)
    return tuple(found.values())


def compile_patterns(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Return what says whether a path, its folders parted by slashes, is one that patterns as in a file .gitignore name.

    Raises:
        UsageError: a pattern is none.
    """
    if not patterns:
        return lambda _: False
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where something is excluded

    try:
        return GitIgnoreSpec.from_lines(patterns).match_file
    except ValueError as error:
        advice = "Write it as in a file .gitignore: a name, a star for any letters, a slash at the end for a folder."
        raise UsageError(f"--exclude cannot be used: {error}.", advice) from None


def _find_nothing(listed: Iterable[Path], left_out: int) -> NothingToCheckError:
    folders = ", ".join(name(path) for path in listed)
    if left_out:
        return NothingToCheckError(f"There is no document to check in {folders}: --exclude leaves out all {left_out}.", "Exclude less.")
    advice = f"Name a folder that holds files ending in {', '.join(SUFFIXES)}, or name the files themselves."
    return NothingToCheckError(f"There is no document to check in {folders}.", advice)


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
        matches = sorted(match for match in path.parent.glob(path.name) if path.name.startswith(".") or not match.name.startswith("."))
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


def _expand(path: Path, passed: PassedOver) -> Iterator[tuple[Path, Path, bool]]:
    """Yield the documents that a path stands for, each with its path below the folder that was given, and whether it was looked for there.

    The lock file that Word lays beside an open document is none, however it was named: a shell's star does not know it.
    """
    if not path.is_dir():
        if not path.name.startswith(LOCK):
            yield path, Path(*(part for part in path.parts if part not in {"..", path.anchor})), False
        return
    for folder, folders, names in walk(path, onerror=lambda error: passed.closed.append(Path(error.filename))):
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        passed.linked.extend(below for below in (Path(folder, entry) for entry in folders) if below.is_symlink())
        for document in (Path(folder, entry) for entry in sorted(names) if _is_document(entry)):
            yield document, document.relative_to(path), True


def _is_document(name: str) -> bool:
    """Say whether a file of a folder is a document, if only by another program: neither hidden nor a lock file."""
    return name.lower().endswith(SUFFIXES + FOREIGN) and not name.startswith((".", LOCK))
