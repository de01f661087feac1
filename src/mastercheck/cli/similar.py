"""The command `similar`: passages that two documents share."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck import __version__
from mastercheck.cli.check_options import NoColorOption, WidthOption
from mastercheck.cli.inputs import gather_documents
from mastercheck.cli.options import CatalogueOption, RulebookOption, choose, load_rulebook
from mastercheck.cli.output import open_pipe, print_product, print_text, say
from mastercheck.errors import ExitCode, NothingToCheckError, UnreadableError

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
    no_color: NoColorOption = False,
    width: WidthOption = None,
) -> None:
    """Show passages that two documents share."""
    output_format = choose("--format", output_format, FORMATS)
    paths = gather_documents(files)
    known = {path.resolve() for path in paths}
    earlier = tuple(path for path in (gather_documents(against) if against else ()) if path.resolve() not in known)
    demands = load_rulebook(rulebook, catalogue)
    found = _compare(paths, earlier, demands, minimum)
    _show(found, demands.stamp, output_format, width=width, no_color=no_color)
    raise typer.Exit(ExitCode.UNREADABLE if found.unread else ExitCode.COMPLIANT)


def _compare(paths: tuple[Path, ...], earlier: tuple[Path, ...], rulebook: "Rulebook", minimum: int) -> "Similarity":
    """Read all documents and return what they share.

    Raises:
        NothingToCheckError: there are no two documents to compare.
    """
    from mastercheck.model.similarity import UnreadDocument  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.similarity import Text, find_shared, known_shingles  # noqa: PLC0415

    if len(paths) + len(earlier) < 2:  # noqa: PLR2004 - the meaning of comparing
        raise NothingToCheckError("There is only one document, and nothing to compare it with.", "Name a folder that holds several.")
    if len(paths) + len(earlier) >= MANY:
        say(f"Reading {len(paths) + len(earlier)} documents: this takes a while.")
    known = known_shingles(rulebook)
    read = [[_read(path, known) for path in group] for group in (paths, earlier)]
    texts, others = ([one for one in group if isinstance(one, Text)] for group in read)
    unread = tuple(one for group in read for one in group if isinstance(one, UnreadDocument))
    return replace(find_shared(texts, minimum, others), unread=unread)


def _read(path: Path, known: "Keys") -> "Text | UnreadDocument":
    """Return the words of a document, or why it cannot be read."""
    from mastercheck.engine.documents import read_contained  # noqa: PLC0415 - `--help` does without all of these
    from mastercheck.model.report import DocumentError  # noqa: PLC0415
    from mastercheck.model.similarity import UnreadDocument  # noqa: PLC0415
    from mastercheck.similarity import prepare  # noqa: PLC0415

    try:
        return prepare(read_contained(path, pages_engine="stored"), str(path), known)
    except UnreadableError as error:
        return UnreadDocument(path=str(path), error=DocumentError(code=error.code, message=error.message, advice=error.advice))


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
