"""The options about how documents are checked: how each is typed, what its help says, and which words it takes."""

from pathlib import Path
from typing import Annotated

import typer

from mastercheck.cli.delivery import NAMES
from mastercheck.cli.options import choose
from mastercheck.cohort.limits import LEAST_MEBIBYTES, MEBIBYTES, SECONDS

KINDS = ("report", "proposal")
ENGINES = ("auto", "office", "stored", "estimated")

DocumentsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE", help="Documents (DOCX or PDF) to check, folders that hold them, or patterns such as *.docx.", show_default=False
    ),
]


def _choose_kind(value: str | None) -> str | None:
    return choose("--kind", value, KINDS) if value else None


def _choose_engine(value: str) -> str:
    return choose("--pages-engine", value, ENGINES)


KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="|".join(KINDS),
        help="What the documents are. Without it, each is recognised.",
        show_default=False,
        callback=_choose_kind,
    ),
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
        callback=_choose_engine,
    ),
]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="Do not use colours.")]
FullOption = Annotated[bool, typer.Option("--full", help="Show the whole report on each document in this window, however many they are.")]
WidthOption = Annotated[int | None, typer.Option("--width", hidden=True, min=20, max=1000)]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERN",
        help="Leave out what this pattern names, as in a file .gitignore: drafts/ or *-old.docx. It may be repeated.",
        show_default=False,
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="NUMBER",
        min=1,
        help="How many documents to check at a time. Without it, as many as there are cores.",
        show_default=False,
    ),
]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=1,
        help=f"Give a document up that takes longer, and go on with the others. Without it, {SECONDS:g} seconds.",
        show_default=False,
    ),
]
MemoryOption = Annotated[
    int | None,
    typer.Option(
        "--memory",
        metavar="MIB",
        min=LEAST_MEBIBYTES,
        help=f"Give a document up that takes more memory (Linux only). Without it, {MEBIBYTES} MiB.",
        show_default=False,
    ),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Check every document anew, and keep nothing for the next time.")]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Have the documents checked by a Dask cluster, for example tcp://host:8786.",
        show_default=False,
    ),
]
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
