"""The command `check`: documents in, a report out, and an exit code that sums it up."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mastercheck.cli.candidates import (
    AnonymousOption,
    CandidatePlan,
    FeedbackFormatOption,
    FeedbackOption,
    NamePatternOption,
    plan_candidates,
)
from mastercheck.cli.check_options import (
    ENGINES,
    KINDS,
    BaselineOption,
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
    WriteBaselineOption,
)
from mastercheck.cli.cohort import Effort, check_paths
from mastercheck.cli.delivery import deliver, is_shown, plan_delivery, targets_of
from mastercheck.cli.inputs import gather_documents
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import say
from mastercheck.cli.settings import settings_of
from mastercheck.cli.suppressions import plan_suppressions, suppress
from mastercheck.errors import ExitCode, MastercheckError, NotCheckedError, UsageError

if TYPE_CHECKING:
    from mastercheck.model.report import DocumentReport, Report
    from mastercheck.rulebook.schema import Rulebook

Paths = tuple[Path, ...]


def check(  # noqa: PLR0913 - each option of the command is a parameter of its function
    context: typer.Context,
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
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    name_pattern: NamePatternOption = None,
    anonymous: AnonymousOption = False,
    feedback: FeedbackOption = None,
    feedback_format: FeedbackFormatOption = "markdown",
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Check documents against the guide."""
    kind, pages_engine = _choose_words(kind, pages_engine, strict=strict, exit_zero=exit_zero)
    paths, inputs = _gather(context, files, exclude, rulebook, catalogue)
    parts = plan_delivery(formats or (), output, output_dir, (*inputs, *filter(None, (baseline, write_baseline))))
    people = plan_candidates(name_pattern, feedback, feedback_format, anonymous=anonymous, inputs=inputs)
    demands = load_rulebook(rulebook, catalogue, profile)
    plan = plan_suppressions(settings_of(context), demands, baseline, write_baseline, inputs=inputs, outputs=targets_of(parts))
    effort = Effort(seconds=timeout, mebibytes=memory, jobs=jobs, scheduler=scheduler, cached=not no_cache, shown=is_shown(parts))
    report = people.identify(suppress(_check(paths, demands, kind, pages_engine, effort), plan))
    deliver(parts, report, demands, width=width, no_color=no_color)
    raise typer.Exit(_end(people, report, demands, strict=strict, exit_zero=exit_zero))


def _gather(context: typer.Context, files: Sequence[str], exclude: Sequence[str] | None, *given: Path | None) -> tuple[Paths, Paths]:
    """Return the documents, and with them every file that is read and so never written to."""
    paths = gather_documents(files, exclude or ())
    return paths, (*paths, *filter(None, (*given, settings_of(context).path)))


def _check(paths: Sequence[Path], demands: "Rulebook", kind: str | None, pages_engine: str, effort: Effort) -> "Report":
    report = check_paths(paths, demands, kind, pages_engine, effort)
    _tell_gaps(report.documents)
    return report


def _end(people: CandidatePlan, report: "Report", demands: "Rulebook", *, strict: bool, exit_zero: bool) -> ExitCode:
    people.give_feedback(report, demands)
    return sum_up(report, strict=strict, exit_zero=exit_zero)


def _choose_words(kind: str | None, pages_engine: str, *, strict: bool, exit_zero: bool) -> tuple[str | None, str]:
    """Return the kind and the engine that are meant.

    Raises:
        UsageError: one is none, or two options contradict each other.
    """
    pages_engine = choose("--pages-engine", pages_engine, ENGINES)
    kind = choose("--kind", kind, KINDS) if kind else None
    if strict and exit_zero:
        raise UsageError("--strict and --exit-zero contradict each other.", "Leave one of them out.")
    return kind, pages_engine


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
        strict: something to look at is as serious as something missing, and so is a suppression that matches nothing.
        exit_zero: neither is serious; what could not be read still is.
    """
    from mastercheck.model.report import Verdict  # noqa: PLC0415 - `--help` does without

    for error in (NotCheckedError, MastercheckError):
        if any(_has(document, error) for document in report.documents):
            return error.exit_code
    if report.count(Verdict.UNREADABLE):
        return ExitCode.UNREADABLE
    failed = report.count(Verdict.NOT_COMPLIANT) or (strict and (report.count(Verdict.NEEDS_REVIEW) or report.idle))
    return ExitCode.NOT_COMPLIANT if failed and not exit_zero else ExitCode.COMPLIANT


def _has(document: "DocumentReport", error: type[MastercheckError]) -> bool:
    return document.error is not None and document.error.code == error.code
