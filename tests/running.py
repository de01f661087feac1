"""What a run of the command line in this process gives; the fixture `run` in tests/cli/conftest.py makes one."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
