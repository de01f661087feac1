"""The console of a command that prints for people."""

from typing import Never

from rich.console import Console


class PlainConsole(Console):
    """A console that leaves it to the command line what follows when whoever reads our stdout stops reading."""

    def on_broken_pipe(self) -> Never:
        """Say so, instead of ending the process with a code that would be taken for a verdict."""
        raise BrokenPipeError


def open_console(*, width: int | None = None, no_color: bool = False) -> Console:
    """Return a console on stdout.

    Args:
        width: columns, where they are not those of the window.
        no_color: there are no colours.
    """
    return PlainConsole(width=width, no_color=no_color or None, highlight=False)
