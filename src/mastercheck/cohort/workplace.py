"""The workplace of a run: a temporary folder with a room for each worker, so that nothing of a worker is left when it is ended.

A worker that is killed cleans up nothing: its temporary files stay, and an office suite that it started goes on. Both are in its room,
which is named after its process, and are cleared from there by whoever outlives it.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from mastercheck.readers.pagination.suite import end_suite


def open_workplace() -> Path:
    """Make the temporary folder of a run."""
    return Path(tempfile.mkdtemp(prefix="mastercheck-"))


def enter(workplace: Path) -> Path:
    """Make a room for this process, put its temporary files there from now on, and return the room."""
    room = workplace / str(os.getpid())
    room.mkdir(mode=0o700, exist_ok=True)
    tempfile.tempdir = str(room)
    return room


def clear(room: Path) -> None:
    """End what still runs in a room, and remove the room."""
    with suppress(OSError):
        for folder in room.iterdir():
            end_suite(folder)
    shutil.rmtree(room, ignore_errors=True)


def sweep(workplace: Path) -> None:
    """Clear the rooms of the workers that are no more."""
    if os.name == "nt":  # pragma: no cover - Windows cannot be asked in this way; the rooms are cleared at the end
        return
    with suppress(OSError):
        for room in workplace.iterdir():
            if not _lives(int(room.name)):
                clear(room)


def close_workplace(workplace: Path) -> None:
    """Clear all rooms, whose workers must have ended, and remove the folder."""
    with suppress(OSError):
        for room in workplace.iterdir():
            clear(room)
    shutil.rmtree(workplace, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
