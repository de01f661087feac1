"""The options of the command `check`: how each is typed and what its help says."""

from pathlib import Path
from typing import Annotated

import typer

from mastercheck.cli.delivery import NAMES

KINDS = ("report", "proposal")
ENGINES = ("auto", "office", "stored", "estimated")

DocumentsArgument = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Documents (DOCX or PDF) to check, or folders that hold them.", show_default=False),
]
KindOption = Annotated[
    str | None,
    typer.Option("--kind", metavar="|".join(KINDS), help="What the documents are. Without it, each is recognised.", show_default=False),
]
FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="|".join(NAMES),
        help="How to show the result. Without it, for people in this window. With --output-dir, the option may be repeated.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write the result to this file instead of the window. It replaces an older result; it never replaces a document.",
        show_default=False,
    ),
]
OutputFolderOption = Annotated[
    Path | None,
    typer.Option(
        "--output-dir",
        metavar="FOLDER",
        help="Write each format to a file in this folder: report.json, report.csv and so on.",
        show_default=False,
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict/--no-strict", help="End with 1 also where a person must look at something.")]
ExitZeroOption = Annotated[bool, typer.Option("--exit-zero", help="End with 0 also where a document is not compliant.")]
PagesEngineOption = Annotated[
    str,
    typer.Option(
        "--pages-engine",
        metavar="|".join(ENGINES),
        help="How to count the pages of a DOCX: by an office program, as Word stored them, or estimated; auto takes the best.",
    ),
]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="Do not use colours.")]
WidthOption = Annotated[int | None, typer.Option("--width", hidden=True, min=20, max=1000)]
BaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Show the findings in this file as known before; only the others count.", show_default=False
    ),
]
WriteBaselineOption = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline", metavar="FILE", help="Write what is found now to this file, and show it as known before.", show_default=False
    ),
]
