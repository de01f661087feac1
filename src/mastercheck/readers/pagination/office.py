"""The page count of an installed office suite: a copy of the document, printed to PDF, headless, in a profile of its own.

The profile is made for this run and thrown away with it, so that no open document, no setting and no recovery file of the user is touched.
It forbids macros and linked files, so that a document can neither run anything nor reach for the network.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mastercheck.model.document import Document, PageCount, PageEngine
from mastercheck.model.formatting import PageSetup
from mastercheck.readers.pagination.suite import PROFILE, start_suite

PROGRAMS: Final = ("soffice", "libreoffice")
USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
"""Where suites are that put no program on the path."""
TIME_LIMIT: Final = 20.0
"""Seconds after which the suite is ended."""
FAILED: Final = "the office suite "
"""What every reason begins with that speaks of one run of the suite: the next may go otherwise."""
_NOTE: Final = "set by an office suite, which breaks a few lines otherwise than Word"
_SECURITY: Final = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS: Final = "".join(
    f'<item oor:path="{_SECURITY}"><prop oor:name="{name}" oor:op="fuse"><value>true</value></prop></item>'
    for name in ("DisableMacrosExecution", "DisableActiveContent", "BlockUntrustedRefererLinks")
)
_CONFIGURATION: Final = (
    f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{_SETTINGS}</oor:items>'
)


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """What became of the attempt to have an office suite set a document.

    Attributes:
        pages: its count; None where there is none.
        reason: why there is none; "" where there is one.
    """

    pages: PageCount | None
    reason: str = ""


def find_office() -> str | None:
    """Return the path of an installed office suite; None where there is none."""
    on_path = next((found for program in PROGRAMS if (found := shutil.which(program))), None)
    return on_path or next((place for place in USUAL_PLACES if Path(place).is_file()), None)


def ask_office(document: Document, path: Path, *, seconds: float = TIME_LIMIT) -> OfficeAnswer:
    """Have an installed office suite set a document, and count the pages.

    Args:
        document: as read; its page setup tells where the text of the last page ends.
        path: of the file, which is copied and not opened.
        seconds: that the suite may take.
    """
    program = find_office()
    if program is None:
        return OfficeAnswer(None, "no office suite is installed")
    try:
        with tempfile.TemporaryDirectory(prefix="mastercheck-", ignore_cleanup_errors=True) as folder:
            return _convert(program, Path(folder), path, document, seconds)
    except OSError:
        return OfficeAnswer(None, f"{FAILED}could not be started")


def _convert(program: str, folder: Path, path: Path, document: Document, seconds: float) -> OfficeAnswer:
    copy = folder / "document.docx"
    shutil.copyfile(path, copy)
    profile = folder / PROFILE
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_CONFIGURATION, encoding="utf-8")
    quiet = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", *quiet, "--convert-to", "pdf", "--outdir", str(folder), str(copy)]
    ended = _run(command, folder, seconds)
    if ended is None:
        return OfficeAnswer(None, f"{FAILED}took longer than {seconds:g} seconds")
    pages = _pages_of(folder / "document.pdf", document.page_setups)
    return OfficeAnswer(pages, "" if pages else f"{FAILED}could not set the document")


def _run(command: list[str], folder: Path, seconds: float) -> int | None:
    """Run a command and return what it ended with; None where it had to be ended at the time limit."""
    with start_suite(command, folder) as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None


def _pages_of(pdf: Path, setups: Sequence[PageSetup]) -> PageCount | None:
    import pypdfium2  # noqa: PLC0415 - only this engine needs it

    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, OSError):
        return None
    try:
        count = len(document)
        text = document[count - 1].get_textpage()
        bottoms: list[float] = [text.get_rect(index)[1] for index in range(text.count_rects())]
    except (pypdfium2.PdfiumError, IndexError):
        return None
    finally:
        document.close()
    fill = _fill(bottoms, setups[-1]) if setups else None
    return PageCount(count=count, engine=PageEngine.OFFICE, certain=False, fill_of_last_page=fill, note=_NOTE)


def _fill(bottoms: Iterable[float], setup: PageSetup) -> float | None:
    """Return how full a page is, by the lowest text between its margins; None where there is none.

    Args:
        bottoms: of the stretches of text, in points from the page's lower edge.
        setup: the page's geometry.
    """
    highest = setup.height - setup.margin_top
    inside = [bottom for bottom in bottoms if setup.margin_bottom - 1 <= bottom <= highest]
    room = highest - setup.margin_bottom
    return round(min(1.0, (highest - min(inside)) / room), 2) if inside and room > 0 else None
