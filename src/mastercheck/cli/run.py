"""A run of the command line, with the answers to a command line that was not understood."""

from collections.abc import Sequence
from typing import Any, cast

import typer
from typer.main import get_command

from mastercheck.cli import app
from mastercheck.cli.output import open_pipe, silence
from mastercheck.errors import ExitCode, UsageError
from mastercheck.rulebook.mistakes import nearest, quote

NotUnderstood = cast("type[Exception]", typer.BadParameter.__bases__[0])
"""What typer raises for any wrong usage: it has the class, and no public name for it."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return the exit code; without arguments, show the help.

    Raises:
        UsageError: it was not understood; the message has the nearest right word.
        MastercheckError: as the command says.
    """
    code = _invoke(list(arguments) or ["--help"])
    with open_pipe():
        pass
    return code if arguments else ExitCode.USAGE


def _invoke(arguments: list[str]) -> int:
    command = get_command(app)
    try:
        with command.make_context("mastercheck", arguments) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        silence()
    except NotUnderstood as error:
        raise translate(error, arguments) from error
    return ExitCode.COMPLIANT


def translate(error: Exception, arguments: Sequence[str]) -> UsageError:
    """Return what is wrong with a command line, in the words of the other messages."""
    context: Any = getattr(error, "ctx", None)
    told: Any = getattr(error, "format_message", error.__str__)
    option = getattr(error, "option_name", None)
    commands = getattr(context.command, "commands", None) if context else None
    if option and hasattr(error, "possibilities") and context:
        known = [name for parameter in context.command.get_params(context) if not parameter.hidden for name in parameter.opts]
        message = _answer_dash(arguments) or f"There is no option {quote(option)}{nearest(option, known) or '.'}"
    elif commands and arguments[0] not in commands:
        message = _answer_command(arguments[0], commands)
    else:
        message = str(told())
    return UsageError(message, f"To see what can be typed: {context.command_path if context else 'mastercheck'} --help")


def _answer_dash(arguments: Sequence[str]) -> str:
    """Return what to say where a document was taken for an option; "" where none was."""
    for word in arguments:
        if word.startswith("-") and word.lower().endswith((".docx", ".docm", ".pdf")):
            return f"{quote(word)} begins as an option does. For the file of that name, type: {quote(f'./{word}')}"
    return ""


def _answer_command(word: str, commands: Sequence[str]) -> str:
    """Return what to say to a word that is no command: very often it is a document."""
    if word.lower().endswith((".docx", ".pdf")):
        return f"{quote(word)} is no command. To check a document, type: mastercheck check {quote(word)}"
    return f"There is no command {quote(word)}{nearest(word, commands) or '.'}"
