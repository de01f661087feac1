"""The command `compare`: two drafts of one document, and what became better or worse."""

from dataclasses import replace
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
from mastercheck.cli.judge import Judge, Request, appoint, refuse_unread, sum_up
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption, choose
from mastercheck.cli.output import open_pipe, print_text

if TYPE_CHECKING:
    from mastercheck.model.comparison import Comparison
    from mastercheck.model.report import Report, RulebookStamp

FORMATS = ("terminal", "json", "markdown")


def compare(  # noqa: PLR0913 - each option of the command is a parameter of its function
    context: typer.Context,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier draft (DOCX or PDF).", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later draft (DOCX or PDF).", show_default=False)],
    *,
    kind: KindOption = None,
    profile: ProfileOption = None,
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
    output_format: Annotated[
        str,
        typer.Option(
            "--format", metavar="|".join(FORMATS), help="How to show the result: for people here, for programs, or to send to somebody."
        ),
    ] = "terminal",
    pages_engine: PagesEngineOption = "auto",
    timeout: TimeoutOption = None,
    memory: MemoryOption = None,
    baseline: BaselineOption = None,
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Compare two drafts of a document."""
    output_format = choose("--format", output_format, FORMATS)
    request = Request(kind=kind, pages_engine=pages_engine, profile=profile, rulebook=rulebook, catalogue=catalogue, baseline=baseline)
    for path in (old, new):
        require_document(path)
    effort = Effort(seconds=timeout, mebibytes=memory, cached=False, shown=output_format == "terminal", repeated=True)
    judge = appoint(context, request, effort, inputs=(old, new))
    before, after = _judge(judge, old, new)
    from mastercheck.engine.comparison import compare as compare_reports  # noqa: PLC0415 - `--help` does without

    comparison = compare_reports(*before.documents, *after.documents)
    _show(comparison, after.rulebook, output_format, width=width, no_color=no_color)
    raise typer.Exit(sum_up(after))


def _judge(judge: Judge, old: Path, new: Path) -> tuple["Report", "Report"]:
    """Judge both drafts, the new one as `check` would; end where one cannot be read."""
    after = judge.judge((new,))
    (found,) = after.documents
    before = judge.judge_earlier(old, found)
    unread = tuple(document for document in (*before.documents, found) if document.error)
    if unread:
        refuse_unread(replace(after, documents=unread), "Both drafts must be readable to be compared.")
    return before, after


def _show(comparison: "Comparison", stamp: "RulebookStamp", output_format: str, *, width: int | None, no_color: bool) -> None:
    if output_format == "terminal":
        from mastercheck.cli.console import open_console  # noqa: PLC0415 - `--help` and the other formats do without
        from mastercheck.render.terminal.comparison import print_comparison  # noqa: PLC0415 - the same

        with open_pipe():
            print_comparison(comparison, stamp, open_console(width=width, no_color=no_color))
        return
    from mastercheck.render.comparison import render_json, render_markdown  # noqa: PLC0415 - the same

    text = render_json(__version__, stamp, comparison) if output_format == "json" else render_markdown(stamp, comparison)
    print_text(text)
