"""Reading: a file of settings becomes values and entries, and every mistake in it is told at once."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import GenericAlias
from typing import Any

from mastercheck.errors import ConfigurationError
from mastercheck.model.settings import Entry, Settings
from mastercheck.rulebook.border import convert
from mastercheck.rulebook.mistakes import Mistakes, Place, nearest, quote
from mastercheck.rulebook.sources import read_file
from mastercheck.settings.discovery import find_table
from mastercheck.settings.documents import show_path
from mastercheck.settings.keys import Key, PathUse

SUPPRESS = "suppress"
ADVICE = "Correct the lines that are named; docs/settings.md says what each key means. To run without the file, add: --no-config"


def read_settings(path: Path, keys: Iterable[Key]) -> Settings:
    """Read a file of settings.

    Args:
        path: of the file.
        keys: that it may have, besides the entries `[[suppress]]`.

    Raises:
        ConfigurationError: with everything that is wrong in it.
    """
    mistakes, shown = Mistakes(), show_path(path)
    source = read_file(path, mistakes)
    table = find_table(source, path)
    place = Place(file=shown)
    if not mistakes.lines and not isinstance(table, dict):
        mistakes.add(place, "has no table [tool.mastercheck]")
    found = table if isinstance(table, dict) else {}
    known, values = {key.name: key for key in keys}, {}
    for name, value in found.items():
        if name in known:
            values[name] = _read_value(known[name], value, path.parent, place, mistakes)
        elif name != SUPPRESS:
            mistakes.add(place.at(name), f"unknown key{nearest(name, [*known, SUPPRESS])}")
    entries = tuple(_read_entries(found.get(SUPPRESS, []), shown, mistakes))
    if mistakes.lines:
        raise ConfigurationError(f"{shown} has {mistakes.tell()}", ADVICE)
    return Settings(path=path, shown=shown, values=values, entries=entries)


def _read_value(key: Key, value: object, folder: Path, place: Place, mistakes: Mistakes) -> object:
    """Return a value as the key's option takes it; where it does not fit, the mistakes say so."""
    where = place.at(key.name)
    shape: Any = GenericAlias(tuple, (key.shape, ...)) if key.listed else key.shape
    read: object = convert([value] if key.listed and isinstance(value, str) else value, shape, where, mistakes)
    if isinstance(read, str) and not read.strip():
        mistakes.add(where, "is empty: leave it out")
    elif isinstance(read, str) and key.path:
        return _place_path(folder / read, key.path, folder, where, mistakes)
    return read


def _place_path(path: Path, use: PathUse, folder: Path, where: Place, mistakes: Mistakes) -> Path:
    """Return a path as seen from the current folder."""
    if use is PathUse.READ and not path.is_file():
        mistakes.add(where, f"there is no file {quote(show_path(path))}")
    if use is PathUse.WRITE and not path.resolve().is_relative_to(folder.resolve()):
        mistakes.add(where, f"{quote(show_path(path))} lies outside the folder of this file; the option may name any folder")
    return Path(show_path(path))


def _read_entries(given: object, shown: str, mistakes: Mistakes) -> Iterator[Entry]:
    if not isinstance(given, list):
        mistakes.add(Place(file=shown, key=SUPPRESS), f"should be entries [[{SUPPRESS}]], not {quote(given)}")
        return
    for number, one in enumerate(given, 1):
        place = Place(file=shown, entry=f"[[{SUPPRESS}]] {number}")
        entry = convert(one, Entry, place, mistakes)
        if entry:
            for name, text in one.items():
                if not text.strip():
                    mistakes.add(place.at(name), "is empty: say why" if name == "reason" else "is empty: leave it out")
            yield entry
