"""Saves of a file: when it was written anew and is whole, told from what it looks like every half second.

Word and LibreOffice write a new file under another name and then give it the old name; others write into the file itself. Word and
some cloud drives also lock it meanwhile. So a save is settled when the file looks the same twice and can be read; until then it is
tried again.

The file is looked at and not listened to: a call of stat each half second costs nothing, needs no library and no thread, survives
that the file is replaced or gone, and works on network drives, which send no events.
"""

import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

PAUSE = 0.5
"""Seconds between two looks."""

QUIET = 2
"""Looks that a file must stay the same for before it is read."""

PATIENCE = 6
"""Times in a row that a settled file is tried, or looks for which it is missing, before anything is said."""

RESTING = 20
"""Looks between two tries after that: a lock may go without the file being written."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one save of a file from another.

    Attributes:
        identity: device and number of the file: it changes where the file is replaced.
        size: in bytes.
        modified: in nanoseconds since 1970.
    """

    identity: tuple[int, int]
    size: int
    modified: int


class Event(Enum):
    """What there is to tell."""

    CHECKED = auto()
    UNREADABLE = auto()
    GONE = auto()


def look_at(path: Path) -> Stamp | None:
    """Return what a file looks like now; None where there is none, or none that may be looked at."""
    try:
        status = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp((status.st_dev, status.st_ino), status.st_size, status.st_mtime_ns)


def look_repeatedly(path: Path, wait: Callable[[float], object]) -> Iterator[Stamp | None]:
    """Yield what a file looks like, again and again.

    Args:
        path: of the file.
        wait: waits for so many seconds, such as `time.sleep`.
    """
    while True:
        yield look_at(path)
        wait(PAUSE)


@dataclass(slots=True)
class _Watch:
    """What is known of the file.

    Attributes:
        checked: what it looked like when it was last read.
        seen: what it looks like now, and for how many looks it has.
        tries: how often it was tried in vain since it looks like that.
        missing: for how many looks it has been gone.
    """

    checked: Stamp | None = None
    seen: Stamp | None = None
    looks: int = 0
    tries: int = 0
    missing: int = 0

    def take(self, stamp: Stamp) -> None:
        """Take note of a look at the file."""
        self.looks = self.looks + 1 if stamp == self.seen else 1
        self.tries = self.tries if stamp == self.seen else 0
        self.seen, self.missing = stamp, 0

    @property
    def is_due(self) -> bool:
        """Whether the file is to be tried now: it is new and settled, or nothing was read yet."""
        if self.seen == self.checked:
            return False
        if self.tries >= PATIENCE:
            return self.looks % RESTING == 0
        return self.looks >= QUIET or self.checked is None


def follow_saves(looks: Iterable[Stamp | None], attempt: Callable[[], Event | None]) -> Iterator[Event]:
    """Yield what happens to a file.

    Args:
        looks: at the file, one after another.
        attempt: reads and checks it, and says what came of it: CHECKED, UNREADABLE, or None where it may be readable in a moment.

    Yields:
        CHECKED after each save that could be read; UNREADABLE once for each save that could not be, even after several tries; GONE once
        for each time that there is no file.
    """
    watch = _Watch()
    for stamp in looks:
        if stamp is None:
            watch.missing += 1
            if watch.missing == PATIENCE:
                watch.checked = None
                yield Event.GONE
            continue
        watch.take(stamp)
        if not watch.is_due:
            continue
        event = attempt()
        if event:
            watch.checked = stamp
            yield event
        else:
            watch.tries += 1
            if watch.tries == PATIENCE:
                yield Event.UNREADABLE
