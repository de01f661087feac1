"""The page count of an installed office suite: a copy of the document, printed to PDF, headless, in a profile of its own."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from mastercheck.model.document import PageCount, PageEngine

PROGRAMS = ("soffice", "libreoffice")
TIME_LIMIT = 45.0
"""Seconds after which the suite is ended."""


def find_office() -> str | None:
    """Return the path of an installed office suite."""
    return next((found for program in PROGRAMS if (found := shutil.which(program))), None)


def count_by_office(path: Path, *, seconds: float = TIME_LIMIT) -> PageCount | None:
    """Return the pages of a document as an office suite sets them; None where there is none, or where it fails."""
    program = find_office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.docx"
        shutil.copyfile(path, copy)
        profile = (Path(folder) / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, str(copy)]
        if not _run(command, seconds):
            return None
        return _pages_of(copy.with_suffix(".pdf"))


def _run(command: list[str], seconds: float) -> bool:
    """Run a command in a group of its own, which is ended as a whole at the time limit."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found on the path, a file of our own
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:  # pragma: no cover - Windows has no process groups of this kind
            process.kill()
        process.wait()


def _pages_of(pdf: Path) -> PageCount | None:
    import pypdfium2  # noqa: PLC0415 - only this engine needs it

    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, OSError):
        return None
    try:
        count = len(document)
    finally:
        document.close()
    return PageCount(count=count, engine=PageEngine.OFFICE, certain=False, note="set by an office suite, which breaks a few lines otherwise than Word")
