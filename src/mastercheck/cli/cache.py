"""The command `cache`: where known results are kept, and how to be rid of them."""

from typing import Annotated

import typer

from mastercheck.cli.options import choose
from mastercheck.cli.output import print_text
from mastercheck.render.plain import name

ACTIONS = ("show", "clear")


def cache(
    action: Annotated[
        str, typer.Argument(metavar="show|clear", help="Say where the results are and how many, or remove them.", show_default=False)
    ],
) -> None:
    """Show or clear the results that are kept."""
    action = choose("What to do with the cache", action, ACTIONS)

    from mastercheck.cohort.cache import LARGEST, Cache, find_folder  # noqa: PLC0415 - `--help` does without

    kept = Cache(find_folder())
    if action == "clear":
        print_text(f"Removed {_count(kept.clear())} from {name(kept.folder)}.")
        return
    number, size = kept.survey()
    print_text(f"{_count(number)} in {name(kept.folder)}: {size / (1 << 20):.1f} MiB, of {LARGEST >> 20} MiB at most.")


def _count(number: int) -> str:
    return f"{number:,} result{'' if number == 1 else 's'}"
