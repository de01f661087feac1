"""Options: what several commands ask for, and how a value that is none of the right ones is answered."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mastercheck.cli.inputs import require_existing
from mastercheck.errors import UsageError
from mastercheck.rulebook.mistakes import nearest, quote

if TYPE_CHECKING:
    from mastercheck.rulebook.schema import Rulebook

RulebookOption = Annotated[
    Path | None,
    typer.Option(
        "--rulebook", metavar="FILE", help="Judge by the rules in this file (TOML) instead of the built-in ones.", show_default=False
    ),
]
CatalogueOption = Annotated[
    Path | None,
    typer.Option(
        "--catalogue",
        metavar="FILE",
        help="Use the exam specifications in this file (TOML) instead of the built-in ones.",
        show_default=False,
    ),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="Which words count: exin (as the rulebook says), word, body, everything, cmi or ib.",
        show_default=False,
    ),
]


def choose(what: str, value: str, known: Iterable[str]) -> str:
    """Return the one of the known values that the user means, however it is capitalised.

    Raises:
        UsageError: it is none of them; the message has the nearest.
    """
    names = tuple(known)
    for name in names:
        if name.casefold() == value.casefold():
            return name
    raise UsageError(f"{what} cannot be {quote(value)}{nearest(value, names) or '.'}", f"Choose one of: {', '.join(names)}.")


def load_rulebook(path: Path | None = None, catalogue: Path | None = None, profile: str | None = None) -> "Rulebook":
    """Load the rulebook that the options name.

    Raises:
        UsageError: a file or a profile does not exist.
        RulebookError: a file is not valid.
    """
    from mastercheck.checks import kinds_by_name  # noqa: PLC0415 - `--help` and wrong usage do without
    from mastercheck.rulebook.loader import load  # noqa: PLC0415 - the same

    for file in filter(None, (path, catalogue)):
        require_existing(file, "file")
    return load(kinds_by_name(), path=path, catalogue=catalogue, profile=profile)
