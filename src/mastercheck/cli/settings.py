"""Settings at the command line: the options that name or ignore their file, and what an option is where it was not typed."""

import os
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

from mastercheck.cli.help import PlainCommand
from mastercheck.cli.inputs import require_existing
from mastercheck.errors import UsageError
from mastercheck.model.settings import Settings

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Take the settings from this file, instead of looking for mastercheck.toml.", show_default=False
    ),
]
NoConfigOption = Annotated[bool, typer.Option("--no-config", help="Use no settings: only what is typed.")]

IN_FORCE = "mastercheck.settings"
"""The name under which a command finds its settings."""


class SettledCommand(PlainCommand):
    """A command whose options, where they are not typed, are what the settings of the repository say.

    It takes the options of this module besides its own. What it can be settled in are the keys of `cli.keys` that it has a parameter for.
    """

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer has no public name for it
        """Return the command's own parameters, those about settings, and `--help`."""
        *own, last = super().get_params(ctx)
        return [*own, *_list_options(), last]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - the same
        """Parse what was typed, and settle what was not."""
        rest = super().parse_args(ctx, args)
        named = ctx.params.pop("config")  # a Path or, in older versions of typer, still the text that was typed
        settings = find_settings(Path(named) if named else None, ignored=ctx.params.pop("no_config"))
        ctx.meta[IN_FORCE] = settings
        _settle(ctx, settings)
        return list(rest)


def settings_of(context: typer.Context) -> Settings:
    """Return the settings that a command runs under."""
    settings: Settings = context.meta[IN_FORCE]
    return settings


def find_settings(named: Path | None, *, ignored: bool = False) -> Settings:
    """Return the settings in a file that is named, or else in the one that holds for the current folder; empty ones without either.

    Raises:
        UsageError: the file that is named does not exist, or is to be ignored as well.
        ConfigurationError: the file has errors.
    """
    if named and ignored:
        raise UsageError("--config and --no-config contradict each other.", "Leave one of them out.")
    if ignored:
        return Settings()
    from mastercheck.settings.discovery import find_file  # noqa: PLC0415 - `--help` does without

    if named:
        require_existing(named, "file")
    path = named or find_file(_find_current_folder())
    if not path:
        return Settings()
    from mastercheck.cli.keys import KEYS  # noqa: PLC0415 - most runs have no settings, and this reading is not for nothing
    from mastercheck.settings.reading import read_settings  # noqa: PLC0415 - the same

    return read_settings(path, KEYS)


def _find_current_folder() -> Path:
    """Return the current folder; one without anything in it where that has been deleted meanwhile."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.devnull)


def _take(*, config: ConfigOption = None, no_config: NoConfigOption = False) -> None:
    """Stand for the options about settings: typer makes options of a function's parameters only."""


@cache
def _list_options() -> tuple[Any, ...]:
    carrier = typer.Typer(add_completion=False)
    carrier.command()(_take)
    return tuple(get_command(carrier).params)


def _settle(context: typer.Context, settings: Settings) -> None:
    """Give each option that was not typed the value of the settings, unless an option was typed that contradicts it."""
    if not settings.values:
        return
    from mastercheck.cli.keys import KEYS  # noqa: PLC0415 - as above

    for key in KEYS:
        typed = any(is_typed(context, name) for name in (key.parameter, key.yields_to))
        if key.name in settings.values and key.parameter in context.params and not typed:
            value = settings.values[key.name]
            context.params[key.parameter] = list(value) if isinstance(value, tuple) else value


def is_typed(context: typer.Context, parameter: str) -> bool:
    """Return whether the option of a parameter was typed, and not settled."""
    source = context.get_parameter_source(parameter)
    return source is not None and source.name == "COMMANDLINE"
