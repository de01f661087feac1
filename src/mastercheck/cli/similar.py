"""The command `similar`: passages that two documents share."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.check_options import JobsOption, MemoryOption, NoColorOption, TimeoutOption, WidthOption
from mastercheck.cli.cohort import Effort, run_with_paths
from mastercheck.cli.inputs import gather_documents
from mastercheck.cli.options import CatalogueOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import open_pipe, print_product, print_text, say
from mastercheck.errors import ExitCode, MastercheckError, NothingToCheckError

if TYPE_CHECKING:
    from mastercheck.model.report import RulebookStamp
    from mastercheck.model.similarity import Similarity, UnreadDocument
    from mastercheck.rulebook.schema import Rulebook
    from mastercheck.similarity import Text
    from mastercheck.similarity.shingles import Keys

FORMATS = ("terminal", "json", "csv")
USUAL = 15
"""Words of a passage, unless the user says otherwise: different authors on the same subject hardly ever share so many by chance."""

LEAST = 8
MANY = 40
"""Documents from which on it is said that reading them takes a while."""


def similar(  # noqa: PLR0913 - each option of the command is a parameter of its function
    files: Annotated[
        list[str],
        typer.Argument(metavar="FOLDER", help="Folders of submissions, or documents (DOCX or PDF) themselves.", show_default=False),
    ],
    *,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="FOLDER",
            help="Compare also with the documents in this folder, such as those of an earlier cohort. It may be repeated.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        str,
        typer.Option("--format", metavar="|".join(FORMATS), help="How to show the result: for people, for programs, for a spreadsheet."),
    ] = "terminal",
    minimum: Annotated[
        int,
        typer.Option("--minimum-words", metavar="N", min=LEAST, help=f"Show passages of so many words or more; {LEAST} at least."),
    ] = USUAL,
    rulebook: RulebookOption = None,
    catalogue: CatalogueOption = None,
    jobs: JobsOption = None,
    timeout: TimeoutOption = None,
    memory: MemoryOption = None,
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Show passages that two documents share."""
    output_format = choose("--format", output_format, FORMATS)
    paths = gather_documents(files)
    known = {path.resolve() for path in paths}
    earlier = tuple(path for path in (gather_documents(against) if against else ()) if path.resolve() not in known)
    demands = load_rulebook(rulebook, catalogue)
    found = _compare(paths, earlier, demands, minimum, Effort(seconds=timeout, mebibytes=memory, jobs=jobs))
    _show(found, demands.stamp, output_format, width=width, no_color=no_color)
    raise typer.Exit(_sum_up(found))


def _compare(paths: tuple[Path, ...], earlier: tuple[Path, ...], rulebook: "Rulebook", minimum: int, effort: Effort) -> "Similarity":
    """Read all documents and return what they share.

    Args:
        paths: of the cohort.
        earlier: of other cohorts.
        rulebook: what nobody's own words are.
        minimum: words of a passage.
        effort: what is spent on reading.

    Raises:
        NothingToCheckError: there are no two documents to compare.
    """
    from mastercheck.similarity import find_shared, known_shingles  # noqa: PLC0415 - `--help` does without

    if len(paths) + len(earlier) < 2:  # noqa: PLR2004 - the meaning of comparing
        raise NothingToCheckError("There is only one document, and nothing to compare it with.", "Name a folder that holds several.")
    if len(paths) + len(earlier) >= MANY:
        say(f"Reading {len(paths) + len(earlier)} documents: this takes a while.")
    read = run_with_paths((*paths, *earlier), partial(_read, known=known_shingles(rulebook)), rulebook, effort)
    texts, others = ([one for path in group if not isinstance(one := read[path], MastercheckError)] for group in (paths, earlier))
    unread = tuple(_tell_unread(path, one) for path in (*paths, *earlier) if isinstance(one := read[path], MastercheckError))
    return replace(find_shared(texts, minimum, others), unread=unread)


def _read(path: Path, known: "Keys") -> "Text":
    """Return the words of a document: the errand of worker processes.

    Raises:
        UnreadableError: it cannot be read.
    """
    from mastercheck.engine.documents import read_contained  # noqa: PLC0415 - `--help` does without
    from mastercheck.similarity import prepare  # noqa: PLC0415 - the same

    return prepare(read_contained(path, pages_engine="stored"), str(path), known)


def _tell_unread(path: Path, error: MastercheckError) -> "UnreadDocument":
    from mastercheck.model.report import DocumentError  # noqa: PLC0415 - `--help` does without
    from mastercheck.model.similarity import UnreadDocument  # noqa: PLC0415 - the same

    return UnreadDocument(path=str(path), error=DocumentError(code=error.code, message=error.message, advice=error.advice))


def _sum_up(found: "Similarity") -> ExitCode:
    """Return what the process ends with: the most serious of what became of the documents."""
    if any(one.error.code == MastercheckError.code for one in found.unread):
        return ExitCode.FAULT
    return ExitCode.UNREADABLE if found.unread else ExitCode.COMPLIANT


def _show(found: "Similarity", stamp: "RulebookStamp", output_format: str, *, width: int | None, no_color: bool) -> None:
    if output_format == "terminal":
        from mastercheck.cli.console import open_console  # noqa: PLC0415 - `--help` and the other formats do without
        from mastercheck.render.terminal.similarity import print_similarity  # noqa: PLC0415 - the same

        with open_pipe():
            print_similarity(found, open_console(width=width, no_color=no_color))
        return
    from mastercheck.render.similarity import render_csv, render_json  # noqa: PLC0415 - `--help` does without

    for unread in found.unread:
        say(f"{unread.error.message}\n{unread.error.advice}")
    if output_format == "csv":
        print_product(render_csv(found))
    else:
        print_text(render_json(__version__, stamp, found))
