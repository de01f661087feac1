"""Documents judged at the command line: by which demands, at what cost, and what is suppressed; what is told of it, and the exit code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from mastercheck.cli.check_options import KINDS
from mastercheck.cli.cohort import Effort, check_paths
from mastercheck.cli.options import load_rulebook
from mastercheck.cli.output import say, say_error
from mastercheck.cli.settings import settings_of
from mastercheck.cli.suppressions import Plan, plan_suppressions, suppress
from mastercheck.errors import ExitCode, MastercheckError, NotCheckedError
from mastercheck.render.plain import name_some

if TYPE_CHECKING:
    from mastercheck.model.report import DocumentReport, Report
    from mastercheck.rulebook.schema import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """How documents are to be judged, as the options of a command say it.

    Attributes:
        kind: of the documents; recognised where it is None.
        pages_engine: how the pages of a DOCX are counted.
        profile, rulebook, catalogue: in place of those in force.
        baseline: the findings that are known.
        write_baseline: where what is found is written to be known from then on.
    """

    kind: str | None
    pages_engine: str
    profile: str | None
    rulebook: Path | None
    catalogue: Path | None
    baseline: Path | None
    write_baseline: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it names."""
        return tuple(filter(None, (self.rulebook, self.catalogue, self.baseline, self.write_baseline)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Judges documents as a request says, under the settings of the repository."""

    rulebook: "Rulebook"
    request: Request
    effort: Effort
    plan: Plan

    def judge(self, paths: Sequence[Path], *, silent: bool = False) -> "Report":
        """Check documents, and say what is to be known about that.

        Args:
            paths: of the documents.
            silent: nothing is said.

        Raises:
            UsageError: a cluster or the new baseline cannot be used.
        """
        report = check_paths(paths, self.rulebook, self.request.kind, self.request.pages_engine, self.effort)
        if not silent:
            _tell_gaps(report.documents)
        return suppress(report, self.plan, silent=silent)

    def judge_earlier(self, path: Path, later: "DocumentReport") -> "Report":
        """Check an earlier draft as the same kind of document as a later one, and suppress in it what is suppressed there; say nothing."""
        report = check_paths((path,), self.rulebook, later.kind.value if later.kind else None, self.request.pages_engine, self.effort)
        named = suppress(_named(report, later.path), self.plan, silent=True)
        return _named(named, str(path))


def appoint(context: typer.Context, request: Request, effort: Effort, *, inputs: Iterable[Path], outputs: Iterable[Path] = ()) -> Judge:
    """Return a judge; whatever is wrong with the request is found out before anything is checked.

    Args:
        context: of the command, with its settings.
        request: how documents are to be judged.
        effort: what is spent on them.
        inputs: the documents.
        outputs: the files that something else is written to.

    Raises:
        UsageError: a file of the request cannot be used.
        RulebookError: with everything that is wrong in the rulebook.
        ConfigurationError: the settings name no rule, or the baseline cannot be read.
    """
    demands = load_rulebook(request.rulebook, request.catalogue, request.profile)
    settings = settings_of(context)
    read = (*inputs, *filter(None, (request.rulebook, request.catalogue, settings.path)))
    plan = plan_suppressions(settings, demands, request.baseline, request.write_baseline, inputs=read, outputs=outputs)
    return Judge(rulebook=demands, request=request, effort=effort, plan=plan)


def _named(report: "Report", path: str) -> "Report":
    """Return the report on one document as if it had another path."""
    return replace(report, documents=tuple(replace(document, path=path) for document in report.documents))


def refuse_unread(report: "Report", *more: str) -> NoReturn:
    """Say why documents could not be read, and more about that, and end: there is nothing else to do with them."""
    for document in report.documents:
        if document.error:
            say_error(document.error.message, document.error.advice)
    for line in more:
        say(line)
    raise typer.Exit(sum_up(report))


def _tell_gaps(documents: Sequence["DocumentReport"]) -> None:
    """Say how many documents were not checked, and of which the kind is no more than an assumption."""
    from mastercheck.model.report import KindSource  # noqa: PLC0415 - `--help` does without

    gaps = sum(_has(document, NotCheckedError) for document in documents)
    if gaps:
        say(f"mastercheck: interrupted. {gaps} of {len(documents)} documents were not checked; the report says which.")
    for kind, other in (KINDS, KINDS[::-1]):
        assumed = [one for one in documents if one.kind and one.kind.value == kind and one.kind_source is KindSource.ASSUMED]
        if assumed:
            say(_tell_assumed([Path(document.path) for document in assumed], kind, other))


def _tell_assumed(paths: Sequence[Path], kind: str, other: str) -> str:
    if len(paths) == 1:
        said = f"its text does not tell what it is; by its length alone it is judged as a {kind}. If it is a {other},"
    else:
        said = f"their text does not tell what they are; by their length alone they are judged as {kind}s. Where one is a {other},"
    return f"{name_some(paths)}: {said} add: --kind {other}"


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
