"""The command `compare`: two drafts of one document, and what became better or worse."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.check import sum_up
from mastercheck.cli.check_options import ENGINES, KINDS, KindOption, NoColorOption, PagesEngineOption, WidthOption
from mastercheck.cli.inputs import require_document
from mastercheck.cli.options import CatalogueOption, ProfileOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import open_pipe, print_text, say

if TYPE_CHECKING:
    from mastercheck.model.comparison import Comparison
    from mastercheck.model.report import DocumentError, DocumentReport, RulebookStamp
    from mastercheck.rulebook.schema import Rulebook

FORMATS = ("terminal", "json", "markdown")


def compare(  # noqa: PLR0913 - each option of the command is a parameter of its function
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
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Compare two drafts of a document."""
    output_format = choose("--format", output_format, FORMATS)
    pages_engine = choose("--pages-engine", pages_engine, ENGINES)
    chosen = choose("--kind", kind, KINDS) if kind else None
    for path in (old, new):
        require_document(path)
    demands = load_rulebook(rulebook, catalogue, profile)
    reports = _check(old, new, demands, chosen, pages_engine)
    from mastercheck.model.report import Report  # noqa: PLC0415 - `--help` does without

    unread = tuple(document for document in reports if document.error)
    if unread:
        _tell_unread(document.error for document in unread if document.error)
        raise typer.Exit(sum_up(Report(version=__version__, rulebook=demands.stamp, documents=unread)))
    from mastercheck.engine.comparison import compare as compare_reports  # noqa: PLC0415 - the same

    _show(compare_reports(*reports), demands.stamp, output_format, width=width, no_color=no_color)
    raise typer.Exit(sum_up(Report(version=__version__, rulebook=demands.stamp, documents=reports[1:])))


def _check(old: Path, new: Path, rulebook: "Rulebook", kind: str | None, pages_engine: str) -> tuple["DocumentReport", "DocumentReport"]:
    """Check both drafts: the new one as `check` would, the old one as the same kind of document."""
    from mastercheck.engine.documents import check_file  # noqa: PLC0415 - `--help` does without
    from mastercheck.model.document import DocumentKind  # noqa: PLC0415 - the same

    after = check_file(new, rulebook, kind=DocumentKind(kind) if kind else None, pages_engine=pages_engine)
    before = check_file(old, rulebook, kind=after.kind, pages_engine=pages_engine)
    return before, after


def _tell_unread(errors: Iterable["DocumentError"]) -> None:
    """Say why drafts could not be read: with one of them there is nothing to compare."""
    for error in errors:
        say(f"mastercheck: {error.message}\n{error.advice}")
    say("Both drafts must be readable to be compared.")


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
