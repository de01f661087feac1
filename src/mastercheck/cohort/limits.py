"""Limits of this process, kept by the kernel: its memory, its processor time, no core files.

Linux counts what a process has mapped for itself against RLIMIT_DATA (getrlimit(2), since 4.7), which is what a document makes it take;
RLIMIT_AS would count libraries and files too. macOS and Windows keep neither, so that only the time is limited there.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60.0
MEBIBYTES = 1024
LEAST_MEBIBYTES = 256
"""What the program needs for itself, twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may take.

    Attributes:
        seconds: from when a worker begins with it.
        mebibytes: of data that its worker may hold, the program's own (about 110) included; not held everywhere, see cohort/limits.py.
    """

    seconds: float = SECONDS
    mebibytes: int = MEBIBYTES


USUAL_LIMITS = Limits()

GRACE = 30
"""Seconds of processor time beyond the time limit: whoever watches the clock comes first, and this where nobody watches any more."""

_STATM = Path("/proc/self/statm")
_DATA = 5
"""Place of the pages of data in /proc/self/statm (proc(5))."""


def limits_memory() -> bool:
    """Return whether this system keeps a process from taking more memory than it may."""
    return sys.platform == "linux"


def spare_threads() -> None:
    """Keep numpy, which spaCy brings, from taking memory for a thread of each core, once it is loaded: nothing here needs them."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def restrict(limits: Limits) -> None:
    """Limit the memory of this process for good, and let a crash of it leave no core file."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - Windows has none

        _lower(resource.RLIMIT_DATA, limits.mebibytes << 20)
        _lower(resource.RLIMIT_CORE, 0)


def grant_time(limits: Limits) -> None:
    """Let this process use as much processor time from now on as one document may take."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - Windows has none

        usage = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime + limits.seconds) + GRACE)


def data_held() -> int:
    """Return the bytes of data that this process has mapped; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    import resource  # noqa: PLC0415 - Windows has none

    return int(_STATM.read_text(encoding="ascii").split()[_DATA]) * resource.getpagesize()


def _lower(which: int, value: int) -> None:
    """Set the soft limit, which may not go beyond the hard one."""
    import resource  # noqa: PLC0415 - Windows has none

    _, hard = resource.getrlimit(which)
    resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
