"""The command `check`: documents in, a report out, and an exit code that sums it up."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mastercheck.cli.candidates import AnonymousOption, FeedbackFormatOption, FeedbackOption, NamePatternOption, plan_candidates
from mastercheck.cli.check_options import (
    ENGINES,
    KINDS,
    BaselineOption,
    DocumentsArgument,
    ExitZeroOption,
    FormatsOption,
    KindOption,
    NoColorOption,
    OutputFolderOption,
    OutputOption,
    PagesEngineOption,
    StrictOption,
    WidthOption,
    WriteBaselineOption,
)
from mastercheck.cli.delivery import deliver, plan_delivery
from mastercheck.cli.inputs import gather_documents
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import say
from mastercheck.cli.settings import settings_of
from mastercheck.cli.suppressions import plan_suppressions, suppress
from mastercheck.errors import ExitCode, MastercheckError, UsageError

if TYPE_CHECKING:
    from mastercheck.model.report import DocumentReport, Report
    from mastercheck.rulebook.schema import Rulebook


def check(  # noqa: PLR0913 - each option of the command is a parameter of its function
    context: typer.Context,
    files: DocumentsArgument,
    *,
    kind: KindOption = None,
    formats: FormatsOption = None,
    output: OutputOption = None,
    output_dir: OutputFolderOption = None,
    strict: StrictOption = False,
    exit_zero: ExitZeroOption = False,
    profile: ProfileOption = None,
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
    pages_engine: PagesEngineOption = "auto",
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
    pages_engine = choose("--pages-engine", pages_engine, ENGINES)
    chosen = choose("--kind", kind, KINDS) if kind else None
    _require_one(strict=strict, exit_zero=exit_zero)
    settings, paths = settings_of(context), gather_documents(files)
    inputs = (*paths, *filter(None, (rulebook, catalogue, settings.path)))
    parts = plan_delivery(formats or (), output, output_dir, (*inputs, *filter(None, (baseline, write_baseline))))
    people = plan_candidates(name_pattern, feedback, feedback_format, anonymous=anonymous, inputs=inputs)
    demands = load_rulebook(rulebook, catalogue, profile)
    outputs = [part.target for part in parts if part.target]
    plan = plan_suppressions(settings, demands, baseline, write_baseline, inputs=inputs, outputs=outputs)
    report = people.identify(suppress(_check_files(paths, demands, chosen, pages_engine), plan))
    _tell_assumptions(report.documents)
    deliver(parts, report, demands, width=width, no_color=no_color)
    people.give_feedback(report, demands)
    raise typer.Exit(sum_up(report, strict=strict, exit_zero=exit_zero))


def _require_one(*, strict: bool, exit_zero: bool) -> None:
    if strict and exit_zero:
        raise UsageError("--strict and --exit-zero contradict each other.", "Leave one of them out.")


def _check_files(paths: Iterable[Path], rulebook: "Rulebook", kind: str | None, pages_engine: str) -> "Report":
    from mastercheck.engine import check_files  # noqa: PLC0415 - `--help` does without
    from mastercheck.model.document import DocumentKind  # noqa: PLC0415 - the same

    return check_files(paths, rulebook, kind=DocumentKind(kind) if kind else None, pages_engine=pages_engine)


def _tell_assumptions(documents: Iterable["DocumentReport"]) -> None:
    """Say of which documents the kind is no more than an assumption."""
    from mastercheck.model.report import KindSource  # noqa: PLC0415 - `--help` does without

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

    if any(document.error and document.error.code == MastercheckError.code for document in report.documents):
        return ExitCode.FAULT
    if report.count(Verdict.UNREADABLE):
        return ExitCode.UNREADABLE
    failed = report.count(Verdict.NOT_COMPLIANT) or (strict and (report.count(Verdict.NEEDS_REVIEW) or report.idle))
    return ExitCode.NOT_COMPLIANT if failed and not exit_zero else ExitCode.COMPLIANT
