"""The command `config`: which settings are in force, and where each comes from."""

from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Annotated, Any

import typer

from mastercheck import __version__
from mastercheck.cli.check import check
from mastercheck.cli.keys import KEYS
from mastercheck.cli.options import choose
from mastercheck.cli.output import print_text
from mastercheck.cli.settings import settings_of
from mastercheck.model.settings import InForce, Settings

FORMATS = ("terminal", "json")


def config(
    context: typer.Context,
    action: Annotated[str, typer.Argument(metavar="show", help="What to do: show the settings.", show_default=False)],
    *,
    output_format: Annotated[
        str, typer.Option("--format", metavar="terminal|json", help="How to show the result: for people, or for programs.")
    ] = "terminal",
) -> None:
    """Show which settings are in force, and where each comes from."""
    choose("What to do", action, ("show",))
    output_format = choose("--format", output_format, FORMATS)
    settings = settings_of(context)
    keys = tuple(list_in_force(settings))
    from mastercheck.render.settings import render, render_json  # noqa: PLC0415 - `--help` does without

    print_text(render_json(__version__, settings, keys) if output_format == "json" else render(settings, keys))


def list_in_force(settings: Settings) -> Iterator[InForce]:
    """Yield each key with the value that `check` takes where its option is not typed."""
    options = signature(check).parameters
    for key in KEYS:
        if key.name in settings.values:
            yield InForce(key=key.name, value=_plain(settings.values[key.name]), origin=settings.shown)
        else:
            yield InForce(key=key.name, value=_plain(options[key.parameter].default), meaning=key.unset)


def _plain(value: Any) -> Any:  # noqa: ANN401 - the values of options have no common type
    return str(value) if isinstance(value, Path) else value
