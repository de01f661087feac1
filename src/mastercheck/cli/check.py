"""The command `check`: documents in, a report out, and an exit code that sums it up."""

import typer

from mastercheck.cli.candidates import (
    AnonymousOption,
    FeedbackFormatOption,
    FeedbackOption,
    NamePatternOption,
    plan_candidates,
)
from mastercheck.cli.check_options import (
    BaselineOption,
    DocumentsArgument,
    ExcludeOption,
    ExitZeroOption,
    FormatsOption,
    FullOption,
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
from mastercheck.cli.cohort import Effort
from mastercheck.cli.delivery import deliver, is_shown, plan_delivery, targets_of
from mastercheck.cli.inputs import gather_documents
from mastercheck.cli.judge import Request, appoint, sum_up
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption
from mastercheck.cli.settings import is_typed, settings_of
from mastercheck.errors import UsageError


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
    full: FullOption = False,
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Check documents against the guide."""
    if strict and exit_zero:
        raise UsageError("--strict and --exit-zero contradict each other.", "Leave one of them out.")
    request = Request(
        kind=kind,
        pages_engine=pages_engine,
        profile=profile,
        rulebook=rulebook,
        catalogue=catalogue,
        baseline=baseline,
        write_baseline=write_baseline,
    )
    paths = gather_documents(files, exclude or ())
    read = (*paths, *request.files, *filter(None, (settings_of(context).path,)))
    parts = plan_delivery(formats or (), output, output_dir, read, settled=not is_typed(context, "output_dir"))
    people = plan_candidates(name_pattern, feedback, feedback_format, anonymous=anonymous, inputs=read)
    effort = Effort(seconds=timeout, mebibytes=memory, jobs=jobs, scheduler=scheduler, cached=not no_cache, shown=is_shown(parts))
    judge = appoint(context, request, effort, inputs=paths, outputs=targets_of(parts))
    report = people.identify(judge.judge(paths))
    deliver(parts, report, judge.rulebook, width=width, no_color=no_color, full=full)
    people.give_feedback(report, judge.rulebook)
    raise typer.Exit(sum_up(report, strict=strict, exit_zero=exit_zero))
