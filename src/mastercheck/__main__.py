"""The process: runs the command line and maps whatever ends it to an exit code, once."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from mastercheck import __version__
from mastercheck.errors import ADVICE_ON_FAULTS, ExitCode, MastercheckError, describe_crash

DEBUG = "MASTERCHECK_DEBUG"
"""The environment variable that asks for a traceback of a fault of the program. It may quote a document."""

GARBAGE = 1_000_000
"""Objects made before rubbish is looked for: importing libraries makes many and leaves none, and looking takes a tenth of a short run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run mastercheck.

    Args:
        arguments: of the command line, without the program's name; those of the process by default.

    Returns:
        the exit code.
    """
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])
    given = sys.argv[1:] if arguments is None else list(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if given == ["--version"]:
        print(f"mastercheck {__version__}")  # noqa: T201 - the quick way: it needs no command line
        return ExitCode.COMPLIANT
    return _contain(given)


def _contain(given: Sequence[str]) -> int:
    try:
        from mastercheck.cli.run import run  # noqa: PLC0415 - an interruption while it loads is contained too

        return run(given)
    except MastercheckError as error:
        _say(f"mastercheck: {error.message}", error.advice)
        return error.exit_code
    except KeyboardInterrupt:
        _say("mastercheck: interrupted.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return ExitCode.INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        _say(f"mastercheck failed: {describe_crash(error)}.", ADVICE_ON_FAULTS, f"To see more, set {DEBUG}=1 and run it again.")
        return ExitCode.FAULT


def _say(*lines: str) -> None:
    from mastercheck.cli.output import say  # noqa: PLC0415 - only where there is something to say

    say("\n".join(lines))


def run_process() -> NoReturn:
    """Run mastercheck and end the process at once, as mypy does: taking the libraries apart again costs a tenth of a short run.

    After a run with worker processes it is ended as usual: multiprocessing has a folder to remove then.
    """
    code = main()
    if "multiprocessing.forkserver" in sys.modules:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a reader that has gone, or a stream that is closed
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run_process()
