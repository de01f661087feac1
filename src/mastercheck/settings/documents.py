"""Documents and files by name: as the user would name them, as a folder sees them, and by patterns."""

import os
import unicodedata
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from mastercheck.settings.quotations import storable


def show_path(path: Path) -> str:
    """Return a path as the user would name it: from the current folder, unless the whole path is shorter."""
    whole = os.path.abspath(path)  # noqa: PTH100 - a link stays a link: its name is the one that the user knows
    return min(_relate(whole, os.curdir), whole, key=len)


def name_document(path: str, folder: Path) -> str:
    """Return the path of a document as seen from a folder, with slashes: "submissions/a.docx", "../b.docx"."""
    whole = os.path.abspath(path)  # noqa: PTH100 - the same
    return storable(unicodedata.normalize("NFC", PurePath(_relate(whole, folder)).as_posix()))


def _relate(path: str, folder: str | Path) -> str:
    """Return a path as seen from a folder; as it is where no way leads there, as between the drives of Windows."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return path


def fits(pattern: str, name: str) -> bool:
    """Return whether a document fits a pattern, whatever the capitals.

    Args:
        pattern: a path from the settings' folder, in which a star stands for any letters, slashes too; without a slash, it is compared
            with the file's name alone. "" fits every document.
        name: as `name_document` gives it.
    """
    if not pattern:
        return True
    wanted = unicodedata.normalize("NFC", pattern.replace("\\", "/").removeprefix("./")).casefold()
    whole = name.casefold()
    found = whole if "/" in wanted else whole.rsplit("/", 1)[-1]
    return found == wanted or any(fnmatchcase(found, one) for one in {wanted, wanted.replace("**/", "")})


def is_lost(pattern: str, folder: Path) -> bool:
    """Return whether no file in a folder or below it fits a pattern; what lies elsewhere is not looked for."""
    if pattern.startswith("..") or PurePath(pattern).is_absolute():
        return False
    for place, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".")]
        if any(fits(pattern, name_document(os.path.join(place, one), folder)) for one in names):  # noqa: PTH118 - as os.walk gives them
            return False
    return True
