"""The command `annotate`: a copy of a document with each finding as a comment at its place."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck.cli.check_options import BaselineOption, KindOption, MemoryOption, PagesEngineOption, TimeoutOption
from mastercheck.cli.cohort import Effort, run_with_paths
from mastercheck.cli.inputs import require_document
from mastercheck.cli.judge import Request, appoint, refuse_unread
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption
from mastercheck.cli.output import check_place, say, write_file, write_new_file
from mastercheck.errors import MastercheckError, UsageError
from mastercheck.readers.formats import Format, format_of
from mastercheck.render.plain import name

if TYPE_CHECKING:
    from mastercheck.annotate import Copy
    from mastercheck.model.report import DocumentReport
    from mastercheck.rulebook.schema import Rulebook

SUFFIXES = {Format.DOCX: (".docx", ".docm", ".dotx", ".dotm"), Format.PDF: (".pdf",)}
"""Endings that a copy can have; the first where the document's own name has none of them."""

CopyOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="COPY",
        help="Name of the copy. Without it, the copy of my-report.docx is my-report.annotated.docx, beside it.",
        show_default=False,
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace an older copy of that name.")]


def annotate(  # noqa: PLR0913 - each option of the command is a parameter of its function
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document (DOCX or PDF).", show_default=False)],
    *,
    output: CopyOption = None,
    force: ForceOption = False,
    kind: KindOption = None,
    profile: ProfileOption = None,
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
    pages_engine: PagesEngineOption = "auto",
    timeout: TimeoutOption = None,
    memory: MemoryOption = None,
    baseline: BaselineOption = None,
) -> None:
    """Make a copy of a document with each finding as a comment at its place."""
    request = Request(kind=kind, pages_engine=pages_engine, profile=profile, rulebook=rulebook, catalogue=catalogue, baseline=baseline)
    require_document(file)
    target = plan_copy(file, output, force=force)
    effort = Effort(seconds=timeout, mebibytes=memory, cached=False)
    judge = appoint(context, request, effort, inputs=(file,), outputs=(target,))
    report = judge.judge((file,))
    (document,) = report.documents
    if document.error:
        refuse_unread(report)

    copy = _make_copy(file, document, judge.rulebook, effort)
    if force:
        write_file(target, copy.content)
    else:
        write_new_file(target, copy.content)
    if copy.renewed:
        say(f"{name(file)} holds comments of mastercheck already. They are kept; to see new ones alone, delete them first.")
    say(f"{name(target)} is made, with {copy.comments} comment{'s' * (copy.comments != 1)}. {name(file)} is as it was.")


def _make_copy(file: Path, document: "DocumentReport", rulebook: "Rulebook", effort: Effort) -> "Copy":
    """Return the copy, made under the limits that held for judging.

    Raises:
        MastercheckError: it cannot be made; the error says why.
    """
    from mastercheck.annotate import annotate as annotated  # noqa: PLC0415 - `--help` does without

    errand = partial(annotated, document=document, stamp=rulebook.stamp)
    copy = run_with_paths((file,), errand, rulebook, effort)[file]
    if isinstance(copy, MastercheckError):
        raise type(copy)(f"{copy.message} No copy was made.", copy.advice)
    return copy


def plan_copy(file: Path, output: Path | None, *, force: bool) -> Path:
    """Return where the copy of a document goes; whatever cannot be is found out before anything is checked.

    Args:
        file: the document.
        output: where the user wants it; None for a name made of the document's, beside it.
        force: a file that is there may be replaced, unless it is the document itself.

    Raises:
        UnreadableError: the document is neither a DOCX nor a PDF.
        UsageError: the copy cannot be written there.
    """
    endings = SUFFIXES[format_of(file)]
    ending = file.suffix.lower() if file.suffix.lower() in endings else endings[0]
    target = output or file.with_name(f"{file.name.removesuffix(file.suffix)}.annotated{ending}")
    check_place(target, (file,), example=f"copy{ending}")
    if target.suffix.lower() != ending:
        raise UsageError(f"The copy {name(target)} has another format than {name(file)}.", f"Give it a name that ends in {ending}.")
    if target.exists() and not force:
        raise UsageError(f"{name(target)} is there already, and nothing is written over.", "Name another file with -o, or add --force.")
    return target
