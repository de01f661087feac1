"""Discovery: the file of settings that holds for a folder."""

from os.path import exists, isfile
from pathlib import Path

from mastercheck.rulebook.mistakes import Mistakes
from mastercheck.rulebook.sources import Source, read_file

OWN = "mastercheck.toml"
SHARED = "pyproject.toml"
"""A file that several programs share; ours is its table [tool.mastercheck]."""

REPOSITORY = ".git"
"""What lies in the uppermost folder of a repository; the settings of what is around it are those of something else."""


def find_file(start: Path) -> Path | None:
    """Return the file of settings in a folder or the nearest one above it that has one, up to that of the repository; None for none.

    Of one folder, mastercheck.toml counts before a pyproject.toml, and that only with the table [tool.mastercheck].

    Args:
        start: an absolute path.
    """
    for folder in (start, *start.parents):
        if isfile(folder / OWN):  # noqa: PTH113 - it says no where a folder may not be looked into; Path.is_file raises
            return folder / OWN
        if isfile(folder / SHARED) and _speaks_of_us(folder / SHARED):  # noqa: PTH113 - the same
            return folder / SHARED
        if exists(folder / REPOSITORY):  # noqa: PTH110 - the same
            return None
    return None


def find_table(source: Source, path: Path) -> object:
    """Return the table of settings in a file that has been read; None where it has none."""
    if path.name != SHARED:
        return source.tables
    tools = source.tables.get("tool")
    return tools.get("mastercheck") if isinstance(tools, dict) else None


def _speaks_of_us(path: Path) -> bool:
    """Return whether a shared file has our table, or may have it: one that is damaged must not pass for one without."""
    mistakes = Mistakes()
    source = read_file(path, mistakes)
    return b"mastercheck" in source.content if mistakes.lines else find_table(source, path) is not None
