"""Exit codes and the errors a user can meet, each with the advice that it prints.

MastercheckError
├── UsageError            2   an option or argument cannot be used as given
├── ConfigurationError    2   a file of settings or a baseline cannot be used as it is
├── UnreadableError       3   an input is not a document that can be read
│   ├── EncryptedError        it is protected by a password
│   ├── NoTextError           it holds pictures of text, or nothing
│   ├── LimitError            reading it would take more than the limits allow
│   │   ├── MemoryLimitError      it takes more memory than there is, or than it may
│   │   └── TimeLimitError        it takes longer than it may
│   ├── WorkerLostError       it ended the process that was reading it
│   ├── ReaderFaultError      the program failed at it: a fault of ours
│   └── NotCheckedError       the run was interrupted before it was its turn
├── RulebookError         4   a rulebook or catalogue is not valid
└── NothingToCheckError   5   no document was found
"""

from enum import IntEnum
from pathlib import Path
from typing import ClassVar

PACKAGE = Path(__file__).parent


ADVICE_ON_FAULTS = (
    "This is a fault of mastercheck, not of your document. Please report it to the maintainers (the repository's issues page) with this "
    "message, the output of `mastercheck --version` and how the document was made; do not send a document that is confidential."
)
"""What to do about a fault of the program."""

ADVICE_ON_LIMITS = "Open it, save it under a new name (in Word: File > Save As) and check that file; a document of usual size needs little."
"""What to do about a document that takes more than it may."""


class ExitCode(IntEnum):
    """What the process ends with. With several inputs the most serious wins: 70 > 3 > 1 > 0."""

    COMPLIANT = 0
    NOT_COMPLIANT = 1
    USAGE = 2
    UNREADABLE = 3
    RULEBOOK = 4
    NOTHING_TO_CHECK = 5
    FAULT = 70
    INTERRUPTED = 130


class MastercheckError(Exception):
    """Something that the user can put right.

    Attributes:
        exit_code: what the process ends with.
        code: a short stable name, for machines (`error.code` in the JSON).
        lists: the message is a list, a line for each thing; any other is one line, whatever a name that it quotes holds.
        message: what happened, and where.
        advice: what to do about it.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.FAULT
    code: ClassVar[str] = "fault"
    lists: ClassVar[bool] = False

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message if self.lists else message.replace("\n", " ")
        self.advice = advice


class UsageError(MastercheckError):
    """An option or argument cannot be used as it was given."""

    exit_code = ExitCode.USAGE
    code = "usage"


class ConfigurationError(MastercheckError):
    """A file of settings or a baseline is not valid. The message lists every error that was found."""

    exit_code = ExitCode.USAGE
    code = "configuration"
    lists = True


class UnreadableError(MastercheckError):
    """An input is not a DOCX or PDF that can be read."""

    exit_code = ExitCode.UNREADABLE
    code = "unreadable"


class EncryptedError(UnreadableError):
    """An input is protected by a password."""

    code = "encrypted"


class NoTextError(UnreadableError):
    """An input holds no text: a scan, or an empty file."""

    code = "no_text"


class LimitError(UnreadableError):
    """Reading an input would take more memory or time than the limits allow."""

    code = "too_large"


class MemoryLimitError(LimitError):
    """Reading or judging an input takes more memory than there is, or than it may take."""

    code = "out_of_memory"


class TimeLimitError(LimitError):
    """Reading or judging an input takes longer than it may take."""

    code = "timeout"


class WorkerLostError(UnreadableError):
    """An input ended the process that was reading it: a library crashed, or the system ended it."""

    code = "crashed"


class NotCheckedError(UnreadableError):
    """The run was interrupted before an input was checked."""

    exit_code = ExitCode.INTERRUPTED
    code = "not_checked"


class ReaderFaultError(UnreadableError):
    """The program failed at an input in a way that nobody foresaw. The message names the fault, never the document's text."""

    code = "reader_fault"


class RulebookError(MastercheckError):
    """A rulebook or catalogue is not valid. The message lists every error that was found."""

    exit_code = ExitCode.RULEBOOK
    code = "rulebook"
    lists = True


class NothingToCheckError(MastercheckError):
    """No document was found among the inputs."""

    exit_code = ExitCode.NOTHING_TO_CHECK
    code = "nothing_to_check"


def describe_crash(error: BaseException) -> str:
    """Return the type of an exception and where in the program it arose: never its text, which may quote the document."""
    place, step = "", error.__traceback__
    while step:
        path = Path(step.tb_frame.f_code.co_filename)
        if path.is_relative_to(PACKAGE):
            place = f" in {path.relative_to(PACKAGE).as_posix()}, line {step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__}{place}"
