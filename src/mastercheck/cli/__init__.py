"""The command line: one module for each command. They parse, call and pick a renderer; they decide nothing about documents."""

from typing import Annotated

import typer

from mastercheck import __version__
from mastercheck.cli import texts
from mastercheck.cli.annotate import annotate
from mastercheck.cli.cache import cache
from mastercheck.cli.check import check
from mastercheck.cli.compare import compare
from mastercheck.cli.config import config
from mastercheck.cli.count import count
from mastercheck.cli.doctor import doctor
from mastercheck.cli.help import PlainCommand, PlainGroup
from mastercheck.cli.new import new
from mastercheck.cli.rules import explain, rules
from mastercheck.cli.settings import SettledCommand
from mastercheck.cli.similar import similar
from mastercheck.cli.watch import watch

app = typer.Typer(
    name="mastercheck",
    cls=PlainGroup,
    help=texts.PROGRAM,
    epilog=texts.EPILOG,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag
    if wanted:
        typer.echo(f"mastercheck {__version__}")
        raise typer.Exit


@app.callback()
def begin(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)] = False,
) -> None:
    """Take the options that belong to no command."""
    del version


app.command("check", cls=SettledCommand, short_help="Check documents against the guide.", help=texts.CHECK, epilog=texts.ENDS)(check)
app.command("count", cls=SettledCommand, short_help="Count the words of a document.", help=texts.COUNT)(count)
app.command("annotate", cls=SettledCommand, short_help="Make a copy with comments.", help=texts.ANNOTATE)(annotate)
app.command("rules", cls=SettledCommand, short_help="List all rules.", help=texts.RULES)(rules)
app.command("explain", cls=SettledCommand, short_help="Explain a rule.", help=texts.EXPLAIN)(explain)
app.command("new", cls=SettledCommand, short_help="Make a Word document to write in.", help=texts.NEW)(new)
app.command("doctor", cls=PlainCommand, short_help="Say what this installation has.", help=texts.DOCTOR)(doctor)
app.command("config", cls=SettledCommand, short_help="Show the settings in force.", help=texts.CONFIG)(config)
app.command("compare", cls=SettledCommand, short_help="Compare two drafts.", help=texts.COMPARE)(compare)
app.command("watch", cls=SettledCommand, short_help="Check a document whenever it is saved.", help=texts.WATCH)(watch)
app.command("similar", cls=SettledCommand, short_help="Show passages that two documents share.", help=texts.SIMILAR)(similar)
app.command("cache", cls=PlainCommand, short_help="Show or clear the results that are kept.", help=texts.CACHE)(cache)
