"""The process of an office suite: started in a folder of its own, and ended with all that it started and leaves about.

Whoever started it may be ended before the suite is. So the folder says which processes belong to it, and anybody who finds the folder can
end them.
"""

import hashlib
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PROFILE: Final = "profile"
"""Name of the suite's profile in its folder."""
_GROUP: Final = "group"
"""Name of the file in the folder that holds the number of the suite's process group."""
_SOCKETS: Final = Path("/tmp")  # noqa: S108 - it is the suite that puts them there, whatever TMPDIR says


@contextmanager
def start_suite(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start an office suite, and end it whatever happens.

    Args:
        command: that starts it, with the profile in `folder`.
        folder: that it works in; its temporary files go there too.
    """
    process = subprocess.Popen(  # noqa: S603 - a program found on the path, with arguments of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(folder)},
        start_new_session=True,
    )
    try:
        (folder / _GROUP).write_text(str(process.pid), encoding="ascii")
        yield process
    finally:
        end_suite(folder)
        process.kill()  # where it has no group, or the folder could not say which
        process.wait()


def end_suite(folder: Path) -> None:
    """End the suite that works in a folder, if one still does, with all processes that it started; remove what it leaves elsewhere."""
    note = folder / _GROUP
    if not hasattr(os, "killpg"):  # pragma: no cover - Windows has no process groups of this kind
        return
    try:
        group = int(note.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
    with suppress(OSError):
        find_socket(folder / PROFILE).unlink()
    note.unlink(missing_ok=True)


def find_socket(profile: Path) -> Path:
    """Return where LibreOffice listens for a second start with the same profile: a socket that stays behind when it is killed.

    Its name holds the MD5 of the profile's address in UTF-16, byte for byte in hexadecimal without leading zeros (LibreOffice,
    desktop/source/app/officeipcthread.cxx, CreateMD5FromString).
    """
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    return _SOCKETS / f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
