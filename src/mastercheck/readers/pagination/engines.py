"""Which engines could count the pages of a DOCX on this machine, and what stands in for the fonts of a document."""

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mastercheck.model.document import Document
from mastercheck.readers.pagination.metrics import is_known
from mastercheck.readers.pagination.office import find_office

TIME_LIMIT = 20.0
"""Seconds that another program may take to say what it is."""
MOST_FONTS = 12
"""How many fonts of a document are told, the most frequent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSuite:
    """An installed office suite.

    Attributes:
        version: as it says itself; "" where it does not answer.
    """

    path: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FontUse:
    """A font of a document.

    Attributes:
        share: of the letters that are set in it.
        measured: our layout estimate knows how wide its letters are; else another font's stand in.
        substitute: the family that this machine has in its place: its own name where it is installed, "" where that cannot be told.
    """

    family: str
    share: float
    measured: bool
    substitute: str


def find_suite() -> OfficeSuite | None:
    """Return the installed office suite; None where there is none."""
    path = find_office()
    if path is None:
        return None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = (Path(folder) / "profile").as_uri()
        version = _ask([path, f"-env:UserInstallation={profile}", "--headless", "--version"])
    return OfficeSuite(path=path, version=version)


def list_fonts(document: Document) -> tuple[FontUse, ...]:
    """Return the fonts that a document's visible letters are set in, the most frequent first."""
    letters: Counter[str] = Counter()
    for paragraph in (*document.paragraphs(), *document.furniture):
        for run in paragraph.runs:
            if run.visible and run.format.font:
                letters[run.format.font] += sum(not letter.isspace() for letter in run.text)
    total = letters.total() or 1
    substitute = find_matcher()
    return tuple(
        FontUse(family=family, share=count / total, measured=is_known(family), substitute=substitute(family))
        for family, count in letters.most_common(MOST_FONTS)
        if count
    )


def find_matcher() -> Callable[[str], str]:
    """Return what tells which family this machine has in place of another, by fontconfig where that is installed."""
    program = shutil.which("fc-match")
    if program is None:
        return lambda _: ""
    return lambda family: _ask([program, "--format=%{family[0]}", family.replace("\\", "").replace(":", " ").replace("-", r"\-")])


def _ask(command: list[str]) -> str:
    """Return the first line of what a program says; "" where it says nothing in time."""
    try:
        done = subprocess.run(  # noqa: S603 - a program found on the path, with arguments of our own
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIME_LIMIT, check=False
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""
    return next(iter(done.stdout.decode("utf-8", "replace").strip().splitlines()), "").strip()
