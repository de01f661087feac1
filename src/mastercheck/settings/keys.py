"""What a key of the settings is. The table of all keys is `mastercheck.cli.keys`, beside the options that they stand for."""

from dataclasses import dataclass
from enum import Enum, auto


class PathUse(Enum):
    """What is done with the path that a key gives.

    READ: the file must exist. WRITE: it lies in the settings' folder or below, so that no foreign file of settings writes elsewhere.
    EITHER: it is read or written, as the command says.
    """

    READ = auto()
    WRITE = auto()
    EITHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key.

    Attributes:
        name: as it is written in the file; that of the option without its dashes.
        parameter: the option's, in the command's function.
        shape: the type of the value: `str`, `bool`, `int`, `float`, or a `Literal` of words.
        listed: the option may be repeated: the value is a list, or one of its members.
        unset: what holds where nothing is set.
        path: what is done with the path; None for a value that is none.
        yields_to: the parameter of an option that contradicts it: typed, that one wins.
    """

    name: str
    parameter: str
    shape: object = str
    listed: bool = False
    unset: str = ""
    path: PathUse | None = None
    yields_to: str = ""
