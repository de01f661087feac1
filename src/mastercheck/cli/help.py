"""The help pages: the same words from every version of typer, in plain lines that any window shows."""

from collections.abc import Iterable, Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

Row = tuple[str, str]


class PlainCommand(TyperCommand):
    """A command whose help shows what to type and what it does, and nothing about types."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer has no public name for either
        """Write the help page."""
        formatter.write_usage(ctx.command_path, " ".join([*(_show_argument(one) for one in _arguments(self.params)), "[OPTIONS]"]))
        self.format_help_text(ctx, formatter)
        _write_rows(formatter, "What to give", ((one.metavar, one.help) for one in _arguments(self.params)))
        _write_rows(formatter, "Options", _list_options(self.get_params(ctx)))
        self.format_epilog(ctx, formatter)


class PlainGroup(TyperGroup):
    """The program itself: its help lists the commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer has no public name for either
        """Write the help page."""
        formatter.write_usage(ctx.command_path, "COMMAND ...")
        self.format_help_text(ctx, formatter)
        _write_rows(formatter, "Commands", ((name, command.short_help or "") for name, command in self.commands.items()))
        _write_rows(formatter, "Options", _list_options(self.get_params(ctx)))
        self.format_epilog(ctx, formatter)


def _arguments(parameters: Iterable[Any]) -> Iterator[Any]:
    return (one for one in parameters if one.param_type_name == "argument")


def _show_argument(argument: Any) -> str:  # noqa: ANN401 - the same
    return f"{argument.metavar}..." if argument.nargs != 1 else argument.metavar if argument.required else f"[{argument.metavar}]"


def _list_options(parameters: Iterable[Any]) -> Iterator[Row]:
    for one in parameters:
        if one.param_type_name == "option" and not one.hidden:
            names = ", ".join(sorted(one.opts, key=len))
            told = one.help if one.is_flag or one.default is None else f"{one.help} [default: {one.default}]"
            yield names if one.is_flag else f"{names} {one.metavar}", told


def _write_rows(formatter: Any, title: str, rows: Iterable[Row]) -> None:  # noqa: ANN401 - the same
    listed = list(rows)
    if listed:
        with formatter.section(title):
            formatter.write_dl(listed)
