"""The command `watch`: a document is checked again whenever its author saves it."""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.check_options import (
    BaselineOption,
    KindOption,
    MemoryOption,
    NoColorOption,
    PagesEngineOption,
    TimeoutOption,
    WidthOption,
)
from mastercheck.cli.cohort import Effort
from mastercheck.cli.inputs import require_document
from mastercheck.cli.judge import Request, appoint
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption
from mastercheck.cli.output import say
from mastercheck.cli.saves import Event, Stamp, follow_saves, look_repeatedly
from mastercheck.errors import (
    EncryptedError,
    LimitError,
    MastercheckError,
    MemoryLimitError,
    ReaderFaultError,
    TimeLimitError,
    WorkerLostError,
)
from mastercheck.render.plain import name

if TYPE_CHECKING:
    from rich.console import Console

    from mastercheck.model.report import DocumentError, DocumentReport
    from mastercheck.rulebook.schema import Rulebook

HOPELESS = frozenset(
    error.code
    for error in (EncryptedError, LimitError, MastercheckError, MemoryLimitError, ReaderFaultError, TimeLimitError, WorkerLostError)
)
"""Codes of errors that waiting does not mend."""


def watch(  # noqa: PLR0913 - each option of the command is a parameter of its function
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document that you are writing (DOCX or PDF).", show_default=False)],
    *,
    kind: KindOption = None,
    profile: ProfileOption = None,
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
    pages_engine: PagesEngineOption = "auto",
    timeout: TimeoutOption = None,
    memory: MemoryOption = None,
    baseline: BaselineOption = None,
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Check a document whenever it is saved."""
    request = Request(kind=kind, pages_engine=pages_engine, profile=profile, rulebook=rulebook, catalogue=catalogue, baseline=baseline)
    require_document(file)
    effort = Effort(seconds=timeout, mebibytes=memory, cached=False, shown=True, repeated=True)
    judge = appoint(context, request, effort, inputs=(file,))
    from mastercheck.cli.console import open_console  # noqa: PLC0415 - `--help` does without

    def check() -> "DocumentReport":
        return judge.judge((file,), silent=told.found is not None).documents[0]

    told = Telling(path=file, rulebook=judge.rulebook, console=open_console(width=width, no_color=no_color), check=check)
    say(f"Watching {name(file)}. Whenever you save it, it is checked again. To stop: press Ctrl+C in this window.")
    try:
        tell(told, look_repeatedly(file, time.sleep))
    except KeyboardInterrupt:
        say(f"Stopped watching after {told.checks} {'check' if told.checks == 1 else 'checks'}.")


@dataclass(slots=True, kw_only=True)
class Telling:
    """What is told of a document that is being written.

    Attributes:
        check: reads and judges it as it is now.
        clock: what time it is, in words.
        last: the report on the last save that could be read; None before the first.
        saved: when that was.
        found: the last report of all, be it that the document could not be read.
        checks: how many saves could be read.
    """

    path: Path
    rulebook: "Rulebook"
    console: "Console"
    check: Callable[[], "DocumentReport"]
    clock: Callable[[], str] = field(default=lambda: datetime.now().astimezone().strftime("%H:%M:%S"))
    last: "DocumentReport | None" = None
    saved: str = ""
    found: "DocumentReport | None" = None
    checks: int = 0

    def attempt(self) -> Event | None:
        """Check the document as it is now, and say what came of it; None where it is perhaps still being written."""
        self.found = self.check()
        if self.found.error is None:
            return Event.CHECKED
        return Event.UNREADABLE if self.found.error.code in HOPELESS else None


def tell(told: Telling, looks: Iterable[Stamp | None]) -> None:
    """Tell what happens to a document, until there are no more looks at it.

    Args:
        told: the document, and what was told of it.
        looks: at its file, one after another.
    """
    for event in follow_saves(looks, told.attempt):
        if event is Event.CHECKED and told.found:
            _tell_checked(told, told.found)
        elif event is Event.GONE:
            say(f"{name(told.path)} is gone. It is checked again as soon as it is back.")
        elif told.found and told.found.error:
            _tell_unread(told, told.found.error)


def _tell_unread(told: Telling, error: "DocumentError") -> None:
    if error.code in HOPELESS:
        say(f"{error.message}\n{error.advice}\nIt is checked again when you save it.")
        return
    say(f"{name(told.path)} cannot be read yet. Perhaps it is still being written, or another program holds it: it is tried again.")
    say(f"If this stays so: {error.message}\n{error.advice}")


def _tell_checked(told: Telling, found: "DocumentReport") -> None:
    """Print the whole report at first, and else what changed since the last save."""
    now = told.clock()
    if told.last is None or told.last.kind is not found.kind:
        _print_report(told, found)
    else:
        _print_changes(told, told.last, found, now)
    sys.stdout.flush()
    told.last, told.saved = found, now
    told.checks += 1


def _print_report(told: Telling, found: "DocumentReport") -> None:
    from mastercheck.model.report import Report  # noqa: PLC0415 - `--help` does without
    from mastercheck.render.terminal import print_report  # noqa: PLC0415 - the same

    print_report(Report(version=__version__, rulebook=told.rulebook.stamp, documents=(found,)), told.console, told.rulebook)


def _print_changes(told: Telling, last: "DocumentReport", found: "DocumentReport", now: str) -> None:
    from mastercheck.engine.comparison import compare  # noqa: PLC0415 - `--help` does without
    from mastercheck.render.terminal.comparison import print_comparison, print_nothing_new  # noqa: PLC0415 - the same

    told.console.print()
    if replace(last, path=found.path) == found:
        print_nothing_new(found, now, told.console)
        return
    comparison = compare(replace(last, path=f"as it was at {told.saved}"), replace(found, path=f"{found.path}, checked at {now}"))
    print_comparison(comparison, told.rulebook.stamp, told.console)
