"""The command `check`: documents in, a report out, and an exit code that sums it up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from mastercheck.cli.check_options import (
    ENGINES,
    KINDS,
    DocumentsArgument,
    ExcludeOption,
    ExitZeroOption,
    FormatsOption,
    JobsOption,
    KindOption,
    MemoryOption,
    NoCacheOption,
    NoColorOption,
    OutputFolderOption,
    OutputOption,
    PagesEngineOption,
    SchedulerOption,
    StrictOption,
    TimeoutOption,
    WidthOption,
)
from mastercheck.cli.cohort import Effort, check_paths
from mastercheck.cli.delivery import deliver, plan_delivery
from mastercheck.cli.inputs import gather_documents
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import say
from mastercheck.errors import ExitCode, MastercheckError, NotCheckedError, UsageError

if TYPE_CHECKING:
    from mastercheck.model.report import DocumentReport, Report


def check(  # noqa: PLR0913 - each option of the command is a parameter of its function
    files: DocumentsArgument,
    *,
    kind: KindOption = None,
    exclude: ExcludeOption = None,
    formats: FormatsOption = None,
    output: OutputOption = None,
    output_dir: OutputFolderOption = None,
    strict: StrictOption = False,
    exit_zero: ExitZeroOption = False,
    profile: ProfileOption = None,
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
    pages_engine: PagesEngineOption = "auto",
    jobs: JobsOption = None,
    timeout: TimeoutOption = None,
    memory: MemoryOption = None,
    no_cache: NoCacheOption = False,
    scheduler: SchedulerOption = None,
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Check documents against the guide."""
    pages_engine = choose("--pages-engine", pages_engine, ENGINES)
    kind = choose("--kind", kind, KINDS) if kind else None
    _require_one(strict=strict, exit_zero=exit_zero)
    paths = gather_documents(files, exclude or ())
    parts = plan_delivery(formats or (), output, output_dir, (*paths, *filter(None, (rulebook, catalogue))))
    demands = load_rulebook(rulebook, catalogue, profile)
    shown = any(part.format is None for part in parts)
    effort = Effort(seconds=timeout, mebibytes=memory, jobs=jobs, scheduler=scheduler, cached=not no_cache, shown=shown)
    report = check_paths(paths, demands, kind, pages_engine, effort)
    _tell_gaps(report.documents)
    deliver(parts, report, demands, width=width, no_color=no_color)
    raise typer.Exit(sum_up(report, strict=strict, exit_zero=exit_zero))


def _require_one(*, strict: bool, exit_zero: bool) -> None:
    if strict and exit_zero:
        raise UsageError("--strict and --exit-zero contradict each other.", "Leave one of them out.")


def _tell_gaps(documents: Sequence["DocumentReport"]) -> None:
    """Say how many documents were not checked, and of which the kind is no more than an assumption."""
    from mastercheck.model.report import KindSource  # noqa: PLC0415 - `--help` does without

    gaps = sum(_has(document, NotCheckedError) for document in documents)
    if gaps:
        say(f"mastercheck: interrupted. {gaps} of {len(documents)} documents were not checked; the report says which.")
    for document in documents:
        if document.kind and document.kind_source is KindSource.ASSUMED:
            other = next(name for name in KINDS if name != document.kind.value)
            say(
                f"{document.path}: its text does not tell what it is; by its length alone it is judged as a {document.kind.value}. "
                f"If it is a {other}, add: --kind {other}"
            )


def sum_up(report: "Report", *, strict: bool = False, exit_zero: bool = False) -> ExitCode:
    """Return what the process ends with: the most serious of what the documents ask for.

    Args:
        report: on all of them.
        strict: something to look at is as serious as something missing.
        exit_zero: neither is serious; what could not be read still is.
    """
    from mastercheck.model.report import Verdict  # noqa: PLC0415 - `--help` does without

    for error in (NotCheckedError, MastercheckError):
        if any(_has(document, error) for document in report.documents):
            return error.exit_code
    if report.count(Verdict.UNREADABLE):
        return ExitCode.UNREADABLE
    failed = report.count(Verdict.NOT_COMPLIANT) or (strict and report.count(Verdict.NEEDS_REVIEW))
    return ExitCode.NOT_COMPLIANT if failed and not exit_zero else ExitCode.COMPLIANT


def _has(document: "DocumentReport", error: type[MastercheckError]) -> bool:
    return document.error is not None and document.error.code == error.code
