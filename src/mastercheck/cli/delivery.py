"""Delivery: a report goes to the window, to a file or into a folder, in the formats that the user asks for."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mastercheck.cli.options import choose
from mastercheck.cli.output import append_to_file, check_target, make_folder, open_pipe, print_product, say, write_file
from mastercheck.errors import UsageError
from mastercheck.render.formats import FORMATS, Format
from mastercheck.render.plain import name

if TYPE_CHECKING:
    from mastercheck.model.report import Report
    from mastercheck.rulebook.schema import Rulebook

TERMINAL = "terminal"
NAMES = (TERMINAL, *(one.name for one in FORMATS))
STEM = "report"
"""Name of the files in an output folder, before the suffix."""

PAPER_WIDTH = 80
"""Columns of a terminal report that is written to a file."""

SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable in which GitHub Actions names the file of the job summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing to deliver.

    Attributes:
        format: None for the terminal report.
        target: the file that it is written to; None for stdout.
    """

    format: Format | None
    target: Path | None


def plan_delivery(
    names: Sequence[str], output: Path | None, folder: Path | None, inputs: Iterable[Path], *, settled: bool = False
) -> tuple[Part, ...]:
    """Return what is to be delivered where; whatever cannot be is found out before anything is checked.

    Args:
        names: of formats, as typed; where there are none, the one that the output file ends with, or else the terminal report.
        output: the file for the one format.
        folder: for several; it is made where it does not exist. The terminal report and what is for a log go to stdout besides.
        inputs: the files that are never written to.
        settled: the folder is one of the settings, which hold nothing against formats that go to stdout.

    Raises:
        UsageError: a format does not exist, or the places do not fit the formats.
    """
    by_name = {one.name: one for one in FORMATS}
    chosen = [by_name.get(name) for name in dict.fromkeys(choose("--format", name, NAMES) for name in names or (_format_of(output),))]
    if output and folder:
        raise UsageError("--output and --output-dir contradict each other.", "Leave one of them out.")
    filed = [one for one in chosen if one and not one.for_log]
    if folder is None or (settled and not filed):
        return (_plan_single(chosen, output, tuple(inputs)),)
    if not filed:
        message = "--output-dir has nothing to hold: these formats go to the window."
        raise UsageError(message, "Add a format that is a file, for example: --format json. For one file, use --output.")
    make_folder(folder)
    targets = {one.name: folder / f"{STEM}{one.suffix}" for one in filed}
    for target in targets.values():
        if target.is_symlink():
            message = f"The output {name(target)} is a link to another place."
            raise UsageError(message, "Remove it: what is written to a folder stays there.")
        check_target(target, inputs)
    return tuple(Part(format=one, target=targets.get(one.name) if one else None) for one in chosen)


def _format_of(output: Path | None) -> str:
    """Return the format that a file is in by the ending of its name; the terminal report where that is none of one."""
    endings = {one.suffix: one.name for one in FORMATS if not one.for_log}
    return endings.get(output.suffix.lower(), TERMINAL) if output else TERMINAL


def _plan_single(chosen: Sequence[Format | None], output: Path | None, inputs: Iterable[Path]) -> Part:
    if len(chosen) > 1:
        raise UsageError("Several formats need a folder that they are written to.", "Add --output-dir FOLDER, or give one --format.")
    only = chosen[0]
    if output:
        check_target(output, inputs)
    elif only and only.binary and sys.stdout.isatty():
        raise UsageError(f"The format {only.name} cannot be shown in a window.", f"Add --output {STEM}{only.suffix}")
    return Part(format=only, target=output)


def is_shown(parts: Iterable[Part]) -> bool:
    """Return whether the terminal report is among what is delivered."""
    return any(part.format is None for part in parts)


def targets_of(parts: Iterable[Part]) -> list[Path]:
    """Return the files that are to be written."""
    return [part.target for part in parts if part.target]


def deliver(
    parts: Iterable[Part], report: "Report", rulebook: "Rulebook", *, width: int | None = None, no_color: bool = False, full: bool = False
) -> None:
    """Deliver a report as planned.

    Args:
        parts: as planned.
        report: on the documents.
        rulebook: that judged.
        width: columns of the terminal report, where they are not those of the window.
        no_color: the terminal report has no colours.
        full: the terminal report has the whole report on each of however many documents.
    """
    for part in parts:
        if part.format is None:
            _deliver_terminal(report, rulebook, part.target, width=width, no_color=no_color, full=full)
            continue
        content = part.format.render(report, rulebook)
        if part.target:
            write_file(part.target, content)
        else:
            print_product(content)
        if part.format.for_log:
            _add_job_summary(report, rulebook)


def _deliver_terminal(
    report: "Report", rulebook: "Rulebook", target: Path | None, *, width: int | None, no_color: bool, full: bool
) -> None:
    from io import StringIO  # noqa: PLC0415 - `--help` does without all of these

    from rich.console import Console  # noqa: PLC0415

    from mastercheck.cli.console import open_console  # noqa: PLC0415
    from mastercheck.render.terminal import print_report  # noqa: PLC0415

    if not target:
        with open_pipe():
            print_report(report, open_console(width=width, no_color=no_color), rulebook, full=full)
        return
    paper = StringIO()
    print_report(report, Console(file=paper, width=width or PAPER_WIDTH, color_system=None, highlight=False), rulebook, full=full)
    write_file(target, paper.getvalue())


def _add_job_summary(report: "Report", rulebook: "Rulebook") -> None:
    """Append the job summary to the file that GitHub Actions names; elsewhere there is none. Failing at it changes no verdict."""
    named = os.environ.get(SUMMARY)
    if not named:
        return
    from mastercheck.render.github import SUMMARY_LIMIT, render_summary  # noqa: PLC0415 - only where it is asked for

    path = Path(named)
    try:
        used = path.stat().st_size if path.exists() else 0
        append_to_file(path, render_summary(report, rulebook, limit=SUMMARY_LIMIT - used))
    except OSError as error:
        say(f"The job summary cannot be written: {error.strerror or type(error).__name__}.")
