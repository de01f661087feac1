"""The command `new`: a Word template to write in."""

from pathlib import Path
from typing import Annotated

import typer

from mastercheck.cli.options import RulebookOption, choose, load_rulebook
from mastercheck.cli.output import say, write_new_file
from mastercheck.errors import UsageError
from mastercheck.render.plain import name


def new(
    kind: Annotated[str, typer.Argument(metavar="proposal|report", help="What you want to write.", show_default=False)],
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="Name of the new Word document; proposal.docx or report.docx in this folder without one.",
            show_default=False,
        ),
    ] = None,
    *,
    rulebook: RulebookOption = None,
) -> None:
    """Make a Word document with the right headings, and what to write under each."""
    chosen = choose("What to write", kind, ("proposal", "report"))
    target = file or Path(f"{chosen}.docx")
    if target.suffix.lower() != ".docx":
        raise UsageError(f"{name(target)} is no name of a Word document.", "Give it a name that ends in .docx.")
    if not target.resolve().parent.is_dir():
        message = f"There is no folder {name(target.parent)}."
        raise UsageError(message, "Make the folder first, or name another one.")
    demands = load_rulebook(rulebook)

    from mastercheck.model.document import DocumentKind  # noqa: PLC0415 - `--help` does without
    from mastercheck.render.word_template import word_template  # noqa: PLC0415 - the same

    template = demands.templates.get(DocumentKind(chosen))
    if not template:
        raise UsageError(
            f"The rulebook has no template for a {chosen}.", "Leave out --rulebook to use the one that comes with the program."
        )
    write_new_file(target, word_template(template, DocumentKind(chosen)))
    say(f"{name(target)} is made. Open it in Word, write, and check it with: mastercheck check {name(target)}")
