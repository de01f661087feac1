"""What a worker may meet, as tasks in place of judging: the name of the document says what happens."""

import ctypes
import faulthandler
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from mastercheck.cohort.worker import judge
from mastercheck.errors import EncryptedError
from mastercheck.readers.pagination.suite import start_suite

SLEEPING = [sys.executable, "-c", "import time; time.sleep(600)"]


def behave(path: Path) -> bytes:
    """Do what the name of the document says, up to a hyphen; judge it where that says nothing."""
    act = ACTS.get(path.stem.partition("-")[0])
    if act:
        time.sleep(0.05)  # as long as reading takes at least
        act(path)
    return judge(path)


def tell_name(path: Path) -> str:
    """Do what the name of the document says, and return the name: an errand."""
    act = ACTS.get(path.stem.partition("-")[0])
    if act:
        time.sleep(0.05)
        act(path)
    return path.name


def hang(_: Path) -> None:
    time.sleep(600)


def eat(_: Path) -> None:
    held = []
    while True:
        held.append(bytes(1 << 24))  # of zeros, which are taken and never touched


def fault(_: Path) -> None:
    raise ZeroDivisionError("secret words")


def complain(path: Path) -> None:
    raise EncryptedError(f"{path.name} is locked.", "Unlock it.")


def crash(_: Path) -> None:
    faulthandler.disable()
    ctypes.string_at(0)


def overtime(_: Path) -> None:
    os.kill(os.getpid(), signal.SIGXCPU)


def kill(_: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(_: Path) -> None:
    os._exit(7)


def chatter(_: Path) -> None:
    sys.stdout.write("to stdout")
    os.write(1, b"to stdout")
    os.write(2, b"to stderr")


def start(path: Path) -> None:
    """Start an office suite of sorts, note which process it is, and die of what the rest of the name says."""
    folder = Path(tempfile.mkdtemp())
    with start_suite(SLEEPING, folder) as process:
        path.with_suffix(".pid").write_text(str(process.pid))
        ACTS[path.stem.partition("-")[2]](path)


ACTS = {act.__name__: act for act in (hang, eat, fault, complain, crash, overtime, kill, leave, chatter, start)}


def is_running(process: int) -> bool:
    """Say whether a process runs; one that has ended and was not asked for its end does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"


def is_gone(process: int, seconds: float = 10) -> bool:
    """Wait until a process runs no more."""
    deadline = time.monotonic() + seconds
    while is_running(process):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
