"""Output: the product goes to stdout or, whole or not at all, to a file; everything else goes to stderr."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

from mastercheck.errors import UsageError
from mastercheck.render.plain import defuse, harmless, name

OF_DOCUMENTS = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".pdf"})
"""Endings that an output cannot have: writing over a document is always a slip."""


def say(text: str) -> None:
    """Tell the user something on stderr, its control characters made harmless and no line a command to a CI runner."""
    with suppress(OSError, ValueError):
        sys.stderr.write(defuse(harmless(text)) + "\n")
        sys.stderr.flush()


def say_error(message: str, advice: str) -> None:
    """Tell the user what went wrong, and what to do about it."""
    say(f"mastercheck: {message}\n{advice}")


@contextmanager
def open_pipe() -> Iterator[None]:
    """Let whoever reads our stdout stop reading: `mastercheck rules | head` is no fault."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        silence()
    except OSError as error:
        silence()
        message = f"The result cannot be written: {error.strerror or type(error).__name__}."
        raise UsageError(message, "Check the place that it goes to, or write it to a file with --output.") from error


def silence() -> None:
    """Send what is still to be written to stdout nowhere, so that Python does not complain while it ends."""
    with suppress(OSError, ValueError):
        stdout = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stdout)
        os.close(nowhere)


def print_text(text: str) -> None:
    """Print a text of the product, its control characters made harmless."""
    with open_pipe():
        sys.stdout.write(defuse(harmless(text)) + "\n")


def print_product(content: str | bytes) -> None:
    """Print a product in a format of its own, byte for byte; in a window, where its control characters are made harmless, as text.

    Text is UTF-8 wherever it goes, as its format says; only a window may ask for another encoding.
    """
    with open_pipe():
        if isinstance(content, str) and sys.stdout.isatty():
            sys.stdout.write(harmless(content.replace("\r\n", "\n")))
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(_encode(content))


def check_target(target: Path, inputs: Iterable[Path]) -> None:
    """Raise an error where an output cannot or must not be written: found out before anything is checked.

    A file that is there is replaced, unless it is one of the inputs or, by its name, a document.

    Raises:
        UsageError: it cannot be written there; the message says why.
    """
    check_place(target, inputs, example="results.json")
    if target.suffix.lower() in OF_DOCUMENTS:
        message = f"The output {name(target)} has the name of a document; the report on one is text or JSON."
        raise UsageError(message, "Give it a name that ends in .txt or .json.")


def check_place(target: Path, inputs: Iterable[Path], *, example: str) -> None:
    """Raise an error where no output can be written: in the place of a folder or of an input, or in a folder that does not exist.

    Args:
        target: the output.
        inputs: the files that are never written to.
        example: a name that the output could have.

    Raises:
        UsageError: it cannot be written there; the message says why.
    """
    if target.is_dir():
        raise UsageError(f"The output {name(target)} is a folder.", f"Name a file in it, for example {example}.")
    if not target.resolve().parent.is_dir():
        folder = name(target.parent)
        raise UsageError(f"The output cannot be written: there is no folder {folder}.", "Make the folder first, or name another one.")
    if target.exists() and any(path.exists() and path.samefile(target) for path in inputs):
        raise UsageError(f"The output {name(target)} is one of the inputs.", "Name another file: an input is never written to.")


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        UsageError: it cannot be made, or something else has that name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {name(folder)} cannot be made: {error.strerror or type(error).__name__}."
        raise UsageError(message, "Name another folder, or make it first.") from error


def append_to_file(target: Path, text: str) -> None:
    """Add text to the end of a file that other programs write to as well."""
    with target.open("ab") as stream:
        stream.write(_encode(text))


def _encode(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def write_file(target: Path, content: str | bytes) -> None:
    """Write a file as a whole: whoever looks at it sees the old content or the new, never a part.

    Raises:
        UsageError: the place cannot be written to.
    """
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(_encode(content))
        else:
            _put(target.resolve(), _encode(content), Path.replace)
    except OSError as error:
        raise _cannot_write(target, error) from error


def write_new_file(target: Path, content: bytes) -> None:
    """Write a file that is not there yet, as a whole.

    Raises:
        UsageError: it is there, or the place cannot be written to.
    """
    try:
        _put(target, content, _link)
    except FileExistsError as error:
        raise UsageError(
            f"{name(target)} is there already, and nothing is written over.", "Name another file, or move that one away."
        ) from error
    except OSError as error:
        raise _cannot_write(target, error) from error


def _cannot_write(target: Path, error: OSError) -> UsageError:
    message = f"The output {name(target)} cannot be written: {error.strerror or type(error).__name__}."
    return UsageError(message, "Check that you may write there and that no other program holds the file.")


def _link(part: Path, target: Path) -> None:
    """Give a file a name, unless another has it."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError from None
        part.rename(target)
    else:
        part.unlink()


def _put(target: Path, content: bytes, move: Callable[[Path, Path], object]) -> None:
    """Write a file beside its place and move it there, so that there is never a part of it."""
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    part = Path(temporary)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123 - it is a descriptor
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(_mode_of(target))
        move(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int:
    """Return the rights that a file has, or those that a new one gets."""
    if target.exists():
        return S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
