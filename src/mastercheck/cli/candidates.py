"""Candidates in a run of `check`: who wrote what by the names of files, codes instead of names, and a file of feedback for each."""

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck.cli.options import choose
from mastercheck.cli.output import check_target, make_folder, say, write_file
from mastercheck.errors import NotCheckedError
from mastercheck.render.formats import FEEDBACK, Format
from mastercheck.render.plain import name

if TYPE_CHECKING:
    from mastercheck.candidates.pattern import NamePattern
    from mastercheck.model.report import Report
    from mastercheck.rulebook.schema import Rulebook

FORMS = tuple(one.name for one in FEEDBACK)

NamePatternOption = Annotated[
    str | None,
    typer.Option(
        "--name-pattern",
        metavar="PATTERN",
        help='Take the candidate, and the version, from the files\' names: "{candidate}_{version}" reads ada-byron_v2.docx; * stands for '
        "anything. A name that does not fit leaves it to the title block.",
        show_default=False,
    ),
]
AnonymousOption = Annotated[
    bool,
    typer.Option("--anonymous/--no-anonymous", help="Show codes instead of names, the same in every run; files are named by them, too."),
]
FeedbackOption = Annotated[
    Path | None,
    typer.Option(
        "--feedback", metavar="FOLDER", help="Write a file for each candidate into this folder, ready to be sent.", show_default=False
    ),
]
FeedbackFormatOption = Annotated[str, typer.Option("--feedback-format", metavar="|".join(FORMS), help="What these files are.")]

KEY = "MASTERCHECK_ANONYMOUS_KEY"
"""The environment variable with the secret words that codes are made with."""

UNSAFE = re.compile(r"[^\w]+")
LONGEST = 60
"""Letters of a file's name that come from a candidate's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePlan:
    """What is to be done about candidates.

    Attributes:
        pattern: of the files' names; None without any.
        folder: where feedback goes; None for none.
        form: of the feedback.
        inputs: the files that are never written to.
    """

    pattern: "NamePattern | None"
    anonymous: bool
    folder: Path | None
    form: Format
    inputs: tuple[Path, ...]

    def identify(self, report: "Report") -> "Report":
        """Return a report that says who wrote what, by names or by codes."""
        from mastercheck.candidates.anonymity import anonymise  # noqa: PLC0415 - `--help` does without
        from mastercheck.candidates.pattern import name_candidates  # noqa: PLC0415 - the same

        named = name_candidates(report, self.pattern) if self.pattern else report
        return anonymise(named, os.environ.get(KEY, "")) if self.anonymous else named

    def give_feedback(self, report: "Report", rulebook: "Rulebook") -> None:
        """Write a file for each candidate, if that was asked for, and none after an interruption: earlier feedback stays as it is.

        Raises:
            UsageError: a file cannot be written there.
        """
        if self.folder is None:
            return
        from mastercheck.candidates.recipients import list_left_out, list_recipients  # noqa: PLC0415 - `--help` does without

        left_out = list_left_out(report)
        if any(document.error and document.error.code == NotCheckedError.code for document in left_out):
            say(f"No feedback was written to {name(self.folder)}, because the run was interrupted. Run the same command again.")
            return
        recipients = list_recipients(report)
        targets = [self.folder / f"{stem}{self.form.suffix}" for stem in name_files(one.name for one in recipients)]
        for target in targets:
            check_target(target, self.inputs)
        for target, recipient in zip(targets, recipients, strict=True):
            write_file(target, self.form.render(recipient.report, rulebook))
        if targets:
            say(f"Feedback for {len(targets)} candidate{'' if len(targets) == 1 else 's'} is in {name(self.folder)}.")
        for document in left_out:
            say(f"No feedback was written on {document.path}: it could not be checked. The report says why, and what to do.")


def plan_candidates(pattern: str | None, folder: Path | None, form: str, *, anonymous: bool, inputs: Iterable[Path]) -> CandidatePlan:
    """Return what is to be done about candidates; whatever is wrong with it is found out before anything is checked.

    Args:
        pattern: of the files' names, as typed.
        folder: for feedback; it is made where it does not exist.
        form: of the feedback, as typed.
        anonymous: codes stand for names.
        inputs: the files that are never written to.

    Raises:
        UsageError: the pattern cannot be used, there is no such form, or the folder cannot be made.
    """
    from mastercheck.candidates.pattern import read_pattern  # noqa: PLC0415 - `--help` does without

    chosen = choose("--feedback-format", form, FORMS)
    read = read_pattern(pattern) if pattern is not None else None
    if folder:
        make_folder(folder)
    by_name = {one.name: one for one in FEEDBACK}
    return CandidatePlan(pattern=read, anonymous=anonymous, folder=folder, form=by_name[chosen], inputs=tuple(inputs))


def name_files(candidates: Iterable[str]) -> list[str]:
    """Return a name for each candidate's file, without its ending: one that every system takes, and each once, whatever the capitals."""
    seen: set[str] = set()
    names = []
    for candidate in candidates:
        letters = unicodedata.normalize("NFC", candidate.encode("utf-8", "replace").decode())
        stem = f"feedback-{UNSAFE.sub('-', letters).strip('-_')[:LONGEST] or 'unnamed'}"
        number = 1
        chosen = stem
        while chosen.casefold() in seen:
            number += 1
            chosen = f"{stem}-{number}"
        seen.add(chosen.casefold())
        names.append(chosen)
    return names
